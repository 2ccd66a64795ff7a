"""PDF by ReportLab: composed here line by line, without a system library, the same bytes each time."""

import msgspec

from publisher import pairs
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import faces, watermark
from publisher.exporters.captions import numbered
from publisher.exporters.columns import column_width
from publisher.exporters.composed.atoms import Mark, Words, moved
from publisher.exporters.composed.drawing import MM, SCREEN, Information, Watermark, draw
from publisher.exporters.composed.pages import paginate
from publisher.exporters.composed.plate import Plate
from publisher.exporters.composed.story import page_of, story
from publisher.exporters.composed.text import Faces, Look, lines, run
from publisher.exporters.frame import feet, framed
from publisher.exporters.glyphs import named
from publisher.exporters.html import document_title
from publisher.exporters.html_head import summary
from publisher.model import CreditRole, Release
from publisher.theme import Align, Page, TypeStyle

_FOOT_GAP = 7 * MM
"""The foot stands so far under the type area."""


class ReportLabExporter:
    """Composes the pages and draws them."""

    name = "pdf-reportlab"
    suffix = ".pdf"
    media_type = "application/pdf"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ExportError if a character has no glyph in the theme's fonts."""
        return compose(release, context)


def compose(release: Release, context: Context, plate: Plate = SCREEN) -> bytes:
    """Return the PDF that ``plate`` paints; ExportError if a character has no glyph in the theme's fonts."""
    if missing := faces.Faces(release, context).missing():
        raise ExportError(
            f"No font of the theme {context.theme.name!r} has a glyph for: {named(missing, release)}.",
            hint="Replace these characters, or use a theme whose fonts hold them.",
        )
    page = page_of(release, context)
    information, mark = _information(release, context), _mark(release, context, page)
    release, context = numbered(release, context), framed(release, context)
    layout = context.theme.layout
    columns = layout.columns if len(release.editions) == 1 else 1
    step = (column_width(context.theme) + layout.gap) * MM
    sheets = paginate(story(release, context), page.depth * MM, columns, step)
    folios = [_foot(release, context, number, len(sheets)) for number in range(1, len(sheets) + 1)]
    assets = {asset.name: asset for article in release.editions for asset in article.assets}
    return draw(sheets, folios, page, assets, information, mark, plate)


def _mark(release: Release, context: Context, page: Page) -> Watermark | None:
    words = watermark.words(release.editions, context)
    if not words:
        return None
    steps = watermark.outline(words, context.theme.fonts.sans.bold, page)
    return Watermark(steps, watermark.ink(context))


def _foot(release: Release, context: Context, number: int, count: int) -> tuple[Mark, ...]:
    """Return the foot of page ``number``: source and date at left, the page's number at right."""
    two = len(release.editions) == 2
    lead = pairs.sides(release)[0] if two else release.editions[0]
    language = lead.meta.language
    furniture = context.furniture[language]
    scripts = context.theme.type_bilingual if two else context.theme.type
    page = page_of(release, context)
    source, pattern = feet(furniture, context.theme)
    counter = pattern.replace("{pages}", str(count)).replace("{page}", str(number))
    found: list[Mark] = []
    dashes = context.theme.layout.folio == "dashes"
    side: Align = "left" if dashes and number % 2 == 0 else "right"
    words: tuple[tuple[str, Align], ...] = ((source, "left"), (counter, side))
    for text, align in words:
        style = msgspec.structs.replace(scripts.of(language).foot, align=align)
        inset = style.size if dashes else 0.0
        made = _line(text, style, language, context, page.measure * MM - 2 * inset, page.depth * MM)
        found += [moved(mark, inset, 0.0) for mark in made]
    return tuple(found)


def _line(
    text: str, style: TypeStyle, language: str, context: Context, measure: float, y: float
) -> list[Mark]:
    made = Faces.of(context.theme.fonts, language)
    look = Look(
        style=style, language=language, faces=made, face=made.regular, ink=context.theme.colours.secondary
    )
    if not text:
        return []
    first = lines((run(text, look.face, style.size),), look, measure)[0]
    base = y + _FOOT_GAP + style.leading * 0.75
    return [Words(first.pieces, 0.0, base, look.ink)]


def _information(release: Release, context: Context) -> Information:
    articles = pairs.sides(release) if len(release.editions) == 2 else release.editions
    meta = articles[0].meta
    names = [name for credit in meta.credits if credit.role is CreditRole.TEXT for name in credit.names]
    return Information(
        title=document_title(articles, context),
        author=", ".join(names),
        subject=meta.summary or meta.subhead or summary(articles[0]),
        keywords=", ".join(meta.keywords),
        language=meta.language,
    )
