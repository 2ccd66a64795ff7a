"""Chinese lines in the PDF are flush; the names that this holds on to are still there."""

import io
from base64 import b64encode
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from weasyprint.draw import text as drawing
from weasyprint.layout import inline, preferred

from publisher import resources
from publisher.typesetting import fonts
from publisher.typesetting.weasyprint_lines import composed_lines
from tests.typesetting import positions

TEXT = (
    "近年来，全市坚持就业优先，持续完善机制，努力营造“大众创业、万众创新”的良好环境（详见附件），各项工作取得新进展。"
    * 4
)
MEASURE = 300.0
"""Width of the text in pt."""


def pdf(body: str, style: str = "", language: str = "zh") -> bytes:
    """Return ``body`` set at 12 pt on a page of the measure."""
    font = Path(resources.font("NotoSerifSC-Regular.ttf")).as_uri()
    bold = Path(resources.font("NotoSerifSC-Bold.ttf")).as_uri()
    html = f"""<html lang="{language}"><style>@font-face{{font-family:t;src:url({font})}}
      @font-face{{font-family:t;font-weight:700;src:url({bold})}}
      @page{{size:{MEASURE}pt 800pt;margin:0}} body,p{{margin:0}} p{{font:12pt/20pt t;text-align:justify}}
      {style}</style>{body}"""
    data: bytes = weasyprint.HTML(string=html).write_pdf()
    return data


def lines(
    *, text: str = TEXT, align: str = "justify", language: str = "zh"
) -> list[tuple[str, float, float]]:
    """Return each line of ``text`` as its characters, left and right edge in pt."""
    return shown(pdf(f"<p style='text-align:{align}'>{text}", language=language))


def shown(data: bytes) -> list[tuple[str, float, float]]:
    """Return the lines of a PDF as their characters, left and right edge in pt."""
    return [("".join(g.text for g in row), row[0].left, row[-1].right) for row in positions.lines(data)]


def test_every_full_line_is_flush() -> None:
    with composed_lines():
        rows = lines()
    assert len(rows) > 5
    for row, left, right in rows[:-1]:
        # the square of a mark at an edge reaches half out of the measure, so that its ink is flush
        assert left == pytest.approx(-6 if row[0] in "“（" else 0, abs=0.02)
        assert right == pytest.approx(MEASURE + (6 if row[-1] in "，。、；）”" else 0), abs=0.02)


def test_figures_behind_a_forced_line_end_stand_apart_from_han() -> None:
    with composed_lines():
        together, forced = (shown(pdf(f"<p>{text}")) for text in ("首批376名学生", "仪式<br>首批376名学生"))
    assert together[0][2] == pytest.approx(forced[1][2])
    assert together[0][2] > 5 * 12 + 6  # two gaps of a quarter square are in it


def test_a_mark_that_begins_a_paragraph_or_ends_it_is_flush_too() -> None:
    with composed_lines():
        ((_, left, _),) = lines(text="“春天”")
        ((_, _, right),) = lines(text="（春天）", align="right")
    assert left == pytest.approx(-6, abs=0.02)
    assert right == pytest.approx(MEASURE + 6, abs=0.02)


def test_an_english_quote_at_an_edge_stays_where_it_is() -> None:
    with composed_lines():
        ((_, left, _),) = lines(text="“Spring”", language="en")
    assert left == pytest.approx(0, abs=0.02)


def test_without_it_lines_are_ragged() -> None:
    assert any(right < MEASURE - 1 for _, _, right in lines()[:-1])


def test_the_last_line_is_not_stretched() -> None:
    with composed_lines():
        _, _, right = lines()[-1]
    assert right < MEASURE - 1


def test_no_line_starts_with_a_closing_mark_and_none_ends_with_an_opening_one() -> None:
    with composed_lines():
        for row, _, _ in lines():
            assert row[0] not in "，。、；：！？”）》"
            assert row[-1] not in "“（《"


def test_no_character_is_lost() -> None:
    with composed_lines():
        assert "".join(row for row, _, _ in lines()) == TEXT


def test_the_gap_between_scripts_is_dropped_at_a_line_end() -> None:
    with composed_lines():
        rows = lines(text=("甲" * 24 + "1" + "乙" * 23) * 3)
    assert rows[0][2] == pytest.approx(MEASURE, abs=0.02)


def test_weasyprint_is_as_it_was_afterwards() -> None:
    def held() -> tuple[object, ...]:
        names = (inline.split_inline_box, inline.split_text_box, inline.justify_line)
        return (*names, preferred.inline_line_widths, drawing.draw_first_line)

    before = held()
    with composed_lines():
        assert not set(held()) & set(before)
    assert held() == before


def flush(rows: list[tuple[str, float, float]]) -> bool:
    """Tell whether all lines but the last end with their ink at the right edge."""
    return all(
        right == pytest.approx(MEASURE + (6 if row[-1] in "，。、；）”" else 0), abs=0.02)
        for row, _, right in rows[:-1]
    )


def test_looks_mix_in_a_line() -> None:
    text = TEXT.replace("就业优先", "<b>就业优先</b>").replace("各项工作", "<u>各<i>项</i>工作</u>")
    with composed_lines():
        plain, mixed = lines(), shown(pdf(f"<p>{text}", "i {font-style: normal}"))
    assert [row for row, _, _ in mixed] == [row for row, _, _ in plain]
    assert flush(mixed)


def test_the_padding_of_inline_boxes_takes_its_room() -> None:
    with composed_lines():
        data = pdf(f"<p>{TEXT[:9]}<span>{TEXT[9:16]}</span>{TEXT[16:]}", "span {padding: 0 7pt 0 5pt}")
    first = next(positions.lines(data))
    assert 4.99 < first[9].left - first[8].right < 7
    assert 6.99 < first[16].left - first[15].right < 9
    assert flush(shown(data))


def test_a_forced_line_end_is_kept_and_not_stretched() -> None:
    with composed_lines():
        rows = shown(pdf("<p>第一行<br>第二行<b><br></b>第三行"))
    assert [row for row, _, _ in rows] == ["第一行", "第二行", "第三行"]
    assert rows[0][2] == pytest.approx(36, abs=0.02)


def test_a_paragraph_goes_on_over_pages() -> None:
    with composed_lines():
        rows = shown(pdf(f"<p>{TEXT * 9}", "@page {height: 200pt}"))
    assert "".join(row for row, _, _ in rows) == TEXT * 9
    assert flush(rows)


def test_lines_beside_a_float_have_its_measure() -> None:
    with composed_lines():
        rows = shown(pdf(f"<div></div><p>{TEXT}", "div {float: right; width: 90pt; height: 50pt}"))
    assert "".join(row for row, _, _ in rows) == TEXT
    assert max(right for _, _, right in rows[:3]) <= MEASURE - 90 + 6.02
    assert max(right for _, _, right in rows[3:]) > MEASURE - 1


def test_a_box_in_the_line_leaves_the_paragraph_to_weasyprint() -> None:
    box = "<p>前<span style='display:inline-block;width:20pt'></span>" + TEXT
    with composed_lines():
        theirs = shown(pdf(box))
    assert theirs == shown(pdf(box))


def test_a_hanging_indent_is_kept() -> None:
    with composed_lines():
        data = pdf(f"<p>{'山水' * 40}", "p {padding-left: 48pt; text-indent: -36pt}")
    first, second, *_ = positions.lines(data)
    assert first[0].left == pytest.approx(12, abs=0.02)
    assert second[0].left == pytest.approx(48, abs=0.02)
    assert flush(shown(data))


def test_english_is_hyphenated_where_asked_for() -> None:
    text = "Internationalization and standardization characterize organizational responsibilities. " * 4
    with composed_lines():
        rows = shown(pdf(f"<p lang=en>{text}", "p {hyphens: auto; width: 130pt}", "en"))
    parted = [row for row, _, _ in rows if row.endswith("-")]
    assert parted
    joined = "".join(row.removesuffix("-") if row in parted else row for row, _, _ in rows)
    assert joined == text.replace(" ", "")


def test_a_column_of_a_table_is_as_wide_as_its_composed_text() -> None:
    with composed_lines():
        rows = shown(pdf("<table><tr><td><p>共37家与12所<td><p>乙</table>"))
    assert rows[0][0].startswith("共37家与12所")


def test_the_gap_beside_a_link_is_not_underlined() -> None:
    with composed_lines():
        data = pdf("<p>见<a>IBM</a>公司", "a {border-bottom: 1pt solid}")
    with pikepdf.open(io.BytesIO(data)) as document:
        widths = [
            float(i.operands[2])
            for i in pikepdf.parse_content_stream(document.pages[0])
            if str(i.operator) == "re"
        ]
    letters = [glyph for glyph in next(positions.lines(data)) if glyph.text in "IBM"]
    assert letters[-1].right - letters[0].left == pytest.approx(min(w * 0.75 for w in widths), abs=0.05)


def test_a_regular_font_made_bolder_is_another_than_the_bold_one() -> None:
    faces = ((400, "NotoSerifSC-Regular.ttf", "13"), (700, "NotoSerifSC-Bold.ttf", "1"))  # one lacks the 3
    rules = "".join(
        f"@font-face{{font-family:u;font-weight:{weight};src:url(data:font/ttf;base64,"
        f"{b64encode(fonts.cut(name, frozenset(text))).decode()})}}"
        for weight, name, text in faces
    )
    with composed_lines():
        document = pikepdf.open(io.BytesIO(pdf("<p style='font-family:u'><b>13</b>", rules)))
    names = {str(font.BaseFont) for font in document.pages[0].Resources.Font.values()}
    assert len([name for name in names if "u" in name]) == 2
