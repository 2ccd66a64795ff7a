"""Translate an article: what is known, what is similar, what an engine makes, or what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from publisher.contracts import Engine
from publisher.errors import TranslationError
from publisher.model import Article, Block, Inline, Origin, Segment, State, Translation
from publisher.report import Notice, Report, Severity
from publisher.translation.fuzzy_offers import with_offers
from publisher.translation.glossary import Glossary
from publisher.translation.machine import by_engine
from publisher.translation.memory import Match, Memory
from publisher.translation.pieces import Known, Languages, Piece, look_up, primary
from publisher.translation.segments import Unit, units
from publisher.translation.writing import Writer, short
from publisher.walk import map_block_inlines


class UntranslatedError(TranslationError):
    """Some segments have no translation; nothing was written for this language."""

    def __init__(self, segments: tuple[Segment, ...], total: int, target: str, reason: str = "") -> None:
        self.segments = segments
        self.count = len(segments)
        self.total = total
        shown = "".join(f"\n  {s.key}: {short(s.source)}" for s in segments[:3])
        more = f"\n  … and {self.count - 3} more" if self.count > 3 else ""
        super().__init__(
            f"{self.count} of {total} segments have no translation into {target}{reason}:{shown}{more}",
            hint="give a memory that holds them (--memory FILE.tmx), install a model (publisher models) "
            "for --engine, or --draft to see the source text marked in place",
        )


class TranslationResult(msgspec.Struct, frozen=True):
    """The article in the target language, and its sentences beside those of the source.

    ``offers`` has, by segment key, what memories have for similar texts.
    """

    article: Article
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]
    offers: Mapping[str, tuple[Match, ...]] = {}


def translate(
    article: Article,
    target: str,
    *,
    memory: Memory,
    glossary: Glossary,
    engine: Engine | None,
    draft: bool,
    report: Report,
    edition: str = "",
) -> TranslationResult:
    """Return ``article`` in ``target``; ``edition`` is the script it is converted to afterwards.

    A text is taken from memory, then from the glossary, then from a similar
    text in memory of which only the figures differ, then from ``engine``.
    UntranslatedError if a segment has none of these, unless ``draft``: then the
    source text stands in its place between ``[[`` and ``]]``.
    """
    languages = Languages(article.meta.language, target, edition)
    if primary(languages.source) == primary(target):
        raise TranslationError(
            f"the article is in {languages.source} already; {target} is no other language",
            hint="give the other language; a change of script is a repair, not a translation",
        )
    texts = units(article)
    _check_keys(texts)
    known = Known(languages, memory, glossary)
    found = {unit.where: [with_offers(p, known) for p in look_up(unit, known)] for unit in texts}
    wanted = [piece for piece in _all(found) if piece.translation is None]
    serves = engine is not None and bool(wanted) and engine.supports(languages.source, target)
    made = by_engine(wanted, engine, known, _runs(article), report) if engine and serves else {}
    found = {where: [_finish(made.get(p.segment.key, p)) for p in of] for where, of in found.items()}
    pieces = list(_all(found))
    translations = tuple(p.translation for p in pieces if p.translation is not None)
    missing = tuple(
        p.segment for p, t in zip(pieces, translations, strict=True) if t.origin is Origin.UNTRANSLATED
    )
    if missing and not draft:
        silent = engine is not None and not serves
        reason = f" (the engine {engine.name} does not serve this pair)" if engine and silent else ""
        raise UntranslatedError(missing, len(pieces), target, reason)
    for where, of_unit in found.items():
        _note_missing(where, of_unit, target, report)
    return TranslationResult(
        Writer(found, known, report).article(article),
        tuple(p.segment for p in pieces),
        translations,
        {p.segment.key: p.offers for p in pieces if p.offers},
    )


def _check_keys(texts: Sequence[Unit]) -> None:
    twice = [where for where, n in Counter(unit.where for unit in texts).items() if n > 1]
    if twice:
        raise TranslationError(
            f"two texts of the article have the key {twice[0]}", hint="give every block a key of its own"
        )


def _all(found: Mapping[str, Iterable[Piece]]) -> Iterator[Piece]:
    for pieces in found.values():
        yield from pieces


def _runs(article: Article) -> dict[str, tuple[Inline, ...]]:
    """Return the runs of inlines of an article by the place of their text."""
    found: dict[str, tuple[Inline, ...]] = {}

    def note(run: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        found[where] = run
        return run

    blocks: tuple[Block, ...] = (*article.meta.boilerplate, *article.blocks)
    for block in blocks:
        map_block_inlines(block, note)
    return found


def _finish(piece: Piece) -> Piece:
    """Return ``piece`` with a translation: the source, marked, where there is none."""
    if piece.translation is not None:
        return piece
    key, source = piece.segment.key, piece.segment.source
    translation = Translation(key, f"[[{source}]]", Origin.UNTRANSLATED, 0.0, State.DRAFT)
    return msgspec.structs.replace(piece, translation=translation)


def _note_missing(where: str, pieces: Sequence[Piece], target: str, report: Report) -> None:
    missing = [p for p in pieces if p.translation and p.translation.origin is Origin.UNTRANSLATED]
    if missing:
        report.add(
            Notice(
                code="untranslated",
                message=f"{len(missing)} of {len(pieces)} segments have no translation into {target}; "
                "the source text stands between [[ and ]]",
                where=where,
                severity=Severity.WARNING,
                before=short(missing[0].segment.source),
            )
        )
