"""Bodies in which one block stands beside another that it could be taken for a part of."""

import msgspec

from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from tests.conftest import PICTURE

_LEAD = "青岚图书馆本周六向读者开放新的阅览室，全年不休。"
_END = "开放日的安排将在馆内张贴，欢迎读者前来。"


def _said(*parts: Inline | str) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def _p(*parts: Inline | str) -> Paragraph:
    return Paragraph("", _said(*parts))


def _h(level: int, *parts: Inline | str) -> Heading:
    return Heading("", _said(*parts), level)


def _q(*parts: Inline | str) -> Quote:
    return Quote("", _said(*parts))


def _list(*items: Inline | str, ordered: bool = False) -> List:
    return List("", tuple(ListItem("", _said(item)) for item in items), ordered)


def _figure(caption: str = "", credit: str = "", alt: str = "阅览室") -> Figure:
    return Figure("", PICTURE.name, alt, _said(caption) if caption else (), credit)


def _table(*rows: tuple[str, ...], head: tuple[str, ...] = (), caption: str = "") -> Table:
    def cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(Cell("", _said(text) if text else ()) for text in row)

    return Table("", tuple(map(cells, rows)), cells(head), _said(caption) if caption else ())


_ROWS = (("一层", "40席"), ("二层", "60席"))

BODIES: dict[str, tuple[Block, ...]] = {
    "a picture that says nothing under it": (_figure(), _p("阅览室在湖边。")),
    "a picture with a credit alone": (_figure(credit="李某 摄"), _p(_END)),
    "a picture with a caption and a credit": (_figure("新的阅览室", "李某 摄"), _p(_END)),
    "a credit that its caption has too": (_figure("新的阅览室。李某 摄", "李某 摄"), _p(_END)),
    "two pictures": (_figure(), _figure("新的阅览室"), _figure()),
    "a picture without words": (_figure(alt=""), _p(_END)),
    "a picture before a table": (_figure(), _table(*_ROWS, head=("楼层", "座位"))),
    "a picture before a table with a caption": (
        _figure(),
        _table(*_ROWS, head=("楼层", "座位"), caption="表1 座位"),
    ),
    "a picture before a list": (_figure("新的阅览室"), _list("一层", "二层")),
    "a picture before a line with a sign": (_figure(), _p("▲阅览室的座位都在窗边。")),
    "a picture before emphasis": (_figure(), _p(Emphasis((Text("阅览室在湖边"),)))),
    "a table without a head": (_table(*_ROWS), _p(_END)),
    "a table with a caption and no head": (_table(*_ROWS, caption="座位的分布"), _p(_END)),
    "a table with an empty cell": (_table(("一层", ""), ("", "60席"), head=("楼层", "座位")),),
    "a table of one row": (_table(("一层", "40席")), _p(_END)),
    "a table of one column": (_table(("一层",), ("二层",), head=("楼层",)), _p(_END)),
    "two tables": (_table(*_ROWS, head=("楼层", "座位")), _table(*_ROWS, head=("楼层", "人数"))),
    "a line before a table": (_p("表1 座位的分布如下。"), _table(*_ROWS, head=("楼层", "座位"))),
    "a line before a table, like a caption": (_p("表1 座位"), _table(*_ROWS, head=("楼层", "座位"))),
    "a list before a table": (_list("一层", "二层"), _table(*_ROWS, head=("楼层", "座位"))),
    "headings of the second level alone": (_h(2, "（一）座位"), _p(_END), _h(2, "（二）时间"), _p(_END)),
    "a level left out": (_h(1, "一、座位"), _p(_END), _h(3, "窗边的座位"), _p(_END)),
    "a heading with strong words": (_h(1, "关于", Strong((Text("座位"),)), "的说明"), _p(_END)),
    "a short line that is strong": (_p(Strong((Text("座位有限"),))), _p(_END)),
    "a short line with strong words": (_p("座位", Strong((Text("有限"),))), _p(_END)),
    "headings in a row": (_h(1, "一、座位"), _h(2, "（一）一层"), _p(_END)),
    "quotations in a row": (_q("“座位很好。”"), _q("“时间也好。”"), _p(_END)),
    "a quotation with a line end": (_q("“座位很好。”", LineBreak(), "“时间也好。”"), _p(_END)),
    "a quotation before a list": (_q("“座位很好。”"), _list("一层"), _q("“时间也好。”")),
    "lists of a kind in a row": (_list("一层", "二层"), _list("三层"), _p(_END)),
    "numbered lists in a row": (_list("一层", "二层", ordered=True), _list("三层", ordered=True), _p(_END)),
    "lists of two kinds": (_list("一层"), _list("二层", ordered=True), _list("三层")),
    "a list between lines": (_p("座位如下："), _list("一层"), _p("时间如下："), _list("九时"), _p(_END)),
    "items with marks": (
        _list(Strong((Text("一层"),)), Link("https://x.example/a", (Text("二层"),)), NoteRef("在建")),
    ),
    "an item like a number": (_list("1. 一层", "（二）二层"), _p(_END)),
    "an item with lines like items": (
        List(
            "",
            tuple(
                ListItem("", _said("一层", LineBreak(), f"{sign}东侧", LineBreak(), f"{sign}西侧"))
                for sign in ("• ", "1) ", "(1) ", "a. ", "（一）", "1.1 ", "- ", "3. ")
            ),
            True,
        ),
        _p(_END),
    ),
    "a line like an item": (_p("- 一层"), _p("1. 二层"), _p("（三）三层有一个很大的露台。")),
    "a line end in a paragraph": (_p("地址：湖边路1号", LineBreak(), "时间：九时"), _p(_END)),
    "marks in marks": (_p("见", Link("https://x.example/", (Strong((Text("主页"),)),)), "。"), _p(_END)),
    "marks that touch": (_p(Strong((Text("座位"),)), Emphasis((Text("很好"),)), "。"), _p(_END)),
    "notes in a row": (_p("座位", NoteRef("一层。"), NoteRef("二层。"), "很好。"), _p(_END)),
    "notes all over": (
        _q("“很好”", NoteRef("采访。")),
        _list(NoteRef("在建")),
        Table("", ((Cell("", _said("一层", NoteRef("不含走廊"))), Cell("", _said("40席"))),)),
        Figure("", PICTURE.name, "阅览室", _said("阅览室", NoteRef("三月"))),
    ),
    "rules": (Rule(""), _p(_END), Rule(""), _h(1, "一、座位"), Rule(""), _list("一层"), Rule("")),
    "page ends": (_figure(), PageBreak(""), _h(1, "一、座位"), PageBreak(""), _list("一层"), PageBreak("")),
    "a page end before a table": (PageBreak(""), _table(*_ROWS, head=("楼层", "座位")), _p(_END)),
    "a page end before a picture": (PageBreak(""), _figure("新的阅览室"), _p(_END)),
    "spaces and signs": (_p("a b*c_d#e|f<g>&amp;h [i](j) ~k~ \\l $m$"), _p(_END)),
}


def _keyed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    made: list[Block] = []
    for number, block in enumerate(blocks, 1):
        key = f"b{number}"
        named = msgspec.structs.replace(block, key=key)
        if isinstance(named, List):
            items = (msgspec.structs.replace(i, key=f"{key}.{n}") for n, i in enumerate(named.items, 1))
            named = msgspec.structs.replace(named, items=tuple(items))
        elif isinstance(named, Table):
            rows = tuple(
                tuple(msgspec.structs.replace(c, key=f"{key}.{r}.{n}") for n, c in enumerate(row, 1))
                for r, row in enumerate((named.head, *named.rows))
            )
            named = msgspec.structs.replace(named, head=rows[0], rows=rows[1:])
        made.append(named)
    return tuple(made)


ARTICLES = {
    name: Article(Meta(language="zh-Hans", headline="图书馆周六开放"), _keyed((_p(_LEAD), *body)), (PICTURE,))
    for name, body in BODIES.items()
}
