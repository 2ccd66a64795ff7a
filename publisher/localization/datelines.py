"""The dateline in the form of the edition: HENGSHUI, China, March 5, 2026 – or 【衡水，2026年3月5日】."""

import msgspec

from publisher.localization.dates import long_date
from publisher.localization.locale import Locale, locale
from publisher.model import Article, Paragraph, Text


def with_dateline(article: Article, at: Locale | None = None) -> Article:
    """Return the edition with place and date before its first paragraph; unchanged without a place.

    ``at`` is the edition's locale, whose conventions have the form; by default ours.
    """
    meta = article.meta
    at = at or locale(meta.language)
    form = at.conventions.dateline
    if not form or not meta.place or meta.issued is None or not article.blocks:
        return article
    first, *rest = article.blocks
    if not isinstance(first, Paragraph):
        return article
    city, comma, region = meta.place.partition(",")
    if not comma and not at.chinese:
        from publisher.localization.places import land_of  # a table that other editions do without

        if land := land_of(city):
            comma, region = ", ", land
    alone = city.casefold() in {name.casefold() for name in at.conventions.alone}
    fields = {
        "{place}": meta.place,
        "{city}": city.upper(),
        "{region}": "" if alone else comma + region,
        "{date}": long_date(meta.issued, at),
    }
    for field, value in fields.items():
        form = form.replace(field, value)
    inlines = (Text(form), *first.inlines)
    if isinstance(first.inlines[0], Text):
        inlines = (Text(form + first.inlines[0].text), *first.inlines[1:])
    return msgspec.structs.replace(article, blocks=(msgspec.structs.replace(first, inlines=inlines), *rest))
