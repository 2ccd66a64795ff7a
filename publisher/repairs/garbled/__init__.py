"""Text read in the wrong encoding, read again.

garbled/
├── rereading.py   garbled characters to bytes, bytes to characters, holes and all
├── routes.py      the pairs of encodings, and what their garble begins with
├── weighing.py    what a reading is worth
└── search.py      where garble stands, and the readings that win
"""
