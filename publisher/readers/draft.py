"""An article of bare blocks: headline, what stands around the body, then the body."""

import re
from datetime import datetime
from itertools import count
from pathlib import PurePath

import msgspec

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.model import (
    Article,
    Asset,
    Block,
    Contact,
    Credit,
    Figure,
    Heading,
    Inline,
    Meta,
    Official,
    PageBreak,
    Paragraph,
    Rule,
    Text,
)
from publisher.readers import pictures
from publisher.readers.language import language_of
from publisher.report import Notice, Report, Severity
from publisher.walk import plain

_SPACE = " \t\u3000\xa0\x0b"
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[。！？!?.；;…](?:[”’」』）)\"']*)$")
_ABOUT = re.compile(r"^(?:[关關][于於]|About\s)(?P<name>.{2,60}?)[:：]?$")
_SECTION = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|#{1,4}\s+)(?=\S)")
_LOWER = ((re.compile(r"^\d{1,2}[.．](?=[\u3400-\u9fff])"), 3), (re.compile(r"^（\d{1,2}）(?=\S)"), 4))
"""How headings of the third and fourth level begin in an official document (GB/T 9704-2012, 7.3.3)."""

_LONGEST_LOWER = 30
_ENGLISH_NAME = re.compile(
    r"[A-Z][\w.’'&-]*(?: (?:[A-Z&][\w.’'&-]*|of|and|the|for|in|at|de)){0,8}(?:, (?:Inc|Ltd|LLC|PLC)\.?)?"
)
_ORGANISATION = re.compile(
    r"(?:学院|學院|大学|大學|学校|學校|中学|中學|小学|小學|公司|集团|集團|政府|委员会|委員會|局|厅|廳|部|办公室|辦公室|中心|协会|協會|"
    r"学会|學會|医院|醫院|研究院|研究所|银行|銀行|基金会|基金會|网|網|社|报|報|台|臺|院|馆|館)$|"
    r"\b(?:College|University|School|Inc\.?|Ltd\.?|LLC|Group|Company|Corporation|Government|Bureau|Office|Institute|Association)$"
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w. ]{1,30})?), "
    r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s*[–—-]{1,2}\s*"
)
_DATELINE_ZH = re.compile(
    r"^【(?P<place>[\u3400-\u9fff]{2,8})[，,]\s*(?P<date>(?:\d{4}|民[國国]\d{1,3})年\d{1,2}月\d{1,2}日)】\s*"
)


def draft(source: Source, report: Report, flat: Article) -> Article:
    """Return the article that bare blocks make up; ReadError if there is no headline.

    Headline, date, credits and contacts are looked for among the paragraphs,
    the headline, source and date unless ``flat`` has them, credits beside its own; a heading before
    the body is a line too, every other block is of the body. The pictures of ``flat`` are kept.
    """
    return _Draft(source, report, flat).article()


class _Draft:
    """An article in the making: each step takes the lines it knows and leaves the rest."""

    def __init__(self, source: Source, report: Report, flat: Article) -> None:
        self._source = source
        self._report = report
        self._given = bool(flat.meta.headline)
        self._lines: list[str] = []
        self._inlines: dict[str, tuple[Inline, ...]] = {}  # what markup a line has
        self._placed: dict[str, Block] = {}  # blocks that are no lines, by what stands for them
        self._headings: dict[str, Heading] = {}  # headings that are lines: they may be of no body
        for block in flat.blocks:
            if isinstance(block, Heading) and self._is_line(block):
                self._lines.append(line := plain(block.inlines).strip(_SPACE))
                self._headings[line] = block
                continue
            if not isinstance(block, Paragraph):
                mark = f"\ufdd0{len(self._placed)}"  # a noncharacter: in no text
                self._placed[mark] = block
                self._lines.append(mark)
                continue
            if line := plain(block.inlines).strip(_SPACE):
                self._lines.append(line)
                if not all(isinstance(node, Text) for node in block.inlines):
                    self._inlines[line] = block.inlines
        self._language = language_of("\n".join(self._lines))
        known = ("headline", "subhead", "kicker", "source", "place")
        given = {name: getattr(flat.meta, name) for name in known}
        self._fields: dict[str, str] = {name: text for name, text in given.items() if text}
        self._credits: tuple[Credit, ...] = flat.meta.credits
        self._issued: datetime | None = flat.meta.issued
        self._embargo: datetime | None = None
        self._assets: dict[str, Asset] = {asset.name: asset for asset in flat.assets}
        self._contacts: tuple[Contact, ...] = ()
        self._official: Official | None = None

    def _is_line(self, heading: Heading) -> bool:
        """Tell a heading that may be the headline, or begin the boilerplate or the contacts."""
        text = plain(heading.inlines).strip(_SPACE)
        first = not any(line not in self._placed for line in self._lines) and not self._given
        return first or bool(_ABOUT.match(bare(text))) or front_matter.is_contact_start(text)

    def article(self) -> Article:
        lines = self._without_furniture(self._lines)
        if not lines and "headline" not in self._fields:
            raise ReadError("there is no headline in it.", hint="Put the headline on the first line.")
        lines = self._official_parts(lines)
        body = self._head(lines)
        body, boilerplate = self._tail(body)
        blocks = self._blocks(body)
        meta = Meta(
            language=self._language,
            id=re.sub(r"[^\w-]+", "-", PurePath(self._source.name).stem).strip("-"),
            issued=self._issued,
            embargo=self._embargo,
            credits=self._credits,
            boilerplate=boilerplate,
            contacts=self._contacts,
            official=self._official,
            **self._fields,  # type: ignore[arg-type]
        )
        return Article(meta, blocks, tuple(self._assets.values()))

    def _without_furniture(self, lines: list[str]) -> list[str]:
        """Take out release lines, end marks and the embargo."""
        kept = []
        for line in lines:
            if front_matter.is_release_line(line) or front_matter.is_end_mark(line):
                self._note(
                    "furniture-removed", "a release line or an end mark was left out: the theme sets it", line
                )
                continue
            if len(line) < 120 and (until := front_matter.embargo(line)) is not None:
                self._embargo = until
                continue
            kept.append(line)
        return kept

    def _official_parts(self, lines: list[str]) -> list[str]:
        """Take what stands around the text of an official document."""
        found = front_matter.find_official(tuple(lines))
        if found is None:
            return lines
        self._official = found.official
        if found.source:
            self._fields["source"] = found.source
        date = front_matter.find_date(found.day)
        self._issued = date[0] if date else None
        return list(found.lines)

    # ── Before the body ──────────────────────────────────────────────────────

    def _head(self, lines: list[str]) -> list[str]:
        """Take headline, kicker, subhead, source, date and credits; return the rest."""
        titles: list[str] = [self._fields["headline"]] if self._given else []
        held: list[str] = []  # a sign over the headline
        at = 0
        while at < len(lines) and at < 12 + len(held):
            line = lines[at]
            if line in self._placed:
                if isinstance(self._placed[line], Rule | PageBreak):
                    at += 1
                    continue
                if titles:
                    break
                held.append(line)
                at += 1
                continue
            follows = lines[at + 1] if at + 1 < len(lines) else ""
            by_line = not titles and line.lower().startswith("by ")  # By Invitation Only: a headline
            if (not by_line and self._is_known(line)) or self._is_source(line, bool(titles), follows):
                at += 1
                continue
            if not self._given and self._is_title(line, titles):
                titles.append(line)
                at += 1
                continue
            break
        if not titles:
            raise ReadError("there is no headline in it.", hint="Put the headline on the first line.")
        if not self._given:
            self._name_titles(titles)
        return [*held, *lines[at:]]

    def _is_known(self, line: str) -> bool:
        """Take a line of date, source or credits; a line that holds more stays as it is."""
        if len(bare(line)) > 200:
            return False
        text = bare(line)
        found = front_matter.find_credits(line)
        source = front_matter.find_source(line)
        date = front_matter.find_date(text)
        place, rest = front_matter.beside_fields(line)
        if rest and (found or date) and not source and is_organisation(rest):
            source, rest = rest, ""  # 青岚日报 2024年3月5日 记者 张三
        if rest and date and front_matter.begins_as_credits(line):
            found = front_matter.credits_as_written(line)
            self._issued = self._issued or date[0]
            rest = "" if found else rest
            said = "names in the credits are unusual; they were kept as written"
            if not found:
                said = "the credits behind the date were not understood; the line was kept in the text"
            self._warn("credits-unusual", said, line)
        if rest or not (found or source or date):
            return False
        self._credits = front_matter.merge_credits(self._credits, found)
        if source:
            self._fields.setdefault("source", source)
        if place:
            self._fields.setdefault("place", place)
        if date is not None:
            self._issued = self._issued or date[0]
        for field in front_matter.unknown_fields(line):
            self._note("metadata-dropped", "a field that has no place in the metadata was left out", field)
        return True

    def _note(self, code: str, message: str, text: str) -> None:
        self._report.add(Notice(code=code, message=message, before=text, after=""))

    def _warn(self, code: str, message: str, text: str) -> None:
        self._report.add(Notice(code=code, message=message, severity=Severity.WARNING, before=text, after=""))

    def _is_source(self, line: str, after_title: bool, follows: str) -> bool:
        """Take a short line after the headline that is the name of an organisation.

        It ends like one, or it is an English name before the line of date and credits.
        """
        text = bare(line)
        if not after_title or "source" in self._fields or len(text) > 60 or _SENTENCE_END.search(text):
            return False
        named = _ENGLISH_NAME.fullmatch(text) and (
            front_matter.find_date(follows) is not None or front_matter.find_credits(follows)
        )
        if not named and (_ORGANISATION.search(text) is None or re.search(r"[，,；;]", text)):
            return False
        self._fields["source"] = line
        return True

    def _is_title(self, line: str, titles: list[str]) -> bool:
        text = bare(line)
        if not titles:
            return True
        if titles[1:] and titles[-1].startswith("——"):
            return False  # nothing comes after the subhead
        if "source" in self._fields or self._issued is not None or len(titles) >= 3:
            return text.startswith(("——", "—— ")) and len(titles) < 3
        limit = 60 if _HAN.search(text) else 140
        dateline = _DATELINE.match(line) or _DATELINE_ZH.match(line)
        if (date := front_matter.find_date(text)) is not None and date[1] == 0:
            return False  # a date line that says more than the metadata can hold
        special = _SECTION.match(line) or pictures.PICTURE.match(line) or _ABOUT.match(text)
        return len(text) <= limit and not _SENTENCE_END.search(text) and not dateline and not special

    def _name_titles(self, titles: list[str]) -> None:
        """Tell kicker, headline and subhead: a subhead starts with a dash or follows, a kicker is short."""
        first, *others = titles
        if not others:
            self._fields["headline"] = first
        elif others[0].startswith("——"):
            self._fields |= {"headline": first, "subhead": others[0]}
        elif len(titles) == 3:
            self._fields |= {"kicker": first, "headline": others[0], "subhead": others[1]}
        elif _HAN.search(first) and len(bare(first)) < len(bare(others[0])) * 0.7:
            self._fields |= {"kicker": first, "headline": others[0]}
        else:
            self._fields |= {"headline": first, "subhead": others[0]}

    # ── After the body ───────────────────────────────────────────────────────

    def _tail(self, lines: list[str]) -> tuple[list[str], tuple[Heading | Paragraph, ...]]:
        """Take contacts, boilerplate and closing credits; return the body and the boilerplate."""
        kept = list(lines)
        kept = self._take_contacts(kept)
        boilerplate: tuple[Heading | Paragraph, ...] = ()
        start = next((n for n, line in enumerate(kept) if n and _ABOUT.match(bare(line))), None)
        if start is not None and not any(line in self._placed for line in kept[start:]):
            about, kept = kept[start:], kept[:start]
            heading = Heading("bp1", (Text(about[0].rstrip(":：")),))
            texts = (Paragraph(f"bp{n}", (Text(line),)) for n, line in enumerate(about[1:], 2))
            boilerplate = (heading, *texts)
        while (
            kept
            and len(kept[-1]) < 120
            and (found := front_matter.find_credits(kept[-1]))
            and not front_matter.beside_fields(kept[-1])[1]
        ):
            self._credits = front_matter.merge_credits(self._credits, found)
            date = front_matter.find_date(bare(kept.pop()))
            self._issued = self._issued or (date[0] if date else None)
        return kept, boilerplate

    def _take_contacts(self, lines: list[str]) -> list[str]:
        """Take the contacts at the end, before the boilerplate or behind it; a label amid it is text."""
        for start in range(max(1, len(lines) - 12), len(lines)):
            if not front_matter.is_contact_start(lines[start]):
                continue
            end = start
            while end < len(lines) and len(lines[end]) <= 90 and not _ABOUT.match(bare(lines[end])):
                sentence = _SENTENCE_END.search(lines[end]) and not front_matter.is_contact_start(lines[end])
                if sentence or lines[end] in self._placed or front_matter.find_credits(lines[end]):
                    break
                end += 1
            after = lines[end:]
            if after and not _ABOUT.match(bare(after[0])) and not all(map(front_matter.find_credits, after)):
                continue
            found, rest = front_matter.contacts(lines[start:end])
            if not found:
                continue
            self._contacts = found
            if rest or after:
                self._note("contact-moved", "the contacts were moved to the end", lines[start])
            return [*lines[:start], *rest, *after]
        return lines

    # ── The body ─────────────────────────────────────────────────────────────

    def _blocks(self, lines: list[str]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        taken = {block.key for block in self._placed.values()}  # notices name them
        free = (key for n in count(1) if (key := f"b{n}") not in taken)
        for line in lines:
            if placed := self._placed.get(line):
                blocks.append(placed)
                continue
            key = next(free)
            if heading := self._headings.get(line):
                blocks.append(msgspec.structs.replace(heading, key=key))
            elif picture := pictures.PICTURE.match(line):
                blocks.append(self._figure(key, picture["caption"].strip(), picture["file"].strip()))
            elif place := pictures.PLACEHOLDER.match(line):
                blocks.append(self._placeholder(key, place))
            elif self._is_section(line):
                level = len(line) - len(line.lstrip("#")) or (2 if line.startswith("（") else 1)
                blocks.append(Heading(key, (Text(line.lstrip("#").strip()),), level))
            elif self._official and (level := self._lower_level(line)):
                blocks.append(Heading(key, (Text(line),), level))
            else:
                text = self._without_dateline(line) if not blocks else line
                blocks.append(Paragraph(key, self._inlines.get(text, (Text(text),))))
        return tuple(blocks)

    def _figure(self, key: str, caption: str, file: str) -> Block:
        asset = pictures.load(file, self._source, key, self._report)
        if asset is None:
            return Paragraph(key, (Text(caption or file),))
        self._assets[asset.name] = asset
        return Figure(key, asset.name, alt=caption, caption=(Text(caption),) if caption else ())

    def _placeholder(self, key: str, place: re.Match[str]) -> Block:
        asset = pictures.placed(place, self._source, key, self._report)
        if asset is None:
            return Paragraph(key, (Text(place[0]),))
        self._assets[asset.name] = asset
        caption = (place["caption"] or "").strip()
        return Figure(key, asset.name, alt=caption, caption=(Text(caption),) if caption else ())

    @staticmethod
    def _is_section(line: str) -> bool:
        return bool(_SECTION.match(line)) and len(line) <= 60 and not _SENTENCE_END.search(line)

    @staticmethod
    def _lower_level(line: str) -> int:
        """Return the level of a heading of an official document under the second; 0 for a paragraph."""
        if len(line) > _LONGEST_LOWER or _SENTENCE_END.search(line) or line.endswith(("：", "，", "、")):
            return 0
        return next((level for start, level in _LOWER if start.match(line)), 0)

    def _without_dateline(self, line: str) -> str:
        """Take place and date out of the first paragraph; localization sets them in each edition's form."""
        if (found := dateline(line)) is None:
            return line
        place, issued, rest = found
        if self._issued is not None and self._issued.date() != issued.date():
            return line
        self._issued = self._issued or issued
        self._fields["place"] = place
        return rest


def is_organisation(text: str) -> bool:
    """Tell the name of an organisation by how it ends."""
    return len(text) <= 24 and bool(_ORGANISATION.search(text))


def dateline(line: str) -> tuple[str, datetime, str] | None:
    """Return place and date that a first paragraph begins with, and its rest; nothing without them."""
    found = _DATELINE.match(line) or _DATELINE_ZH.match(line)
    if found is None or (date := front_matter.find_date(found["date"])) is None:
        return None
    return found["place"], date[0], line[found.end() :]
