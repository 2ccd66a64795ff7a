"""An official document's frame in every format: notes under its date, its record, no press release."""

import datetime as dt
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter, Source
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.plain_text import plain_text
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import Article, Meta, Official, Paragraph, Release, Text
from publisher.readers.docx import DocxReader
from publisher.readers.html import HtmlReader
from publisher.readers.text import TextReader
from publisher.report import Report

PDFS: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]
EXPORTERS = [("pdf", PDFS[0]), ("pdf", PDFS[1]), ("html", HtmlExporter()), ("docx", DocxExporter())]
both_engines = pytest.mark.parametrize("engine", PDFS, ids=[engine.name for engine in PDFS])


def document(language: str = "zh-Hans", *, annex: bool = False) -> Article:
    chinese = language == "zh-Hans"
    official = Official(
        number="青政发〔2026〕5号" if chinese else "QZF [2026] No. 5",
        signatory="陆子衿" if chinese else "Lu Zijin",
        addressees="各县（区）人民政府" if chinese else "all counties",
        attachments=("任务分解表", "服务规范（试行）") if chinese else ("Tasks", "Rules of service"),
        notes=("此件公开发布", "联系人：陆子衿") if chinese else ("For public release", "Contact: Lu Zijin"),
        copies="市委各部门" if chinese else "the court",
        printed_by="市政府办公室" if chinese else "General Office",
        printed=dt.date(2026, 3, 6),
    )
    meta = Meta(
        language=language, headline="关于延长开放时间的通知" if chinese else "Notice on longer opening hours",
        source="青岚市人民政府" if chinese else "City Government", official=official,
        issued=dt.datetime(2026, 3, 5, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    )  # fmt: skip
    texts = ["全市社区图书馆每天开放至22时，节假日不闭馆，夜间照明和安全值守由各区负责。"] * 5
    texts += ["附件1", "任务分解表", "按季度报送。"] if annex else []
    if not chinese:
        texts = [
            "Community libraries stay open until 10 p.m., on holidays as on any other day of the year."
        ] * 5
        texts += ["Annex 1", "Tasks", "Quarterly."] if annex else []
    return Article(meta, tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts, 1)))


def shown(look: str, *editions: Article) -> tuple[Release, Context]:
    words = {article.meta.language: furniture(article) for article in editions}
    return Release(editions), Context(theme.load(look), words, Report())


def pages(data: bytes) -> list[str]:
    found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return ["".join(text.split()) for text in found]


@pytest.mark.parametrize("look", ["gongwen", "press", "newsletter"])
@pytest.mark.parametrize(("suffix", "exporter"), EXPORTERS, ids=[exporter.name for _, exporter in EXPORTERS])
def test_notes_are_set_and_read_back(suffix: str, exporter: Exporter, look: str) -> None:
    for editions in ([document()], [document("en")], [document(), document("en")]):
        release, context = shown(look, *editions)
        assert readback.check(f"x.{suffix}", exporter.export(release, context), release, context).characters


@both_engines
def test_notes_stand_in_brackets_under_the_date(engine: Exporter) -> None:
    said = "".join(pages(engine.export(*shown("gongwen", document()))))
    assert "2026年3月5日（此件公开发布）（联系人：陆子衿）" in said
    said = "".join(pages(engine.export(*shown("gongwen", document("en")))))
    assert "March5,2026(Forpublicrelease)(Contact:LuZijin)" in said


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("annex", [False, True])
def test_the_frame_comes_back_from_word_html_and_plain_text(language: str, annex: bool) -> None:
    article = document(language, annex=annex)
    release, context = shown("gongwen", article)
    word = DocxReader().read(Source("a.docx", DocxExporter().export(release, context), Path()), Report())
    page = HtmlReader().read(Source("a.html", HtmlExporter().export(release, context), Path()), Report())
    text = TextReader().read(Source("a.txt", plain_text(article).encode(), Path()), Report())
    for read in (word, page, text):
        assert read.meta.official == article.meta.official
        assert (read.meta.headline, read.meta.source) == (article.meta.headline, article.meta.source)
        assert [block.inlines for block in read.blocks if isinstance(block, Paragraph)] == [
            block.inlines for block in article.blocks if isinstance(block, Paragraph)
        ]


def test_a_frame_without_a_number_stands_in_plain_text_all_the_same() -> None:
    article = document()
    official = msgspec.structs.replace(article.meta.official or Official(), number="", printed_by="")
    bare = msgspec.structs.replace(article, meta=msgspec.structs.replace(article.meta, official=official))
    lines = plain_text(bare).splitlines()
    assert lines[0] == "签发人：陆子衿"
    assert lines[-2:] == ["抄送：市委各部门。", "印发日期：2026-03-06"]


@both_engines
def test_documents_side_by_side_say_nothing_of_a_press_release(engine: Exporter) -> None:
    said = "".join(pages(engine.export(*shown("gongwen", document(), document("en")))))
    assert "青岚市人民政府" in said
    for word in ("新闻稿", "PRESSRELEASE", "即时发布", "Forimmediaterelease", "（完）", "###"):
        assert word not in said


@pytest.mark.parametrize("form", ["columns", "alternating"])
@pytest.mark.parametrize(("suffix", "exporter"), EXPORTERS, ids=[exporter.name for _, exporter in EXPORTERS])
def test_annexes_of_two_editions_stand_behind_what_closes_the_text(
    suffix: str, exporter: Exporter, form: str
) -> None:
    release, context = shown("gongwen", document(annex=True), document("en", annex=True))
    layout = msgspec.structs.replace(context.theme.layout, bilingual=form)
    look = msgspec.structs.replace(context.theme, layout=layout)
    context = msgspec.structs.replace(context, theme=look)
    data = exporter.export(release, context)
    assert readback.check(f"x.{suffix}", data, release, context).characters
    if suffix == "pdf":  # what is read back is compared with the same order in every format
        said = "".join(pages(data))
        assert said.index("(Contact:LuZijin)") < said.index("按季度报送。") < said.index("市政府办公室")


@both_engines
@pytest.mark.parametrize("look", ["press", "newsletter"])
def test_annexes_stand_behind_attachments_and_notes_in_every_theme(engine: Exporter, look: str) -> None:
    said = "".join(pages(engine.export(*shown(look, document(annex=True)))))
    assert said.index("（联系人：陆子衿）") < said.index("附件1") < said.index("按季度报送。")


@both_engines
@pytest.mark.parametrize("bottom", [25.0, 26.0, 27.0, 27.2, 27.5, 27.9, 28.0, 28.4])
def test_a_record_stands_on_the_page_that_has_room_for_it(engine: Exporter, bottom: float) -> None:
    release, context = shown("press", document())
    page = msgspec.structs.replace(context.theme.page, bottom=bottom)
    context = msgspec.structs.replace(context, theme=msgspec.structs.replace(context.theme, page=page))
    (only,) = pages(engine.export(release, context))
    assert "2026年3月6日印发" in only


def test_both_engines_set_each_line_of_the_frame_at_the_same_place() -> None:
    from tests.visual.rows import rows
    from tests.visual.test_engines import far_apart

    for look in ("press", "gongwen", "newsletter"):
        for editions in ([document()], [document("en")], [document(), document("en")]):
            made, others = (
                sorted(rows(engine.export(*shown(look, *editions))), key=lambda row: (row.page, row.bare))
                for engine in PDFS
            )
            assert [row.bare for row in made] == [row.bare for row in others]
            assert not [a.text for a, b in zip(made, others, strict=True) if far_apart(a, b)]
