"""Values that many tests share: a small release with every kind of block, in two languages."""

import struct
import zlib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, settings

from publisher import theme
from publisher.contracts import Context, Furniture, LabelledText
from publisher.model import (
    Article,
    Asset,
    Cell,
    Credit,
    CreditRole,
    Emphasis,
    Figure,
    Heading,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    Origin,
    Paragraph,
    Quote,
    Release,
    Rule,
    Segment,
    State,
    Strong,
    Table,
    Text,
    Translation,
)
from publisher.report import Report

# the same examples every time, so that a change is judged by what it changed; `make search` draws others
settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("new", deadline=None, print_blob=True, suppress_health_check=list(HealthCheck))
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Take what was made as the new golden file.")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Return whether a golden file is to be written anew."""
    return bool(request.config.getoption("--accept"))


SHARED = Path(__file__).resolve().parents[2] / "shared" / "seeds"
"""A real article, where there is one."""


def png(width: int = 64, height: int = 36) -> bytes:
    """Return a plain PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x9a\x2a\x22" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


ISSUED = datetime(2026, 3, 5, 10, 20, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
PICTURE = Asset("hall.png", "image/png", png(), 64, 36)


def chinese() -> Article:
    """Return an article with every kind of block."""
    return Article(
        Meta(
            language="zh-Hans",
            headline="青岚市“星火众创”展示周开幕",
            kicker="春天里的创新课",
            subhead="37家企业入驻，3.2万人次参观",
            source="青岚职业技术学院",
            issued=ISSUED,
            credits=(Credit(CreditRole.TEXT, ("沈知微",)), Credit(CreditRole.PHOTO, ("陆子衿",))),
            keywords=("创新", "职业教育"),
            boilerplate=(
                Heading("bp1", (Text("关于青岚职业技术学院"),)),
                Paragraph("bp2", (Text("学院创办于1958年。"),)),
            ),
        ),
        (
            Paragraph(
                "b1",
                (
                    Text("3月5日，展示周在青岚开幕（图）。共37家企业、"),
                    Strong((Text("120个项目"),)),
                    Text("参展。"),
                ),
            ),
            Heading("b2", (Text("一、成果"),)),
            Paragraph(
                "b3",
                (Text("详见"), Link("https://example.com/week?a=1&b=2", (Text("活动主页"),)), Text("。")),
            ),
            List(
                "b4",
                (ListItem("b4.1", (Text("机器人"),)), ListItem("b4.2", (Text("智能制造"),))),
                ordered=True,
            ),
            List("b5", (ListItem("b5.1", (Text("讲座"),)),)),
            Quote("b6", (Text("“机会难得，”他说，“我们会珍惜。”"),)),
            Figure("b7", "hall.png", alt="展厅全景", caption=(Text("展厅全景。陆子衿 摄"),)),
            Table(
                "b8",
                rows=((Cell("b8.1", (Text("省级"),)), Cell("b8.2", (Text("14家"),))),),
                head=(Cell("b8.h1", (Text("级别"),)), Cell("b8.h2", (Text("数量"),))),
                caption=(Text("众创空间"),),
            ),
            Rule("b9"),
            Paragraph(
                "b10",
                (Text("参考"), Emphasis((Text("《青岚年鉴》"),)), Text("整理"), NoteRef("数据截至2月底。")),
            ),
        ),
        (PICTURE,),
    )


def english() -> Article:
    """Return the same article in English."""
    return Article(
        Meta(
            language="en",
            headline="Qinglan opens its “Spark” week of innovation",
            kicker="A spring lesson",
            subhead="37 companies, 32,000 visits",
            source="Qinglan Vocational and Technical College",
            issued=ISSUED,
            credits=(Credit(CreditRole.TEXT, ("Shen Zhiwei",)), Credit(CreditRole.PHOTO, ("Lu Zijin",))),
            keywords=("innovation",),
            boilerplate=(
                Heading("bp1", (Text("About Qinglan Vocational and Technical College"),)),
                Paragraph("bp2", (Text("The college was founded in 1958."),)),
            ),
        ),
        (
            Paragraph(
                "b1",
                (
                    Text("The week opened on March 5 with 37 companies and "),
                    Strong((Text("120 projects"),)),
                    Text("."),
                ),
            ),
            Heading("b2", (Text("Results"),)),
            Paragraph(
                "b3",
                (Text("See the "), Link("https://example.com/week?a=1&b=2", (Text("home page"),)), Text(".")),
            ),
            List(
                "b4",
                (ListItem("b4.1", (Text("Robots"),)), ListItem("b4.2", (Text("Manufacturing"),))),
                ordered=True,
            ),
            List("b5", (ListItem("b5.1", (Text("Talks"),)),)),
            Quote("b6", (Text("“We will treasure this chance,” he said."),)),
            Figure("b7", "hall.png", alt="The hall", caption=(Text("The hall. Photo by Lu Zijin"),)),
            Table(
                "b8",
                rows=((Cell("b8.1", (Text("Provincial"),)), Cell("b8.2", (Text("14"),))),),
                head=(Cell("b8.h1", (Text("Level"),)), Cell("b8.h2", (Text("Number"),))),
                caption=(Text("Maker spaces"),),
            ),
            Rule("b9"),
            Paragraph(
                "b10",
                (
                    Text("After the "),
                    Emphasis((Text("Qinglan Yearbook"),)),
                    Text("."),
                    NoteRef("Data to February."),
                ),
            ),
        ),
        (PICTURE,),
    )


def furniture(language: str) -> Furniture:
    """Return the furniture of an edition."""
    if language == "en":
        return Furniture(
            kind="PRESS RELEASE",
            source="Qinglan Vocational and Technical College",
            date="March 5, 2026",
            release_line="For immediate release",
            end_mark="###",
            page_of="{page} / {pages}",
            credits=(LabelledText("Text: ", "Shen Zhiwei"), LabelledText("Photo: ", "Lu Zijin")),
            contact_heading="Media contact",
            contacts=((LabelledText("E-mail: ", "press@example.com", "mailto:press@example.com"),),),
        )
    return Furniture(
        kind="新闻稿",
        source="青岚职业技术学院",
        date="2026年3月5日",
        release_line="即时发布",
        end_mark="（完）",
        page_of="{page} / {pages}",
        credits=(LabelledText("文：", "沈知微"), LabelledText("图：", "陆子衿")),
        contact_heading="媒体联系",
        contacts=((LabelledText("邮箱：", "press@example.com", "mailto:press@example.com"),),),
    )


def one(article: Article) -> Release:
    """Return a release of one edition."""
    return Release((article,))


def both() -> Release:
    """Return the bilingual release, one paragraph of it aligned by sentence."""
    return Release(
        (chinese(), english()),
        (Segment("b2.1", "一、成果"),),
        (Translation("b2.1", "Results", Origin.MEMORY, 1.0, State.REVIEWED),),
    )


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture
def context(report: Report) -> Context:
    return Context(theme.load("press"), {name: furniture(name) for name in ("zh-Hans", "en")}, report)


@pytest.fixture
def draft_context(context: Context) -> Context:
    """Return what an exporter knows of a draft."""
    words = {"zh-Hans": ("草稿", "含有未经人工审阅的文字。"), "en": ("DRAFT", "Contains text not reviewed.")}
    marked = {
        name: msgspec.structs.replace(furniture, draft=words[name][0], draft_note=words[name][1])
        for name, furniture in context.furniture.items()
    }
    return msgspec.structs.replace(context, furniture=marked)


@pytest.fixture(params=["zh-Hans", "en", "bilingual"])
def release(request: pytest.FixtureRequest) -> Release:
    made: dict[str, Release] = {"zh-Hans": one(chinese()), "en": one(english()), "bilingual": both()}
    return made[request.param]


@pytest.fixture
def chinese_article() -> Article:
    return chinese()


@pytest.fixture
def english_article() -> Article:
    return english()


@pytest.fixture
def bilingual_release() -> Release:
    return both()
