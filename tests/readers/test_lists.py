"""The numbers that an author saw before items stay, whatever stands in the list, in every format."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher import plugins
from publisher.contracts import Source
from publisher.interchange import fragment_reader
from publisher.model import Block, List, Table
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import png
from tests.readers import nested
from tests.readers.docx_files import parts as word
from tests.readers.nested import Parts, bullets, numbers

WRITTEN: dict[str, Callable[[Parts], bytes]] = {
    "md": nested.markdown,
    "html": nested.page,
    "docx": nested.document,
    "odt": nested.text,
}
BETWEEN = "A remark stands between the steps, and it is a sentence."
STEPS = numbers("Sign", ("Read", bullets("the rules", "the map")), "Return")


def _said(blocks: list[Block]) -> list[Any]:
    """Return paragraphs as they are said, lists as theirs, a numbered one behind its sign."""
    found: list[Any] = []
    for block in blocks:
        if isinstance(block, List):
            found.append((["#"] if block.ordered else []) + [plain(item.inlines) for item in block.items])
        elif isinstance(block, Table):
            found.append([[plain(cell.inlines) for cell in row] for row in block.rows])
        else:
            found.append((type(block).__name__, plain(block.inlines)) if hasattr(block, "inlines") else "")
    return [text[1] if text and text[0] == "Paragraph" else text for text in found]


def _read(suffix: str, data: bytes) -> list[Any]:
    reader: Any = plugins.load("readers", suffix)()
    blocks = reader.read(Source(f"a.{suffix}", data, Path()), Report()).blocks
    return _said(list(blocks)[1:-1])


def _page(body: str) -> list[Any]:
    html = f"<html><body><h1>{nested.HEAD}</h1><p>{nested.LEAD}</p>{body}<p>{nested.LAST}</p></body></html>"
    return _read("html", html.encode())


def _fragment(body: str) -> list[Any]:
    return _said(list(fragment_reader.read(body, Report()).blocks))


def _document(body: str, numbering: str, **more: Any) -> list[Any]:
    made = word.begin(nested.HEAD, nested.LEAD) + body + word.p(nested.LAST)
    return _read("docx", word.package(made, numbering=numbering, **more))


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize(
    ("parts", "read"),
    [
        ((STEPS,), [["#", "Sign", "Read\n• the rules\n• the map", "Return"]]),
        (
            (bullets("Card", ("Pen", numbers("blue", "black")), "Map"),),
            [["Card", "Pen\n1) blue\n2) black", "Map"]],
        ),
        (
            (
                numbers(
                    ("Sign", numbers("here", ("there", numbers("twice")))), "Go", ("Eat", numbers("well"))
                ),
            ),
            [["#", "Sign\n1) here\n2) there\n(1) twice", "Go", "Eat\n1) well"]],
        ),
        ((bullets("Card", ("Pen", bullets("blue")), "Map"),), [["Card", "Pen", "blue", "Map"]]),
        ((numbers(("Sign", bullets("here")), "Go", start=5),), ["5. Sign", ["here"], "6. Go"]),
        (
            (numbers("Sign", "Read"), BETWEEN, numbers("Return", "Go", start=3)),
            [["#", "Sign", "Read"], BETWEEN, "3. Return", "4. Go"],
        ),
        ((bullets("Card"), numbers("Sign"), bullets("Map")), [["Card"], ["#", "Sign"], ["Map"]]),
        ((numbers("Sign", "Read"), BETWEEN, numbers("Go")), [["#", "Sign", "Read"], BETWEEN, ["#", "Go"]]),
    ],
)
def test_a_list_is_read_with_the_numbers_that_its_author_saw(
    suffix: str, parts: Parts, read: list[Any]
) -> None:
    assert _read(suffix, WRITTEN[suffix](parts)) == read


@pytest.mark.parametrize("suffix", ["html", "docx", "odt"])
@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (
            (numbers("Sign", ("Read", numbers("rules", "map", form="lowerLetter")), "Go"),),
            [["#", "Sign", "Read\na. rules\nb. map", "Go"]],
        ),
        (
            (numbers(("Rooms", numbers("Blue", "Red")), "Hours", form="lowerLetter"),),
            ["a. Rooms", ["#", "Blue", "Red"], "b. Hours"],
        ),
        (
            (numbers(("Rooms of the house.", bullets("Blue")), "Hours of the day.", form="chineseCounting"),),
            ["一、Rooms of the house.", ["Blue"], "二、Hours of the day."],
        ),
    ],
)
def test_letters_and_han_numbers_stay_before_what_they_count(
    suffix: str, parts: Parts, read: list[Any]
) -> None:
    assert _read(suffix, WRITTEN[suffix](parts)) == read


# ── Pages ────────────────────────────────────────────────────────────────────

PAGES = pytest.mark.parametrize("read", [_page, _fragment])


@PAGES
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<ol><li>A</li><li value="4">B</li><li>C</li></ol>', [["#", "A"], "4. B", "5. C"]),
        ("<ol reversed><li>A</li><li>B</li></ol>", ["2. A", "1. B"]),
        ("<ol><li>A</li><li></li><li>C</li><li> </li></ol>", [["#", "A"], "3. C"]),
        ("<ol><li><ul><li>x</li></ul></li><li>B</li></ol>", [["#", "• x", "B"]]),
        ("<ol><li>A<ul><li>x</li></ul>so far</li><li>B</li></ol>", [["#", "A\n• x\nso far", "B"]]),
        ("<ol><li>A</li><ol><li>x</li></ol><li>B</li></ol>", [["#", "A\n1) x", "B"]]),
        ("<ul><li>A<ul><li>x<ol><li>k</ol></ul><li>B</ul>", [["A\n• x\n(1) k", "B"]]),
        ("<ol><li>A<div><ul><li>x</li></ul></div></li><li>B</li></ol>", [["#", "A\n• x", "B"]]),
        ('<ol style="list-style: none"><li>1、A</li><li>3、B</li></ol>', ["1、A", "3、B"]),
        ('<ol type="i"><li>A</li><li>B</li></ol>', ["i. A", "ii. B"]),
        ("<blockquote><p>So.</p><ol><li>A<ul><li>x</ul><li>B</ol></blockquote>",
         [("Quote", "So."), ["#", "A\n• x", "B"]]),
    ],
)  # fmt: skip
def test_a_page_s_list_has_the_numbers_that_a_browser_shows(
    read: Callable[[str], list[Any]], body: str, said: list[Any]
) -> None:
    assert read(body) == said


@PAGES
def test_a_list_in_a_cell_stands_in_its_lines(read: Callable[[str], list[Any]]) -> None:
    steps = "<ol><li>sign<ul><li>here</li></ul></li><li>read</li></ol>"
    table = f"<table><tr><th>Day</th><th>Steps</th></tr><tr><td>Monday</td><td>First{steps}</td></tr></table>"
    assert read(table) == [[["Monday", "First\n1. sign\n• here\n2. read"]]]


@PAGES
def test_sixty_lists_in_one_another_leave_the_next_number_as_it_is(read: Callable[[str], list[Any]]) -> None:
    deep = "<ol>" + "<li>down<ol>" * 59 + "<li>end</li>" + "</ol></li>" * 59 + "<li>next</li></ol>"
    ((sign, first, second),) = read(deep)
    assert (sign, first.count("\n"), first[-8:], second) == ("#", 59, "\n(1) end", "next")


def test_a_picture_in_a_step_leaves_the_numbers_behind_it() -> None:
    picture = f'<img src="data:image/png;base64,{base64.b64encode(png(64, 60)).decode()}">'
    assert _page(f"<ol><li>Sign here {picture}</li><li>Read</li></ol>")[::2] == [
        ["#", "Sign here"],
        "2. Read",
    ]


def test_items_that_word_draws_on_a_page_keep_numbers_letters_and_levels() -> None:
    drawn = [(1, "1.", "A"), (2, "a.", "x"), (2, "b.", "y"), (3, "·", "deep"), (1, "2.", "B"), (1, "4.", "D")]
    body = "".join(
        f"<p style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{sign}<span>&nbsp;"
        f"</span></span>{said}</p>"
        for level, sign, said in drawn
    )
    assert _page(body) == [["#", "A\na. x\nb. y\n• deep", "B"], "4. D"]


# ── Word ─────────────────────────────────────────────────────────────────────


def _items(*said: tuple[str, int, int]) -> str:
    return "".join(word.p(words, extra=word.item(number, level)) for words, number, level in said)


def test_legal_numbers_stand_before_what_they_count() -> None:
    numbering = word.num(1, [("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")])
    body = _items(("Rooms", 1, 0), ("Blue", 1, 1), ("Seats", 1, 2), ("Red", 1, 1), ("Hours", 1, 0))
    assert _document(body, numbering) == [["#", "Rooms\n1.1 Blue\n1.1.1 Seats\n1.2 Red", "Hours"]]


def test_legal_numbers_are_figures_under_roman_ones() -> None:
    numbering = word.num(1, [("upperRoman", "%1."), ("decimal", "%1.%2")])
    legal = numbering.replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')
    assert _document(_items(("Rooms", 1, 0), ("Blue", 1, 1)), legal) == ["I. Rooms", "1.1 Blue"]


def test_han_numbers_hold_lists_of_their_own() -> None:
    numbering = word.num(1, [("chineseCounting", "（%1）"), ("decimal", "%2.")])
    body = _items(("Rooms of it.", 1, 0), ("Blue", 1, 1), ("Hours of it.", 1, 0), ("Day", 1, 1))
    assert _document(body, numbering) == [
        "（一）Rooms of it.",
        ["#", "Blue"],
        "（二）Hours of it.",
        ["#", "Day"],
    ]


def test_a_numbering_that_begins_at_five_for_its_list_begins_there() -> None:
    five = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = _items(("Sign", 1, 0)) + word.p(BETWEEN) + _items(("Go", 7, 0), ("Eat", 7, 0))
    assert _document(body, word.num(1, [("decimal", "%1.")]) + five) == [
        ["#", "Sign"],
        BETWEEN,
        "5. Go",
        "6. Eat",
    ]


def test_a_numbering_has_its_levels_from_a_list_style_or_for_its_own() -> None:
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Steps"/></w:abstractNum>'
    named = word.num(1, [("decimal", "%1.")]).replace("<w:lvl", '<w:styleLink w:val="Steps"/><w:lvl', 1)
    own = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    body = _items(("Sign", 2, 0), ("Read", 2, 0)) + word.p(BETWEEN) + _items(("Go", 7, 0))
    assert _document(body, named + linked + own) == [["#", "Sign", "Read"], BETWEEN, "a) Go"]


def test_an_empty_numbered_paragraph_keeps_its_number_to_itself() -> None:
    body = _items(("Sign", 1, 0), ("", 1, 0), ("Go", 1, 0), ("", 1, 0))
    assert _document(body, word.num(1, [("decimal", "%1.")])) == [["#", "Sign"], "3. Go"]


def test_a_list_in_a_cell_of_word_stands_in_its_lines() -> None:
    steps = _items(("sign", 1, 0), ("here", 2, 1), ("read", 1, 0))
    table = word.table((word.p("Monday"), word.p("First") + steps), (word.p("Sunday"), word.p("")))
    numbering = word.num(1, [("decimal", "%1.")]) + word.num(2, [("bullet", "o"), ("bullet", "o")])
    assert _document(table, numbering) == [[["Monday", "First\n1. sign\n• here\n2. read"], ["Sunday", ""]]]


def test_levels_that_jump_and_do_not_exist_are_read_as_they_come() -> None:
    numbering = word.num(1, [("decimal", f"%{n}.") for n in range(1, 10)])
    body = _items(("A", 1, 0), ("deep", 1, 8), ("B", 1, 0), ("x", 1, 3), ("y", 1, 1), ("C", 1, 0))
    assert _document(body + _items(("odd", 1, 42)), numbering) == [
        ["#", "A\n(1) deep", "B\n(1) x\n1) y", "C"],
        "odd",
    ]


# ── OpenDocument ─────────────────────────────────────────────────────────────


def _opened(body: str, *forms: str) -> list[Any]:
    styles = "".join(nested.list_style(f"L{n}", form) for n, form in enumerate(forms, 1))
    return _read("odt", nested.opened(body, styles))


def _list(name: str, *items: str, more: str = "") -> str:
    held = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}"{more}>{held}</text:list>'


def _p(said: str) -> str:
    return f"<text:p>{said}</text:p>"


def test_lists_of_one_style_in_two_items_are_each_counted_from_one() -> None:
    body = _list("L1", _p("A") + _list("L2", _p("x"), _p("y")), _p("B") + _list("L2", _p("z")))
    assert _opened(body, "decimal", "lowerLetter") == [["#", "A\na. x\nb. y", "B\na. z"]]


def test_a_list_that_goes_on_behind_a_paragraph_keeps_its_numbers() -> None:
    more = ' text:continue-numbering="true"'
    body = _list("L1", _p("A"), _p("B")) + _p(BETWEEN) + _list("L1", _p("C"), more=more)
    assert _opened(body, "decimal") == [["#", "A", "B"], BETWEEN, "3. C"]


def test_a_number_given_to_an_item_stays() -> None:
    body = _list("L1", _p("A"), _p("B")).replace("<text:list-item>", '<text:list-item text:start-value="4">')
    assert _opened(body, "decimal") == ["4. A", "4. B"]


def test_letters_in_a_cell_of_an_open_document_stay() -> None:
    cell = f"<table:table-cell>{_list('L1', _p('x'), _p('y'))}</table:table-cell>"
    row = f"<table:table-row><table:table-cell>{_p('k')}</table:table-cell>{cell}</table:table-row>"
    assert _opened(f"<table:table>{row}</table:table>", "lowerLetter") == [[["k", "a. x\nb. y"]]]


def test_ragged_lists_of_an_open_document_are_read_as_they_come() -> None:
    deep = _p("end")
    for _ in range(30):
        deep = _list("L1", deep)
    cell = f"<table:table-cell>{_list('L1', _p('x'), '', _p('y'))}</table:table-cell>"
    row = f"<table:table-row><table:table-cell>{_p('k')}</table:table-cell>{cell}</table:table-row>"
    table = f"<table:table>{row}{row}</table:table>"
    read = _opened(_list("L1", _p("A"), "", _p("B")) + deep + table, "decimal")
    assert read == [["#", "A", "B\n• end"], [["k", "1. x\n2. y"], ["k", "1. x\n2. y"]]]


def test_sixty_lists_of_an_open_document_leave_the_next_number_as_it_is() -> None:
    deep = _p("end")
    for _ in range(60):
        deep = _p("down") + _list("L1", deep)
    ((sign, first, second),) = _opened(_list("L1", deep, _p("next")), "decimal")
    assert (sign, first.count("\n"), first[-4:], second) == ("#", 60, " end", "next")


def test_a_list_in_a_quotation_is_a_list() -> None:
    numbering = word.num(1, [("decimal", "%1."), ("bullet", "o")])
    styles = word.style("Q", "Quote")
    said = (("Sign", 0), ("here", 1), ("Go", 0))
    body = "".join(word.p(words, style="Q", extra=word.item(1, level)) for words, level in said)
    quoted = '<text:p text:style-name="Quotations">Sign</text:p>'
    assert _document(body, numbering, styles=styles) == [["#", "Sign\n• here", "Go"]]
    assert _opened(_list("L1", quoted, _p("Go")), "decimal") == [["#", "Sign", "Go"]]
