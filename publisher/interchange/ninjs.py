"""ninjs 3.0 (IPTC), the part of it that a press release fills: https://iptc.org/std/ninjs/."""

from typing import Literal

import msgspec


class _Object(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """Base of the objects; names are the standard's, empty properties are left out."""


class Headline(_Object, frozen=True):
    """A headline; ``role`` is main, kicker or subhead."""

    value: str
    role: str = ""
    content_type: str = ""


class Description(_Object, frozen=True):
    """A description; ``role`` is summary."""

    value: str
    role: str = ""
    content_type: str = ""


class Body(_Object, frozen=True):
    """The text, or its boilerplate, in one media type."""

    value: str
    role: str = ""
    content_type: str = ""
    char_count: int = 0
    word_count: int = 0


class Address(_Object, frozen=True):
    """A postal address by its lines."""

    lines: tuple[str, ...] = ()


class ContactInfo(_Object, frozen=True):
    """One way to reach somebody: exactly one of ``value`` and ``address``."""

    type: str = ""
    name: str = ""
    value: str = ""
    address: Address | None = None


class Person(_Object, frozen=True):
    """A person; ``rel`` is what they did for the text (text, photo, edit, …) or contact."""

    name: str = ""
    rel: str = ""
    contact_info: tuple[ContactInfo, ...] = ()


class Organisation(_Object, frozen=True):
    """An organisation, such as that of a contact."""

    name: str = ""
    rel: str = ""
    contact_info: tuple[ContactInfo, ...] = ()


class InfoSource(_Object, frozen=True):
    """Who supplied the content."""

    name: str = ""
    role: str = ""


class Subject(_Object, frozen=True):
    """A keyword."""

    name: str = ""


class Rendition(_Object, frozen=True):
    """One form of a picture; ``href`` is a ``data:`` address, so that nothing is fetched."""

    name: str
    href: str = ""
    content_type: str = ""
    width: float = 0
    height: float = 0
    size_in_bytes: float = 0
    original_filename: str = ""


class Association(_Object, frozen=True):
    """A picture of the text."""

    name: str
    uri: str
    type: Literal["text", "audio", "video", "picture", "graphic", "composite", "component"] = "text"
    headlines: tuple[Headline, ...] = ()
    descriptions: tuple[Description, ...] = ()
    by: str = ""
    renditions: tuple[Rendition, ...] = ()


class Standard(_Object, frozen=True, omit_defaults=False):
    """What the object holds to."""

    name: str = "ninjs"
    version: str = "3.0"
    schema: str = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"


class NewsObject(_Object, frozen=True):
    """One news item; dates are RFC 3339, ``language`` is BCP 47, ``uri`` names the item for good."""

    uri: str
    standard: Standard | None = None
    type: Literal[
        "text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"
    ] = "text"
    representation_type: Literal["", "full", "partial"] = ""
    version: str = ""
    version_created: str = ""
    content_created: str = ""
    embargoed: str = ""
    pub_status: Literal["", "usable", "withheld", "canceled"] = ""
    language: str = ""
    title: str = ""
    by: str = ""
    slugline: str = ""
    located: str = ""
    ed_note: str = ""
    copyright_notice: str = ""
    headlines: tuple[Headline, ...] = ()
    descriptions: tuple[Description, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    info_sources: tuple[InfoSource, ...] = ()
    subjects: tuple[Subject, ...] = ()
    associations: tuple[Association, ...] = ()
