"""The lines and pages of what a text was copied from.

paging/
├── measure.py     how long the lines are, and whether a measure broke them
├── furniture.py   page numbers and running heads
└── gluing.py      two lines made one
"""
