"""Chinese lines in the PDF are flush; the names that this holds on to are still there."""

from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break

from publisher import resources
from publisher.typesetting.weasyprint_han import han_lines, weight

TEXT = (
    "近年来，全市坚持就业优先，持续完善机制，努力营造“大众创业、万众创新”的良好环境（详见附件），各项工作取得新进展。"
    * 4
)
MEASURE = 300.0
"""Width of the text in pt."""


def lines(
    *, text: str = TEXT, align: str = "justify", language: str = "zh"
) -> list[tuple[str, float, float]]:
    """Return each line of ``text`` as its characters, left and right edge in pt."""
    font = Path(resources.font("NotoSerifSC-Regular.ttf")).as_uri()
    html = f"""<html lang="{language}"><style>@font-face{{font-family:t;src:url({font})}}
      @page{{size:{MEASURE}pt 800pt;margin:0}} body,p{{margin:0}}
      p{{font:12pt/20pt t;text-align:{align}}}
      </style><p>{text}"""
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())[0]
    words = page.get_textpage()
    found: dict[int, list[tuple[str, float, float]]] = {}
    for n in range(words.count_chars()):
        left, bottom, right, _ = words.get_charbox(n, loose=True)
        character = words.get_text_range(n, 1)
        if character.strip():
            found.setdefault(round(bottom), []).append((character, left, right))
    return [
        ("".join(c for c, _, _ in row), min(x for _, x, _ in row), max(x for _, _, x in row))
        for _, row in sorted(found.items(), reverse=True)
    ]


def test_every_full_line_is_flush() -> None:
    with han_lines():
        rows = lines()
    assert len(rows) > 5
    for row, left, right in rows[:-1]:
        # the square of a mark at an edge reaches half out of the measure, so that its ink is flush
        assert left == pytest.approx(-6 if row[0] in "“（" else 0, abs=0.3)
        assert right == pytest.approx(MEASURE + (6 if row[-1] in "，。、；）”" else 0), abs=0.3)


def test_a_mark_that_begins_a_paragraph_or_ends_it_is_flush_too() -> None:
    with han_lines():
        ((_, left, _),) = lines(text="“春天”")
        ((_, _, right),) = lines(text="（春天）", align="right")
    assert left == pytest.approx(-6, abs=0.3)
    assert right == pytest.approx(MEASURE + 6, abs=0.3)


def test_an_english_quote_at_an_edge_stays_where_it_is() -> None:
    with han_lines():
        ((_, left, _),) = lines(text="“Spring”", language="en")
    assert left == pytest.approx(0, abs=0.3)


def test_without_it_lines_are_ragged() -> None:
    assert any(right < MEASURE - 1 for _, _, right in lines()[:-1])


def test_the_last_line_is_not_stretched() -> None:
    with han_lines():
        _, _, right = lines()[-1]
    assert right < MEASURE - 1


def test_no_line_starts_with_a_closing_mark_and_none_ends_with_an_opening_one() -> None:
    with han_lines():
        for row, _, _ in lines():
            assert row[0] not in "，。、；：！？”）》"
            assert row[-1] not in "“（《"


def test_no_character_is_lost() -> None:
    with han_lines():
        assert "".join(row for row, _, _ in lines()) == TEXT


def test_a_space_drawn_between_scripts_is_dropped_at_a_line_end() -> None:
    text = ("甲" * 24 + "\u20051" + "乙" * 23) * 3
    with han_lines():
        rows = lines(text=text)
    assert rows[0][2] == pytest.approx(MEASURE, abs=0.3)


def test_weasyprint_is_as_it_was_afterwards() -> None:
    def held() -> tuple[object, ...]:
        names = (inline.text_align, inline.count_expandable_spaces, inline.remove_last_whitespace)
        return (*names, line_break.Layout.set_text)

    before = held()
    with han_lines():
        assert not set(held()) & set(before)
    assert held() == before


@pytest.mark.parametrize(("text", "gaps"), [("", 0), ("甲", 0), ("甲乙丙", 2), ("a甲", 0.5), ("abc", 0)])
def test_gaps_are_counted_as_pango_spaces_them(text: str, gaps: float) -> None:
    assert weight(text) == gaps
