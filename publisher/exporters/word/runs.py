"""Inlines as Word runs: language, font slot of shared marks, links, and footnotes."""

import re
from collections.abc import Iterable
from typing import Any

from publisher.exporters.word import run_styles, xml
from publisher.exporters.word.notes import Notes
from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.safety import safe_url, xml_safe

_SHARED = re.compile(r"([“”‘’—…·]+)")
"""Marks that both scripts use: Word asks ``w:hint`` which font sets them."""


class Runs:
    """Adds inlines to paragraphs of a document, and the notes among them to its footnotes."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._notes: Notes | None = None

    def add(self, paragraph: Any, nodes: Iterable[Inline], language: str, style: str = "") -> None:
        """Add ``nodes`` to ``paragraph`` in ``language``; ``style`` names a character style."""
        for node in nodes:
            match node:
                case Text(text):
                    self._text(paragraph, text, language, style)
                case Strong(children):
                    self.add(paragraph, children, language, run_styles.within(style, "Strong"))
                case Emphasis(children):
                    mark = "Emphasis Han" if language.startswith("zh") else "Emphasis"
                    self.add(paragraph, children, language, run_styles.within(style, mark))
                case Link(url, children):
                    self._link(paragraph, url, children, language, style)
                case NoteRef(note):
                    self._note(paragraph, note, language, style)
                case LineBreak():
                    paragraph.add_run().add_break()

    def _link(
        self, paragraph: Any, url: str, children: tuple[Inline, ...], language: str, style: str
    ) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        href = safe_url(url)
        if not href:
            self.add(paragraph, children, language, style)
            return
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        before = len(paragraph._p)
        self.add(paragraph, children, language, run_styles.within(style, "Hyperlink"))
        xml.wrap(paragraph, before, link)

    def _note(self, paragraph: Any, note: str, language: str, around: str) -> None:
        if self._notes is None:
            self._notes = Notes(self._part)
        under = self._notes.add(paragraph.add_run(style=self._number_style(around)))
        self._text(under, f" {note}", language, "")

    def _number_style(self, around: str) -> str:
        """Return the style of a note's number in words of the style ``around``.

        It looks like any other; its name tells that the number is one of the
        emphasised words, for a run has one character style and no more.
        """
        from docx.enum.style import WD_STYLE_TYPE

        usual = "footnote reference"
        if not run_styles.stresses(around):
            return usual
        styles, name = self._part.document.styles, f"Note in {around}"
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.CHARACTER).base_style = styles[usual]
        return name

    def _text(self, paragraph: Any, text: str, language: str, style: str) -> None:
        """Add runs to ``paragraph``; in Chinese the marks that both scripts use go to the Han font."""
        chinese = language.startswith("zh")
        parts = _SHARED.split(xml_safe(text)) if chinese else [xml_safe(text)]
        for part in parts:
            if not part:
                continue
            named = run_styles.combined(self._part.document.styles, style) if style else None
            run = paragraph.add_run(part, style=named)
            mark(run, language, east_asian=chinese and bool(_SHARED.fullmatch(part)))


def mark(run: Any, language: str, *, east_asian: bool) -> None:
    """Give ``run`` its language and, for shared marks in Chinese, the East Asian font slot."""
    from docx.oxml.ns import qn

    properties = run._r.get_or_add_rPr()
    if east_asian:
        fonts = properties.get_or_add_rFonts()
        fonts.set(qn("w:hint"), "eastAsia")
    if language.startswith("zh"):
        properties.append(xml.make("w:lang", val="en-US", eastAsia=region(language)))
    else:
        properties.append(xml.make("w:lang", val=region(language)))


def region(language: str) -> str:
    """Return the BCP 47 tag by which Word knows ``language``: it tells the scripts by region."""
    if not language.startswith("zh"):
        return language if "-" in language else "en-US"
    if "Hant" not in language:
        return "zh-CN"
    return f"zh-{language[-2:] if language[-3:-2] == '-' else 'TW'}"


def add_field(paragraph: Any, code: str, result: str = "1", style: str = "") -> None:
    """Add a field such as PAGE, with a cached ``result`` that Word replaces."""
    add_field_part(paragraph, "begin", style=style)
    add_field_part(paragraph, "code", code, style=style)
    add_field_part(paragraph, "separate", style=style)
    paragraph.add_run(result, style=style or None)
    add_field_part(paragraph, "end", style=style)


def add_field_part(paragraph: Any, kind: str, code: str = "", style: str = "") -> None:
    """Add the beginning, the ``code``, the separator or the end of a field (ECMA-376-1, 17.16.18)."""
    run = paragraph.add_run(style=style or None)
    if kind == "code":
        element = xml.make("w:instrText")
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        element.text = f" {code} "
    else:
        element = xml.make("w:fldChar", fldCharType=kind)
    run._r.append(element)
