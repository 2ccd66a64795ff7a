"""A Release into files, one format a file."""
