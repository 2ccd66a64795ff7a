"""Nested lists, written as Markdown, a page, a Word document and an OpenDocument text would have them."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import count

import msgspec

from tests.readers.docx_files import parts as word

HEAD = "Ferry to sail in the evening"
LEAD = "The ferry will sail in the evening from March 16, the harbor office said on Thursday."
LAST = "Tickets cost the same as by day, said Mara Lindqvist, who runs the ferry."
_STYLES = {"decimal": "decimal", "lowerLetter": "lower-alpha", "chineseCounting": "cjk-ideographic"}
_FORMATS = {"decimal": "1", "lowerLetter": "a", "chineseCounting": "一, 二, 三, ..."}


class Nest(msgspec.Struct, frozen=True):
    """A list: ``form`` is a form of numbers or "bullet"; an item is its words, then lists in it."""

    form: str
    items: tuple[tuple["str | Nest", ...], ...]
    start: int = 1


def bullets(*items: "str | tuple[str | Nest, ...]") -> Nest:
    """Return a list with bullets."""
    return Nest("bullet", tuple(item if isinstance(item, tuple) else (item,) for item in items))


def numbers(*items: "str | tuple[str | Nest, ...]", start: int = 1, form: str = "decimal") -> Nest:
    """Return a list with numbers."""
    return Nest(form, bullets(*items).items, start)


Parts = tuple[str | Nest, ...]


def markdown(parts: Parts) -> bytes:
    """Return ``parts`` between a headline and two paragraphs, in Markdown."""

    def lines(nest: Nest, indent: str) -> Iterator[str]:
        for number, item in enumerate(nest.items, nest.start):
            sign = "- " if nest.form == "bullet" else f"{number}. "
            for place, said in enumerate(item):
                if isinstance(said, str):
                    yield f"{indent}{' ' * len(sign) if place else sign}{said}"
                else:
                    yield from lines(said, indent + " " * len(sign))

    made = ["\n".join(lines(part, "")) if isinstance(part, Nest) else part for part in parts]
    return "\n\n".join((f"# {HEAD}", LEAD, *made, LAST)).encode()


def page(parts: Parts) -> bytes:
    """Return them as a page."""

    def one(said: str | Nest) -> str:
        if isinstance(said, str):
            return said
        items = "".join(f"<li>{''.join(map(one, item))}</li>" for item in said.items)
        style = f'style="list-style-type: {_STYLES.get(said.form)}"'
        return (
            f"<ul>{items}</ul>" if said.form == "bullet" else f'<ol {style} start="{said.start}">{items}</ol>'
        )

    made = "".join(one(part) if isinstance(part, Nest) else f"<p>{part}</p>" for part in parts)
    return f"<html><body><h1>{HEAD}</h1><p>{LEAD}</p>{made}<p>{LAST}</p></body></html>".encode()


def document(parts: Parts) -> bytes:
    """Return them as a Word document, each list with a numbering of its own."""
    numberings: list[str] = []

    def lines(nest: Nest, level: int) -> Iterator[str]:
        sign = "、" if nest.form == "chineseCounting" else "."
        levels = [
            ("bullet", "•") if nest.form == "bullet" else (nest.form, f"%{n}{sign}") for n in range(1, 10)
        ]
        number = len(numberings) + 1
        start = '<w:start w:val="{}"/>'
        numberings.append(word.num(number, levels).replace(start.format(1), start.format(nest.start)))
        for item in nest.items:
            for said in item:
                if isinstance(said, str):
                    yield word.p(said, extra=word.item(number, level))
                else:
                    yield from lines(said, level + 1)

    body = "".join("".join(lines(part, 0)) if isinstance(part, Nest) else word.p(part) for part in parts)
    return word.package(word.begin(HEAD, LEAD) + body + word.p(LAST), numbering="".join(numberings))


_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"))
)


def opened(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text><text:p>{HEAD}</text:p><text:p>{LEAD}</text:p>{body}<text:p>{LAST}</text:p></office:text>"
        "</office:body></office:document-content>"
    )
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return held.getvalue()


def list_style(name: str, form: str, start: int = 1) -> str:
    """Return a list style whose ten levels have one form."""
    sign = "、" if form == "chineseCounting" else "."
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"/>'
        if form == "bullet"
        else f'<text:list-level-style-number text:level="{n}" style:num-format="{_FORMATS[form]}" '
        f'style:num-suffix="{sign}" text:start-value="{start}"/>'
        for n in range(1, 11)
    )
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def text(parts: Parts) -> bytes:
    """Return them as an OpenDocument text."""
    styles: list[str] = []
    names = (f"L{n}" for n in count(1))

    def one(said: str | Nest) -> str:
        if isinstance(said, str):
            return f"<text:p>{said}</text:p>"
        name = next(names)
        styles.append(list_style(name, said.form, said.start))
        items = "".join(f"<text:list-item>{''.join(map(one, item))}</text:list-item>" for item in said.items)
        return f'<text:list text:style-name="{name}">{items}</text:list>'

    return opened("".join(map(one, parts)), "".join(styles))
