"""Damaged text made whole, one rule a file."""
