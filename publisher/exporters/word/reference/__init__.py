"""A user's own Word template in the place of the theme: its page, its headers and footers, its styles.

What the template lacks is made from the theme, in the template's fonts and in
proportion to its body text.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from publisher.errors import ConfigError
from publisher.exporters.word import blank, styles, xml
from publisher.exporters.word.reference.merging import Styles
from publisher.exporters.word.reference.names import BUILT_IN
from publisher.exporters.word.reference.template import Template, opened
from publisher.exporters.word.type_style import clear
from publisher.model import Article
from publisher.report import Notice, Report, Severity
from publisher.theme import Page, Scripts, Theme, TypeScale, TypeStyle

_MM = 36000
"""English Metric Units in a millimetre."""

_NARROWEST = 50.0
"""A text area that is narrower, in mm, holds no release."""

_HINT = "Open it in Word or LibreOffice, save it anew and try again."


def check(path: Path) -> None:
    """Raise ConfigError where the template in ``path`` cannot stand in."""
    opened(path)


class Reference:
    """The template in ``path``, or ConfigError where it cannot stand in for ``theme``.

    ``document`` is a python-docx document with its look and no text, ``theme``
    the given one fitted to it: its page, its size of text.
    """

    def __init__(self, path: Path, theme: Theme) -> None:
        import docx

        self._name = path.name
        self._template: Template = opened(path)
        try:
            self.document: Any = docx.Document(BytesIO(self._template.package))
            self._styles = Styles(self.document.styles.element)
            self.theme = self._fitted(theme)
        except (KeyError, ValueError) as error:
            said = " ".join(str(error).split())[:200]
            raise ConfigError(f"{self._name}: this is no sound template: {said}.", hint=_HINT) from error
        self.has_feet = self._template.has_footers

    def install(self, articles: tuple[Article, ...]) -> None:
        """Add the styles that the template lacks; of two languages each has its own, on the template's."""
        from lxml import etree

        theirs = blank.new(articles)
        every = theirs.styles.element
        for style in theirs.styles:  # bare, so that it shows which of them are written
            clear(style)
        before = {style.get(_ID): etree.tostring(style) for style in every.style_lst}
        language = articles[0].meta.language
        styles.install(theirs, self.theme, bilingual=len(articles) == 2, language=language)
        changed = {s.get(_ID) for s in every.style_lst if etree.tostring(s) != before.get(s.get(_ID))}
        self._styles.take(every, frozenset(changed))
        if not self.has_feet:  # nothing of the template's own stands there
            foot = self.document.styles["Footer"]
            xml.right_tab(foot, round(self.theme.page.measure * _MM))

    def share_feet(self, *, odd_and_even: bool) -> None:
        """Let the foot that was added stand on first and even pages too, and the header if these are new."""
        section = self.document.sections[0]._sectPr
        now = self.document.settings.odd_and_even_pages_header_footer
        if section.titlePg_val:
            _share(section, "footer", "first")
        if now:
            _share(section, "footer", "even")
        if now and not odd_and_even:
            _share(section, "header", "even")

    def tell(self, report: Report) -> None:
        """File what was left out of the template, and which of its styles had to be made."""
        if self._template.left_out:
            _add(
                report,
                "reference-cleaned",
                f"{self._name}: left out of the document: {', '.join(self._template.left_out)}",
            )
        parts = (part for part in self.document.part.package.iter_parts() if hasattr(part, "element"))
        made = self._styles.used(part.element for part in parts)
        if made:
            expected = any(name in BUILT_IN for name in made)
            names = ", ".join(name[0].upper() + name[1:] for name in made)
            _add(
                report,
                "reference-styles",
                f"{self._name} has no styles {names}: they were made from the theme {self.theme.name}",
                Severity.WARNING if expected else Severity.INFO,
            )

    def _fitted(self, theme: Theme) -> Theme:
        page = self._page(theme.page)
        body = "Body Text" if self._styles.named("Body Text") is not None else "Normal"
        size = self._styles.size(body)
        title = self._styles.size("Title") if self._styles.named("Title") is not None else 0.0
        return msgspec.structs.replace(
            theme,
            page=page,
            page_bilingual=page,
            type=_sized(theme.type, size, title),
            type_bilingual=_sized(theme.type_bilingual, size, title),
        )

    def _page(self, standard: Page) -> Page:
        """Return the template's page; what it does not say is as ``standard`` has it, and is said."""
        section: Any = self.document.sections[0]
        for name, length in (
            ("page_width", standard.width),
            ("page_height", standard.height),
            ("top_margin", standard.top),
            ("right_margin", standard.right),
            ("bottom_margin", standard.bottom),
            ("left_margin", standard.left),
        ):
            if getattr(section, name) is None:
                setattr(section, name, round(length * _MM))
        page = Page(
            width=section.page_width / _MM,
            height=section.page_height / _MM,
            top=abs(section.top_margin) / _MM,  # below zero the text may run into the header
            right=section.right_margin / _MM,
            bottom=abs(section.bottom_margin) / _MM,
            left=(section.left_margin + (section.gutter or 0)) / _MM,
        )
        if page.measure < _NARROWEST or page.depth < _NARROWEST:
            area = f"{page.measure:.0f} × {page.depth:.0f} mm"
            raise ConfigError(
                f"{self._name}: its text area is {area}, too small for a release.",
                hint="Set its page and margins in Word (Layout) and save it.",
            )
        return page


_ID = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId"


def _sized(scripts: Scripts, body: float, title: float) -> Scripts:
    """Return ``scripts`` in proportion to a body of ``body`` pt, the headline of ``title`` pt if not 0."""

    def scale(kind: TypeScale) -> TypeScale:
        factor = body / kind.body.size
        made = {}
        for name in kind.__struct_fields__:
            style = getattr(kind, name)
            made[name] = style and _times(style, factor)
        if title:
            made["headline"] = msgspec.structs.replace(made["headline"], size=title)
        return TypeScale(**made)

    return Scripts(zh=scale(scripts.zh), en=scale(scripts.en))


def _times(style: TypeStyle, factor: float) -> TypeStyle:
    """Return ``style`` larger by ``factor``, in the half points that Word counts in."""
    lengths = ("size", "leading", "before", "after")
    return msgspec.structs.replace(
        style, **{name: round(getattr(style, name) * factor * 2) / 2 for name in lengths}
    )


def _share(section: Any, kind: str, use: str) -> None:
    """Let the ``kind`` of pages of one ``use`` be that of the others, if they have none of their own."""
    from docx.oxml.ns import qn

    found = {e.get(qn("w:type")): e for e in section.findall(qn(f"w:{kind}Reference"))}
    if "default" in found and use not in found:
        made = xml.make(f"w:{kind}Reference", type=use)
        made.set(qn("r:id"), found["default"].get(qn("r:id")))
        found["default"].addnext(made)


def _add(report: Report, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
    notice = Notice(code=code, message=message, severity=severity)
    if notice not in report.notices:  # once, whatever number of editions
        report.add(notice)
