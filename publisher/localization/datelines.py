"""The dateline in the form of the edition: HENGSHUI, China, March 5, 2026 – or 【衡水，2026年3月5日】."""

import msgspec

from publisher.localization.dates import long_date
from publisher.model import Article, Paragraph, Text


def with_dateline(article: Article) -> Article:
    """Return the edition with place and date before its first paragraph; unchanged without a place."""
    meta = article.meta
    if not meta.place or meta.issued is None or not article.blocks:
        return article
    first, *rest = article.blocks
    if not isinstance(first, Paragraph):
        return article
    date = long_date(meta.issued, meta.language)
    if meta.language.startswith("zh"):
        line = f"【{meta.place}，{date}】"
    else:
        city, comma, region = meta.place.partition(",")
        line = f"{city.upper()}{comma}{region}, {date} – "
    inlines = (Text(line), *first.inlines)
    if isinstance(first.inlines[0], Text):
        inlines = (Text(line + first.inlines[0].text), *first.inlines[1:])
    return msgspec.structs.replace(article, blocks=(msgspec.structs.replace(first, inlines=inlines), *rest))
