"""Documents of our own, told by the names of their styles: masthead, titles, credits, contacts come back."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec

from publisher.localization import front_matter
from publisher.localization.front_matter.dates import SHANGHAI
from publisher.model import (
    Article,
    Asset,
    Block,
    Credit,
    Heading,
    Inline,
    LineBreak,
    Meta,
    Official,
    Paragraph,
    Text,
)
from publisher.readers.draft import dateline
from publisher.report import Severity
from publisher.walk import plain

_SIGNS = frozenset(("Meta Line", "Table End", "Boilerplate Heading", "Contact Heading", "Record Last"))
"""Styles that a document of ours always has, and hardly another."""

_META = frozenset(
    (
        "Masthead Upper", "Masthead Second", "Masthead", "Meta Line", "Draft", "Kicker", "Title", "Subtitle",
        "Addressees", "Document Number", "Red Head", "Number", "Number and Signatory", "Attachment",
        "Attachment Continued", "Signature", "Date", "Document Note", "Record", "Record Last", "End Mark",
        "Credits", "Boilerplate Heading", "Boilerplate", "Contact Heading", "Contact", "Rights", "Table End",
    )
)  # fmt: skip
_KEYWORD_END = re.compile(r"[,;，；、]\s*|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
"""What parts keywords; LibreOffice saves them with a space between."""

_SCRIPT = re.compile(r" \((?P<script>zh|en)\)\Z")
"""What the names of styles end in where a document of ours has two languages."""

_WIDE = "\u2003"

_NUMBERS = ("Number", "Number and Signatory", "Document Number")
"""Styles of the line that has an official document's number, who signs it, or both."""


def unmarked(style: str) -> str:
    """Return the name of a style without the sign of its language."""
    return _SCRIPT.sub("", style)


class Document(Protocol):
    """What a file says beside its text."""

    @property
    def core(self) -> Mapping[str, str]:
        """The properties language, description and keywords."""
        ...

    def created(self) -> datetime | None:
        """Return the moment of issue, as the properties have it."""
        ...

    def note(self, code: str, message: str, where: str = "", severity: Severity = Severity.WARNING) -> None:
        """File a notice, each once."""
        ...


class Own:
    """What the styles of one document say around its body."""

    def __init__(self, parts: Document, names: frozenset[str]) -> None:
        self._parts = parts
        self._said: dict[str, list[tuple[Inline, ...]]] = {}
        self._about: list[Heading | Paragraph] = []
        bilingual = any(name.startswith("Body Text (") for name in names)
        self.bilingual = bilingual
        self.language = parts.core.get("language", "")
        self.script = "zh" if self.language.startswith("zh") else "en"

    @staticmethod
    def is_own(names: frozenset[str]) -> bool:
        """Tell a document of ours by the names of its styles."""
        return set(map(unmarked, names)) >= _SIGNS

    def is_other(self, style: str) -> bool:
        """Tell the style of a line in the second language of a document that has two."""
        script = _SCRIPT.search(style) if self.bilingual else None
        return script is not None and script["script"] != self.script

    def take(self, style: str, inlines: tuple[Inline, ...]) -> bool:
        """Keep what is no body text; false for what is."""
        if style not in _META:
            return False
        if not plain(inlines).strip() and style != "Title":
            return True
        if style in ("Boilerplate", "Boilerplate Heading"):
            key = f"bp{len(self._about) + 1}"
            made = Heading(key, inlines) if style.endswith("Heading") else Paragraph(key, inlines)
            self._about.append(made)
            return True
        self._said.setdefault(style, []).append(inlines)
        return True

    def article(self, blocks: tuple[Block, ...], assets: tuple[Asset, ...], name: str) -> Article | None:
        """Return the article; None where the headline is gone, so that another way must be found."""
        headline = self._line("Title")
        if not headline:
            return None
        if self.bilingual:
            self._parts.note(
                "bilingual-first",
                f"there are two languages; the first, {self.language or self.script}, was read",
            )
        if "Draft" in self._said:
            self._parts.note("draft-mark", "the document says that it is a draft", severity=Severity.INFO)
        date, _, release = self._line("Meta Line", _WIDE).partition("\t")
        summary = self._summary(blocks, headline)
        place, blocks = self._dateline(blocks)
        official, source, day = self._official()
        contacts, beside = front_matter.contacts([plain(line) for line in self._said.get("Contact", [])])
        for line in beside:
            self._parts.note("contact-unread", f"a line of the contacts was left out: {line[:60]}")
        meta = Meta(
            language=self.language or ("zh-Hans" if self.script == "zh" else "en"),
            headline=headline,
            id=name,
            kicker=self._line("Kicker"),
            subhead=self._line("Subtitle"),
            source=source or self._masthead(),
            place=place,
            issued=self._issued(day or date),
            embargo=front_matter.embargo(release or date),
            credits=self._credits(),
            summary=summary,
            keywords=tuple(k for k in _KEYWORD_END.split(self._parts.core.get("keywords", "")) if k),
            boilerplate=tuple(self._about),
            # the labels are the theme's words, not the article's
            contacts=tuple(msgspec.structs.replace(contact, labels=()) for contact in contacts),
            rights=self._line("Rights"),
            official=official,
        )
        return Article(meta, blocks, assets)

    def _line(self, style: str, end: str = "") -> str:
        said = self._said.get(style)
        if not said:
            return ""
        gap = "" if self.script == "zh" else " "
        text = plain(tuple(Text(gap) if isinstance(n, LineBreak) else n for n in said[0]))
        if end and self.bilingual:
            text = "\t".join(part.partition(end)[0] for part in text.split("\t"))
        return text.replace("\xa0", " ").strip(" ")

    def _masthead(self) -> str:
        return (self._line("Masthead Upper") or self._line("Masthead")).partition("\t")[0].strip()

    @staticmethod
    def _dateline(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
        """Return the dateline's place, and the blocks without it."""
        first = blocks[0] if blocks else None
        if not isinstance(first, Paragraph) or not isinstance(text := first.inlines[0], Text):
            return "", blocks
        found = dateline(text.text)
        if found is None:
            return "", blocks
        place, _, rest = found
        bare = msgspec.structs.replace(first, inlines=(Text(rest), *first.inlines[1:]))
        return place, (bare, *blocks[1:])

    def _issued(self, day: str) -> datetime | None:
        """Return the moment of issue: its day from the page, its time from the properties if they agree."""
        found = front_matter.find_date(day)
        if found is None:
            return None
        created = self._parts.created()
        if created is None:
            return found[0]
        days = {(created.astimezone(UTC) + timedelta(hours=h)).date() for h in (-12, 0, 8, 14)}
        return created.astimezone(SHANGHAI) if found[0].date() in days else found[0]

    def _credits(self) -> tuple[Credit, ...]:
        found: tuple[Credit, ...] = ()
        for line in self._said.get("Credits", []):
            for part in plain(line).split(_WIDE):
                credits_ = front_matter.find_credits(part)
                found = front_matter.merge_credits(found, credits_)
                if not credits_:
                    self._parts.note("credit-unread", f"a credit was left out: {part[:60]}")
        return found

    def _summary(self, blocks: tuple[Block, ...], headline: str) -> str:
        """Return the description, unless it only repeats how the text begins."""
        said = self._parts.core.get("description", "")
        first = next((t for b in blocks if (t := plain(getattr(b, "inlines", ())).strip())), headline)
        start = said.removesuffix("…")
        return "" if not start or first.startswith(start) or said == headline else said

    def _official(self) -> tuple[Official | None, str, str]:
        """Return the frame of an official document, the issuer that its red head names, and its day."""
        styles = (
            "Red Head", *_NUMBERS, "Addressees", "Attachment", "Attachment Continued", "Signature",
             "Date", "Record", "Record Last",
        )  # fmt: skip
        day = self._line("Date")
        signed = self._line("Signature")
        if not day and (found_day := front_matter.find_date(signed)) and found_day[1] == 0:
            day, signed = signed, ""
        lines: list[str] = []
        for style in styles:
            if style == "Addressees":
                lines.append("-")  # the headline's place
            for line in self._said.get(style, []):
                text = plain(line)
                if style in _NUMBERS:
                    lines += map(front_matter.keyed_number, re.split("[\t\u2003]", text))
                else:
                    lines.append(text.replace("\t", "　"))
        found = front_matter.find_official(tuple(lines))
        if found is None and set(lines) - {"-", signed, day}:
            self._parts.note("official-unread", "the frame of an official document was left out")
        if found is None:
            return None, signed, day
        notes = tuple(front_matter.bare_note(plain(line)) for line in self._said.get("Document Note", []))
        official = msgspec.structs.replace(found.official, notes=notes)
        return official, found.source or signed, found.day or day
