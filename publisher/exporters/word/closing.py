"""What stands under the text in Word: end mark, credits, boilerplate, contacts, in the theme's order."""

from collections.abc import Sequence
from typing import Any

from publisher.contracts import LabelledText
from publisher.exporters.word import official
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, Heading, Inline, Link, Text
from publisher.safety import safe_url


def close(sheet: Sheet, place: Any, article: Article, parts: Sequence[str]) -> None:
    """Add attachments, signature and notes, then the ``parts`` that go with the last line."""
    official.closing(place, sheet.furniture(article), sheet.line(article))
    group(sheet, place, article, parts)


def record(sheet: Sheet, place: Any, article: Article) -> None:
    """Add the record block of an official document."""
    width = 0.0 if sheet.two else sheet.page.measure
    official.record(place, sheet.furniture(article), sheet.line(article), width=width)


def has(sheet: Sheet, part: str, article: Article) -> bool:
    """Tell whether ``article`` has the part."""
    furniture = sheet.furniture(article)
    if part == "boilerplate":
        return bool(article.meta.boilerplate)
    return bool(getattr(furniture, part) or (part == "contacts" and furniture.rights))


def group(sheet: Sheet, place: Any, article: Article, parts: Sequence[str]) -> None:
    """Add the ``parts`` of ``article``, one under another."""
    made = {
        "end_mark": _end_mark,
        "credits": _credits,
        "boilerplate": _boilerplate,
        "contacts": _contacts,
    }
    for part in parts:
        made[part](sheet, place, article)


def _end_mark(sheet: Sheet, place: Any, article: Article) -> None:
    if mark := sheet.furniture(article).end_mark:
        sheet.paragraph(place, "End Mark", (Text(mark),), article)


def _credits(sheet: Sheet, place: Any, article: Article) -> None:
    furniture = sheet.furniture(article)
    if furniture.credits:
        paragraph = sheet.paragraph(place, "Credits", (), article)
        for number, line in enumerate(furniture.credits):
            gap = "\u2003" if number else ""
            sheet.runs.add(paragraph, (Text(f"{gap}{line.label}{line.text}"),), article.meta.language)


def _boilerplate(sheet: Sheet, place: Any, article: Article) -> None:
    for block in article.meta.boilerplate:
        style = "Boilerplate Heading" if isinstance(block, Heading) else "Boilerplate"
        sheet.paragraph(place, style, block.inlines, article)


def _contacts(sheet: Sheet, place: Any, article: Article) -> None:
    furniture = sheet.furniture(article)
    if furniture.contacts:
        sheet.paragraph(place, "Contact Heading", (Text(furniture.contact_heading),), article)
    for contact in furniture.contacts:
        for line in contact:
            sheet.paragraph(place, "Contact", _labelled(line), article)
    if furniture.rights:
        sheet.paragraph(place, "Rights", (Text(furniture.rights),), article)


def _labelled(line: LabelledText) -> tuple[Inline, ...]:
    value: Inline = Text(line.text)
    if safe_url(line.url):
        value = Link(line.url, (Text(line.text),))
    return (Text(line.label), value) if line.label else (value,)
