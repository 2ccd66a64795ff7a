"""Files to Articles, one format a file."""
