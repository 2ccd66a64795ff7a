"""Write the translated texts into the places of the source texts."""

from collections.abc import Mapping, Sequence

import msgspec

from publisher.model import (
    Article,
    Block,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Text,
)
from publisher.report import Notice, Report, Severity
from publisher.translation.inlines import Rebuilt, rebuild
from publisher.translation.machine import NOTE_SIGN, note_signs
from publisher.translation.pieces import Known, Piece
from publisher.translation.projection import slice_inlines
from publisher.walk import map_block_inlines, map_official, notes, plain

SHOWN = 60
"""A text in a message is cut after so many characters."""


class Writer:
    """Writes one article; ``found`` has the pieces of each text by its place."""

    def __init__(self, found: Mapping[str, Sequence[Piece]], known: Known, report: Report) -> None:
        self._found = found
        self._known = known
        self._report = report

    def article(self, article: Article) -> Article:
        """Return ``article`` in the target language."""
        replace = msgspec.structs.replace
        meta = article.meta
        fields = ("kicker", "headline", "subhead", "source", "place", "summary", "rights")
        new = replace(
            meta,
            language=self._known.languages.target,
            keywords=tuple(self._text(k, f"keyword{n}") for n, k in enumerate(meta.keywords, 1)),
            boilerplate=tuple(map_block_inlines(b, self._inlines) for b in meta.boilerplate),
            contacts=tuple(
                replace(
                    c,
                    name=self._name(c.name, f"contact{n}.name"),
                    organisation=self._text(c.organisation, f"contact{n}.organisation"),
                    address=self._text(c.address, f"contact{n}.address"),
                )
                for n, c in enumerate(meta.contacts, 1)
            ),
            official=map_official(meta.official, self._official) if meta.official else None,
            **{name: self._text(getattr(meta, name), name) for name in fields},
        )
        return replace(article, meta=new, blocks=tuple(self._block(b) for b in article.blocks))

    def _block(self, block: Block) -> Block:
        new = map_block_inlines(block, self._inlines)
        if isinstance(new, Figure):
            # a credit is a name, or known as a whole; if neither, localization renders it
            credit = self._known.text(new.credit) or new.credit
            return msgspec.structs.replace(new, alt=self._text(new.alt, f"{new.key}.alt"), credit=credit)
        return new

    def _text(self, text: str, where: str) -> str:
        return "\n".join(self._lines(where)) if where in self._found else text

    def _official(self, text: str, where: str) -> str:
        return self._name(text, where) if where == "official.signatory" else self._text(text, where)

    def _name(self, name: str, where: str) -> str:
        """Return a name as it is decided, or as it stands: localization renders what is left."""
        return self._text(name, where) if where in self._found else self._known.text(name) or name

    def _lines(self, where: str) -> list[str]:
        lines: dict[int, str] = {}
        for piece in self._found[where]:
            text = _said(piece)
            before = lines.get(piece.line)
            lines[piece.line] = text if before is None else before + self._gap(before, text) + text
        return list(lines.values())

    def _gap(self, before: str, after: str) -> str:
        if not self._known.languages.into_chinese:
            return " "
        return " " if before[-1:].isascii() and after[:1].isascii() else ""

    def _inlines(self, inlines: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        if where not in self._found and not any(True for _ in notes(inlines)):
            return inlines
        new_notes = [self._text(note, f"{where}.note{n}") for n, note in enumerate(notes(inlines), 1)]
        pieces = self._found.get(where, ())
        if any(piece.rebuilt for piece in pieces):
            rebuilt = self._piecewise(pieces, inlines, where, new_notes)
        else:
            lines = self._lines(where) if pieces else [plain(inlines)]
            rebuilt = rebuild(inlines, lines, new_notes, self._known.text)
        if rebuilt.lost:
            quoted = ", ".join(f"“{short(text)}”" for text in rebuilt.lost)
            self._report.add(
                Notice(
                    code="markup-lost",
                    message=f"the translation does not show where this markup goes: {quoted}; set it by hand",
                    where=where,
                    severity=Severity.WARNING,
                )
            )
        return rebuilt.inlines

    def _piecewise(
        self, pieces: Sequence[Piece], inlines: tuple[Inline, ...], where: str, new_notes: Sequence[str]
    ) -> Rebuilt:
        """Return a run of which some pieces have brought their markup through an engine."""
        nodes: list[Inline] = []
        lost: list[str] = []
        line, before = 0, ""
        for piece in pieces:
            made = piece.rebuilt or rebuild(
                slice_inlines(inlines, piece.start, piece.end),
                [_said(piece)],
                note_signs(piece, {where: inlines}),
                self._known.text,
            )
            if nodes:
                after = plain(made.inlines)
                breaks: list[Inline] = [LineBreak()] * (piece.line - line)
                nodes += breaks or [Text(self._gap(before, after))]
            nodes += made.inlines
            lost += [new_notes[int(t[1:])] if t.startswith(NOTE_SIGN) else t for t in made.lost]
            line, before = piece.line, plain(made.inlines) or before
        return Rebuilt(_joined(_with_notes(tuple(nodes), new_notes)), tuple(lost))


def _said(piece: Piece) -> str:
    assert piece.translation is not None  # by now every piece has one
    return piece.translation.text


def _with_notes(nodes: tuple[Inline, ...], new_notes: Sequence[str]) -> tuple[Inline, ...]:
    """Return ``nodes`` with the texts of the notes that signs stand for."""
    out: list[Inline] = []
    for node in nodes:
        match node:
            case NoteRef(sign) if sign.startswith(NOTE_SIGN):
                out.append(NoteRef(new_notes[int(sign[1:])]))
            case Strong(children) | Emphasis(children) | Link(_, children):
                out.append(msgspec.structs.replace(node, children=_with_notes(children, new_notes)))
            case _:
                out.append(node)
    return tuple(out)


def _joined(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``nodes`` with texts beside one another as one, empty ones left out."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text) and out and isinstance(out[-1], Text):
            out[-1] = Text(out[-1].text + node.text)
        elif not (isinstance(node, Text) and not node.text):
            out.append(node)
    return tuple(out)


def short(text: str) -> str:
    """Return ``text`` as a message shows it."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
