"""What each stage promises the next: the protocols that plugins implement."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from publisher.model import Article, Envelope, Receipt, Release, Rendition
from publisher.report import Report
from publisher.theme import CLOSING, Theme

Repair = Callable[[Article, Report], Article]
"""Pure and idempotent; clean text passes unchanged."""


def unchanged(article: Article, report: Report) -> Article:  # noqa: ARG001 - it is a Repair
    """Return ``article``: the repair that does nothing."""
    return article


class Source(msgspec.Struct, frozen=True):
    """An input file as bytes; ``folder`` is the only place its pictures may come from.

    ``first_aid`` mends damage that hides where headline, date and credits are.
    A reader that has to look for them in bare lines applies it to an article
    of these lines first.
    """

    name: str
    data: bytes
    folder: Path
    first_aid: Repair = unchanged


class LabelledText(msgspec.Struct, frozen=True):
    """A label and what it labels, both as they stand on the page."""

    label: str
    text: str
    url: str = ""


class OfficialWords(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the text of an official document; an empty text is not set."""

    head: str = ""  # the issuer and 文件, in red
    number: str = ""  # 青政发〔2026〕5号
    signatory: str = ""  # 签发人：陆子衿
    addressees: str = ""  # with its colon
    attachments: tuple[LabelledText, ...] = ()  # the first has 附件： before its number
    notes: tuple[str, ...] = ()  # （此件公开发布）
    copies: str = ""  # 抄送：…。
    printed_by: str = ""
    printed: str = ""  # 2026年3月5日印发


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """Every word on the page of one edition that is not the article's own.

    Localization makes it, exporters set it. A page counter stands as
    ``{page}`` and ``{pages}`` in ``page_of``, the number of a note or a
    caption as ``{number}``. An empty text is not set.
    """

    kind: str  # 新闻稿, PRESS RELEASE
    source: str  # the issuer in the masthead
    date: str  # the issue date in full
    release_line: str  # 即时发布, For immediate release, or the embargo
    end_mark: str  # （完）, ###
    page_of: str  # "{page} / {pages}"
    credits: tuple[LabelledText, ...] = ()
    contact_heading: str = ""
    contacts: tuple[tuple[LabelledText, ...], ...] = ()
    draft: str = ""  # DRAFT, 草稿: on the face of unreviewed machine text
    draft_note: str = ""  # one sentence that says why
    embargo: str = ""  # EMBARGOED, 禁止提前发布: across its pages
    rights: str = ""
    closing: tuple[str, ...] = CLOSING  # the parts after the text, in order
    official: OfficialWords | None = None
    signature: tuple[str, ...] = ()  # issuer and date, where they stand under the text
    table_label: str = "Table {number}. "  # before a caption that the theme numbers
    figure_label: str = "Figure {number}. "
    contents: str = ""  # over the contents of a long document
    note: str = "Note {number}"  # what a screen reader calls a note's number in the text
    note_back: str = "Note {number}, back to the text"  # and the number before the note


class Version(msgspec.Struct, frozen=True):
    """An older version of what is exported, and the furniture of its editions."""

    release: Release
    furniture: Mapping[str, Furniture]


class Context(msgspec.Struct, frozen=True):
    """What an exporter knows beside the release: the theme and each edition's furniture.

    ``pdf_engine`` names what sets a PDF; ``auto`` leaves it to the exporter.
    ``pdf_profile`` names what a PDF is made for; without one it is tagged
    (PDF/UA-1) where the engine can. ``icc_profile`` is the printer's colour
    profile for ``press``, in place of the bundled one. ``reference`` is a Word
    template that stands in for the theme in Word. With ``embed_fonts`` a Word
    document carries its fonts. An exporter that makes working copies marks what
    changed since ``older``, and with ``comments`` sets the notices of ``report``
    beside the text, both in the name of ``author``.
    """

    theme: Theme
    furniture: Mapping[str, Furniture]
    report: Report
    pdf_engine: str = "auto"
    pdf_profile: str = ""
    icc_profile: Path | None = None
    reference: Path | None = None
    embed_fonts: bool = False
    older: Version | None = None
    author: str = "Publisher"
    comments: bool = False

    def turned(self, release: Release) -> "Context":
        """Return the context of the older version, for which ``release``, the newer, is the other one."""
        if self.older is None:
            return self
        now = Version(release, self.furniture)
        return msgspec.structs.replace(self, furniture=self.older.furniture, older=now)


class Reader(Protocol):
    """Makes an article of a file."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the bytes hold none."""
        ...


class Engine(Protocol):
    """Translates sentences."""

    name: str

    def supports(self, source: str, target: str) -> bool:
        """Tell whether the engine translates ``source`` to ``target`` (BCP 47) on this machine."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one target text for each of ``texts``; TranslationError if it cannot."""
        ...


class Exporter(Protocol):
    """Makes a file of a release: of one edition, or side by side of two.

    One that has a true ``one_edition`` holds a single language; the bilingual
    edition is left out for it where nobody asked for that by name. One that has
    true ``working_copies`` makes those too: see Context.
    """

    name: str
    suffix: str
    media_type: str

    def export(self, release: Release, context: Context) -> bytes:
        """Return the file's bytes; ExportError if it cannot be made."""
        ...


class Channel(Protocol):
    """Hands renditions over: to an inbox, a printer, a folder."""

    name: str

    def deliver(self, renditions: Sequence[Rendition], envelope: Envelope) -> Receipt:
        """Return the receipt; DeliveryError if nothing was handed over."""
        ...
