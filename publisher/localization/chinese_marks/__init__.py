"""Marks of Chinese text, by what stands on either side of them.

chinese_marks/
├── context.py       the characters that govern a mark, and its sentence
├── kept.py          marks that must be left as they are
├── narrow_marks.py  half-width marks among Han
├── pairs.py         brackets and quotes
├── forms.py         dots, dashes, apostrophes, doubled marks, widths
└── spaces.py        none at marks, none between Han and Latin
"""
