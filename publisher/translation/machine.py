"""Ask an engine for what nobody has translated: values and terms kept safe, every answer checked."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from publisher.contracts import Engine
from publisher.localization import values
from publisher.model import Inline, Origin, Segment, State, Text, Translation
from publisher.report import Notice, Report, Severity
from publisher.translation.figures import written
from publisher.translation.folding import narrow
from publisher.translation.glossary import Hit
from publisher.translation.guards import guarded
from publisher.translation.pieces import Known, Languages, Piece
from publisher.translation.projection import Marked, mask_inlines, restore_inlines, slice_inlines
from publisher.translation.protect import Kind, Span, restore
from publisher.walk import notes

_ADDRESSES = frozenset((values.Kind.PHONE, values.Kind.EMAIL, values.Kind.URL))
_SIGNS = frozenset((values.Kind.IDENTIFIER, values.Kind.DOCUMENT))
_AS_IT_IS = re.compile(r"\d{1,3}|(?:19|20)\d\d")

NOTE_SIGN = "\0"
"""No text holds it."""

_NAMES = frozenset(("event", "organisation", "person", "place", "work"))


def by_engine(
    pieces: Sequence[Piece],
    engine: Engine,
    known: Known,
    inlines: Mapping[str, tuple[Inline, ...]],
    report: Report,
) -> dict[str, Piece]:
    """Return, by key, those of ``pieces`` that ``engine`` translated; the others are told in ``report``.

    All go in one call. ``inlines`` are the runs of markup by the place of their
    text; a sign stands for each note among them, for its text is a segment of its own.
    """
    languages = known.languages
    marked = [_masked(piece, known, inlines) for piece in pieces]
    answers = guarded(engine, [m.masked for m in marked], languages.source, languages.target)
    made: dict[str, Piece] = {}
    for piece, mark, answer in zip(pieces, marked, answers, strict=True):
        key = piece.segment.key
        if answer.text is None:
            report.add(_refused(piece, engine.name, str(answer.fault)))
            continue
        text = restore(answer.text, mark.masked).text.strip()
        translation = Translation(key, text, Origin.ENGINE, 0.0, State.DRAFT)
        rebuilt = None
        if mark.marks or mark.around:
            rebuilt = restore_inlines(answer.text, mark, note_signs(piece, inlines), known.text)
        made[key] = msgspec.structs.replace(piece, translation=translation, rebuilt=rebuilt)
    return made


def _masked(piece: Piece, known: Known, inlines: Mapping[str, tuple[Inline, ...]]) -> Marked:
    where = piece.segment.key.rpartition(".")[0]
    run = slice_inlines(inlines[where], piece.start, piece.end) if where in inlines else ()
    source = piece.segment.source
    return mask_inlines(run or (Text(source),), spans(piece.segment, known))


def note_signs(piece: Piece, inlines: Mapping[str, tuple[Inline, ...]]) -> list[str]:
    """Return a sign for each note of ``piece``, which tells its number in the whole text."""
    run = inlines.get(piece.segment.key.rpartition(".")[0], ())
    first = sum(1 for _ in notes(slice_inlines(run, 0, piece.start))) if piece.start else 0
    count = sum(1 for _ in notes(slice_inlines(run, piece.start, piece.end)))
    return [f"{NOTE_SIGN}{n}" for n in range(first, first + count)]


def spans(segment: Segment, known: Known) -> tuple[Span, ...]:
    """Return what must not be left to an engine, in order: figures, addresses, decided names and terms."""
    text, languages = segment.source, known.languages
    terms = (_term(hit, languages) for hit in known.glossary.hits(text, languages.source))
    figures = (_value(value, segment, known) for value in values.find(text, languages.source))
    found = [span for span in (*terms, *figures) if span is not None]
    chosen: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):  # the longest first
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return tuple(sorted(chosen, key=lambda s: s.start))


def _term(hit: Hit, languages: Languages) -> Span | None:
    """Return the span of a term; a built-in word that is no name is left to the engine's grammar."""
    entry = hit.entry
    named = entry.type in _NAMES
    if entry.builtin and not (named or entry.type == "title"):
        return None
    if entry.builtin and hit.others:
        return None  # director may be 主任, 局长 or 处长
    said = entry.text(languages.target)
    if not said:
        return None
    return Span(hit.start, hit.end, said, Kind.NAME if named else Kind.TERM)


def _value(value: values.Value, segment: Segment, known: Known) -> Span | None:
    if value.kind is values.Kind.NAME or not value.firm:
        return None
    start, end, text = value.start, value.end, value.text
    if value.kind in _ADDRESSES:
        return Span(start, end, narrow(text), Kind.ADDRESS)
    said = written(segment, value, known)
    if value.kind in _SIGNS:
        return Span(start, end, said[0] if said else narrow(text), Kind.NAME)
    if _AS_IT_IS.fullmatch(text):
        # a model chooses number and verb by a small figure, and a year (2025届) takes no comma
        counted = value.counted and said is not None and not known.languages.into_chinese
        own, opening = said if counted and said else (text, "")
        return Span(start, end, own, Kind.FIGURE, opening, as_is=True)
    return None if said is None else Span(start, end, said[0], Kind.FIGURE, said[1])


def _refused(piece: Piece, engine: str, fault: str) -> Notice:
    return Notice(
        code="engine-refused",
        message=f"what the engine {engine} made was not taken: it {fault}; translate this segment by hand",
        where=piece.segment.key,
        severity=Severity.WARNING,
        before=piece.segment.source,
    )
