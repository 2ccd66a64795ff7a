"""The core properties of a Word document: what the article says of itself, in Dublin Core's words."""

from collections.abc import Iterable

from publisher.exporters.html_head import summary
from publisher.exporters.word import package
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, CreditRole
from publisher.safety import xml_safe


def fill(sheet: Sheet) -> None:
    """Write the properties of the edition that leads."""
    article = sheet.articles[0]
    meta, core = article.meta, sheet.document.core_properties
    core.title = _bounded(" / ".join(a.meta.headline for a in sheet.articles))
    core.author = _bounded(", ".join(_names(article, CreditRole.TEXT)))
    core.subject = _bounded(meta.subhead)
    core.comments = _bounded(meta.summary or summary(article))
    core.keywords = _bounded(", ".join(meta.keywords))
    core.language = meta.language
    core.last_modified_by = ""
    core.revision = 1
    core.content_status = "Draft" if sheet.release.is_draft else ("Embargoed" if meta.embargo else "Final")
    core.created = core.modified = package.timestamp(meta.issued)


def _names(article: Article, role: CreditRole) -> Iterable[str]:
    return (name for credit in article.meta.credits if credit.role is role for name in credit.names)


def _bounded(text: str) -> str:
    """Return ``text`` within the 255 characters that core properties hold."""
    text = xml_safe(text)
    return text if len(text) <= 255 else text[:254] + "…"
