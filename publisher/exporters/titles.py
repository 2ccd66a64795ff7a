"""The headline's lines in one edition, at the measure it has on the page."""

from publisher.model import Article
from publisher.theme import Theme
from publisher.typesetting import headline
from publisher.typesetting.lines import gaps

GUTTER = 11.0
"""Space between a column of the bilingual edition and the hairline beside it, in pt."""

_PT_IN_MM = 72 / 25.4


def title_lines(article: Article, theme: Theme, share: float) -> tuple[str, ...]:
    """Return the headline of ``article`` broken for an edition that takes ``share`` of the measure."""
    meta = article.meta
    page, scripts = theme.page, theme.type
    if share < 1:
        page, scripts = theme.page_bilingual, theme.type_bilingual
    measure = page.measure * _PT_IN_MM * share - (GUTTER if share < 1 else 0)
    font = theme.fonts.display if meta.language.startswith("zh") else theme.fonts.latin.bold
    # the space that the page sets between Han and figures is in no font
    room = measure / scripts.of(meta.language).headline.size * 0.98 - min(gaps(meta.headline), 1.0)
    return headline.lines(meta.headline, meta.language, font, room)
