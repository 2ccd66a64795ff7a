"""A paragraph of a Word document as a row of tokens: words, and what stands among them as one thing."""

from collections.abc import Iterator
from typing import Any

import msgspec
from docx.oxml.ns import qn
from lxml import etree

from publisher.exporters.word.changes.words import cut, parted

_MARKERS = frozenset(("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n"}


class Token(msgspec.Struct, frozen=True):
    """One word, mark, or thing.

    ``said`` is what is compared, ``link`` where the hyperlink around it leads.
    ``nodes`` are the elements of a thing; a word has the ``run`` that it is
    from, and its ``look``: see :func:`look`. ``before`` are markers without width that stand before it.
    """

    said: str
    link: str = ""
    run: Any = None
    look: bytes = b""
    holder: Any = None
    nodes: tuple[Any, ...] = ()
    before: tuple[Any, ...] = ()

    @property
    def key(self) -> tuple[str, str, bool]:
        """What makes two tokens the same."""
        return self.said, self.link, bool(self.nodes)


class Row(msgspec.Struct, frozen=True):
    """The tokens of one paragraph, and the markers after the last."""

    tokens: tuple[Token, ...]
    after: tuple[Any, ...] = ()

    def parted(self, other: "Row") -> "Row":
        """Return the row with its words cut by those of ``other``."""
        known = {token.said for token in other.tokens}
        cut_ = (
            msgspec.structs.replace(token, said=part, before=() if number else token.before)
            for token in self.tokens
            for number, part in enumerate((token.said,) if token.nodes else parted(token.said, known))
        )
        return Row(tuple(cut_), self.after)


class Reader:
    """Reads paragraphs; ``target`` tells where the relation of a number leads."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def row(self, paragraph: Any) -> Row:
        """Return ``paragraph`` as tokens."""
        made: list[Token] = []
        before: list[Any] = []
        for token in self._content(paragraph, "", None):
            if isinstance(token, Token):
                made.append(msgspec.structs.replace(token, before=tuple(before)) if before else token)
                before = []
            else:
                before.append(token)
        return Row(tuple(made), tuple(before))

    def _content(self, parent: Any, link: str, holder: Any) -> Iterator[Any]:
        field: list[Any] = []
        depth = 0
        for child in parent:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name in _MARKERS or (name == "r" and child.find(qn("w:commentReference")) is not None):
                yield child
                continue
            sign = child.find(qn("w:fldChar")) if name == "r" else None
            kind = sign.get(qn("w:fldCharType")) if sign is not None else ""
            depth += (kind == "begin") - (kind == "end")
            if depth or kind == "end":
                field.append(child)
                if not depth:
                    yield Token(self._thing(field), link, holder=holder, nodes=tuple(field))
                    field = []
            elif name == "r":
                yield from self._run(child, link, holder)
            elif name == "hyperlink":
                yield from self._content(child, self._address(child), child)
            elif name not in ("pPr", ""):
                yield Token(self._thing([child]), link, holder=holder, nodes=(child,))
        if field:  # a field that does not end
            yield Token(self._thing(field), link, holder=holder, nodes=tuple(field))

    def _run(self, run: Any, link: str, holder: Any) -> Iterator[Token]:
        text: list[str] = []
        for child in run:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name == "t":
                text.append(child.text or "")
            elif name in _SIGNS and not child.get(qn("w:type")):
                text.append(_SIGNS[name])
            elif name not in ("rPr", "lastRenderedPageBreak"):
                yield Token(self._thing([run]), link, run=run, holder=holder, nodes=(run,))
                return
        seen = look(run.find(qn("w:rPr")))
        for word in cut("".join(text)):
            yield Token(word, link, run=run, look=seen, holder=holder)

    def _address(self, link: Any) -> str:
        number = link.get(qn("r:id"))
        return self._target(number) if number else "#" + (link.get(qn("w:anchor")) or "")

    def _thing(self, nodes: list[Any]) -> str:
        """Return what tells a thing from another: what it shows and says, not how large it is."""
        parts: list[str] = []
        for node in nodes:
            for element in node.iter():
                name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
                if name == "blip":
                    parts.append("picture " + self._target(element.get(qn("r:embed")) or ""))
                elif name == "docPr":
                    parts.append("alt " + (element.get("descr") or ""))
                elif name in ("footnoteReference", "endnoteReference"):
                    parts.append(name)  # notes are compared in themselves
                elif name in ("t", "instrText"):
                    parts.append(element.text or "")
                elif name == "br":
                    parts.append("break " + (element.get(qn("w:type")) or ""))
        return "\n".join(parts) or etree.tostring(nodes[0], method="c14n").decode()


def look(properties: Any) -> bytes:
    """Return the properties of a run (w:rPr, or None) in a form to compare."""
    if properties is None or not len(properties):
        return b""
    return etree.tostring(properties, method="c14n")
