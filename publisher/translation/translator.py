"""Translate an article from memory, glossary and engine, in that order, or say what is missing."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from publisher.contracts import Engine
from publisher.errors import TranslationError
from publisher.model import (
    Article,
    Block,
    Figure,
    Inline,
    Origin,
    Segment,
    State,
    Translation,
)
from publisher.report import Notice, Report, Severity
from publisher.translation.folding import has_han, narrow
from publisher.translation.glossary import Glossary
from publisher.translation.inlines import rebuild
from publisher.translation.memory import Memory
from publisher.translation.segments import Unit, split, units
from publisher.walk import map_block_inlines, notes, plain

_JOINED = 4
"""Up to this many sentences are looked up as one."""

_SHOWN = 60


class UntranslatedError(TranslationError):
    """Some segments have no translation; nothing was written for this language."""

    def __init__(self, segments: tuple[Segment, ...], total: int, target: str, reason: str = "") -> None:
        self.segments = segments
        self.count = len(segments)
        self.total = total
        shown = "".join(f"\n  {s.key}: {_short(s.source)}" for s in segments[:3])
        more = f"\n  … and {self.count - 3} more" if self.count > 3 else ""
        super().__init__(
            f"{self.count} of {total} segments have no translation into {target}{reason}:{shown}{more}",
            hint="give a memory that holds them (--memory FILE.tmx), install a model for --engine, "
            "or --draft to see the source text marked in place",
        )


class TranslationResult(msgspec.Struct, frozen=True):
    """The article in the target language, and its sentences beside those of the source."""

    article: Article
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]


class _Piece(msgspec.Struct, frozen=True):
    """One segment on its way; ``line`` numbers the forced lines of its text."""

    segment: Segment
    line: int
    translation: Translation | None


class _Languages(msgspec.Struct, frozen=True):
    source: str
    target: str


def translate(
    article: Article,
    target: str,
    *,
    memory: Memory,
    glossary: Glossary,
    engine: Engine | None,
    draft: bool,
    report: Report,
) -> TranslationResult:
    """Return ``article`` in ``target``.

    UntranslatedError if a segment has no translation, unless ``draft``: then
    the source text stands in its place between ``[[`` and ``]]``.
    """
    languages = _Languages(article.meta.language, target)
    if _primary(languages.source) == _primary(target):
        raise TranslationError(
            f"the article is in {languages.source} already; {target} is no other language",
            hint="give the other language; a change of script is a repair, not a translation",
        )
    texts = units(article)
    _check_keys(texts)
    found = {unit.where: _look_up(unit, languages, memory, glossary) for unit in texts}
    pieces = [piece for of_unit in found.values() for piece in of_unit]
    made = _by_engine([p.segment.source for p in pieces if p.translation is None], languages, engine)
    found = {where: [_finish(p, made) for p in of_unit] for where, of_unit in found.items()}
    pieces = [piece for of_unit in found.values() for piece in of_unit]
    translations = tuple(p.translation for p in pieces if p.translation is not None)
    missing = tuple(
        p.segment for p, t in zip(pieces, translations, strict=True) if t.origin is Origin.UNTRANSLATED
    )
    if missing and not draft:
        silent = engine is not None and not engine.supports(languages.source, target)
        reason = f" (the engine {engine.name} does not serve this pair)" if engine and silent else ""
        raise UntranslatedError(missing, len(pieces), target, reason)
    for where, of_unit in found.items():
        _note_missing(where, of_unit, target, report)
    writer = _Writer(found, languages, memory, glossary, report)
    return TranslationResult(writer.article(article), tuple(p.segment for p in pieces), translations)


def _check_keys(texts: Sequence[Unit]) -> None:
    twice = [where for where, n in Counter(unit.where for unit in texts).items() if n > 1]
    if twice:
        raise TranslationError(
            f"two texts of the article have the key {twice[0]}", hint="give every block a key of its own"
        )


# ── Finding ──────────────────────────────────────────────────────────────────


def _look_up(unit: Unit, languages: _Languages, memory: Memory, glossary: Glossary) -> list[_Piece]:
    """Return the segments of a text: the whole if it is known, else its sentences line by line."""
    whole = _known(unit.text.strip(), languages, memory, glossary)
    if whole is not None:
        segment = Segment(f"{unit.where}.1", unit.text.strip())
        return [_Piece(segment, 0, msgspec.structs.replace(whole, key=segment.key))]
    pieces: list[_Piece] = []
    for n, line in enumerate(unit.text.split("\n")):
        for source, known in _sentences(line, languages, memory, glossary):
            key = f"{unit.where}.{len(pieces) + 1}"
            translation = None if known is None else msgspec.structs.replace(known, key=key)
            pieces.append(_Piece(Segment(key, source), n, translation))
    return pieces


def _sentences(
    line: str, languages: _Languages, memory: Memory, glossary: Glossary
) -> list[tuple[str, Translation | None]]:
    """Cut a line into what is known: some sentences together, one, or the parts of a quotation."""
    out: list[tuple[str, Translation | None]] = []
    gap = "" if _primary(languages.source) == "zh" else " "
    whole = [s if gap == "" else s.strip() for s in split(line, languages.source)]
    sentences = [s for s in whole if s.strip()]
    at = 0
    while at < len(sentences):
        for count in range(min(_JOINED, len(sentences) - at), 0, -1):
            text = gap.join(sentences[at : at + count]).strip()
            known = _known(text, languages, memory, glossary)
            if known is not None:
                out.append((text, known))
                at += count
                break
        else:
            text = sentences[at].strip()
            parts = [p.strip() for p in split(text, languages.source, nested=True)]
            known_parts = [_known(p, languages, memory, glossary) for p in parts]
            if len(parts) > 1 and all(known_parts):
                out.extend(zip(parts, known_parts, strict=True))
            else:
                out.append((text, None))
            at += 1
    return out


def _known(text: str, languages: _Languages, memory: Memory, glossary: Glossary) -> Translation | None:
    match = memory.lookup(text, languages.source, languages.target)
    if match is not None:
        state = State.REVIEWED if match.reviewed else State.DRAFT
        return Translation("", match.text, Origin.MEMORY, 1.0, state)
    term = glossary.lookup(text)
    if term is not None:
        return Translation("", term, Origin.HAND, 1.0, State.REVIEWED)
    if _says_itself(text, languages.source):
        # the author's own figures and marks: there is nothing to translate or to doubt
        copy = text if _primary(languages.target) == "zh" else narrow(text)
        return Translation("", copy, Origin.HAND, 1.0, State.REVIEWED)
    return None


def _says_itself(text: str, source: str) -> bool:
    """Tell whether ``text`` reads the same in every language: figures, marks, Latin in Chinese."""
    if _primary(source) == "zh":
        return not has_han(text)
    return not any(c.isalpha() for c in text)


def _by_engine(texts: Sequence[str], languages: _Languages, engine: Engine | None) -> dict[str, str]:
    wanted = list(dict.fromkeys(texts))
    if not wanted or engine is None or not engine.supports(languages.source, languages.target):
        return {}
    made = engine.translate(wanted, languages.source, languages.target)
    if len(made) != len(wanted):
        raise TranslationError(
            f"the engine {engine.name} returned {len(made)} texts for {len(wanted)}",
            hint="choose another engine (--engine), or report this to its author",
        )
    return {source: text.strip() for source, text in zip(wanted, made, strict=True) if text.strip()}


def _finish(piece: _Piece, made: dict[str, str]) -> _Piece:
    if piece.translation is not None:
        return piece
    key, source = piece.segment.key, piece.segment.source
    if source in made:
        translation = Translation(key, made[source], Origin.ENGINE, 0.0, State.DRAFT)
    else:
        translation = Translation(key, f"[[{source}]]", Origin.UNTRANSLATED, 0.0, State.DRAFT)
    return msgspec.structs.replace(piece, translation=translation)


def _note_missing(where: str, pieces: list[_Piece], target: str, report: Report) -> None:
    missing = [p for p in pieces if p.translation and p.translation.origin is Origin.UNTRANSLATED]
    if missing:
        report.add(
            Notice(
                code="untranslated",
                message=f"{len(missing)} of {len(pieces)} segments have no translation into {target}; "
                "the source text stands between [[ and ]]",
                where=where,
                severity=Severity.WARNING,
                before=_short(missing[0].segment.source),
            )
        )


# ── Writing ──────────────────────────────────────────────────────────────────


class _Writer:
    """Writes the translated texts into the places of the source texts."""

    def __init__(
        self,
        found: dict[str, list[_Piece]],
        languages: _Languages,
        memory: Memory,
        glossary: Glossary,
        report: Report,
    ) -> None:
        self._found = found
        self._languages = languages
        self._memory = memory
        self._glossary = glossary
        self._report = report

    def article(self, article: Article) -> Article:
        replace = msgspec.structs.replace
        meta = article.meta
        fields = ("kicker", "headline", "subhead", "source", "place", "summary", "rights")
        new = replace(
            meta,
            language=self._languages.target,
            keywords=tuple(self._text(k, f"keyword{n}") for n, k in enumerate(meta.keywords, 1)),
            boilerplate=tuple(map_block_inlines(b, self._inlines) for b in meta.boilerplate),
            contacts=tuple(
                replace(
                    c,
                    organisation=self._text(c.organisation, f"contact{n}.organisation"),
                    address=self._text(c.address, f"contact{n}.address"),
                )
                for n, c in enumerate(meta.contacts, 1)
            ),
            **{name: self._text(getattr(meta, name), name) for name in fields},
        )
        return replace(article, meta=new, blocks=tuple(self._block(b) for b in article.blocks))

    def _block(self, block: Block) -> Block:
        new = map_block_inlines(block, self._inlines)
        if isinstance(new, Figure):
            # a credit is a name, or known as a whole; if neither, localization renders it
            credit = self._known(new.credit) or new.credit
            return msgspec.structs.replace(new, alt=self._text(new.alt, f"{new.key}.alt"), credit=credit)
        return new

    def _text(self, text: str, where: str) -> str:
        return "\n".join(self._lines(where)) if where in self._found else text

    def _lines(self, where: str) -> list[str]:
        lines: dict[int, str] = {}
        for piece in self._found[where]:
            assert piece.translation is not None
            text = piece.translation.text
            before = lines.get(piece.line)
            lines[piece.line] = text if before is None else before + self._gap(before, text) + text
        return list(lines.values())

    def _gap(self, before: str, after: str) -> str:
        if _primary(self._languages.target) != "zh":
            return " "
        return " " if before[-1:].isascii() and after[:1].isascii() else ""

    def _inlines(self, inlines: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        if where not in self._found and not any(True for _ in notes(inlines)):
            return inlines
        lines = self._lines(where) if where in self._found else [plain(inlines)]
        new_notes = [self._text(note, f"{where}.note{n}") for n, note in enumerate(notes(inlines), 1)]
        rebuilt = rebuild(inlines, lines, new_notes, self._known)
        if rebuilt.lost:
            quoted = ", ".join(f"“{_short(text)}”" for text in rebuilt.lost)
            self._report.add(
                Notice(
                    code="markup-lost",
                    message=f"the translation does not show where this markup goes: {quoted}; set it by hand",
                    where=where,
                    severity=Severity.WARNING,
                )
            )
        return rebuilt.inlines

    def _known(self, text: str) -> str | None:
        known = _known(text, self._languages, self._memory, self._glossary) if text else None
        return None if known is None else known.text


def _primary(language: str) -> str:
    return language.lower().partition("-")[0]


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
