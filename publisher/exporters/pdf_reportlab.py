"""PDF by ReportLab: composed here line by line, without a system library, the same bytes each time."""

import msgspec

from publisher import pairs
from publisher.contracts import Context
from publisher.exporters import faces, watermark
from publisher.exporters.captions import numbered
from publisher.exporters.composed.atoms import Mark, Words
from publisher.exporters.composed.drawing import MM, SCREEN, Information, Watermark, draw
from publisher.exporters.composed.plate import Plate
from publisher.exporters.composed.settling import settled
from publisher.exporters.composed.story import page_of
from publisher.exporters.composed.text import Faces, Look, baseline, lines, run
from publisher.exporters.frame import feet, framed
from publisher.exporters.glyphs import refuse_missing, tell_spared
from publisher.exporters.html import document_title
from publisher.exporters.html_head import summary
from publisher.model import CreditRole, Release
from publisher.theme import Align, Page

_FOOT_GAP = 7 * MM
"""The foot stands so far under the type area."""

_FOOT_WORDS = 0.8
"""The part of the measure that the words of the foot may take; they are turned where it ends."""


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
    needed = faces.Faces(release, context)
    refuse_missing(needed.missing(), release, context)
    tell_spared(needed.spared(), release, context)
    page = page_of(release, context)
    information, mark = _information(release, context), _mark(release, context, page)
    release, context = numbered(release, context), framed(release, context)
    release, context, made = settled(release, context)
    folios = [_foot(release, context, number, len(made)) for number in range(1, len(made) + 1)]
    assets = {asset.name: asset for article in release.editions for asset in article.assets}
    return draw(made, folios, page, assets, information, mark, plate)


def _mark(release: Release, context: Context, page: Page) -> Watermark | None:
    words = watermark.words(release.editions, context)
    if not words:
        return None
    steps = watermark.outline(words, context.theme.fonts.sans.bold, page)
    return Watermark(steps, watermark.ink(context))


def _foot(release: Release, context: Context, number: int, count: int) -> tuple[Mark, ...]:
    """Return the foot of page ``number``: source and date at left, a line a language, its number at right."""
    two = len(release.editions) == 2
    articles = pairs.sides(release) if two else release.editions
    languages = [article.meta.language for article in articles]
    scripts = context.theme.type_bilingual if two else context.theme.type
    page = page_of(release, context)
    told, forms = feet([context.furniture[language] for language in languages], context.theme)
    counters = [form.replace("{pages}", str(count)).replace("{page}", str(number)) for form in forms]
    dashes = context.theme.layout.folio == "dashes"
    side: Align = "left" if dashes and number % 2 == 0 else "right"
    foot = scripts.of(languages[0]).foot
    inset = foot.size if dashes else 0.0
    measure = page.measure * MM - 2 * inset
    ink = getattr(context.theme.colours, foot.ink or "secondary")
    found: list[Mark] = []
    for texts, align, width in ((told, "left", measure * _FOOT_WORDS), (counters, side, measure)):
        style = msgspec.structs.replace(foot, align=align)
        y = page.depth * MM + _FOOT_GAP
        for text, language in zip(texts, languages, strict=False):
            faces = Faces.of(context.theme.fonts, language)
            look = Look(style=style, language=language, faces=faces, face=faces.regular, ink=ink)
            for line in lines((run(text, look.face, style.size),), look, width) if text else ():
                found.append(Words(line.pieces, inset, y + baseline(look), ink, hyphen=line.hyphen))
                y += style.leading
    return tuple(found)


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
