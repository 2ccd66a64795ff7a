"""An edition as a ninjs object, and a ninjs object as an article."""

import hashlib
import re
import uuid
from datetime import datetime
from html import escape
from itertools import zip_longest

import msgspec

from publisher.errors import ReadError
from publisher.interchange import fragment, fragment_reader
from publisher.interchange.ninjs import (
    Address,
    Association,
    Body,
    ContactInfo,
    Description,
    Headline,
    InfoSource,
    NewsObject,
    Organisation,
    Person,
    Rendition,
    Standard,
    Subject,
)
from publisher.model import Article, Contact, Credit, CreditRole, Heading, Meta, Paragraph
from publisher.report import Report
from publisher.walk import texts

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:['’.-]\w+)*")
_HTML = "text/html"
_CONTACT = "contact"
_REACH = ("phone", "email", "url")


def identity(article: Article) -> str:
    """Return the name of an item for good, as a ``urn:uuid:`` (RFC 9562, version 5).

    The same for every version of one release in one language: it is made of
    the article's own id or, without one, of source, headline and issue.
    """
    meta = article.meta
    own = meta.id or "\n".join((meta.source, meta.headline, meta.issued.isoformat() if meta.issued else ""))
    named = f"{meta.language}\n{own}".encode("utf-8", "replace").decode()
    return uuid.uuid5(uuid.NAMESPACE_URL, named).urn


def to_ninjs(article: Article, *, draft: str = "") -> NewsObject:
    """Return ``article`` as ninjs 3.0; a ``draft`` mark makes it withheld, with the mark as a note."""
    meta = article.meta
    body = fragment.html(article)
    words = "\n".join(text for where, text in texts(article) if where.startswith("b"))
    boilerplate = fragment.html(article, boilerplate=True)
    headlines = (("main", meta.headline), ("kicker", meta.kicker), ("subhead", meta.subhead))
    return NewsObject(
        uri=identity(article),
        standard=Standard(),
        type="composite" if article.assets else "text",
        representation_type="full",
        version="1",
        version_created=_at(meta.issued),
        embargoed=_at(meta.embargo),
        pub_status="withheld" if draft else "usable",
        language=meta.language,
        title=meta.headline,
        by=", ".join(name for c in meta.credits if c.role is CreditRole.TEXT for name in c.names),
        located=meta.place,
        ed_note=draft,
        copyright_notice=meta.rights,
        headlines=tuple(Headline(value=text, role=role) for role, text in headlines if text),
        descriptions=(Description(value=meta.summary, role="summary"),) if meta.summary else (),
        bodies=(
            Body(
                value=body,
                role="main",
                content_type=_HTML,
                char_count=len(words),
                word_count=len(_WORD.findall(words)),
            ),
            *([Body(value=boilerplate, role="boilerplate", content_type=_HTML)] if boilerplate else []),
        ),
        people=(*_credited(meta), *_contacts(meta)),
        organisations=_contact_organisations(meta),
        info_sources=(InfoSource(name=meta.source),) if meta.source else (),
        subjects=tuple(Subject(name=keyword) for keyword in meta.keywords),
        associations=tuple(
            Association(
                name=asset.name,
                uri=f"urn:sha256:{hashlib.sha256(asset.data).hexdigest()}",
                type="picture",
                renditions=(
                    Rendition(
                        name="main",
                        content_type=asset.media_type,
                        width=asset.width,
                        height=asset.height,
                        size_in_bytes=len(asset.data),
                        original_filename=asset.name,
                    ),
                ),
            )
            for asset in article.assets
        ),
    )


def _at(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _credited(meta: Meta) -> tuple[Person, ...]:
    return tuple(Person(name=name, rel=credit.role) for credit in meta.credits for name in credit.names)


def _reach(contact: Contact) -> tuple[ContactInfo, ...]:
    ways = [ContactInfo(type=kind, value=getattr(contact, kind)) for kind in _REACH if getattr(contact, kind)]
    if contact.address:
        ways.append(ContactInfo(type="address", address=Address(lines=(contact.address,))))
    return tuple(ways)


def _contacts(meta: Meta) -> tuple[Person, ...]:
    return tuple(Person(name=c.name, rel=_CONTACT, contact_info=_reach(c)) for c in meta.contacts if c.name)


def _contact_organisations(meta: Meta) -> tuple[Organisation, ...]:
    """Return the organisations of the contacts: those of nobody by name carry how to reach them."""
    return tuple(
        Organisation(name=c.organisation, rel=_CONTACT, contact_info=() if c.name else _reach(c))
        for c in meta.contacts
        if c.organisation or not c.name
    )


def from_ninjs(data: bytes, report: Report) -> Article:
    """Return the article in a ninjs object of 2.x or 3.x; ReadError names the path of a wrong value."""
    try:
        item = msgspec.json.decode(data, type=NewsObject)
    except msgspec.DecodeError as error:
        raise ReadError(f"This is not a news item in ninjs: {error}.") from error
    main = next((b for b in item.bodies if b.role in ("main", "")), None) or next(iter(item.bodies), None)
    about = next((b for b in item.bodies if b.role == "boilerplate"), None)
    body = fragment_reader.read(_as_html(main), report)
    boilerplate = fragment_reader.read(_as_html(about), report, prefix="bp")
    headlines = {h.role: h.value for h in reversed(item.headlines)}
    headline = headlines.get("main") or headlines.get("") or item.title
    if not headline:
        raise ReadError("This news item has no headline.", hint="Give it headlines or a title.")
    meta = Meta(
        language=item.language or "en",
        headline=headline,
        kicker=headlines.get("kicker", ""),
        subhead=headlines.get("subhead", ""),
        source=next((s.name for s in item.info_sources), ""),
        place=item.located,
        issued=_moment(item.version_created, "versionCreated"),
        embargo=_moment(item.embargoed, "embargoed"),
        credits=_credits(item),
        summary=next((d.value for d in item.descriptions if d.role in ("summary", "")), ""),
        keywords=tuple(subject.name for subject in item.subjects if subject.name),
        boilerplate=tuple(b for b in boilerplate.blocks if isinstance(b, Heading | Paragraph)),
        contacts=_read_contacts(item),
        rights=item.copyright_notice,
    )
    return Article(meta, body.blocks, body.assets)


def _as_html(body: Body | None) -> str:
    if body is None:
        return ""
    if "html" in body.content_type or (not body.content_type and "<" in body.value):
        return body.value
    return "".join(f"<p>{escape(line)}</p>" for line in body.value.splitlines() if line.strip())


def _moment(text: str, where: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise ReadError(f"This is not a date: {where} {text[:40]!r}.") from error
    return found if found.tzinfo else found.astimezone()


def _credits(item: NewsObject) -> tuple[Credit, ...]:
    names: dict[CreditRole, list[str]] = {}
    known = {role.value for role in CreditRole}
    for person in item.people:
        if person.rel in known and person.name:
            names.setdefault(CreditRole(person.rel), []).append(person.name)
    if CreditRole.TEXT not in names and item.by:
        names[CreditRole.TEXT] = [item.by]
    return tuple(Credit(role, tuple(found)) for role, found in names.items())


def _read_contacts(item: NewsObject) -> tuple[Contact, ...]:
    organisations = [o for o in item.organisations if o.rel == _CONTACT]
    people = [p for p in item.people if p.rel == _CONTACT]
    employers = [o.name for o in organisations if not o.contact_info]
    found = [
        _contact(person.contact_info, name=person.name, organisation=employer)
        for person, employer in zip_longest(people, employers[: len(people)], fillvalue="")
        if isinstance(person, Person)
    ]
    found += [_contact(o.contact_info, name="", organisation=o.name) for o in organisations if o.contact_info]
    return tuple(found)


def _contact(ways: tuple[ContactInfo, ...], *, name: str, organisation: str) -> Contact:
    by = {way.type: way.value for way in reversed(ways)}
    lines = next((way.address.lines for way in ways if way.address), ())
    return Contact(
        name=name,
        organisation=organisation,
        phone=by.get("phone", ""),
        email=by.get("email", ""),
        url=by.get("url", ""),
        address=" ".join(lines),
    )
