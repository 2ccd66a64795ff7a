"""The blank document that python-docx brings, without what it says of nothing here."""

from typing import Any

from publisher.exporters.word import settings
from publisher.model import Article

_KEPT = frozenset(
    (
        "Normal", "Header", "Footer", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4",
        "BodyText", "Quote", "ListBullet", "ListNumber", "Caption", "TOCHeading", "Strong", "Emphasis",
        "DefaultParagraphFont", "TableNormal", "NoList",
    )
)  # fmt: skip
"""The styles that Word knows by name and ours are made of."""


def new(articles: tuple[Article, ...]) -> Any:
    """Return a document for ``articles`` without text: no style but those, no lists, no bibliography."""
    import docx
    from docx.oxml.ns import qn

    document: Any = docx.Document()
    settings.fill(document, articles)
    for style in document.styles.element.findall(qn("w:style")):
        if style.styleId not in _KEPT:
            document.styles.element.remove(style)
            continue
        for name in ("w:link", "w:rsid"):
            for old in style.findall(qn(name)):
                style.remove(old)
    for old in list(document.part.numbering_part.element):
        document.part.numbering_part.element.remove(old)
    rels = document.part.rels
    for number in [number for number, rel in rels.items() if rel.reltype.endswith("/customXml")]:
        del rels[number]
    document.sections[0]._sectPr.attrib.clear()  # the sessions that it was edited in
    for paragraph in document.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    return document
