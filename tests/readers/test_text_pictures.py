"""Pictures in plain text: their files beside it, places kept for them, captions and credits under them."""

from pathlib import Path

import pytest

from publisher.model import Figure, Paragraph
from publisher.report import Report
from publisher.walk import plain
from tests.readers.test_text import BODY, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seed = Path(__file__).resolve().parents[2] / "seeds" / "open-day.png"
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "hall.png").write_bytes(seed.read_bytes())
    (tmp_path / "secret.png").write_bytes(seed.read_bytes())
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "text.png").write_text("no picture", encoding="utf-8")
    return inside


def test_a_picture_beside_the_article_comes_in(folder: Path) -> None:
    article = read(f"标题\n{BODY}\n![展厅](hall.png)", folder)
    assert isinstance(article.blocks[1], Figure)
    assert article.blocks[1].alt == "展厅"
    (asset,) = article.assets
    assert (asset.media_type, asset.width, asset.height) == ("image/png", 1600, 900)


@pytest.mark.parametrize(
    "name",
    ["../secret.png", "/etc/passwd", "link.png", "http://x.example/a.png", "none.png", "text.png"],
)
def test_a_picture_from_elsewhere_stays_out_and_its_caption_stays(name: str, folder: Path) -> None:
    report = Report()
    article = read(f"标题\n{BODY}\n![展厅]({name})", folder, report)
    assert article.assets == ()
    assert [n.code for n in report.warnings] == ["picture-missing"]
    assert isinstance(article.blocks[1], Paragraph)
    assert plain(article.blocks[1].inlines) == "展厅"


@pytest.mark.parametrize(
    ("line", "file", "caption"),
    [
        ("【图1】", "图1.png", ""),
        ("【图片2：展厅里的孩子们】", "图片2.jpg", "展厅里的孩子们"),
        ("（图三）", "图3.png", ""),
        ("【配图】", "配图.png", ""),
        ("[Photo 1]", "photo-01.png", ""),
        ("[Figure 2: The hall]", "Figure 2.png", "The hall"),
    ],
)
def test_a_place_that_is_kept_for_a_picture_takes_the_one_of_its_name(
    line: str, file: str, caption: str, folder: Path
) -> None:
    (folder / file).write_bytes((folder / "hall.png").read_bytes())
    article = read(f"标题\n{BODY}\n{line}\n{BODY}", folder)
    (figure,) = (block for block in article.blocks if isinstance(block, Figure))
    assert (figure.asset, plain(figure.caption)) == (file, caption)


@pytest.mark.parametrize("files", [(), ("图1.png", "图片1.png"), ("图11.png",)])
def test_a_place_without_its_one_picture_stays_and_is_told(files: tuple[str, ...], folder: Path) -> None:
    for name in files:
        (folder / name).write_bytes((folder / "hall.png").read_bytes())
    report = Report()
    article = read(f"标题\n{BODY}\n【图1】\n{BODY}", folder, report)
    assert [n.code for n in report.warnings] == ["picture-missing"]
    assert not any(isinstance(block, Figure) for block in article.blocks)
    assert any(isinstance(b, Paragraph) and plain(b.inlines) == "【图1】" for b in article.blocks)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("图为新展厅里的孩子们。", "图为新展厅里的孩子们。"),
        ("图：新展厅里的孩子们", "新展厅里的孩子们"),
        ("（图：开幕式）", "开幕式"),
        ("（图为开幕式现场，李晓明摄）", "图为开幕式现场，李晓明摄"),
        ("圖片說明：新展廳", "新展廳"),
        ("上图：新展厅", "上图：新展厅"),
        ("▲新展厅", "新展厅"),
        ("图1：新展厅一角。", "图1：新展厅一角。"),
        ("图1 新展厅一角", "图1 新展厅一角"),
        ("Photo: The children in the hall.", "The children in the hall."),
        ("Figure 1: The new hall.", "Figure 1: The new hall."),
    ],
)
def test_a_line_under_a_picture_that_can_only_be_its_caption_is(
    line: str, caption: str, folder: Path
) -> None:
    (folder / "图1.png").write_bytes((folder / "hall.png").read_bytes())
    article = read(f"标题\n{BODY}\n【图1】\n{line}\n{BODY}", folder)
    figure, last = article.blocks[1:]
    assert isinstance(figure, Figure)
    assert (plain(figure.caption), figure.alt, figure.credit) == (caption, caption, "")
    assert isinstance(last, Paragraph)


@pytest.mark.parametrize("line", ["图：李晓明", "（图片：李晓明）", "Photo: Mara Lindqvist"])
def test_a_name_under_a_picture_is_of_who_took_it(line: str, folder: Path) -> None:
    article = read(f"标题\n{BODY}\n![](hall.png)\n图为新展厅。\n{line}\n{BODY}", folder)
    figure = article.blocks[1]
    assert isinstance(figure, Figure)
    assert (plain(figure.caption), figure.credit) == ("图为新展厅。", line.strip("（）"))
    assert len(article.blocks) == 3


@pytest.mark.parametrize(
    "line",
    [
        "图书馆的新展厅在周六开放。",
        "图中可以看到新展厅。",
        "图为何物，众说纷纭。",
        "图1显示了新展厅的位置。",
        "图1 显示了新展厅的位置，左边是图书馆。",
        "图2：二楼",
        "图为新展厅。" * 30,
        "图文并茂：新展厅开放",
        "下图：新展厅",
        "Photos of the hall: they are many.",
        "Figure 1 shows the hall.",
    ],
)
def test_text_under_a_picture_stays_text(line: str, folder: Path) -> None:
    (folder / "图1.png").write_bytes((folder / "hall.png").read_bytes())
    article = read(f"标题\n{BODY}\n【图1】\n{line}\n{BODY}", folder)
    figure, text = article.blocks[1:3]
    assert isinstance(figure, Figure)
    assert isinstance(text, Paragraph)
    assert (figure.caption, plain(text.inlines)) == ((), line)


def test_a_caption_at_the_end_is_no_credit(folder: Path) -> None:
    article = read(f"标题\n{BODY}\n![](hall.png)\n图：开幕式", folder)
    assert [plain(b.caption) for b in article.blocks if isinstance(b, Figure)] == ["开幕式"]
    assert article.meta.credits == ()


@pytest.mark.parametrize("mark", ["【图1】", "![](图1.png)"])
@pytest.mark.parametrize("over", [True, False])
def test_a_picture_at_the_headline_is_no_headline(mark: str, over: bool, folder: Path) -> None:
    (folder / "图1.png").write_bytes((folder / "hall.png").read_bytes())
    picture = f"{mark}\n图为新展厅。"
    text = f"{picture}\n青岚展示周开幕" if over else f"青岚展示周开幕\n{picture}"
    article = read(f"{text}\n{BODY}", folder)
    assert (article.meta.headline, article.meta.subhead) == ("青岚展示周开幕", "")
    assert [plain(b.caption) for b in article.blocks if isinstance(b, Figure)] == ["图为新展厅。"]


def test_a_picture_has_one_caption_and_a_line_elsewhere_is_text(folder: Path) -> None:
    text = f"标题\n{BODY}\n图为开头。\n![展厅](hall.png)\n图为新展厅。\n{BODY}"
    said = [plain(b.inlines) for b in read(text, folder).blocks if isinstance(b, Paragraph)]
    assert said == [BODY, "图为开头。", "图为新展厅。", BODY]


@pytest.mark.parametrize(
    "line", ["（图书馆）", "【图1】是新展厅。", "【图说】", "[Image credit]", "（照片由校方提供）"]
)
def test_words_in_brackets_keep_no_place(line: str, folder: Path) -> None:
    report = Report()
    read(f"标题\n{BODY}\n{line}\n{BODY}", folder, report)
    assert report.warnings == ()
