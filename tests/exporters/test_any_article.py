"""Articles of any blocks and inlines come back from every format whole: a property of all exporters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
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
    Release,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.report import Report
from tests.exporters.drawn import drawn_wrongly

HAN = [
    *"学院与市科技局联合举办展示周，、。；：！？（）“”《》—…①〇",
    *("智能制造", "三个展区", "“双创”", "（以下简称“开放日”）", "——", "……", "《青年技能案例集》", "喆堃玥"),
    *("2026年3月5日", "9:30—17:00", "3.6万人次", "96.8%", "1,200", "45 km/h", "±5℃", "3/4", "第12届"),
    *("AI", "Python", "ChatGPT-4o", "N95", "USB-C", "A/B", "Internationalization", "press@example.com"),
    "https://example.com/news/2026/03/open-day?id=12",
]
LATIN = [
    *("the", "college", "and", "science", "bureau", "“Spark”", "week", "three", "halls", "is", "free", "is,"),
    *("9 a.m.", "U.S.", "Dr. Li", "Zhou Yining’s", "1,200", "96.8%", "$3.6 million", "C919.", "—", "…", "5G"),
    *("internationalization", "well-known", "state-of-the-art", "(“Open Day”)", "café", "‘quoted’ words"),
    *("km/h", "±5 °C", "and/or", "¥300", "press@example.com"),
    "https://example.com/news/2026/03/open-day?id=12",
]


def _words(chinese: bool, least: int, most: int) -> st.SearchStrategy[str]:
    given = st.lists(st.sampled_from(HAN if chinese else LATIN), min_size=least, max_size=most)
    return given.map(("" if chinese else " ").join)


def _inlines(chinese: bool, most: int = 12, *, notes: bool = True) -> st.SearchStrategy[tuple[Inline, ...]]:
    text = _words(chinese, 1, 6).map(Text)
    marked: st.SearchStrategy[Inline] = st.one_of(
        text.map(lambda one: Strong((one,))),
        text.map(lambda one: Emphasis((one,))),
        text.map(lambda one: Strong((Emphasis((one,)),))),
        text.map(lambda one: Emphasis((Strong((one,)),))),
        text.map(lambda one: Link("https://example.com/a", (one,))),
        *([_words(chinese, 1, 5).map(NoteRef)] if notes else []),
        *([st.just(LineBreak())] if notes else []),
    )
    space = Text("" if chinese else " ")

    def row(first: Text, rest: list[tuple[Inline, Text]]) -> tuple[Inline, ...]:
        parts = (first, *(node for inner, after in rest for node in (space, inner, space, after)))
        return tuple(node for node in parts if node != Text(""))

    return st.builds(row, _words(chinese, 1, most).map(Text), st.lists(st.tuples(marked, text), max_size=3))


SHAPES = st.lists(
    st.tuples(
        st.sampled_from(["paragraph"] * 5 + ["heading", "list", "quote", "table", "rule", "break"]),
        st.integers(1, 14),
        st.integers(1, 3),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def _block(draw: st.DrawFn, key: str, shape: tuple[str, int, int, bool], chinese: bool) -> list[Block]:
    kind, count, columns, flag = shape
    text = Paragraph(f"{key}.p", draw(_inlines(chinese)))
    match kind:
        case "heading":
            return [Heading(key, (Text(draw(_words(chinese, 1, 4))),), columns), text]
        case "list":
            items = (ListItem(f"{key}.{n}", draw(_inlines(chinese, 8))) for n in range(count))
            return [List(key, tuple(items), flag)]
        case "quote":
            return [Quote(key, draw(_inlines(chinese, 40)))]
        case "table":
            rows = tuple(
                tuple(
                    Cell(f"{key}.{n}.{c}", draw(st.just(()) | _inlines(chinese, 2, notes=False)))
                    for c in range(columns)
                )
                for n in range(count)
            )
            head = tuple(Cell(f"{key}.h.{c}", (Text(draw(_words(chinese, 1, 1))),)) for c in range(columns))
            return [Table(key, rows, head if flag else ())]
        case "rule":
            return [text, Rule(key)]
        case "break":
            return [text, PageBreak(key), Paragraph(f"{key}.q", draw(_inlines(chinese)))]
        case _:
            return [Paragraph(key, draw(_inlines(chinese, 60)))]


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Draw an article in Chinese, in English, or in both with blocks of the same kinds."""
    shapes = draw(SHAPES)
    editions = []
    for language in draw(st.sampled_from([("zh-Hans",), ("en",), ("zh-Hans", "en")])):
        chinese = language != "en"
        blocks = [b for n, shape in enumerate(shapes) for b in _block(draw, f"k{n}", shape, chinese)]
        meta = Meta(language=language, headline="展示周开幕" if chinese else "Week opens", source="学院")
        editions.append(Article(meta, tuple(blocks)))
    return Release(tuple(editions))


EXPORTERS: list[tuple[str, Exporter]] = [
    ("pdf", WeasyPrintExporter()),
    ("pdf", ReportLabExporter()),
    ("html", HtmlExporter()),
    ("docx", DocxExporter()),
]


@pytest.mark.exhaustive
@pytest.mark.parametrize(("suffix", "exporter"), EXPORTERS, ids=[exporter.name for _, exporter in EXPORTERS])
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(shown=releases())
def test_any_article_comes_back_whole(shown: Release, look: str, suffix: str, exporter: Exporter) -> None:
    words = {article.meta.language: furniture(article) for article in shown.editions}
    context = Context(theme.load(look), words, Report())
    data = exporter.export(shown, context)
    assert readback.check(f"x.{suffix}", data, shown, context).characters
    assert suffix != "pdf" or drawn_wrongly(data) == []
