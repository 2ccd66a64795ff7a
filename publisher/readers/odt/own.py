"""Documents of ours that LibreOffice saved as .odt: styles keep their names there, and properties stay."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from publisher.model import Inline, LineBreak, Link, Text
from publisher.package import Package
from publisher.readers.html.page import Page
from publisher.readers.odt.styles import Styles, attribute, local
from publisher.readers.own import Own
from publisher.readers.strips import joined
from publisher.report import Severity
from publisher.safety import safe_url

if TYPE_CHECKING:
    from lxml.etree import _Element

EMPHASIS = "emphasis han"
"""The style of emphasised Han in a document of ours."""

_SPACE = re.compile(r"[ \t\r\n]+")


def recognised(styles: Styles, page: Page, package: Package) -> Own | None:
    """Return what reads the styles around the text of a document of ours; None for another's."""
    names = styles.names()
    return Own(_Properties(page, package), names) if Own.is_own(names) else None


class _Properties:
    """What a document says beside its text (ODF 1.2-1, 4.3), as :mod:`publisher.readers.own` asks for it."""

    def __init__(self, page: Page, package: Package) -> None:
        root = package.xml("meta.xml") if "meta.xml" in package.names else ()
        said = [(local(e), e.text or "") for part in root for e in part]
        found = dict(reversed(said))
        keywords = ", ".join(text for name, text in said if name == "keyword")
        self.core: Mapping[str, str] = {
            "language": found.get("language", ""),
            "description": found.get("description", ""),
            "keywords": keywords,
        }
        self._created = found.get("creation-date", "")
        self._page = page

    def created(self) -> datetime | None:
        """Return when the document was made: a moment without a zone is UTC, as Word has it."""
        try:
            found = datetime.fromisoformat(self._created)
        except ValueError:
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def note(self, code: str, message: str, where: str = "", severity: Severity = Severity.WARNING) -> None:
        """File a notice, each once."""
        self._page.note(code, message, where, severity)


def inlines(paragraph: "_Element") -> tuple[Inline, ...]:
    """Return the words of a paragraph around the text: tabs part them, links are kept, looks are not."""
    return joined(list(_read(paragraph)))


def _read(parent: "_Element") -> list[Inline]:
    found: list[Inline] = [Text(_SPACE.sub(" ", parent.text))] if parent.text else []
    for element in parent:
        match local(element):
            case "tab":
                found.append(Text("\t"))
            case "s":
                count = attribute(element, "c")
                found.append(Text(" " * (min(int(count), 80) if count.isdigit() else 1)))
            case "line-break":
                found.append(LineBreak())
            case "a":
                inside, url = joined(_read(element)), safe_url(attribute(element, "href"))
                found += [Link(url, inside)] if url and inside else inside
            case "span":
                found += _read(element)
        if element.tail:
            found.append(Text(_SPACE.sub(" ", element.tail)))
    return found
