"""What stands around the text of an official document, in Word (GB/T 9704-2012, 7.2 to 7.4)."""

from collections.abc import Callable
from typing import Any

from publisher.contracts import Furniture
from publisher.exporters.word import xml

Line = Callable[[Any, str, str], Any]
"""Adds a text to a place as a paragraph of a style."""


def opening(place: Any, furniture: Furniture, line: Line) -> None:
    """Add the red head, then the number and who signs over the red rule."""
    official = furniture.official
    if official is None or not (official.head or official.number or official.signatory):
        return
    parts = [part for part in (official.number, official.signatory) if part]
    if not official.head:
        line(place, "Document Number", "\u2003".join(parts))
        return
    line(place, "Red Head", official.head)
    line(place, "Number and Signatory" if len(parts) == 2 else "Number", "\t".join(parts))


def closing(place: Any, furniture: Furniture, line: Line) -> None:
    """Add the attachments, issuer and date, and the notes under them."""
    official = furniture.official
    for number, attachment in enumerate(official.attachments if official else ()):
        style = "Attachment" if number == 0 else "Attachment Continued"
        line(place, style, attachment.label + attachment.text)
    for number, text in enumerate(furniture.signature):
        line(place, "Date" if number else "Signature", text)
    for note in official.notes if official else ():
        line(place, "Document Note", note)


def record(place: Any, furniture: Furniture, line: Line, *, width: float = 0.0) -> None:
    """Add the record block between its rules, at the foot of the page if ``width`` (mm) is given (7.4)."""
    official = furniture.official
    if official is None:
        return
    printed = "\t".join(part for part in (official.printed_by, official.printed) if part)
    texts = [text for text in (official.copies, printed) if text]
    for number, text in enumerate(texts):
        style = "Record" if number == 0 and len(texts) > 1 else "Record Last"
        made = line(place, style, text)
        if width:
            xml.frame_at_foot(made, width)
    if width and texts:
        place.add_paragraph(style="Table End")  # a frame hangs on what follows it
