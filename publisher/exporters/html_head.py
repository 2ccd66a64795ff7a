"""What the head of a page tells programs: names of Dublin Core and HTML, properties of Open Graph."""

from collections.abc import Sequence
from typing import Any

from publisher.model import Article, CreditRole
from publisher.walk import plain

_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en_US"}
"""Open Graph names a language with a region; these are the likely ones (CLDR)."""


def names(articles: Sequence[Article], *, draft: bool) -> list[tuple[str, str]]:
    """Return the pairs of ``meta name`` and content; what is a draft or embargoed is not to be indexed."""
    meta = articles[0].meta
    authors = [n for c in meta.credits if c.role is CreditRole.TEXT for n in c.names]
    issued = meta.issued.isoformat() if meta.issued else ""
    held = draft or any(article.meta.embargo for article in articles)
    return _filled(
        ("description", meta.summary or meta.subhead or summary(articles[0])),
        ("author", ", ".join(authors)),
        ("keywords", ", ".join(meta.keywords)),
        ("dcterms.created", issued),
        ("dcterms.modified", issued),
        ("robots", "noindex" if held else ""),
    )


def properties(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Return the pairs of ``meta property`` and content (Open Graph, article)."""
    meta = articles[0].meta
    return _filled(
        ("og:type", "article"),
        ("og:title", meta.headline),
        ("og:description", meta.summary or meta.subhead or summary(articles[0])),
        ("og:site_name", meta.source),
        ("og:locale", locale(meta.language)),
        *(("og:locale:alternate", locale(article.meta.language)) for article in articles[1:]),
        ("article:published_time", meta.issued.isoformat() if meta.issued else ""),
        *(("article:tag", keyword) for keyword in meta.keywords),
    )


def locale(language: str) -> str:
    """Return ``language`` (BCP 47) as Open Graph writes it: language_TERRITORY."""
    primary, *rest = language.split("-")
    region = next((part for part in rest if len(part) == 2), "")
    return f"{primary}_{region.upper()}" if region else _LOCALES.get(language, primary)


def summary(article: Article) -> str:
    """Return the first words of the body, for a description that the article lacks."""
    for block in article.blocks:
        inlines: Any = getattr(block, "inlines", ())
        if text := plain(inlines).strip():
            return text if len(text) <= 160 else text[:159].rstrip() + "…"
    return article.meta.headline


def _filled(*tags: tuple[str, str]) -> list[tuple[str, str]]:
    return [(name, content) for name, content in tags if content]
