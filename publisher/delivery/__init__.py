"""A pack into the hands of others: packed, mailed, printed, dropped into a folder, and written down."""
