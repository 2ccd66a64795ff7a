"""The steps from bare blocks to an article, each of which takes the lines it knows and leaves the rest."""

import re
from itertools import zip_longest
from pathlib import PurePath

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.model import Article, Block, Heading, Meta, Paragraph, Text
from publisher.readers.draft import signs
from publisher.readers.draft.body import Body
from publisher.readers.draft.found import Found
from publisher.readers.draft.head import Head
from publisher.readers.draft.tail import Tail
from publisher.readers.language import language_of
from publisher.report import Report
from publisher.walk import plain


def draft(source: Source, report: Report, flat: Article) -> Article:
    """Return the article that bare blocks make up; ReadError if there is no headline.

    Headline, date, credits and contacts are looked for among the paragraphs,
    the headline, source and date unless ``flat`` has them, credits beside its own; a heading before
    the body is a line too, every other block is of the body. The pictures of ``flat`` are kept.
    Its lines get new keys, and notices that name the old ones name these.
    """
    filed = Report()
    made = _Draft(source, filed, flat)
    article = made.article()
    report.move(made.places(article))
    report.extend(filed)
    return article


class _Draft:
    """An article in the making."""

    def __init__(self, source: Source, report: Report, flat: Article) -> None:
        self._source = source
        self._report = report
        self._found = Found(flat, report)
        self._lines: list[str] = []
        for block, follows in zip_longest(flat.blocks, flat.blocks[1:]):
            if isinstance(block, Heading) and self._is_line(block, follows):
                self._lines.append(line := plain(block.inlines).strip(signs.SPACE))
                self._found.headings[line] = block
                self._found.keys[line].append(block.key)
                continue
            if not isinstance(block, Paragraph):
                mark = f"\ufdd0{len(self._found.placed)}"  # a noncharacter: in no text
                self._found.placed[mark] = block
                self._lines.append(mark)
                continue
            if line := plain(block.inlines).strip(signs.SPACE):
                self._lines.append(line)
                self._found.keys[line].append(block.key)
                if not all(isinstance(node, Text) for node in block.inlines):
                    self._found.inlines[line] = block.inlines
        self._language = language_of("\n".join(self._lines))

    def _is_line(self, heading: Heading, follows: Block | None) -> bool:
        """Tell a heading that may be the headline, its subhead, or begin the boilerplate or the contacts."""
        text = plain(heading.inlines).strip(signs.SPACE)
        above = [line for line in self._lines[-12:] if line not in self._found.placed]
        above = [line for line in above if not front_matter.is_release_line(line)]
        if not above and not self._found.titled:
            return True
        if above == [*self._found.headings] or not above:
            said = plain(follows.inlines) if isinstance(follows, Paragraph) else ""
            if text.startswith("——") or signs.dateline(said) or front_matter.find_credits(said):
                return True
        return bool(signs.about(bare(text))) or front_matter.is_contact_start(text)

    def article(self) -> Article:
        found = self._found
        lines = self._without_furniture(self._without_mail_head(self._lines))
        if not lines and "headline" not in found.fields:
            raise ReadError("there is no headline in it.", hint="Put the headline on the first line.")
        lines = self._official_parts(lines)
        lines = Head(found).taken_from(lines)
        for name, text in found.fields.items():
            found.stands(text, name)
        lines, boilerplate = Tail(found).taken_from(lines)
        blocks = Body(found, self._source, self._report).blocks(lines)
        meta = Meta(
            language=self._language,
            id=re.sub(r"[^\w-]+", "-", PurePath(self._source.name).stem).strip("-"),
            issued=found.issued,
            embargo=found.embargo,
            credits=found.credits,
            boilerplate=boilerplate,
            contacts=found.contacts,
            official=found.official,
            **found.fields,  # type: ignore[arg-type]
        )
        return Article(meta, blocks, tuple(found.assets.values()))

    def places(self, made: Article) -> dict[str, str]:
        """Return what the keys of the bare blocks name in ``made``; nothing where one is another's there."""
        same = {block.key: block.key for block in self._found.placed.values()}
        return {block.key: "" for block in made.blocks} | same | self._found.places

    def _without_mail_head(self, lines: list[str]) -> list[str]:
        """Take out the lines that a mail program sets over a message, but what it is about."""
        end = next((n for n, line in enumerate(lines[:10]) if not signs.MAIL.match(line)), 0)
        said = {
            found["key"].lower(): found["value"] for line in lines[:end] if (found := signs.MAIL.match(line))
        }
        if not said.keys() & set(signs.SENDER) or len(said) < 3:
            return lines
        self._found.note("furniture-removed", "the head of an e-mail was left out", lines[0])
        subject = next((said[key] for key in said if key in signs.SUBJECT and said[key]), "")
        return [*([signs.ANSWER.sub("", subject)] if subject else []), *lines[end:]]

    def _without_furniture(self, lines: list[str]) -> list[str]:
        """Take out release lines, end marks and the embargo."""
        kept = []
        for line in lines:
            if front_matter.is_release_line(line) or front_matter.is_end_mark(line):
                self._found.note(
                    "furniture-removed", "a release line or an end mark was left out: the theme sets it", line
                )
                continue
            if len(line) < 120 and (until := front_matter.embargo(line)) is not None:
                self._found.embargo = until
                continue
            kept.append(line)
        return kept

    def _official_parts(self, lines: list[str]) -> list[str]:
        """Take what stands around the text of an official document."""
        found = front_matter.find_official(tuple(lines))
        if found is None:
            return lines
        self._found.official = found.official
        for mark in found.marks:
            self._found.warn("official-mark", "a mark over the red head was left out: no page has it", mark)
        if found.source:
            self._found.fields["source"] = found.source
        date = front_matter.find_date(found.day)
        self._found.issued = date[0] if date else None
        return list(found.lines)
