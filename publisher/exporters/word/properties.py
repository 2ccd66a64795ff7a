"""What a Word document says of itself: core, extended and custom properties (ECMA-376-1, 15.2.12)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from publisher.exporters.html_head import summary
from publisher.exporters.word import package
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, CreditRole, Release, State
from publisher.safety import xml_safe
from publisher.serialize import to_json
from publisher.version import VERSION

_LONGEST = 255
"""Characters that Word shows of a property."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACES = f'xmlns="{_OFFICE}/%s-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to ([MS-OSHARED] 2.3.3.2.3)."""


def fill(sheet: Sheet) -> None:
    """Write the properties of the editions, as they stand on the page, into the document."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    _core(sheet)
    whole = sheet.document.part.package
    whole.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _extended(sheet.articles[0])
    custom = _custom(_own(sheet.release, sheet.articles))
    name, kind = PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    whole.relate_to(Part(name, kind, custom, whole), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _core(sheet: Sheet) -> None:
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


def _extended(article: Article) -> bytes:
    """Return what program made the document and for whom; counts of pages and words are left to Word."""
    major, minor, patch = (int(part) for part in VERSION.split("."))
    company = escape(_bounded(article.meta.source))
    return (
        f"{_HEAD}<Properties {_SPACES % 'extended'}><Application>Publisher</Application>"
        f"<DocSecurity>0</DocSecurity><Company>{company}</Company>"
        f"<AppVersion>{major}.{minor:02}{patch:02}</AppVersion></Properties>"
    ).encode()


def _own(release: Release, articles: Sequence[Article]) -> dict[str, str | int | datetime | None]:
    """Return the custom properties; names that Word itself offers are spelled as it does."""
    meta = articles[0].meta
    states = [translation.state for translation in release.translations]
    counts = {f"{state.title()} segments": states.count(state) for state in State} if states else {}
    sums = {f"SHA-256 {a.meta.language}": sha256(to_json(a)).hexdigest() for a in articles}
    return {
        "Source": meta.source,
        "Language": ", ".join(article.meta.language for article in articles),
        "Issued": meta.issued,
        "Embargo": meta.embargo,
        **counts,
        **sums,
        "Publisher version": VERSION,
    }


def _custom(values: dict[str, str | int | datetime | None]) -> bytes:
    """Return the part of custom properties; one that says nothing is left out."""
    said = ((name, value) for name, value in values.items() if value not in (None, ""))
    return (
        f"{_HEAD}<Properties {_SPACES % 'custom'}>"
        + "".join(
            f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoteattr(name)}>{_typed(value)}</property>'
            for number, (name, value) in enumerate(said, 2)  # 0 and 1 are taken by the format
        )
        + "</Properties>"
    ).encode()


def _typed(value: str | int | datetime | None) -> str:
    match value:
        case datetime():
            return f"<vt:filetime>{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</vt:filetime>"
        case int():
            return f"<vt:i4>{value}</vt:i4>"
        case _:
            return f"<vt:lpwstr>{escape(_bounded(value or ''))}</vt:lpwstr>"


def _names(article: Article, role: CreditRole) -> Iterable[str]:
    return (name for credit in article.meta.credits if credit.role is role for name in credit.names)


def _bounded(text: str) -> str:
    """Return ``text`` as XML can hold it, within the characters that Word shows."""
    text = xml_safe(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
