"""Articles of any kind for round trips: whatever the model holds, in the one form that says it."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import strategies as st

from publisher.model import (
    Article,
    Block,
    Cell,
    Contact,
    Credit,
    CreditRole,
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
    Official,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from tests.conftest import PICTURE

_CHARACTERS = "aZ9 云汀，。“”《》…—·￥%#*_`~[](){}<>&|\\/!+-=.:;?'\"^$@"
_URLS = (
    "https://x.example/a_b*c?d=1&copy=2",
    "https://x.example/路(一)/",
    "mailto:press@x.example",
    "tel:+86318",
)


def _tidy(text: str) -> str:
    return " ".join(text.split())


words = st.text(_CHARACTERS, min_size=1, max_size=14).map(_tidy).filter(bool)
"""A line of text without spaces at its ends or two in a row."""

line = st.one_of(
    words, st.sampled_from(("1. 号", "- a", "# b", "---", "===", "+", "> c", "[^1]: d", "<br>", "a | b"))
)
sentence = st.tuples(line, st.sampled_from(("", "完。", " ends."))).map("".join)


def _joined(parts: list[Inline]) -> tuple[Inline, ...]:
    """Return ``parts`` in the form that readers give: no two of one kind beside each other, no empty edges."""
    made: list[Inline] = []
    for node in parts:
        last = made[-1] if made else None
        if isinstance(node, Text) and isinstance(last, Text):
            made[-1] = Text(_tidy(last.text + node.text))
        elif (type(node) is type(last) and not isinstance(node, NoteRef)) or (
            isinstance(node, LineBreak) and last is None
        ):
            continue
        else:
            made.append(node)
    while made and isinstance(made[-1], LineBreak):
        made.pop()
    return tuple(made) or (Text("a"),)


plain_text = words.map(Text)
notes = sentence.map(NoteRef)
inner = st.lists(st.one_of(plain_text, notes), min_size=1, max_size=2).map(lambda p: _joined([Text("b"), *p]))
marked: st.SearchStrategy[Inline] = st.one_of(
    inner.map(Strong),
    inner.map(Emphasis),
    inner.map(lambda c: Strong((Text("c"), Emphasis(c)))),
    st.tuples(st.sampled_from(_URLS), words).map(lambda p: Link(p[0], (Text(p[1]),))),
)
inlines = st.lists(
    st.one_of(sentence.map(Text), marked, notes, st.just(LineBreak())), min_size=1, max_size=5
).map(lambda parts: _joined([Text("始"), *parts]) if isinstance(parts[0], NoteRef) else _joined(parts))
one_line = st.lists(st.one_of(words.map(Text), marked), min_size=1, max_size=3).map(_joined)
"""Inlines without a line end or a note."""


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table whose rows are of one length."""
    width = draw(st.integers(1, 3))
    cell = st.one_of(st.just(()), inlines)

    def row(name: str) -> tuple[Cell, ...]:
        return tuple(Cell(f"{name}{n}", draw(cell)) for n in range(width))

    head = tuple(Cell(f"h{n}", draw(one_line)) for n in range(width)) if draw(st.booleans()) else ()
    rows = tuple(row(f"r{n}.") for n in range(draw(st.integers(1, 3))))
    return Table("t", rows, head, draw(st.one_of(st.just(()), one_line)))


def _figure(parts: tuple[str, tuple[Inline, ...], str]) -> Figure:
    alt, caption, credit = parts
    return Figure("f", PICTURE.name, alt, caption, credit)


figures = st.tuples(words, st.one_of(st.just(()), one_line), st.one_of(st.just(""), words)).map(_figure)
lists = st.tuples(st.lists(inlines, min_size=1, max_size=3), st.booleans()).map(
    lambda p: List("l", tuple(ListItem(f"l.{n}", i) for n, i in enumerate(p[0])), p[1])
)
blocks: st.SearchStrategy[Block] = st.one_of(
    inlines.map(lambda i: Paragraph("p", i)),
    st.tuples(one_line, st.integers(1, 4)).map(lambda p: Heading("h", *p)),
    inlines.map(lambda i: Quote("q", i)),
    lists, tables(), figures, st.just(Rule("r")), st.just(PageBreak("b")),
)  # fmt: skip

_moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
    lambda at: at.replace(microsecond=0, tzinfo=ZoneInfo("Asia/Shanghai"))
)
_text = st.one_of(st.just(""), words)
_contacts = st.builds(
    Contact, name=words, organisation=_text, phone=_text, email=_text, url=_text, address=_text,
    labels=st.lists(st.tuples(st.sampled_from(("name", "phone", "")), words), max_size=2).map(tuple),
)  # fmt: skip
_official = st.builds(
    Official, number=_text, signatory=_text, addressees=_text, attachments=st.lists(words, max_size=2).map(tuple),
    notes=st.lists(words, max_size=2).map(tuple), copies=_text, printed_by=_text, printed=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2090, 1, 1))),
)  # fmt: skip


def _credit(role: CreditRole, names: list[str]) -> Credit:
    return Credit(role, tuple(names))


_boilerplate = st.lists(
    st.one_of(inlines.map(lambda i: Paragraph("bp", i)), one_line.map(lambda i: Heading("bp", i))), max_size=3
).map(tuple)
_credits = st.lists(st.sampled_from(CreditRole), unique=True, max_size=3).flatmap(
    lambda roles: st.tuples(
        *(
            st.lists(words, min_size=1, max_size=2, unique=True).map(partial(_credit, role))
            for role in sorted(roles, key=list(CreditRole).index)
        )
    )
)
metas = st.builds(
    Meta, language=st.sampled_from(("zh-Hans", "zh-Hant-TW", "en", "en-GB")), headline=words, kicker=_text, subhead=_text,
    source=_text, place=_text, issued=st.one_of(st.none(), _moments), embargo=st.one_of(st.none(), _moments),
    credits=_credits, summary=_text, keywords=st.lists(words, max_size=2, unique=True).map(tuple), boilerplate=_boilerplate,
    contacts=st.lists(_contacts, max_size=2).map(tuple), rights=_text, official=st.one_of(st.none(), _official),
)  # fmt: skip


def _article(parts: tuple[Meta, list[Block]]) -> Article:
    meta, body = parts
    pictured = any(isinstance(block, Figure) for block in body)
    official = None if meta.official == Official() else meta.official
    meta = msgspec.structs.replace(meta, official=official)
    return Article(meta, tuple(body), (PICTURE,) if pictured else ())


articles = st.tuples(metas, st.lists(blocks, min_size=1, max_size=5)).map(_article)
