"""What a page shows, element by element, as lines and blocks; a Notice for what has no place in the model."""

import re
from collections.abc import Callable, Container, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from publisher.interchange.html_lists import LISTS, Count, drawn
from publisher.interchange.lists import Label
from publisher.model import Block, Figure, Inline, PageBreak, Rule, Table
from publisher.readers import pictures
from publisher.readers.html import looks, tables
from publisher.readers.html.gathering import Blocks, State
from publisher.readers.html.lines import Line, Piece
from publisher.readers.html.notes import Notes
from publisher.readers.html.page import Page
from publisher.readers.html.shown import Shown
from publisher.readers.strips import raised
from publisher.report import Severity
from publisher.safety import safe_url

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"h[1-6]")
_PRE = ("pre", "listing", "xmp", "plaintext")
_EMBEDDED = ("iframe", "video", "audio", "object", "embed", "canvas", "applet")
_CREDIT = frozenset(["credit", "credits", "copyright", "photographer", "attribution"])


class Flow:
    """Reads elements; ``skip`` are those that are not the article's.

    Where it is ``exact``, the elements say all, and a line is nothing for its looks.
    ``labels`` has those of items that the elements do not number.
    """

    def __init__(
        self,
        page: Page,
        shown: Shown,
        notes: Notes,
        skip: Container[Any],
        prefix: str = "p",
        *,
        exact: bool = False,
        labels: Mapping[Any, Label | None] | None = None,
    ) -> None:
        self._page = page
        self._shown = shown
        self._notes = notes
        self._skip = skip
        self._prefix = prefix
        self._line = Line()
        self._beside: list[Figure] = []  # pictures that stand in the line
        self._word_item: Label | None = None  # of an item as Word draws it
        self._labels = labels or {}
        self._counts: list[tuple[Count, bool]] = []  # of the lists around, and whether they are laid out
        self._lists = 0
        self._exact = exact
        self._blocks = Blocks(prefix, exact=exact)
        self._leaves: dict[str, Callable[[Any, State], None]] = {
            "br": self._break, "hr": self._rule, "img": self._picture, "rt": self._reading,
            "svg": self._drawing, "math": self._formula, **dict.fromkeys(_EMBEDDED, self._embedded),
        }  # fmt: skip

    def read(self, element: "_Element") -> list[Block]:
        """Return the blocks in ``element``, in the order of the page."""
        from lxml import etree

        states: list[State] = [State()]
        passed: Any = None  # the element that is not looked into
        walker = etree.iterwalk(element, events=("start", "end"))
        for event, node in walker:
            if event == "start":
                state = self._start(node, states[-1], within=node is not element)
                if state is None:
                    passed = node
                    walker.skip_subtree()
                    continue
                states.append(state)
                if node.text:
                    self._put(node.text, state)
                continue
            if node is not passed:
                self._end(node, states.pop())
            if node.tail and node is not element:
                self._put(node.tail, states[-1])
        self._flush(State())
        return self._blocks.blocks(partial(self._page.note, "list-flattened"))

    def _start(self, element: Any, above: State, *, within: bool) -> State | None:
        """Return the state in ``element``; None where it was read, or is not to be."""
        tag = element.tag
        if tag in looks.UNREAD or element in self._skip or element in self._notes.passages:
            return None
        if looks.is_hidden(element):
            self._tell_hidden(element)
            return None
        if tag in looks.BLOCKS:
            self._flush(above)
            self._page_end(element)
        if leaf := self._leaves.get(tag):
            leaf(element, above)
            if tag != "embed":  # the parser takes what follows for its content
                return None
        if tag == "table" and within and (self._exact or tables.is_data(element)):
            self._table(element)
            return None
        if element in self._notes.texts:
            self._line.add(Piece(note=self._notes.texts[element]))
            return None
        if tag == "span" and "mso-list" in element.get("style", "") and "gnore" in element.get("style"):
            self._word_item = drawn(element)
            return None
        return self._state(element, above)

    def _state(self, element: Any, above: State) -> State:
        tag = element.tag
        block = tag in looks.BLOCKS
        kind = self._kind(element, above) if block else above.kind
        url = above.url
        if tag in LISTS:
            self._open_list(element)
        elif tag == "li" and self._counts:
            self._open_item(element)
        elif tag == "a":
            url = self._link(element)
        elif tag == "q":
            self._put("“", above)
        elif tag in ("s", "strike", "del"):
            said = " ".join("".join(element.itertext()).split())
            self._note_if(said, "strike-dropped", f"struck-out text is kept as text: {said[:40]}")
        return State(
            strong=(self._exact or not _HEADING.fullmatch(kind)) and looks.strong(element, above.strong),
            stressed=looks.stressed(element, above.stressed),
            centred=looks.centred(element, above.centred) if block else above.centred,
            url=url,
            shift=tag if tag in ("sup", "sub") else above.shift,
            kept=above.kept or tag in _PRE,
            kind=kind,
            classes=looks.words(element) if block else above.classes,
        )

    @staticmethod
    def _kind(element: Any, above: State) -> str:
        if _HEADING.fullmatch(element.tag):
            return str(element.tag)
        if element.get("role") == "heading":
            level = element.get("aria-level", "2")
            return f"h{level if level in tuple('123456') else 2}"
        return {"blockquote": "quote", "figcaption": "caption"}.get(element.tag, above.kind)

    def _end(self, element: Any, state: State) -> None:
        tag = element.tag
        if tag == "q":
            self._put("”", state)
        elif tag in ("sup", "sub"):
            self._shift(tag)
        if tag not in looks.BLOCKS:
            return
        self._flush(state)
        if tag == "li" and self._counts:
            self._blocks.close_item()
        elif tag in LISTS:
            self._counts.pop()
        elif tag == "figcaption":
            self._blocks.credit(_credit(element))

    # ── What is one thing ────────────────────────────────────────────────────

    def _page_end(self, element: Any) -> None:
        if "break" in element.get("style", "") or "page-break" in element.get("class", ""):
            look = looks.style(element)
            ends = (look.get(f"{kind}break-{side}") for kind in ("page-", "") for side in ("before", "after"))
            if set(ends) & {"always", "page"} or "page-break" in element.get("class", ""):
                self._blocks.add(PageBreak(self._blocks.key()))

    def _rule(self, element: Any, above: State) -> None:  # noqa: ARG002 - a leaf
        if "page-break" not in f"{element.get('class', '')} {element.get('style', '')}":
            self._blocks.add(Rule(self._blocks.key()))

    def _break(self, element: Any, above: State) -> None:
        if "page-break" in element.get("style", ""):
            self._flush(above)
            self._page_end(element)
        else:
            self._line.add(Piece(end=True))

    def _picture(self, element: Any, above: State) -> None:
        asset = self._shown.picture(element)
        if asset is None:
            return
        if above.url:
            self._page.note("link-dropped", "links on pictures were left out", severity=Severity.INFO)
        alt = " ".join(element.get("alt", "").split())
        figure = Figure(self._blocks.key(), asset.name, "" if pictures.SAYS_NOTHING.fullmatch(alt) else alt)
        if self._line.is_open():
            self._beside.append(figure)
        else:
            self._flush(above)
            self._blocks.add(figure)

    def _reading(self, element: Any, above: State) -> None:  # noqa: ARG002 - a leaf
        said = "".join(element.itertext()).strip()
        self._note_if(said, "ruby-dropped", f"the reading {said!r} over the text was left out")

    def _embedded(self, element: Any, above: State) -> None:  # noqa: ARG002 - a leaf
        where = element.get("src") or element.get("data") or ""
        self._page.note("object-dropped", f"what the page embeds ({element.tag}) was left out: {where[:100]}")

    def _drawing(self, element: Any, above: State) -> None:  # noqa: ARG002 - a leaf
        said = " ".join(" ".join(element.itertext()).split())
        self._note_if(said, "drawing-dropped", f"a drawing was left out: {said[:80]}")

    def _formula(self, element: Any, above: State) -> None:
        parts = ["".join(e.itertext()).strip() for e in element.iter("mi", "mn", "mo", "mtext", "ms")]
        said = "".join(parts) or " ".join("".join(element.itertext()).split())
        self._page.note("math-flattened", f"a formula was set in one line: {said[:60]}")
        self._put(said, above)

    def _tell_hidden(self, element: Any) -> None:
        said = " ".join(" ".join(element.itertext()).split())
        self._note_if(said, "hidden-text-dropped", f"hidden text was left out: {said[:80]}")

    def _note_if(self, said: str, code: str, message: str) -> None:
        if said:
            self._page.note(code, message)

    def _link(self, element: Any) -> str:
        href = element.get("href", "").strip()
        if not href or href.startswith("#") or not "".join(element.itertext()).strip():
            return ""
        url = safe_url(self._page.address(href))
        if not url:
            self._page.note("link-dropped", f"the link to {href[:80]!r} was left out, its words kept")
        return url

    def _shift(self, tag: str) -> None:
        text = self._line.shifted()
        if not text.strip():
            return
        found = raised(text, lowered=tag == "sub")
        if not found:
            self._page.note("shift-dropped", f"raised or lowered text stands on the line: {text[:40]}")
        self._line.unshift(found)

    # ── Lists and tables ─────────────────────────────────────────────────────

    def _open_list(self, element: Any) -> None:
        laid_out = all(out for _, out in self._counts) and any(map(_is_layout, element.iterchildren("li")))
        self._lists += 1
        self._blocks.end_lines()
        self._counts.append((Count(element, len(self._counts), str(self._lists)), laid_out))

    def _open_item(self, element: Any) -> None:
        count, laid_out = self._counts[-1]
        counted = count.label(element)
        self._blocks.open_item(self._labels.get(element, counted), laid_out=laid_out)

    def _table(self, element: Any) -> None:
        key = self._blocks.key()
        figures: list[Figure] = []

        def cell(inside: Any) -> tuple[Inline, ...]:
            flow = Flow(self._page, self._shown, self._notes, self._skip, f"{key}x", labels=self._labels)
            lines: list[tuple[Inline, ...]] = []
            for block in flow.read(inside):
                if isinstance(block, Figure):
                    figures.append(msgspec.structs.replace(block, key=self._blocks.key()))
                else:
                    if isinstance(block, Table):
                        self._page.note("table-flattened", "a table in a cell was set as lines of it", key)
                    lines += tables.lines(block)
            return Line.as_one(lines)

        made, told = tables.read(element, key, cell)
        for code, message in told:
            self._page.note(code, message, key)
        if made.rows or made.head:
            self._blocks.add(made)
        if figures:
            self._page.note("picture-moved", "pictures in a table stand after it", key)
        for figure in figures:
            self._blocks.add(figure)

    # ── Lines ────────────────────────────────────────────────────────────────

    def _put(self, text: str, state: State) -> None:
        lines = text.split("\n") if state.kept else [text]
        for number, part in enumerate(lines):
            if number:
                self._line.add(Piece(end=True))
            if part:
                shift = bool(state.shift)
                self._line.add(Piece(part, state.strong, state.stressed, state.url, shift))

    def _flush(self, state: State) -> None:
        """Make blocks of the line that ends here; pictures that stood in it follow."""
        paragraphs = self._line.paragraphs(one=bool(_HEADING.fullmatch(state.kind)))
        self._line = Line()
        label, self._word_item = self._word_item, None
        for inlines in paragraphs:
            if label is not None:
                self._blocks.item(inlines, label, state)
                label = None
            else:
                self._blocks.text(inlines, state)
        beside, self._beside = self._beside, []
        for figure in beside:
            self._blocks.add(figure)


def _is_layout(item: Any) -> bool:
    """Tell an item that is no item of a list of ours: with a heading, a table or paragraphs in it."""
    inside = [e for e in item.iter() if next(e.iterancestors("li"), None) is item]
    paragraphs = sum(e.tag == "p" and bool("".join(e.itertext()).strip()) for e in inside)
    return paragraphs > 1 or any(e.tag in ("table", "figure", "h1", "h2", "h3", "h4") for e in inside)


def _credit(caption: Any) -> str:
    """Return what a caption sets apart at its end as the picture's credit."""
    for element in caption.iter():
        named = element.tag in ("small", "cite") or looks.words(element) & _CREDIT
        if element is not caption and named:
            return " ".join("".join(element.itertext()).split())
    return ""
