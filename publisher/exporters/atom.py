"""An Atom feed of one entry (RFC 4287), for a site that gathers its releases from feeds."""

from datetime import UTC, datetime
from typing import Any

from publisher.contracts import Context
from publisher.exporters import html_head, one_edition
from publisher.interchange import fragment
from publisher.interchange.ninjs_mapping import identity
from publisher.model import CreditRole, Release
from publisher.safety import xml_safe

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES: Any = {None: _ATOM}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class AtomExporter:
    """Makes a feed that holds one edition whole."""

    name = "atom"
    suffix = ".atom.xml"
    media_type = "application/atom+xml"
    one_edition = True

    def export(self, release: Release, context: Context) -> bytes:
        """Return the feed as XML; ExportError for two editions."""
        from lxml import etree

        article = one_edition.edition(release, self.name)
        one_edition.tell_official(article, context, self.name)
        meta = article.meta
        feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMESPACES)
        feed.set(_LANG, meta.language)
        at = (meta.issued or datetime.fromtimestamp(0, UTC)).isoformat(timespec="seconds")
        own = identity(article)
        mark = one_edition.draft(article, context)
        _add(feed, "title", meta.source or meta.headline)
        _add(feed, "id", f"{own}#feed")
        _add(feed, "updated", at)
        _add(_add(feed, "author"), "name", meta.source or meta.headline)
        entry = _add(feed, "entry")
        _add(entry, "title", f"[{mark}] {meta.headline}" if mark else meta.headline)
        _add(entry, "id", own)
        _add(entry, "published", at)
        _add(entry, "updated", at)
        for credit in meta.credits:
            kind = "author" if credit.role is CreditRole.TEXT else "contributor"
            for name in credit.names:
                _add(_add(entry, kind), "name", name)
        for keyword in meta.keywords:
            _add(entry, "category", term=keyword)
        if meta.rights:
            _add(entry, "rights", meta.rights)
        _add(entry, "summary", meta.summary or html_head.summary(article))
        if subtitle := " ".join(part for part in (meta.kicker, meta.subhead) if part):
            _add(feed, "subtitle", subtitle)
        content = _add(entry, "content", type="xhtml")
        division = etree.SubElement(content, "div", nsmap=fragment.NAMESPACES)
        division.extend(fragment.elements(article))
        division.extend(fragment.elements(article, boilerplate=True))
        for contact in context.furniture[meta.language].contacts:
            etree.SubElement(division, "p").text = xml_safe(
                " ".join(line.label + line.text for line in contact)
            )
        for element in division.iter():
            element.tag = f"{{{fragment.XHTML}}}{element.tag}"
        return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    from lxml import etree

    made = etree.SubElement(
        parent, f"{{{_ATOM}}}{tag}", {name: xml_safe(value) for name, value in attributes.items()}
    )
    if text:
        made.text = xml_safe(text)
    return made
