"""What the formats for newsrooms share: they hold one edition, and say nothing of how it looks."""

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.model import Article, Release
from publisher.report import Notice, Severity


def edition(release: Release, name: str) -> Article:
    """Return the edition of ``release``; ExportError if there are two."""
    if len(release.editions) != 1:
        raise ExportError(
            f"The format {name} holds one language.",
            hint="Name one language in --lang for this format: neither bilingual nor two joined by +.",
        )
    return release.editions[0]


def tell_official(article: Article, context: Context, name: str) -> None:
    """File a Notice where ``article`` is an official document, whose frame the format ``name`` leaves out."""
    if article.meta.official is not None:
        context.report.add(
            Notice(
                code="official-dropped",
                message=f"{name} holds no number, addressees, attachments or record of an official document",
                severity=Severity.WARNING,
            )
        )


def draft(article: Article, context: Context) -> str:
    """Return the mark of a draft with its reason; nothing for a final text."""
    furniture = context.furniture[article.meta.language]
    return f"{furniture.draft}: {furniture.draft_note}" if furniture.draft else ""
