"""The finder: everything in a text that a translation must keep."""

from datetime import datetime

from publisher.localization.values import chinese, english
from publisher.localization.values.model import Kind, Value


def find(text: str, language: str, *, issued: datetime | None = None) -> tuple[Value, ...]:
    """Return the values of ``text`` in order, none overlapping; offsets are into ``text`` as given.

    ``language`` is BCP 47; Chinese and English are known, and what recurs
    letter by letter is found in any. ``issued`` is when the text was issued by
    the clock of its place: with it 昨天 and "last Friday" state their dates.
    """
    return tuple(v for v in scan(text, language, issued) if v.kind is not Kind.NAME)


def scan(text: str, language: str, issued: datetime | None = None) -> list[Value]:
    """Return the values of ``text``, and the names that hold numbers, in order."""
    if language.lower().startswith("zh"):
        return chinese.scan(text, language, issued)
    return english.scan(text, issued)
