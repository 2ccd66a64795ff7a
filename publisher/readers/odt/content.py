"""The content of an OpenDocument text as elements of a page: p, h1, ul, table, figure, and their styles."""

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from publisher.interchange.lists import Label, labelled
from publisher.model import Text
from publisher.package import Package
from publisher.readers.html.notes import Notes
from publisher.readers.html.page import Page
from publisher.readers.odt import elements, own
from publisher.readers.odt.elements import SHAPES, SILENT
from publisher.readers.odt.inlines import Inlines
from publisher.readers.odt.numbers import Numbers
from publisher.readers.odt.styles import Styles, attribute, local
from publisher.readers.own import Own, unmarked
from publisher.report import Severity
from publisher.walk import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = {"title": "headline", "标题": "headline", "subtitle": "subhead", "副标题": "subhead"}
_QUOTES = frozenset(("quotations", "quote", "intense quote", "block text", "引文", "引用", "明显引用"))
_CAPTIONS = frozenset(
    ("caption", "illustration", "figure", "table", "drawing", "text", "题注", "image caption",
     "table caption", "figurecaption", "tablecaption", "figure caption", "插图", "图", "表")
)  # fmt: skip
_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-9])")
_RULES = frozenset(("horizontal line", "水平线"))
_CONTENTS = frozenset(
    ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
     "alphabetical-index")
)  # fmt: skip
_MOST_REPEATED = 60


class Content:
    """Makes elements of a page; ``titles``, ``authors``, ``notes`` and ``labels`` stand apart from them."""

    def __init__(self, styles: Styles, page: Page, package: Package, own: Own | None = None) -> None:
        self._styles = styles
        self._own = own
        self._page = page
        self._package = package
        self._numbers = Numbers(styles)
        self._begun = False
        self._lists = 0
        self.titles: dict[str, str] = {}
        self.authors: tuple[str, ...] = ()
        self.notes = Notes()
        self.labels: dict[Any, Label | None] = {}  # of items
        self._inlines = Inlines(styles, self.notes, self._frame, self._tell)

    def read(self, text: "_Element") -> Any:
        """Return the body of a page that says what ``text`` says."""
        root = elements.made("div")
        self._flow(text, root)
        return root

    # ── Blocks ───────────────────────────────────────────────────────────────

    def _flow(self, parent: Any, into: Any) -> None:
        for element in parent:
            match local(element):
                case "p" | "h" | "list" | "table" if self._is_other(element):
                    pass
                case "p" | "h":
                    self._paragraph(element, into)
                case "list":
                    self._list(element, into, "", 1)
                case "table":
                    self._table(element, into)
                case "section":
                    self._section(element, into)
                case kind if kind in _CONTENTS:
                    said = elements.said(element)
                    self._tell("contents-dropped", f"of the contents was left out: {said}", Severity.INFO)
                case "bibliography" | "index-body" | "index-title" | "numbered-paragraph":
                    self._flow(element, into)
                case "tracked-changes":
                    self._tell("changes-accepted", "tracked changes were accepted", Severity.INFO)
                case "frame" | "a" | "g":
                    self._frame(element, into)
                case kind if kind in SHAPES:
                    self._frame(element, into)
                case kind if kind and kind not in SILENT:
                    if said := elements.said(element):
                        self._tell(
                            "element-dropped", f"what the document calls {kind!r} was left out: {said}"
                        )

    def _is_other(self, element: Any) -> bool:
        """Tell what a document of ours says in its second language."""
        if self._own is None or not self._own.bilingual:
            return False
        return self._own.is_other(
            self._title(next((e for e in element.iter() if local(e) in ("p", "h")), None))
        )

    def _title(self, paragraph: Any) -> str:
        style = attribute(paragraph, "style-name") if paragraph is not None else ""
        return self._styles.title("paragraph", style)

    def _section(self, element: Any, into: Any) -> None:
        if attribute(element, "display") == "none":
            self._tell("hidden-text-dropped", f"hidden text was left out: {elements.said(element)}")
            return
        source = next((e for e in element if local(e) == "section-source"), None)
        if source is not None:
            self._tell("part-dropped", f"the linked text {attribute(source, 'href')[:80]!r} was not fetched")
        self._flow(element, into)

    def _paragraph(self, element: Any, into: Any, label: str = "") -> None:
        style = attribute(element, "style-name")
        title = unmarked(self._title(element)) if self._own else self._title(element)
        name = title.lower()
        if self._styles.value("paragraph", style, "display") == "none":
            self._tell("hidden-text-dropped", f"hidden text was left out: {elements.said(element)}")
            return
        if self._own and self._own.take(title, own.inlines(element)):
            return
        level = attribute(element, "outline-level") if local(element) == "h" else ""
        if not level and (heading := _HEADING.fullmatch(name)):
            level = heading[1]
        made = elements.made(f"h{min(max(int(level), 1), 6)}" if level.isdigit() else "p")
        if name in _RULES or (name == "rule" and not elements.said(element)):
            made.tag = "hr"
        look = [
            f"font-weight:{weight}"
            for weight in [self._styles.value("paragraph", style, "font-weight")]
            if weight and made.tag == "p"
        ]
        if self._styles.value("paragraph", style, "text-align") == "center":
            look.append("text-align:center")
        if self._styles.begins_page(element):
            look.append("page-break-before:always")
        if look:
            made.set("style", ";".join(look))
        if name in _CAPTIONS:
            made.set("class", "caption")
            of_table = self._styles.value("paragraph", style, "keep-with-next") == "always"
            if self._own and not of_table:
                made.tag = "figcaption"
        if level.isdigit() and not label:
            label = self._numbers.heading(
                int(level), unnumbered=attribute(element, "is-list-header") == "true"
            )
        if label:
            elements.put(made, label)
        self._inlines.put(element, made)
        self._placed(made, name, into)
        after = self._styles.value("paragraph", style, "break-after")
        if after == "page":
            into.append(elements.made("hr", **{"class": "page-break"}))

    def _placed(self, made: Any, name: str, into: Any) -> None:
        """Set a paragraph, its pictures before or behind it; a title of the document is none."""
        before, beside, self._inlines.beside = [], self._inlines.beside, []
        text = "".join(made.itertext()).strip()
        while beside and beside[0][0] and beside[0][1].tag == "img":
            before.append(beside.pop(0)[1])
        said = " ".join(text.split())
        if name in _TITLES and _TITLES[name] not in self.titles and not self._begun and said:
            self.titles[_TITLES[name]] = said
            made = None
        elif name == "author" and not self._begun and said:
            self.authors += tuple(filter(None, re.split(r"\s*[,，、;；]\s*|\s+and\s+", said)))
            made = None
        self._begun = self._begun or len(text) > 40
        for image in before:
            into.append(image)
        if made is not None:
            quote = name in _QUOTES
            target = into if not quote else elements.made("blockquote")
            target.append(made)
            if quote:
                into.append(target)
        for _, thing in beside:
            if thing.tag == "div":
                self._tell("text-box", "a text box stands after its paragraph", Severity.INFO)
            into.append(thing)

    def _list(self, element: Any, into: Any, style: str, level: int) -> None:
        """Set a list, its items with their labels; an item that is a heading stands outside."""
        style = attribute(element, "style-name") or style or self._style_within(element)
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        self._lists += 1
        list_id = style if goes_on else f"{style} {self._lists}"
        if not goes_on:
            self._numbers.restart(style, level)
        made: Any = None
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            first = next((local(child) for child in item), "")
            label: Label | None = None
            if local(item) == "list-item" and first in ("p", "h"):
                label = self._numbers.item(style, level, attribute(item, "start-value"), list_id)
            if first == "h":
                made = None
                self._item(item, into, style, level, plain(labelled(label, (Text(""),))))
                continue
            if made is None:
                made = elements.made("ol")
                into.append(made)
            holder = elements.made("li")
            self.labels[holder] = label
            made.append(holder)
            self._item(item, holder, style, level, "")

    def _item(self, item: Any, into: Any, style: str, level: int, label: str) -> None:
        for child in item:
            if local(child) in ("p", "h"):
                self._paragraph(child, into, label)
                label = ""
            elif local(child) == "list":
                self._list(child, into, style, level + 1)
            else:
                self._flow([child], into)

    def _style_within(self, element: Any) -> str:
        for child in element.iter():
            if local(child) == "p":
                return self._styles.list_of(attribute(child, "style-name"))
        return ""

    def _table(self, element: Any, into: Any) -> None:
        rows = [
            e for e in element.iter() if local(e) == "table-row" and elements.nearest(e, "table") is element
        ]
        if self._own and self._is_side_by_side(rows):
            for row in rows:
                for cell in row:
                    self._flow(cell, into)
            return
        made = elements.made("table", role="table")
        head = elements.made("thead")
        for row in rows:
            line = elements.made("tr")
            for cell in row:
                if local(cell) != "table-cell":
                    continue
                wide, high = attribute(cell, "number-columns-spanned"), attribute(cell, "number-rows-spanned")
                held = elements.made("td", colspan=wide or "1", rowspan=high or "1")
                self._flow(cell, held)
                repeated = attribute(cell, "number-columns-repeated")
                line.append(held)  # itself: its notes are known by their elements
                for _ in range(min(int(repeated), _MOST_REPEATED) - 1 if repeated.isdigit() else 0):
                    line.append(deepcopy(held))
            in_head = local(elements.nearest(row, "table-header-rows", "table")) == "table-header-rows"
            (head if in_head or self._is_head(row) else made).append(line)
        if len(head):
            made.insert(0, head)
        into.append(made)

    def _is_side_by_side(self, rows: list[Any]) -> bool:
        """Tell the table that two languages stand in from one of the article's."""
        lines = (e for row in rows for cell in row for e in cell if local(e) in ("p", "h"))
        return any(not self._title(line).startswith("Table ") for line in lines)

    def _is_head(self, row: Any) -> bool:
        """Tell a head of ours, which LibreOffice saves as a row where it stands in another table."""
        styles = {unmarked(self._title(e)) for cell in row for e in cell if local(e) == "p"}
        return self._own is not None and styles == {"Table Head"}

    # ── Frames ───────────────────────────────────────────────────────────────

    def _frame(self, element: Any, into: Any) -> None:
        """Set the pictures, text boxes and formulas of a frame or a shape."""
        kind = local(element)
        words = {local(e): elements.said(e) for e in element if local(e) in ("desc", "title")}
        alt = words.get("desc") or words.get("title") or ""
        found = False
        for child in element:
            match local(child):
                case "text-box":
                    box = elements.made("div")
                    self._flow(child, box)
                    into.append(box)
                    found = True
                case "image" if not found:
                    name = attribute(child, "href").removeprefix("./")
                    into.append(elements.made("img", src=f"part:{name}", alt=alt))
                    found = True
                case "object" | "object-ole" | "plugin" | "applet" | "floating-frame":
                    found = self._object(child, into)
                case "frame" | "g" | "a" | "custom-shape":
                    self._frame(child, into)
                    found = True
                case "p" | "h" | "list" if kind in SHAPES:
                    box = elements.made("div")
                    self._flow([child], box)
                    if elements.said(child):
                        into.append(box)
                        found = True
                case "table":
                    self._flow([child], into)
                    found = True
        if not found and kind != "g":
            self._tell("drawing-dropped", f"a drawing was left out{': ' + alt if alt.strip() else ''}")

    def _object(self, element: Any, into: Any) -> bool:
        """Set a formula in one line; every other object is left out, the picture of it too."""
        name = attribute(element, "href").removeprefix("./").rstrip("/")
        part = f"{name}/content.xml"
        if part in self._package.names:
            root = self._package.xml(part)
            if local(root) == "math":
                said = "".join(
                    elements.said(e) for e in root.iter() if local(e) in ("mi", "mn", "mo", "mtext")
                )
                self._tell("math-flattened", f"a formula was set in one line: {said[:60]}")
                into.append(elements.made("span"))
                into[-1].text = said
                return True
        self._tell("object-dropped", "an embedded object was left out")
        return True

    def _tell(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self._page.note(code, message[:300], severity=severity)
