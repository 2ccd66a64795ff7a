"""The visual tests can fail: a moved line, another mark, a lost page are told, and shown."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.visual import office
from tests.visual.conftest import Golden, pdf
from tests.visual.pictures import difference, pages
from tests.visual.rows import MM, moved, read, rows, written

NAME = "press.zh-Hans"
_LINE = 9


def shifted(data: bytes, down: float) -> bytes:
    """Return the PDF with one line of text of its first page ``down`` mm lower."""
    with pikepdf.open(BytesIO(data)) as document:
        page = document.pages[0]
        program = list(pikepdf.parse_content_stream(page))
        first = [n for n, step in enumerate(program) if str(step.operator) == "BT"][_LINE]
        end = next(n for n in range(first, len(program)) if str(program[n].operator) == "ET")
        lower = pikepdf.ContentStreamInstruction([1, 0, 0, 1, 0, -down * MM], pikepdf.Operator("cm"))
        save, restore = (pikepdf.ContentStreamInstruction([], pikepdf.Operator(name)) for name in "qQ")
        program[first : end + 1] = [save, lower, *program[first : end + 1], restore]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(program))
        stream = BytesIO()
        document.save(stream)
    return stream.getvalue()


@pytest.fixture
def accepted(tmp_path: Path) -> Path:
    """Return golden files of a page as it is."""
    Golden(tmp_path, accept=True).check(NAME, pdf("reportlab", NAME), "here", pictures=True)
    return tmp_path


def test_the_page_that_was_accepted_passes(accepted: Path) -> None:
    Golden(accepted, accept=False).check(NAME, pdf("reportlab", NAME), "here", pictures=True)


def test_a_line_two_millimetres_lower_fails_and_is_named_and_shown(
    accepted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.visual.conftest.SHOWN", tmp_path / "shown")
    data = shifted(pdf("reportlab", NAME), 2.0)
    with pytest.raises(AssertionError, match=r"page 1: “.+” is at .* mm and was at [^\n]*\n\s*page 1: see "):
        Golden(accepted, accept=False).check(NAME, data, "here", pictures=True)
    shown = sorted(path.name for path in (tmp_path / "shown").rglob("*.png"))
    assert shown == ["page-1.actual.png", "page-1.difference.png", "page-1.expected.png"]


def test_pixels_alone_tell_a_line_two_millimetres_lower() -> None:
    here, there = (pages(data)[0] for data in (pdf("reportlab", NAME), shifted(pdf("reportlab", NAME), 2.0)))
    assert difference(there, here) is not None
    assert difference(here, here) is None


def test_pixels_alone_tell_a_rule_that_is_gone() -> None:
    here = pages(pdf("reportlab", NAME))[0]
    bare = here.copy()
    bare.paste(255, (40, 60, 420, 76))
    assert difference(bare, here) is not None


def test_antialiasing_is_no_difference() -> None:
    here = pages(pdf("reportlab", NAME))[0]
    finer = here.resize((here.width * 3, here.height * 3), Image.Resampling.BICUBIC)
    again = finer.resize(here.size, Image.Resampling.BILINEAR)
    assert again != here
    assert difference(again, here) is None


def test_another_word_fails() -> None:
    made = rows(pdf("reportlab", NAME))
    other = [made[0]._replace(text=made[0].text + "。"), *made[1:]]
    assert moved(other, made, 0.3).startswith("--- golden\n+++ made")


def test_a_page_more_fails() -> None:
    made = rows(pdf("reportlab", NAME))
    assert moved([row._replace(page=row.page + 1) for row in made], made, 0.3)


def test_a_golden_file_is_read_as_it_was_written() -> None:
    made = rows(pdf("reportlab", NAME))
    assert read(written(made, "ReportLab")) == ("ReportLab", made)


def test_another_version_compares_words_alone_and_says_so(accepted: Path) -> None:
    moved_down = shifted(pdf("reportlab", NAME), 2.0)
    with pytest.raises(pytest.skip.Exception, match="set by here, and there is here: only words"):
        Golden(accepted, accept=False).check(NAME, moved_down, "there", pictures=True)


def test_another_version_fails_where_words_are_lost(accepted: Path) -> None:
    with pytest.raises(AssertionError, match="says something else"):
        Golden(accepted, accept=False).check(NAME, pdf("reportlab", "press.en"), "there", pictures=True)


def test_word_pages_are_set_in_the_fonts_of_the_project(word: dict[str, bytes]) -> None:
    assert office.version()
    with pikepdf.open(BytesIO(word["gongwen.zh-Hans"])) as document:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.Resources.Font.values()
        }
    assert {name.partition("-")[0] for name in names} <= {
        "NotoSerifSC",
        "NotoSansSC",
        "PressKai",
        "SourceSerif4",
    }
