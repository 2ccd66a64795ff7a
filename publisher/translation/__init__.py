"""An Article into another language, every segment with its origin and state."""
