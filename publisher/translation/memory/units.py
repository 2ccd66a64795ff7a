"""What a memory holds, and what it answers with."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import msgspec

from publisher.translation.memory.languages import same

Pairs = tuple[tuple[str, str], ...]
"""Attributes of an XML element, in the order in which they stood."""

DATE = "%Y%m%dT%H%M%SZ"
"""TMX 1.4b: dates are ISO 8601 in the basic format, in UTC."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LAST_SECOND = 253_402_300_799  # of the year 9999
_MACHINE = frozenset(("mt", "mt!"))
# XLIFF's, and those of Trados (x-ConfirmationLevel) for what nobody has confirmed
_UNREVIEWED = frozenset(("draft", "initial", "new", "needs-translation", "rejectedtranslation"))


class Match(msgspec.Struct, frozen=True):
    """What a memory says: its own source text, the target text, and the file's name.

    ``score`` is 1 for a text that is the same but for width, spacing and
    quotes, less for one that is alike. ``context`` is true where the
    neighbours are the same too. ``reviewed`` is false where the memory itself
    marks the unit as machine-made or as a draft.
    """

    source: str
    text: str
    memory: str
    reviewed: bool = True
    score: float = 1.0
    context: bool = False
    changed: datetime | None = None
    author: str = ""


class Header(msgspec.Struct, frozen=True):
    """The header of the TMX file a unit came from; ``extras`` are its notes and props as XML."""

    attributes: Pairs = (
        ("creationtool", "publisher"),
        ("creationtoolversion", "1"),
        ("segtype", "sentence"),
        ("o-tmf", "plain"),
        ("adminlang", "en"),
        ("srclang", "*all*"),
        ("datatype", "plaintext"),
    )
    extras: str = ""


class Variant(msgspec.Struct, frozen=True):
    """What a unit says in one language.

    ``before`` and ``after`` are the neighbouring segments in this language,
    where they are known. ``markup`` is the inside of the ``<seg>`` where that
    says more than ``text``: inline codes, line ends; ``extras`` are notes and
    props as XML.
    """

    language: str
    text: str
    before: str = ""
    after: str = ""
    attributes: Pairs = ()
    markup: str = ""
    extras: str = ""


class MemoryUnit(msgspec.Struct, frozen=True):
    """One thing said in several languages; the first is the one it was translated from."""

    variants: tuple[Variant, ...]
    reviewed: bool = True
    changed: datetime | None = None
    author: str = ""
    attributes: Pairs = ()
    extras: str = ""

    @classmethod
    def pair(
        cls,
        source: Variant,
        target: Variant,
        *,
        reviewed: bool = True,
        changed: datetime | None = None,
        author: str = "",
    ) -> "MemoryUnit":
        """Return a unit of two variants with what TMX says of its date, author and state."""
        stamp = changed.astimezone(UTC).strftime(DATE) if changed else ""
        given = (("srclang", source.language), ("changedate", stamp), ("changeid", author))
        return cls(
            (_told(source), _told(target)),
            reviewed,
            changed.replace(microsecond=0) if changed else None,
            author,
            tuple((name, value) for name, value in given if value),
            "" if reviewed else _prop("x-state", "draft"),
        )


def _told(variant: Variant) -> Variant:
    """Return ``variant`` with its neighbours among its props, as OmegaT names them."""
    named = (("prev", variant.before), ("next", variant.after))
    props = "".join(_prop(kind, text) for kind, text in named if text)
    return msgspec.structs.replace(variant, extras=variant.extras + props)


def _prop(kind: str, text: str) -> str:
    return f'<prop type="{kind}">{xml_text(text)}</prop>'


def xml_text(text: str) -> str:
    """Return ``text`` as XML says it."""
    return escape(clean(text))


def clean(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 has no way to say."""
    return _ILLEGAL.sub("", text)


def moment(stamp: str) -> datetime | None:
    """Return a TMX date (YYYYMMDDThhmmssZ, the time may be missing), or None for one that is none."""
    day, time = stamp[:8], stamp[9:15] or "000000"
    try:  # four times as quick as strptime, which counts over 100,000 units
        return datetime(
            int(day[:4]),
            int(day[4:6]),
            int(day[6:]),
            int(time[:2]),
            int(time[2:4]),
            int(time[4:]),
            tzinfo=UTC,
        )
    except ValueError:
        return None


def from_seconds(seconds: int | None) -> datetime | None:
    """Return a date as it is stored, seconds since 1970; None for what is out of any calendar."""
    known = isinstance(seconds, int) and 0 <= seconds <= _LAST_SECOND
    return datetime.fromtimestamp(seconds, UTC) if known and seconds is not None else None


def is_machine(makers: tuple[str, ...], states: tuple[str, ...] = ()) -> bool:
    """Tell from the creators and the states of a unit whether nobody has reviewed it."""
    return any(m.lower() in _MACHINE for m in makers) or any(s.lower() in _UNREVIEWED for s in states)


def source_language(unit: MemoryUnit) -> str:
    """Return the source language of a unit, the first variant's where it names none."""
    named = dict(unit.attributes).get("srclang", "")
    known = next((v.language for v in unit.variants if named and same(v.language, named)), "")
    return known or (unit.variants[0].language if unit.variants else "")
