"""NewsML-G2 (IPTC), a news item with its text in XHTML, written and read: https://iptc.org/std/NewsML-G2/."""

from datetime import datetime
from typing import Any

from publisher.errors import ReadError
from publisher.interchange import fragment, fragment_reader
from publisher.interchange.ninjs_mapping import identity
from publisher.model import Article, Contact, Credit, CreditRole, Heading, Meta, Paragraph
from publisher.report import Report
from publisher.safety import xml_safe

NAR = "http://iptc.org/std/nar/2006-10-01/"

_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_HEADLINES = {"main": "headline", "kicker": "kicker", "sub": "subhead"}
_NAMESPACES: Any = {None: NAR}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def to_newsml(article: Article, *, draft: str = "") -> bytes:
    """Return ``article`` as a NewsML-G2 newsItem, the same bytes always; a ``draft`` mark withholds it."""
    from lxml import etree

    meta = article.meta
    item = etree.Element(
        f"{{{NAR}}}newsItem",
        guid=identity(article),
        version="1",
        standard="NewsML-G2",
        standardversion="2.34",
        conformance="power",
        nsmap=_NAMESPACES,
    )
    item.set(_LANG, meta.language)
    _add(item, "catalogRef", href=_CATALOG)
    if meta.rights:
        _add(_add(item, "rightsInfo"), "copyrightNotice", meta.rights)
    management = _add(item, "itemMeta")
    _add(management, "itemClass", qcode="ninat:text")
    _add(_add(management, "provider", literal=meta.source or "unknown"), "name", meta.source or "unknown")
    _add(management, "versionCreated", (meta.issued or datetime.fromtimestamp(0).astimezone()).isoformat())
    if meta.embargo:
        _add(management, "embargoed", meta.embargo.isoformat())
    _add(management, "pubStatus", qcode="stat:withheld" if draft else "stat:usable")
    if draft:
        _add(management, "edNote", draft)
    _content_meta(_add(item, "contentMeta"), article)
    inline = _add(_add(item, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    inline.append(_page(article))
    return bytes(etree.tostring(item, xml_declaration=True, encoding="UTF-8", pretty_print=False)) + b"\n"


def _content_meta(content: Any, article: Article) -> None:
    meta = article.meta
    if meta.issued:
        _add(content, "contentCreated", meta.issued.isoformat())
    if meta.place:
        _add(_add(content, "located", literal=meta.place), "name", meta.place)
    if meta.source:
        _add(_add(content, "infoSource", literal=meta.source), "name", meta.source)
    for credit in meta.credits:
        for name in credit.names:
            kind = "creator" if credit.role is CreditRole.TEXT else "contributor"
            _add(_add(content, kind, literal=name, jobtitle=f"x-credit:{credit.role}"), "name", name)
    for contact in meta.contacts:
        _contact(content, contact)
    _add(content, "language").set("tag", meta.language)
    for keyword in meta.keywords:
        _add(content, "keyword", keyword)
    for role, name in _HEADLINES.items():
        if text := getattr(meta, name):
            _add(content, "headline", text, role=f"hld:{role}" if role != "kicker" else "hldx:kicker")
    if meta.place:
        _add(content, "dateline", meta.place)
    if writers := [n for c in meta.credits if c.role is CreditRole.TEXT for n in c.names]:
        _add(content, "by", ", ".join(writers))
    if meta.summary:
        _add(content, "description", meta.summary, role="drol:summary")


def _contact(content: Any, contact: Contact) -> None:
    """Add whom the press may ask as a contributor with contact information."""
    name = contact.name or contact.organisation
    person = _add(content, "contributor", literal=name or "contact", jobtitle="x-credit:contact")
    _add(person, "name", contact.name)
    details = _add(person, "personDetails")
    if contact.organisation:
        affiliation = _add(details, "affiliation", literal=contact.organisation)
        _add(affiliation, "name", contact.organisation)
    ways = _add(details, "contactInfo")
    for tag, text in (("email", contact.email), ("phone", contact.phone), ("web", contact.url)):
        if text:
            _add(ways, tag, text)
    if contact.address:
        _add(_add(ways, "address"), "line", contact.address)


def _page(article: Article) -> Any:
    from lxml import etree

    page = etree.Element("html", nsmap=fragment.NAMESPACES)
    etree.SubElement(etree.SubElement(page, "head"), "title").text = xml_safe(article.meta.headline)
    body = etree.SubElement(page, "body")
    body.extend(fragment.elements(article))
    about = fragment.elements(article, boilerplate=True)
    if about:
        section = etree.SubElement(body, "section")
        section.set("class", "boilerplate")
        section.extend(about)
    for element in page.iter():
        element.tag = f"{{{fragment.XHTML}}}{element.tag}"
    page.set(_LANG, article.meta.language)
    return page


def _add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    from lxml import etree

    made = etree.SubElement(
        parent, f"{{{NAR}}}{tag}", {name: xml_safe(value) for name, value in attributes.items()}
    )
    if text:
        made.text = xml_safe(text)
    return made


def from_newsml(data: bytes, report: Report) -> Article:
    """Return the article in a NewsML-G2 newsItem; ReadError if there is none, or its XML is unsafe."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"This is not XML: {error}.") from error
    kind: Any = root.getroottree().docinfo
    if kind.doctype:
        raise ReadError("XML with a document type is not read.", hint="Take the DOCTYPE out.")
    item = root if root.tag == f"{{{NAR}}}newsItem" else root.find(f".//{{{NAR}}}newsItem")
    if item is None:
        raise ReadError("This XML holds no NewsML-G2 news item.")
    return _Item(item).article(report)


class _Item:
    """Reads one newsItem."""

    def __init__(self, item: Any) -> None:
        self._item = item

    def article(self, report: Report) -> Article:
        from lxml import etree

        page = self._item.find(f".//{{{NAR}}}inlineXML")
        inside = page[0] if page is not None and len(page) else None
        body = about = ""
        if inside is not None:
            for element in inside.iter(etree.Element):
                element.tag = etree.QName(element).localname
            found = inside if inside.tag != "html" else inside.find("body")
            for section in inside.xpath(".//section[@class='boilerplate']"):
                about += "".join(etree.tostring(part, encoding="unicode", method="html") for part in section)
                section.getparent().remove(section)
            if found is not None:
                body = etree.tostring(found, encoding="unicode", method="html")
        read = fragment_reader.read(body, report)
        boilerplate = fragment_reader.read(about, report, prefix="bp")
        meta = self._meta(boilerplate)
        return Article(meta, read.blocks, read.assets)

    def _meta(self, boilerplate: fragment_reader.Fragment) -> Meta:
        headlines = {
            (h.get("role") or "hld:main").partition(":")[2]: self._words(h) for h in self._all("headline")
        }
        headline = headlines.get("main") or self._text("title")
        if not headline:
            raise ReadError("This news item has no headline.")
        language = self._item.get(_LANG, "")
        for found in self._all("language"):
            language = found.get("tag", language)
        return Meta(
            language=language or "en",
            headline=headline,
            kicker=headlines.get("kicker", ""),
            subhead=headlines.get("sub", ""),
            source=self._text("infoSource/nar:name") or self._text("provider/nar:name"),
            place=self._text("located/nar:name"),
            issued=self._moment("contentCreated") or self._moment("versionCreated"),
            embargo=self._moment("embargoed"),
            credits=self._credits(),
            summary=self._text("description"),
            keywords=tuple(self._words(word) for word in self._all("keyword")),
            boilerplate=tuple(b for b in boilerplate.blocks if isinstance(b, Heading | Paragraph)),
            contacts=tuple(
                self._contact(c) for c in self._all("contributor") if c.get("jobtitle") == "x-credit:contact"
            ),
            rights=self._text("copyrightNotice"),
        )

    def _credits(self) -> tuple[Credit, ...]:
        names: dict[CreditRole, list[str]] = {}
        known = {f"x-credit:{role}": role for role in CreditRole}
        for person in (*self._all("creator"), *self._all("contributor")):
            role = known.get(person.get("jobtitle", ""))
            name = person.findtext(f"{{{NAR}}}name") or person.get("literal", "")
            if role is None and person.tag.endswith("creator"):
                role = CreditRole.TEXT
            if role and name:
                names.setdefault(role, []).append(name.strip())
        return tuple(Credit(role, tuple(found)) for role, found in names.items())

    def _contact(self, person: Any) -> Contact:
        def inner(path: str) -> str:
            found = person.find(path, {"nar": NAR})
            return (found.text or "").strip() if found is not None else ""

        return Contact(
            name=inner("nar:name"),
            organisation=inner(".//nar:affiliation/nar:name"),
            phone=inner(".//nar:phone"),
            email=inner(".//nar:email"),
            url=inner(".//nar:web"),
            address=inner(".//nar:address/nar:line"),
        )

    def _all(self, path: str) -> Any:
        return self._item.findall(f".//nar:{path}", {"nar": NAR})

    def _text(self, path: str) -> str:
        found = self._all(path)
        return self._words(found[0]) if found else ""

    def _words(self, element: Any) -> str:
        return " ".join("".join(element.itertext()).split())

    def _moment(self, path: str) -> datetime | None:
        text = self._text(path)
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
        except ValueError as error:
            raise ReadError(f"This is not a date: {path} {text[:40]!r}.") from error
        return found if found.tzinfo else found.astimezone()
