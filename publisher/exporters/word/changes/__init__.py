"""Tracked changes between two versions of a document, that an editor can accept or reject in Word.

track
├── body         the blocks of the body, of a cell, of a note
│   ├── alignment    which block became which
│   └── paragraphs   what became of the words of one
│       ├── tokens       a paragraph as words and things
│       └── differing    what went, came and stayed
├── carried      links, pictures and lists of what went
├── notes        its footnotes
└── marks        w:ins, w:del and their kin
"""

from typing import Any

from docx.oxml.ns import qn

from publisher.exporters.word.changes.body import Body
from publisher.exporters.word.changes.carried import Carried
from publisher.exporters.word.changes.marks import Marks
from publisher.exporters.word.changes.notes import Notes
from publisher.exporters.word.changes.paragraphs import Paragraphs


def track(old: Any, new: Any, author: str, date: str) -> bool:
    """Mark in the body of ``new`` what changed since ``old``, documents of python-docx; tell if anything did.

    All marks are by ``author``, at ``date`` (xsd:dateTime; none where it is empty).
    """
    taken = [int(e.get(qn("w:id"))) for e in new.element.body.xpath(".//w:bookmarkStart")]
    marks = Marks(author, date, max(taken, default=0))
    carried = Carried(old, new)
    notes = Notes(old, new, marks)
    paragraphs = Paragraphs(old, new, carried, marks)
    Body(carried, marks, paragraphs, notes).merge(old.element.body, new.element.body)
    notes.finish()
    return marks.any
