"""What the reader of each edition expects: fixed words, dates, names."""
