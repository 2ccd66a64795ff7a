"""The faces of a page: which characters each font must carry, cut and embedded as CSS."""

import base64
from collections.abc import Iterable, Iterator
from string import digits

import msgspec

from publisher.contracts import Context
from publisher.exporters.captions import numbered
from publisher.exporters.frame import annexed, feet, framed, is_held
from publisher.model import (
    Article,
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    NoteRef,
    Paragraph,
    Quote,
    Release,
    Strong,
    Table,
    Text,
)
from publisher.typesetting import fonts, woff2
from publisher.typesetting.lines.classes import elided
from publisher.walk import texts

_LATIN_IN_CHINESE = frozenset(chr(c) for c in range(0x21, 0x250) if chr(c).isalnum() or 0x21 <= c <= 0x7E)
_SIGNS = frozenset("•·0123456789./ -")
"""What the style sheet puts on the page itself: bullets, numbers, counters, the footer's dot."""


class _Needs(msgspec.Struct):
    """Characters by face; ``zh`` and ``en`` tell which Latin face sets them."""

    regular: set[str]
    bold: set[str]
    italic: set[str]
    sans: set[str]
    kai: set[str]
    title: set[str]
    bullet: set[str]
    elided: set[str]


def _needs() -> _Needs:
    return _Needs(*(set() for _ in _Needs.__struct_fields__))


class _Cut(msgspec.Struct, frozen=True):
    """A face of the page: how CSS knows it, its font file, and the characters it is cut to."""

    family: str
    weight: int
    style: str
    name: str
    characters: frozenset[str]

    @property
    def address(self) -> str:
        """A URL for engines that fetch fonts from us."""
        return f"font:{self.family}-{self.weight}-{self.style}"

    def rule(self, url: str, form: str) -> str:
        """Return the @font-face rule for the font at ``url``."""
        return (
            f"@font-face{{font-family:{self.family};font-weight:{self.weight};font-style:{self.style};"
            f"src:url({url}) format('{form}')}}"
        )


def _covered(name: str, characters: set[str]) -> frozenset[str]:
    """Return those of ``characters`` that the font file ``name`` has, with its space if it has any."""
    held = fonts.coverage(name)
    found = frozenset(c for c in characters if ord(c) in held)
    return found | {" "} if found and ord(" ") in held else found  # of marks alone, none


def _data_url(kind: str, data: bytes) -> str:
    return f"data:font/{kind};base64,{base64.b64encode(data).decode('ascii')}"


class Faces:
    """What one document needs of the theme's fonts."""

    def __init__(self, release: Release, context: Context) -> None:
        release, context = numbered(release, context), framed(release, context)
        theme = context.theme
        self._fonts = theme.fonts
        self._scripts = theme.type_bilingual if len(release.editions) == 2 else theme.type
        self._by_script = {"zh": _needs(), "en": _needs()}
        self._held = is_held(release)
        self._marks = max(theme.fonts.centred(article.meta.language) for article in release.editions)
        self._alone = len(release.editions) == 1
        for article in release.editions:
            self._article(article, context)

    def css(self) -> str:
        """Return the @font-face rules with the cut fonts inside them, as WOFF2 for browsers.

        Families: ``press-han``, ``press-sans``, ``press-kai`` and ``press-title`` hold Han and its marks,
        ``press-marks`` and ``press-sans-marks`` those of Taiwan and Hong Kong,
        ``press-sans-quotes`` the quotes of English in the sans,
        ``press-latin-zh`` the letters and digits of Chinese text,
        ``press-elided`` their words with an apostrophe inside,
        ``press-bullet`` the sign of its lists, which is a speck in a Han face,
        ``press-latin`` all of English text.
        """
        return "\n".join(
            cut.rule(_data_url("woff2", woff2.pack(self._file(cut, fonts.FOR_SCREEN))), "woff2")
            for cut in self._cut()
            if cut.family != "press-bullet"  # they draw their own
        )

    def addressed(self) -> tuple[str, dict[str, bytes]]:
        """Return the same rules with the addresses of fonts in TrueType, and what is found there.

        A font inside a rule would be read as text three times before it is one.
        """
        cuts = tuple(self._cut())
        rules = "\n".join(cut.rule(cut.address, "truetype") for cut in cuts)
        return rules, {cut.address: self._file(cut) for cut in cuts}

    def _file(self, cut: _Cut, features: frozenset[str] | None = None) -> bytes:
        data = fonts.cut(cut.name, cut.characters, features)
        alike = cut.family in ("press-latin-zh", "press-elided", "press-bullet", "press-kai")
        return fonts.with_extents(data, self._fonts.han.regular) if alike else data

    def _cut(self) -> Iterator[_Cut]:
        zh, en = self._by_script["zh"], self._by_script["en"]
        theme = self._fonts
        marks, bold_marks, sans_marks = self._marks
        faces = [
            ("press-marks", 400, "normal", marks, zh.regular | zh.kai),
            ("press-marks", 700, "normal", bold_marks, zh.bold | zh.title),
            ("press-sans-marks", 700, "normal", sans_marks, zh.sans),
            ("press-sans-quotes", 700, "normal", self._quotes(), en.sans),
            ("press-han", 400, "normal", theme.han.regular, self._han(zh.regular, en.regular)),
            ("press-han", 700, "normal", theme.han.bold, self._han(zh.bold, en.bold)),
            ("press-spare", 400, "normal", theme.han.spare, self._spared(zh.regular | en.regular)),
            ("press-spare", 700, "normal", theme.han.spare, self._spared(zh.bold | en.bold)),
            ("press-kai", 400, "normal", theme.brush, zh.kai | en.kai if theme.kai else set()),
            ("press-title", 700, "normal", theme.display, zh.title | en.title if theme.title else set()),
            ("press-sans", 700, "normal", theme.sans.bold, zh.sans | en.sans),
            ("press-latin-zh", 400, "normal", theme.latin.regular, zh.regular & _LATIN_IN_CHINESE),
            ("press-latin-zh", 700, "normal", theme.latin.bold, zh.bold & _LATIN_IN_CHINESE),
            ("press-elided", 400, "normal", theme.latin.regular, zh.elided),
            ("press-elided", 700, "normal", theme.latin.bold, zh.elided),
            ("press-bullet", 400, "normal", theme.latin.regular, zh.bullet),
            ("press-latin", 400, "normal", theme.latin.regular, en.regular),
            ("press-latin", 700, "normal", theme.latin.bold, en.bold),
            ("press-latin", 400, "italic", theme.latin.italic, en.italic),
        ]
        for family, weight, style, name, characters in faces:
            if name and (covered := _covered(name, characters)):
                yield _Cut(family, weight, style, name, covered)

    def _quotes(self) -> str:
        """Return the file with the quotes of English where those of the sans are as wide as Han."""
        held = self._by_script["en"].sans and self._fonts.sans_quotes
        return fonts.quotes_beside(self._fonts.sans.bold, held.bold) if held else ""

    def _han(self, zh: set[str], en: set[str]) -> set[str]:
        """Return what the Han face sets: Chinese but its letters, and what English cannot do without."""
        latin = fonts.coverage(self._fonts.latin.regular)
        return zh - _LATIN_IN_CHINESE | {c for c in en if ord(c) not in latin}

    def _spared(self, characters: set[str]) -> set[str]:
        """Return those of ``characters`` that the Han face and the Latin one lack."""
        han, latin = (fonts.coverage(file.regular) for file in (self._fonts.han, self._fonts.latin))
        return {c for c in characters if ord(c) not in han and ord(c) not in latin and not c.isspace()}

    def missing(self) -> str:
        """Return the characters that none of the theme's fonts can show, sorted."""
        return "".join(sorted(self._lacked() - set(self.spared())))

    def spared(self) -> str:
        """Return the characters that the user's own Han face lacks, and the theme's shows, sorted."""
        name = self._fonts.han.spare
        return "".join(sorted(c for c in self._lacked() if ord(c) in fonts.coverage(name))) if name else ""

    def _lacked(self) -> set[str]:
        every: set[str] = set()
        for needs in self._by_script.values():
            every |= needs.regular | needs.bold | needs.italic | needs.sans | needs.kai
        return self._spared(every)

    def _article(self, article: Article, context: Context) -> None:
        meta = article.meta
        furniture = context.furniture[meta.language]
        chinese = meta.language.startswith("zh")
        needs = self._by_script["zh" if chinese else "en"]
        needs.regular |= _SIGNS
        for _, text in texts(article) if chinese else ():
            needs.elided.update(*(text[start:end] for start, end in elided(text)))
        needs.regular.update(
            furniture.date, furniture.release_line, furniture.end_mark, furniture.source, furniture.page_of
        )
        needs.regular.update(furniture.draft_note, furniture.rights, meta.subhead, meta.place)
        needs.regular.update(*feet((furniture,), context.theme)[1], *furniture.signature, meta.kicker)
        if official := furniture.official:
            needs.regular.update(official.number, official.signatory, official.addressees, official.copies)
            needs.regular.update(official.printed_by, official.printed)
            needs.regular.update(*(line.label + line.text for line in official.attachments), *official.notes)
            needs.title.update(official.head)
            needs.bold.update(official.head)
            needs.kai.update(official.signatory)
        needs.title.update(meta.headline)
        needs.kai.update(meta.kicker, meta.subhead)
        needs.bold.update(meta.headline, furniture.draft, furniture.release_line if self._held else "")
        needs.sans.update(
            furniture.source, furniture.kind, furniture.draft, meta.kicker, furniture.contact_heading
        )
        for line in (*furniture.credits, *(item for contact in furniture.contacts for item in contact)):
            needs.regular.update(line.label, line.text)
        for block in (*article.blocks, *meta.boilerplate):
            self._block(block, needs, chinese)
        for annex in annexed(article, context.theme)[1] if self._alone else ():
            for face in (needs.sans, needs.bold):  # its number is one of the text's face in bold
                self._inlines(annex.label.inlines, face, needs, chinese)
            for face in (needs.title, needs.bold):
                self._inlines(annex.title.inlines if annex.title else (), face, needs, chinese)

        if context.theme.typography.hyphenate or chinese:
            for face in (needs.bold, needs.italic, needs.sans, needs.kai, needs.title):
                # what may part a word of the text
                face.update("-" if any(c.isascii() and c.isalpha() for c in face) else "")

    def _block(self, block: Block, needs: _Needs, chinese: bool) -> None:
        match block:
            case Paragraph() | Quote():
                self._inlines(block.inlines, needs.regular, needs, chinese)
            case Heading():
                self._inlines(block.inlines, needs.bold, needs, chinese)
                self._inlines(block.inlines, needs.sans, needs, chinese)
                scale = self._scripts.zh if chinese else self._scripts.en
                face = scale.heading_of(block.level).face
                if face in ("regular", "kai"):
                    self._inlines(block.inlines, getattr(needs, face), needs, chinese)
                    self._inlines(block.inlines, needs.regular, needs, chinese)
            case List():
                needs.bullet.update("" if block.ordered else "•")
                for item in block.items:
                    self._inlines(item.inlines, needs.regular, needs, chinese)
            case Table():
                for cell in block.head:
                    self._inlines(cell.inlines, needs.bold, needs, chinese)
                for cell in (c for row in block.rows for c in row):
                    self._inlines(cell.inlines, needs.regular, needs, chinese)
                self._inlines(block.caption, needs.regular, needs, chinese)
            case Figure():
                self._inlines(block.caption, needs.regular, needs, chinese)
                needs.regular.update(block.credit)
            case _:
                pass

    def _inlines(self, nodes: Iterable[Inline], into: set[str], needs: _Needs, chinese: bool) -> None:
        for node in nodes:
            match node:
                case Text(text):
                    into.update(text)
                case Strong(children):
                    self._inlines(children, needs.bold, needs, chinese)
                case Emphasis(children):
                    stressed: set[str] = set()
                    self._inlines(children, stressed, needs, chinese)
                    into_face = needs.sans if chinese else needs.italic
                    into_face |= stressed
                    if chinese:  # beside Hei, letters and digits are bold ones of the text's face
                        needs.bold |= stressed & _LATIN_IN_CHINESE
                case Link(_, children):
                    self._inlines(children, into, needs, chinese)
                case NoteRef(note):
                    needs.regular.update(note)
                    into.update(digits)
                case _:
                    pass
