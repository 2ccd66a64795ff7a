"""The article tree: frozen values that every reader makes and every exporter takes.

Release
└── Article(meta, blocks, assets)           one edition, in one language
    ├── Meta(headline, source, issued, credits, …)
    ├── Block  = Paragraph | Heading | List | Quote | Table | Figure | Rule | PageBreak
    │   └── Inline = Text | Strong | Emphasis | Link | LineBreak | NoteRef
    └── Asset(name, media_type, data)
"""

from datetime import date, datetime
from enum import StrEnum

import msgspec


class _Value(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of the model's values: immutable, compared by value."""


# ── Inlines ──────────────────────────────────────────────────────────────────


class Text(_Value, tag="text", frozen=True):
    """A run of characters without markup."""

    text: str


class Strong(_Value, tag="strong", frozen=True):
    """Strong importance: bold in English, Hei in Chinese."""

    children: tuple["Inline", ...]


class Emphasis(_Value, tag="emphasis", frozen=True):
    """Stress or a title of a work: italics in English, Hei in Chinese."""

    children: tuple["Inline", ...]


class Link(_Value, tag="link", frozen=True):
    """A hyperlink; ``url`` is absolute (http, https, mailto or tel)."""

    url: str
    children: tuple["Inline", ...]


class LineBreak(_Value, tag="line-break", frozen=True):
    """A forced line end inside a paragraph."""


class NoteRef(_Value, tag="note", frozen=True):
    """A footnote, its text carried where it is referred to."""

    note: str


Inline = Text | Strong | Emphasis | Link | LineBreak | NoteRef


# ── Blocks ───────────────────────────────────────────────────────────────────


class Paragraph(_Value, tag="paragraph", frozen=True):
    """A paragraph of running text."""

    key: str
    inlines: tuple[Inline, ...]


class Heading(_Value, tag="heading", frozen=True):
    """A heading inside the body; ``level`` runs from 1 (section) to 4."""

    key: str
    inlines: tuple[Inline, ...]
    level: int = 1


class ListItem(_Value, frozen=True):
    """One item of a list."""

    key: str
    inlines: tuple[Inline, ...]


class List(_Value, tag="list", frozen=True):
    """A bulleted or, if ``ordered``, numbered list."""

    key: str
    items: tuple[ListItem, ...]
    ordered: bool = False


class Quote(_Value, tag="quote", frozen=True):
    """A quotation set off from the text."""

    key: str
    inlines: tuple[Inline, ...]


class Cell(_Value, frozen=True):
    """One cell of a table."""

    key: str
    inlines: tuple[Inline, ...]


class Table(_Value, tag="table", frozen=True):
    """A table: ``head`` is one row of column headings, or empty."""

    key: str
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[Cell, ...] = ()
    caption: tuple[Inline, ...] = ()


class Figure(_Value, tag="figure", frozen=True):
    """A picture; ``asset`` names an Asset of the article, ``alt`` says what it shows."""

    key: str
    asset: str
    alt: str = ""
    caption: tuple[Inline, ...] = ()
    credit: str = ""


class Rule(_Value, tag="rule", frozen=True):
    """A thematic break."""

    key: str


class PageBreak(_Value, tag="page-break", frozen=True):
    """A forced page end."""

    key: str


Block = Paragraph | Heading | List | Quote | Table | Figure | Rule | PageBreak


# ── Metadata ─────────────────────────────────────────────────────────────────


class CreditRole(StrEnum):
    """What a credited person did."""

    TEXT = "text"
    PHOTO = "photo"
    EDIT = "edit"
    REVIEW = "review"
    TRANSLATION = "translation"


class Credit(_Value, frozen=True):
    """The people credited with one role, in the order given."""

    role: CreditRole
    names: tuple[str, ...]


class Contact(_Value, frozen=True):
    """Whom the press may ask; any part may be empty.

    ``labels`` pairs each part, in the order of the text, with the words that the
    text set before it, where they are not the usual ones; words that begin with a
    space or a comma go on in the line, and a pair without a part is a heading.
    """

    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    address: str = ""
    labels: tuple[tuple[str, str], ...] = ()


class Official(_Value, kw_only=True, frozen=True):
    """What an official document says around its text (GB/T 9704-2012, clause 7); any part may be empty.

    ``number`` is the 发文字号, ``head`` the issuer that the red head names where
    the signature names others too, ``signatory`` the 签发人, ``addressees`` the 主送
    机关 as they stand before the colon, ``attachments`` the names of the
    附件 without their numbers, ``notes`` the 附注 under the date without their
    brackets (7.3.6), ``copies`` the 抄送机关; ``printed_by`` and ``printed``
    are the 印发机关 and the 印发日期 of the record block.
    """

    number: str = ""
    head: str = ""
    signatory: str = ""
    addressees: str = ""
    attachments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    copies: str = ""
    printed_by: str = ""
    printed: date | None = None


class Meta(_Value, kw_only=True, frozen=True):
    """What is known of the article beside its body.

    ``language`` is BCP 47 (zh-Hans, zh-Hant, en, regions allowed); ``issued``
    and ``embargo`` are timezone-aware; ``kicker`` is the 引题 over and
    ``subhead`` the 副题 under the headline; ``place`` is the dateline's place.
    """

    language: str
    headline: str
    id: str = ""
    kicker: str = ""
    subhead: str = ""
    source: str = ""
    place: str = ""
    issued: datetime | None = None
    embargo: datetime | None = None
    credits: tuple[Credit, ...] = ()
    summary: str = ""
    keywords: tuple[str, ...] = ()
    boilerplate: tuple[Heading | Paragraph, ...] = ()
    contacts: tuple[Contact, ...] = ()
    rights: str = ""
    official: Official | None = None


class Asset(_Value, frozen=True):
    """A picture's bytes; ``width`` and ``height`` are pixels."""

    name: str
    media_type: str
    data: bytes
    width: int
    height: int


class Article(_Value, frozen=True):
    """One edition of a release, in one language."""

    meta: Meta
    blocks: tuple[Block, ...]
    assets: tuple[Asset, ...] = ()


# ── Translation ──────────────────────────────────────────────────────────────


class Origin(StrEnum):
    """Where a segment's target text came from."""

    MEMORY = "memory"
    FUZZY = "fuzzy"
    ENGINE = "engine"
    HAND = "hand"
    UNTRANSLATED = "untranslated"


class State(StrEnum):
    """How far a segment's target text may be trusted (XLIFF 2.1 states, shortened)."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    FINAL = "final"


class Segment(_Value, frozen=True):
    """A sentence of the source; ``key`` is the key of its text, a dot and a number."""

    key: str
    source: str
    placeholders: tuple[str, ...] = ()


class Translation(_Value, frozen=True):
    """A segment's target text, with its origin and state; ``score`` runs from 0 to 1."""

    key: str
    text: str
    origin: Origin
    score: float = 1.0
    state: State = State.DRAFT


class Release(_Value, frozen=True):
    """The same article in several languages, aligned by block key.

    ``segments`` and ``translations`` align the sentences of the first edition
    with those of the second; they are empty when nothing was translated.
    """

    editions: tuple[Article, ...]
    segments: tuple[Segment, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether any translated text has not been reviewed by a person."""
        return any(t.state is State.DRAFT for t in self.translations)

    def edition(self, language: str) -> Article:
        """Return the edition in ``language``; KeyError if there is none."""
        for article in self.editions:
            if article.meta.language == language:
                return article
        raise KeyError(language)


# ── Output ───────────────────────────────────────────────────────────────────


class Rendition(_Value, frozen=True):
    """One finished file, in memory."""

    name: str
    media_type: str
    data: bytes


class Envelope(_Value, kw_only=True, frozen=True):
    """Where a pack goes and how; ``replace`` lets a file go over one of its name."""

    sender: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    printer: str = ""
    copies: int = 1
    replace: bool = False


class Receipt(_Value, frozen=True):
    """A channel's word that it took a pack over."""

    channel: str
    reference: str
    at: datetime
