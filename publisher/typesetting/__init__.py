"""What the line needs: fonts cut to the document, breaks, spacing."""
