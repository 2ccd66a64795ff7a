"""The body: its lines as paragraphs, headings and pictures."""

import re
from itertools import count

import msgspec

from publisher.contracts import Source
from publisher.model import Block, Figure, Heading, Paragraph, Text
from publisher.readers import pictures
from publisher.readers.draft import captions, signs
from publisher.readers.draft.found import Found
from publisher.readers.strips import trimmed
from publisher.report import Report
from publisher.walk import cut_out, plain


class Body:
    """The lines between head and tail."""

    def __init__(self, found: Found, source: Source, report: Report) -> None:
        self._found = found
        self._source = source
        self._report = report
        self._marked: dict[str, str] = {}  # the numbers of pictures that a line keeps a place for

    def blocks(self, lines: list[str]) -> tuple[Block, ...]:
        """Return a block a line; those that are no lines stand as they were."""
        blocks: list[Block] = []
        taken = {block.key for block in self._found.placed.values()}  # notices name them
        free = (key for n in count(1) if (key := f"b{n}") not in taken)
        for line in lines:
            if placed := self._found.placed.get(line):
                blocks.append(placed)
                continue
            if self._is_under(blocks, line):
                continue
            self._found.stands(line, key := next(free))
            if heading := self._found.headings.get(line):
                blocks.append(msgspec.structs.replace(heading, key=key))
            elif picture := pictures.PICTURE.match(line):
                blocks.append(self._figure(key, picture["caption"].strip(), picture["file"].strip()))
            elif place := pictures.PLACEHOLDER.match(line):
                blocks.append(self._placeholder(key, place))
            elif self._is_section(line):
                level = len(line) - len(line.lstrip("#")) or (2 if line.startswith("（") else 1)
                blocks.append(Heading(key, (Text(line.lstrip("#").strip()),), level))
            elif self._found.official and (level := self._lower_level(line)):
                blocks.append(Heading(key, (Text(line),), level))
            else:
                inlines = trimmed(self._found.inlines.get(line, (Text(line),)))
                begun = 0 if blocks else self._dateline(line)
                blocks.append(
                    Paragraph(key, trimmed(cut_out(inlines, begun, len(line))) if begun else inlines)
                )
        return tuple(blocks)

    def _is_under(self, blocks: list[Block], line: str) -> bool:
        """Give the last picture a line that can only be its caption or its credit."""
        last = blocks[-1] if blocks else None
        if not isinstance(last, Figure) or line in self._found.headings:
            return False
        found = captions.under(line, self._marked.get(last.key, ""))
        if found is None or (last.credit if found.credit else last.caption):
            return False
        words = trimmed(cut_out(self._found.inlines.get(line, (Text(line),)), found.start, found.end))
        if found.credit:
            blocks[-1] = msgspec.structs.replace(last, credit=plain(words))
        else:
            alt = plain(words) if last.key in self._marked else last.alt
            blocks[-1] = msgspec.structs.replace(last, caption=words, alt=last.alt or alt)
        self._found.stands(line, last.key)
        return True

    def _figure(self, key: str, caption: str, file: str) -> Block:
        asset = pictures.load(file, self._source, key, self._report)
        if asset is None:
            return Paragraph(key, (Text(caption or file),))
        asset = pictures.apart(asset, self._found.assets)
        self._marked[key] = ""
        return Figure(key, asset.name, alt=caption, caption=(Text(caption),) if caption else ())

    def _placeholder(self, key: str, place: re.Match[str]) -> Block:
        asset = pictures.placed(place, self._source, key, self._report)
        if asset is None:
            return Paragraph(key, (Text(place[0]),))
        asset = pictures.apart(asset, self._found.assets)
        self._marked[key] = pictures.number(place)
        caption = (place["caption"] or "").strip()
        return Figure(key, asset.name, alt=caption, caption=(Text(caption),) if caption else ())

    @staticmethod
    def _is_section(line: str) -> bool:
        return bool(signs.SECTION.match(line)) and len(line) <= 60 and not signs.SENTENCE_END.search(line)

    @staticmethod
    def _lower_level(line: str) -> int:
        """Return the level of a heading of an official document under the second; 0 for a paragraph."""
        if (
            len(line) > signs.LONGEST_LOWER
            or signs.SENTENCE_END.search(line)
            or line.endswith(("：", "，", "、"))
        ):
            return 0
        return next((level for start, level in signs.LOWER if start.match(line)), 0)

    def _dateline(self, line: str) -> int:
        """Take place and date of the first paragraph, which every edition sets anew; return their end."""
        if (found := signs.dateline(line)) is None:
            return 0
        place, issued, rest = found
        if self._found.issued is not None and self._found.issued.date() != issued.date():
            return 0
        self._found.issued = self._found.issued or issued
        self._found.fields["place"] = place
        return len(line) - len(rest)
