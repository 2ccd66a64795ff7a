"""schema.org NewsArticle as JSON-LD."""

from typing import Any

from publisher.model import Article, CreditRole, Paragraph
from publisher.walk import plain


def news_article(article: Article) -> dict[str, Any]:
    """Return the NewsArticle of one edition; empty properties are left out."""
    meta = article.meta
    authors = [n for c in meta.credits if c.role is CreditRole.TEXT for n in c.names]
    editors = [n for c in meta.credits if c.role is CreditRole.EDIT for n in c.names]
    issued = meta.issued.isoformat() if meta.issued else ""
    body = "\n".join(plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph))
    properties: dict[str, Any] = {
        "headline": meta.headline,
        "alternativeHeadline": meta.subhead,
        "description": meta.summary,
        "inLanguage": meta.language,
        "datePublished": issued,
        "dateModified": issued,
        "dateline": meta.place,
        "author": [{"@type": "Person", "name": name} for name in authors],
        "editor": [{"@type": "Person", "name": name} for name in editors],
        "publisher": {"@type": "Organization", "name": meta.source} if meta.source else "",
        "keywords": list(meta.keywords),
        "copyrightNotice": meta.rights,
        "articleBody": body,
    }
    kept = {name: value for name, value in properties.items() if value}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **kept}
