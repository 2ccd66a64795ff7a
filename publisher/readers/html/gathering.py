"""Lines to blocks: which is a heading by its look, a caption, an item of a list, a quote."""

import re
from collections.abc import Callable

import msgspec

from publisher.interchange.lists import Label, Lists, labelled
from publisher.localization import front_matter
from publisher.model import (
    Block,
    Figure,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from publisher.readers.html.lines import Line
from publisher.readers.strips import HAN, cut, is_strong, trimmed, weak
from publisher.walk import plain

SENTENCE_END = re.compile(r"[。！？!?.；;…：:，,、](?:[”’」』）)\"']*)$")
SHORTEST_SENTENCE = 15
_HEADING = re.compile(r"h([1-6])")
_CAPTION_SIGN = re.compile(r"[▲△↑▼◀▶]\s*")
_OF_TABLE = re.compile(r"(?i)(?:表|table)\s*[\d一二三四五六七八九十.]")
_CAPTION_WORDS = frozenset(["caption", "desc", "figcaption", "tuzhu", "zhushi"])
_LONGEST_CAPTION = 80
LOOKED_LIKE = 4
"""The level of a heading that only looks like one: under those that are marked."""


class State(msgspec.Struct, frozen=True):
    """How text looks where it stands, and the block that its lines become: p, quote, caption, h1 to h6."""

    strong: bool = False
    stressed: bool = False
    centred: bool = False
    url: str = ""
    shift: str = ""
    kept: bool = False  # line ends count: pre
    kind: str = "p"
    classes: frozenset[str] = frozenset()


class OpenItem(msgspec.Struct):
    """An item that is being read; where its list is ``laid_out`` its lines are paragraphs."""

    label: Label
    laid_out: bool = False
    begun: bool = False
    lines: list[tuple[Inline, ...]] = []
    state: State = State()


class Blocks:
    """The blocks so far; keys begin with ``prefix``. What is ``exact`` is not told by its look."""

    def __init__(self, prefix: str, *, exact: bool = False) -> None:
        self._prefix = prefix
        self._exact = exact
        self._count = 0
        self._lists = Lists(self.key)
        self._items: list[OpenItem] = []  # that stand in one another
        self._in_text = False
        self._caption_key = ""  # of a line that is marked as one and has nothing over it
        self.found: list[Block] = []

    def key(self) -> str:
        """Return a key that no block has."""
        self._count += 1
        return f"{self._prefix}{self._count}"

    def add(self, block: Block) -> None:
        """Add a block that is no line."""
        self.end_lines()
        last = self.found[-1] if self.found else None
        idle = isinstance(block, Rule | PageBreak) and (last is None or isinstance(last, type(block)))
        if idle and not self._exact:
            return
        if isinstance(block, Table) and not block.caption and isinstance(last, Paragraph):
            text = plain(last.inlines)
            named = _OF_TABLE.match(text) and len(text) <= _LONGEST_CAPTION and not text.endswith(("。", "."))
            if (named and not self._exact) or last.key == self._caption_key:
                self.found.pop()
                block = msgspec.structs.replace(block, caption=last.inlines)
        self.found.append(block)

    def text(self, inlines: tuple[Inline, ...], state: State) -> None:
        """Add a line."""
        item = self._items[-1] if self._items else None
        if item is not None and not item.laid_out:
            item.lines.append(inlines)
            item.state = state
            return
        if item is not None and not item.begun:
            item.begun, inlines = True, labelled(item.label, inlines)
        self._paragraph(inlines, state)

    def _paragraph(self, inlines: tuple[Inline, ...], state: State) -> None:
        text = plain(inlines)
        if self._caption(inlines, text, state):
            return
        if found := _HEADING.fullmatch(state.kind):
            self.add(Heading(self.key(), inlines if self._exact else weak(inlines), int(found[1])))
        elif state.kind == "quote":
            self.add(Quote(self.key(), inlines))
        elif self._in_text and self._looks_like_heading(inlines, text):
            self.add(Heading(self.key(), weak(inlines), LOOKED_LIKE + 2))
        else:
            self.add(made := Paragraph(self.key(), inlines))
            if state.classes & _CAPTION_WORDS:
                self._caption_key = made.key
        if SENTENCE_END.search(text) and len(text) >= SHORTEST_SENTENCE:
            self._in_text = True

    def _looks_like_heading(self, inlines: tuple[Inline, ...], text: str) -> bool:
        strong = is_strong(inlines) and not self._exact
        return strong and _is_short(text) and not front_matter.is_end_mark(text)

    def _caption(self, inlines: tuple[Inline, ...], text: str, state: State) -> bool:
        """Give a line to the picture or table over it."""
        last = self.found[-1] if self.found else None
        if not isinstance(last, Figure | Table):
            return False
        marked = state.kind == "caption"
        if marked and last.caption:
            inlines = Line.as_one([last.caption, inlines])
        elif last.caption or (not marked and (self._exact or isinstance(last, Table))):
            return False
        elif not marked and not (sign := _CAPTION_SIGN.match(text)):
            named = state.classes & _CAPTION_WORDS and len(text) <= 2 * _LONGEST_CAPTION
            centred = state.centred and len(text) <= _LONGEST_CAPTION and not is_strong(inlines)
            if state.kind != "p" or not (named or centred) or _is_field(text):
                return False
        elif not marked and sign and isinstance(inlines[0], Text):
            inlines = trimmed((Text(inlines[0].text[sign.end() :]), *inlines[1:]))
        self.found[-1] = msgspec.structs.replace(last, caption=inlines)
        return True

    def credit(self, said: str) -> None:
        """Set the credit of the last picture apart from its caption, which ends with it."""
        last = self.found[-1] if self.found else None
        if not isinstance(last, Figure) or not said or not plain(last.caption).endswith(said):
            return
        caption = cut(last.caption, len(said))
        if caption != last.caption:
            caption = tuple(n for n in caption if plain((n,)).strip() or n is not caption[-1])
            self.found[-1] = msgspec.structs.replace(last, caption=trimmed(caption), credit=said)

    # ── Lists ────────────────────────────────────────────────────────────────

    def open_item(self, label: Label | None, *, laid_out: bool = False) -> None:
        """Begin an item; without a label it goes on with what stands before it."""
        self.end_lines()
        under = self._items[-1].label if self._items else Label("", False)
        self._items.append(OpenItem(label or under, laid_out, label is None))

    def close_item(self) -> None:
        """End the item that was begun last."""
        self.end_lines()
        if self._items:
            self._items.pop()

    def end_lines(self) -> None:
        """Add to their list the lines that the open item has so far."""
        if not self._items or not self._items[-1].lines:
            return
        *around, item = self._items
        inlines, item.lines = Line.as_one(item.lines), []
        for outer in around:
            if not outer.begun:
                outer.begun = True
                self.item((), outer.label, outer.state)
        if not item.begun:
            item.begun = True
            self.item(inlines, item.label, item.state)
        elif not self._lists.go_on(self.found, item.label, inlines):
            self._paragraph(inlines, item.state)

    def item(self, inlines: tuple[Inline, ...], label: Label, state: State) -> None:
        """Add an item to its list, or begin it; a number that no list of ours has begins a paragraph."""
        if not self._lists.add(self.found, label, inlines):
            self._paragraph(labelled(label, inlines), state)

    def blocks(self, tell: Callable[[str, str], object]) -> list[Block]:
        """Return the blocks, lists with their items; ``tell`` is told of lists in lists."""
        self._items.clear()
        return self._lists.filled(self.found, tell)


def _is_short(text: str) -> bool:
    most = 40 if HAN.search(text) else 90
    return len(text) <= most and not SENTENCE_END.search(text) and "\n" not in text


def _is_field(text: str) -> bool:
    """Tell a line of date and source, which may stand under a picture at the head."""
    return bool(front_matter.find_source(text)) or front_matter.find_date(text) is not None
