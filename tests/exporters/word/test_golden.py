"""The parts of a small Word document, line by line as they were accepted.

`pytest --accept tests/exporters/word/test_golden.py` writes tests/exporters/golden anew: read the difference
before it is committed. A paragraph is a line for its properties and one for each run; what draws a picture is
left out.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Block,
    Cell,
    Figure,
    Heading,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    Paragraph,
    Quote,
    Release,
    Strong,
    Table,
    Text,
)
from publisher.report import Report
from tests.conftest import ISSUED, PICTURE

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PARTS = ("document", "footnotes", "numbering")
_WHOLE = frozenset(
    ("r", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "bookmarkStart", "bookmarkEnd", "lvl", "num")
)
"""What stands on one line."""


def blocks(chinese: bool) -> tuple[Block, ...]:
    def said(zh: str, en: str) -> tuple[Text]:
        return (Text(zh if chinese else en),)

    link = Link("https://example.com/", said("主页", "home page"))
    note = NoteRef("截至2月底。" if chinese else "To February.")
    return (
        Heading("b1", said("一、成果", "Results")),
        Paragraph("b2", (*said("“开放日”见", "The “open day”: "), link, Strong(said("。", ".")), note)),
        List(
            "b3",
            (ListItem("b3.1", said("机器人", "Robots")), ListItem("b3.2", said("焊接", "Welding"))),
            True,
        ),
        Quote("b4", said("机会难得。", "A rare chance.")),
        Figure(
            "b5", "hall.png", "展厅" if chinese else "The hall", said("展厅全景", "The hall"), "陆子衿 摄"
        ),
        Table(
            "b6",
            ((Cell("b6.1", said("省级", "Provincial")),),),
            (Cell("b6.h", said("级别", "Level")),),
            said("众创空间", "Spaces"),
        ),
    )


def article(language: str) -> Article:
    chinese = language.startswith("zh")
    meta = Meta(
        language=language,
        headline="开放日启动" if chinese else "The open day begins",
        source="青岚学院" if chinese else "Qinglan College",
        issued=ISSUED,
    )
    return Article(meta, blocks(chinese), (PICTURE,))


def extract(data: bytes) -> str:
    """Return the parts as they are read best."""
    package = zipfile.ZipFile(io.BytesIO(data))
    lines: list[str] = []
    for name in PARTS:
        root: Any = etree.fromstring(package.read(f"word/{name}.xml"))
        for drawn in root.findall(".//{*}graphic"):
            drawn.getparent().remove(drawn)
        lines += [f"<!-- word/{name}.xml -->", *_lines(root, 0)]
    return "\n".join(lines) + "\n"


def _lines(element: Any, depth: int) -> Iterator[str]:
    tag = f"{element.prefix}:{etree.QName(element).localname}"
    if etree.QName(element).localname in _WHOLE or len(element) == 0:
        yield "  " * depth + _bare(element)
        return
    yield f"{'  ' * depth}<{tag}{_attributes(element)}>"
    for child in element:
        yield from _lines(child, depth + 1)
    yield f"{'  ' * depth}</{tag}>"


def _bare(element: Any) -> str:
    """Return ``element`` without the declarations of its namespaces."""
    tag = f"{element.prefix}:{etree.QName(element).localname}"
    inner = (element.text or "") + "".join(_bare(child) for child in element)
    return f"<{tag}{_attributes(element)}>{inner}</{tag}>" if inner else f"<{tag}{_attributes(element)}/>"


def _attributes(element: Any) -> str:
    names = {uri: prefix for prefix, uri in element.nsmap.items()}
    names["http://www.w3.org/XML/1998/namespace"] = "xml"
    found = []
    for name, value in element.attrib.items():
        space, local = etree.QName(name).namespace, etree.QName(name).localname
        if local == "Ignorable":
            continue
        found.append(f' {names[space]}:{local}="{value}"' if space else f' {local}="{value}"')
    return "".join(found)


@pytest.mark.parametrize("languages", ["zh-Hans", "en", "zh-Hans+en"])
def test_the_parts_of_a_small_document_are_as_they_were_accepted(languages: str, accept: bool) -> None:
    release = Release(tuple(article(language) for language in languages.split("+")))
    look = theme.load("press", layout={"toc_from": 1})
    words = {a.meta.language: furniture(a, look=look) for a in release.editions}
    found = extract(DocxExporter().export(release, Context(look, words, Report())))
    path = GOLDEN / f"{languages}.xml"
    if accept:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
