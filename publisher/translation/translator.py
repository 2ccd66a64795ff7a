"""Translate an article: what is known, what is similar, what an engine makes, or what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from publisher.contracts import Engine
from publisher.errors import TranslationError
from publisher.localization.values import RenderOptions
from publisher.model import Article, Block, Inline, Origin, Segment, State, Translation
from publisher.report import Notice, Report, Severity
from publisher.translation.codes import Code, Coded, coded, codes_in, same_markup, set_codes
from publisher.translation.figures import first_amounts
from publisher.translation.fuzzy_offers import with_offers
from publisher.translation.glossary import Glossary
from publisher.translation.inlines import rebuild
from publisher.translation.machine import by_engine, note_signs
from publisher.translation.memory import Match, Memory
from publisher.translation.pieces import Known, Languages, Piece, look_up, primary
from publisher.translation.projection import slice_inlines
from publisher.translation.segments import Unit, units
from publisher.translation.writing import Writer, short
from publisher.walk import map_block_inlines

_PLAIN = RenderOptions()

_SHOWN = 5
"""So many segments are named in a warning."""


class UntranslatedError(TranslationError):
    """Some segments have no translation, or only a draft; nothing was written for this language.

    ``drafts`` of them are in a memory that is under review.
    """

    def __init__(
        self, segments: tuple[Segment, ...], total: int, target: str, reason: str = "", drafts: int = 0
    ) -> None:
        self.segments = segments
        self.count = len(segments)
        self.total = total
        shown = "".join(f"\n  {s.key}: {short(s.source)}" for s in segments[:3])
        more = f"\n  … and {self.count - 3} more" if self.count > 3 else ""
        said = f"{self.count} of {total} segments have no translation into {target}{reason}"
        hint = (
            "give a memory that holds them (--memory FILE.tmx), install a model (publisher models) "
            "for --engine, or --draft to see the source text marked in place"
        )
        if drafts:
            open_ = f", {self.count - drafts} have no translation" if drafts < self.count else ""
            said = f"{drafts} of {total} segments are not reviewed{open_} ({target})"
            hint = (
                "publisher review FILE -o review.docx sends them to a person; "
                "--draft makes the edition with the drafts in place"
            )
        super().__init__(f"{said}:{shown}{more}", hint=hint)


class TranslationResult(msgspec.Struct, frozen=True):
    """The article in the target language, and its sentences beside those of the source.

    ``offers`` has, by segment key, what memories have for similar texts,
    ``codes`` the markup of a source, ``target_codes`` what its translation has of it.
    """

    article: Article
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]
    offers: Mapping[str, tuple[Match, ...]] = {}
    codes: Mapping[str, tuple[Code, ...]] = {}
    target_codes: Mapping[str, tuple[Code, ...]] = {}


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
    anew: bool = False,
    options: RenderOptions = _PLAIN,
) -> TranslationResult:
    """Return ``article`` in ``target``; ``edition`` is the script it is converted to afterwards.

    ``options`` are what the edition wants of the figures that a rule writes.

    A text is taken from memory, then from the glossary, then, unless all that
    is not reviewed is to be made ``anew`` for a bitext, from the drafts of a
    bitext among the memories, then from a similar text in memory of which only the figures
    differ, then from ``engine``. UntranslatedError if a segment has none of
    these, or only a draft and there is no engine, unless ``draft``: then the
    draft stands, and the source text where there is none, between ``[[`` and
    ``]]``.
    """
    languages = Languages(article.meta.language, target, edition)
    if primary(languages.source) == primary(target):
        raise TranslationError(
            f"the article is in {languages.source} already; {target} is no other language",
            hint="give the other language; a change of script is a repair, not a translation",
        )
    texts = units(article)
    _check_keys(texts)
    known = Known(languages, memory, glossary, options)
    looked_up = {unit.where: look_up(unit, known) for unit in texts}
    first = first_amounts((p.segment for p in _all(looked_up)), languages.source, options)
    known = msgspec.structs.replace(known, first=first)
    drafted = {} if anew else _drafts(_all(looked_up), known)
    found = {
        where: [with_offers(drafted.get(p.segment.key, p), known) for p in of]
        for where, of in looked_up.items()
    }
    wanted = [piece for piece in _all(found) if piece.translation is None]
    asked = engine is not None and bool(wanted or drafted)
    serves = engine is not None and asked and engine.supports(languages.source, target)
    runs = _runs(article)
    made = by_engine(wanted, engine, known, runs, report) if engine and serves else {}
    markup = _markup(_all(found), runs)
    found = {
        where: [_with_codes(_finish(made.get(p.segment.key, p)), markup, known, runs) for p in of]
        for where, of in found.items()
    }
    pieces = list(_all(found))
    translations = tuple(p.translation for p in pieces if p.translation is not None)
    missing = tuple(p.segment for p in pieces if _is_missing(p) or (p.segment.key in drafted and not serves))
    if missing and not draft:
        silent = engine is not None and not serves
        reason = f" (the engine {engine.name} does not serve this pair)" if engine and silent else ""
        drafts = sum(segment.key in drafted for segment in missing)
        raise UntranslatedError(missing, len(pieces), edition or target, reason, drafts)
    if missing and not anew:
        _note_missing(pieces, edition or target, report)
    return TranslationResult(
        Writer(found, known, report).article(article),
        tuple(p.segment for p in pieces),
        translations,
        {p.segment.key: p.offers for p in pieces if p.offers},
        {key: source.codes for key, source in markup.items() if source.codes},
        {p.segment.key: _codes(p, markup, known, runs) for p in pieces if p.segment.key in markup},
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


def _markup(pieces: Iterable[Piece], runs: Mapping[str, tuple[Inline, ...]]) -> dict[str, Coded]:
    """Return, by key, the markup of those of ``pieces`` that have any to themselves."""
    found: dict[str, Coded] = {}
    for piece in pieces:
        run = runs.get(piece.segment.key.rpartition(".")[0], ())
        source = coded(slice_inlines(run, piece.start, piece.end))
        if source.codes or (source.around and len(run) > 1):
            found[piece.segment.key] = source
    return found


def _with_codes(
    piece: Piece, markup: Mapping[str, Coded], known: Known, runs: Mapping[str, tuple[Inline, ...]]
) -> Piece:
    """Return ``piece`` with its markup, where a bitext has set it or it is around the whole."""
    source = markup.get(piece.segment.key)
    if source is None or piece.translation is None or piece.rebuilt is not None:
        return piece
    said = piece.translation.text
    unit = known.memory.bitexts.coded(piece.segment.source, said)
    fits = unit is not None and same_markup(unit.codes, source.codes)
    if not fits and not source.around:
        return piece
    codes = unit.target_codes if unit is not None and fits else ()
    rebuilt = set_codes(said, codes, source, note_signs(piece, runs), known.text)
    return msgspec.structs.replace(piece, rebuilt=rebuilt)


def _codes(
    piece: Piece, markup: Mapping[str, Coded], known: Known, runs: Mapping[str, tuple[Inline, ...]]
) -> tuple[Code, ...]:
    """Return the markup that the translation of ``piece`` has."""
    assert piece.translation is not None  # by now every piece has one
    said = piece.translation.text
    run = runs.get(piece.segment.key.rpartition(".")[0], ())
    made = piece.rebuilt or rebuild(
        slice_inlines(run, piece.start, piece.end), [said], note_signs(piece, runs), known.text
    )
    return codes_in(made.inlines, markup[piece.segment.key], said)


def _finish(piece: Piece) -> Piece:
    """Return ``piece`` with a translation: the source, marked, where there is none."""
    if piece.translation is not None:
        return piece
    key, source = piece.segment.key, piece.segment.source
    translation = Translation(key, f"[[{source}]]", Origin.UNTRANSLATED, 0.0, State.DRAFT)
    return msgspec.structs.replace(piece, translation=translation)


def _drafts(pieces: Iterable[Piece], known: Known) -> dict[str, Piece]:
    """Return, by key, those of ``pieces`` that have no translation but a draft in a bitext."""
    found: dict[str, Piece] = {}
    for piece in pieces:
        if piece.translation is None and (unit := known.draft(piece.segment.source)) is not None:
            key = piece.segment.key
            translation = Translation(key, unit.target, unit.origin, unit.score, unit.state)
            found[key] = msgspec.structs.replace(piece, translation=translation)
    return found


def _is_missing(piece: Piece) -> bool:
    return piece.translation is not None and piece.translation.origin is Origin.UNTRANSLATED


def _note_missing(pieces: Sequence[Piece], target: str, report: Report) -> None:
    """File one warning for all the segments in whose place the source text stands."""
    missing = [p.segment for p in pieces if _is_missing(p)]
    if missing:
        shown = ", ".join(segment.key for segment in missing[:_SHOWN]) + (
            " …" if len(missing) > _SHOWN else ""
        )
        report.add(
            Notice(
                code="untranslated",
                message=f"{len(missing)} of {len(pieces)} segments have no translation into {target}, "
                f"their source text stands between [[ and ]]: {shown}",
                severity=Severity.WARNING,
                before=short(missing[0].source),
            )
        )
