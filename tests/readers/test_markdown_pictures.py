"""Pictures in Markdown of any hand: their captions, their places, their names."""

from pathlib import Path

import pytest

from publisher.contracts import Source
from publisher.model import Article, Figure, Paragraph
from publisher.readers.markdown import MarkdownReader
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import png

BODY = "青岚展示周周四开幕，来自各地的代表参加了活动。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "other").mkdir()
    for name in ("hall.png", "the hall.png"):
        (tmp_path / name).write_bytes(png())
    (tmp_path / "other" / "hall.png").write_bytes(png(10, 10))
    return tmp_path


def read(text: str, folder: Path, report: Report | None = None, *, front: str = "") -> Article:
    source = Source("a.md", f"{front}# 展示周开幕\n\n{BODY}\n\n{text}\n".encode(), folder)
    return MarkdownReader().read(source, Report() if report is None else report)


def figures(article: Article) -> list[tuple[str, str, str]]:
    return [(f.alt, plain(f.caption), f.credit) for f in article.blocks if isinstance(f, Figure)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("![展厅全景](hall.png)", ("展厅全景", "展厅全景", "")),
        ('![展厅](hall.png "展厅全景")', ("展厅", "展厅全景", "")),
        ("![展厅](hall.png)\n*展厅全景*", ("展厅", "展厅全景", "")),
        ('![展厅](hall.png "李某 摄")\n\n*展厅全景 李某 摄*', ("展厅", "展厅全景", "李某 摄")),
        ("![](hall.png)", ("", "", "")),
        ("![image](hall.png)", ("image", "", "")),
        ("前面的话，![展厅](hall.png) 后面的话。", ("展厅", "", "")),
        ("[![展厅](hall.png)](https://x.example/)", ("展厅", "展厅", "")),
        ('<img src="hall.png" alt="展厅" style="zoom:50%" />', ("展厅", "", "")),
        ("![展厅](the%20hall.png)", ("展厅", "展厅", "")),
        ("![展厅](other\\hall.png)", ("展厅", "展厅", "")),
    ],
)
def test_a_picture_alone_has_its_title_or_its_words_as_caption(
    text: str, figure: tuple[str, str, str], folder: Path
) -> None:
    report = Report()
    assert figures(read(text, folder, report)) == [figure]
    assert not report.warnings


def test_pictures_under_each_other_have_a_caption_each(folder: Path) -> None:
    article = read("![展厅](hall.png)\n![二楼](other/hall.png)", folder)
    assert figures(article) == [("展厅", "展厅", ""), ("二楼", "二楼", "")]


def test_in_a_file_of_ours_words_are_no_caption(folder: Path) -> None:
    article = read("![展厅](hall.png)", folder, front='+++\nlanguage = "zh-Hans"\n+++\n\n')
    assert figures(article) == [("展厅", "", "")]


@pytest.mark.parametrize(
    "text",
    ["- 一项\n- ![展厅](hall.png)", "> ![展厅](hall.png)", "| a | b |\n|---|---|\n| ![展厅](hall.png) | b |"],
)
def test_a_picture_in_a_list_a_quotation_or_a_table_stands_after_it(text: str, folder: Path) -> None:
    report = Report()
    article = read(text, folder, report)
    assert isinstance(article.blocks[-1], Figure)
    assert [notice.code for notice in report.warnings] == ["picture-moved"]


def test_the_words_for_a_picture_that_is_not_there_stay_and_it_is_told_once(folder: Path) -> None:
    report = Report()
    article = read("![展厅全景](none.png)", folder, report)
    assert isinstance(article.blocks[-1], Paragraph)
    assert plain(article.blocks[-1].inlines) == "展厅全景"
    assert [notice.code for notice in report.warnings] == ["picture-missing"]


@pytest.mark.parametrize("kind", ["md", "txt"])
def test_two_pictures_of_one_name_from_two_folders_are_two(kind: str, folder: Path) -> None:
    text = f"展示周开幕\n\n{BODY}\n\n![一](hall.png)\n\n![二](other/hall.png)\n\n![三](hall.png)\n"
    reader = MarkdownReader() if kind == "md" else TextReader()
    article = reader.read(Source("a", text.encode(), folder), Report())
    widths = {asset.name: asset.width for asset in article.assets}
    assert [widths[b.asset] for b in article.blocks if isinstance(b, Figure)] == [64, 10, 64]
