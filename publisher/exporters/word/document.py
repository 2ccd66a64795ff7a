"""Word by python-docx: all by styles, fonts by script, one language or two side by side."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from publisher import pairs
from publisher.contracts import Context
from publisher.exporters.faces import Faces
from publisher.exporters.frame import framed
from publisher.exporters.glyphs import tell_missing
from publisher.exporters.word import (
    alone,
    alternating,
    blank,
    mark,
    masthead,
    package,
    page,
    properties,
    side_by_side,
    styles,
    title,
)
from publisher.exporters.word.runs import Runs
from publisher.exporters.word.sheet import Sheet
from publisher.model import Release
from publisher.report import Notice
from publisher.safety import xml_safe

if TYPE_CHECKING:
    from publisher.exporters.word.reference import Reference

NO_COMMENTS = Notice(code="no-comments", message="it has no comments: no warning is about what it says")
NO_CHANGES = Notice(code="no-changes", message="it has no changes: the older version says the same")
"""What a working copy tells that is as plain as the document itself."""

_LONGEST_NAME = 255
"""Characters that Word takes for the author of a change or comment."""


class DocxExporter:
    """Makes a document that an editor can go on with: every look is a style."""

    name = "docx"
    suffix = ".docx"
    working_copies = True
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the document, the same bytes for the same release; a Notice names characters no font has."""
        if context.reference is None:  # whose fonts are those of the house
            tell_missing(Faces(release, context).missing(), release, context)
        author = xml_safe(" ".join(context.author.split()))[:_LONGEST_NAME]
        context = msgspec.structs.replace(context, author=author)
        document = _Document(release, context)
        if context.comments:
            from publisher.exporters.word import comments

            if not comments.add(document.sheet, _moment(release)):
                context.report.add(NO_COMMENTS)
        if context.older is not None:
            from publisher.exporters.word import changes

            old = _Document(context.older.release, context.turned(release))
            if not changes.track(old.document, document.document, author, _moment(release)):
                context.report.add(NO_CHANGES)
        return document.bytes()


class _Document:
    """One document in the making."""

    def __init__(self, release: Release, context: Context) -> None:
        self._house = house = _house(context)
        if house:
            context = msgspec.structs.replace(context, theme=house.theme)
        elif not context.embed_fonts:
            context = _named_for(release, context)
        context = framed(release, context)
        self._two = len(release.editions) == 2
        self._articles = pairs.sides(release) if self._two else release.editions
        self._theme = context.theme
        self.document: Any = house.document if house else blank.new(self._articles)
        self.sheet = Sheet(self.document, Runs(self.document.part), release, context)
        lead = self._articles[0].meta.language
        if house:
            house.install(self._articles)
        else:
            styles.install(self.document, self._theme, bilingual=self._two, language=lead)
            title.close_up(self.sheet)
        self._write()

    def _write(self) -> None:
        sheet = self.sheet
        page.lay_out(sheet, self._house)
        masthead.add(sheet)
        if sheet.in_turn:
            alternating.add(sheet)
        elif self._two:
            side_by_side.add(sheet)
        else:
            alone.add(sheet, self._articles[0])

    def bytes(self) -> bytes:
        """Return the finished package."""
        sheet = self.sheet
        mark.stamp(sheet)
        properties.fill(sheet)
        if self._house:
            self._house.tell(sheet.context.report)
        stream = BytesIO()
        self.document.save(stream)
        fonts = None if self._house else self._theme.fonts
        return package.finished(stream.getvalue(), fonts, _embedding(sheet.context))


def _moment(release: Release) -> str:
    """Return when ``release`` was issued, as Word dates changes: by the clock on the wall, called UTC."""
    issued = release.editions[0].meta.issued
    return f"{issued.replace(tzinfo=None).isoformat(timespec='seconds')}Z" if issued else ""


def _named_for(release: Release, context: Context) -> Context:
    """Return ``context`` with the fonts by the names that its Chinese edition wants of Word."""
    fonts = context.theme.fonts
    for article in release.editions:
        fonts = fonts.named_for(article.meta.language)
    return msgspec.structs.replace(context, theme=msgspec.structs.replace(context.theme, fonts=fonts))


def _house(context: Context) -> "Reference | None":
    """Return the template that stands in for the theme, if one was named."""
    if context.reference is None:
        return None
    from publisher.exporters.word.reference import Reference

    return Reference(context.reference, context.theme)


def _embedding(context: Context) -> Callable[[dict[str, bytes]], None] | None:
    """Return what puts the theme's fonts into a package, if that was asked for."""
    if not context.embed_fonts:
        return None
    from publisher.exporters.word import embedding

    return lambda parts: embedding.embed(parts, context.theme.fonts, context.report)
