"""What translates a sentence, one engine a file."""
