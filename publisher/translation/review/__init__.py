"""A translation out to a person for review, and their edits back, by a Word sheet or by XLIFF."""
