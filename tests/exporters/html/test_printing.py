"""Printed from a browser, the page breaks where the PDF of either engine breaks."""

from itertools import accumulate
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import ImageChops, ImageStat

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.model import Article, LineBreak, Paragraph, Release, Text
from tests.exporters.html.chromium import Chromium

LINE = {"zh-Hans": 40, "en": 100}
"""At most so many characters stand on a line."""


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def breaks(found: list[str]) -> list[int]:
    """Return after how many characters each page but the last ends."""
    return list(accumulate(map(len, found)))[:-1]


def printed(release: Release, context: Context, browser: Chromium, path: Path) -> bytes:
    path.write_bytes(HtmlExporter().export(release, context))
    browser.open(path)
    return browser.print()


@pytest.mark.parametrize("engine", [WeasyPrintExporter(), ReportLabExporter()], ids=lambda e: str(e.name))
def test_it_breaks_where_the_pdf_breaks(
    long_release: Release, context: Context, browser: Chromium, page_file: Path, engine: Exporter
) -> None:
    ours = pages(printed(long_release, context, browser, page_file))
    theirs = pages(engine.export(long_release, context))
    assert len(ours) == len(theirs) == 3
    line = LINE[long_release.editions[0].meta.language] * len(long_release.editions)
    for one, other in zip(breaks(ours), breaks(theirs), strict=True):
        assert abs(one - other) <= line


def test_letter_paper_takes_fewer_lines_and_breaks_as_the_pdf_does(
    long_release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    letter = msgspec.structs.replace(context, theme=theme.load("press", "letter"))
    data = printed(long_release, letter, browser, page_file)
    assert [round(side) for side in pypdfium2.PdfDocument(data)[0].get_size()] == [612, 792]
    ours, theirs = pages(data), pages(WeasyPrintExporter().export(long_release, letter))
    if len(long_release.editions) == 2:
        # a browser fills line by line: a pair that takes a line more goes to the next page as a whole
        assert abs(len(ours) - len(theirs)) <= 1
    else:
        assert len(ours) == len(theirs)
        assert breaks(ours)[0] == pytest.approx(breaks(theirs)[0], abs=100)


@pytest.mark.parametrize("paper", ["", "letter"])
def test_a_page_has_as_many_lines_as_that_of_the_pdf(
    english_article: Article, context: Context, browser: Chromium, page_file: Path, paper: str
) -> None:
    look = theme.load("gongwen", paper) if paper else theme.load("gongwen")
    lines = tuple(part for _ in range(90) for part in (Text("Line"), LineBreak()))
    release = Release((msgspec.structs.replace(english_article, blocks=(Paragraph("b1", lines),)),))
    official = msgspec.structs.replace(context, theme=look)
    ours = pages(printed(release, official, browser, page_file))
    theirs = pages(WeasyPrintExporter().export(release, official))
    assert ours[1].count("Line") == theirs[1].count("Line")


def test_the_mark_of_a_draft_is_printed_on_every_page_without_backgrounds(
    long_release: Release, draft_context: Context, context: Context, browser: Chromium, page_file: Path
) -> None:
    draft = pypdfium2.PdfDocument(printed(long_release, draft_context, browser, page_file))
    final = pypdfium2.PdfDocument(printed(long_release, context, browser, page_file))
    tints = []
    for document in (draft, final):
        found = []
        for page in document:
            red, green, _ = page.render(scale=0.5).to_pil().convert("RGB").split()
            tinted = ImageChops.subtract(red, green).point([255 if 8 < d < 30 else 0 for d in range(256)])
            found.append(ImageStat.Stat(tinted).mean[0] > 2)
        tints.append(found)
    assert all(tints[0])
    assert not any(tints[1])


def test_the_dark_is_not_printed(
    bilingual_release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    page_file.write_bytes(HtmlExporter().export(bilingual_release, context))
    looks = []
    for dark in (False, True):
        browser.open(page_file, dark=dark)
        page = pypdfium2.PdfDocument(browser.print())[0]
        looks.append(page.render(scale=0.5).to_pil().tobytes())
    assert looks[0] == looks[1]


def test_crop_marks_stand_at_the_corners_of_a_larger_sheet(
    long_release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    made = HtmlExporter().export(long_release, context).decode()
    documents = []
    for mark in ("", " press"):
        page_file.write_text(made.replace('<body class="', f'<body class="{mark} '), encoding="utf-8")
        browser.open(page_file)
        documents.append(browser.print())
    assert breaks(pages(documents[0])) == breaks(pages(documents[1]))
    page = pypdfium2.PdfDocument(documents[1])[0]
    width, height = page.get_size()
    assert [round(side * 25.4 / 72) for side in (width, height)] == [234, 321]
    dark = (
        page.render(scale=4).to_pil().convert("L").point([255 if level < 160 else 0 for level in range(256)])
    )
    box = dark.crop((0, 0, 160, 160)).getbbox()  # of 14 mm
    assert box is not None
    assert [edge / 4 * 25.4 / 72 for edge in box] == pytest.approx([1, 1, 12, 12], abs=0.3)
