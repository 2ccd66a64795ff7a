"""What stands after the body: contacts, boilerplate and closing credits."""

import re

from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.model import Credit, Figure, Heading, Paragraph, Strong, Table, Text
from publisher.readers import pictures
from publisher.readers.draft import captions, signs
from publisher.readers.draft.found import Found
from publisher.readers.strips import trimmed
from publisher.walk import cut_out, plain

_LONGEST_TAIL = 40
_LONGEST_SOURCE = 30
_REMARK = re.compile("[，。；：！？]|整理|综合|綜合|资料|資料|数据|數據|网络\\Z|網絡\\Z|https?:|www[.]")
_CLOSING = re.compile(
    "[\u3400-\u9fff]{2,6}(?<![时時地][间間点點])[：:][ \u3000]*"
    "[\u3400-\u9fff]{2,4}(?:[ \u3000、][\u3400-\u9fff]{2,4}){0,4}"
    "|供稿[单單]位[：:][^。；！？]{2,30}"
)
"""A line like credits of whom the metadata have no role for, 排版：李某: others may stand over it."""

_ROLE = re.compile("(?:(?:本[报報])?[记記]者|(?:特[约約])?通[讯訊][员員])[ \u3000]+[\u3400-\u9fff]{2,4}")


class Tail:
    """The last lines of an article."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def taken_from(self, lines: list[str]) -> tuple[list[str], tuple[Heading | Paragraph, ...]]:
        """Take contacts, boilerplate and closing credits; return the body and the boilerplate."""
        kept = self._take_contacts(self._take_closing(lines))
        start = self._about(kept)
        kept, boilerplate = kept[:start], self._boilerplate(kept[start:])
        kept = self._take_closing(kept)
        if kept[1:]:
            self._found.unread(kept[-1], kept)
        return kept, boilerplate

    def _is_caption(self, lines: list[str]) -> bool:
        """Tell whether the last line is the caption of a picture over it: 图：开幕式 is no credit there."""
        *_, over, line = "", *lines
        if not pictures.is_mark(over) and not isinstance(self._found.placed.get(over), Figure):
            return False
        found = captions.under(line)
        return found is not None and not found.credit

    def _take_closing(self, lines: list[str]) -> list[str]:
        """Take credits and source from the last lines; those that say what has no place stay, as text."""
        at = first = len(lines)
        taken: set[int] = set()
        while at and not self._is_caption(lines[:at]):
            at -= 1
            if self._is_closing(lines[at], lines[at - 1] if at else ""):
                first = at
                taken.add(at)
            elif not _CLOSING.fullmatch(lines[at]):
                break
        kept = lines[:first]
        for n, line in enumerate(lines[first:], first):
            kept += self._left_of(line) if n in taken and not self._has_other(_source(line)) else [line]
        return kept

    def _is_closing(self, line: str, over: str) -> bool:
        """Tell a line of credits, or the source where the article has no other."""
        said = _bracketed(line)
        source = _source(said)
        if source and isinstance(self._found.placed.get(over), Table | Figure):
            return False  # of the figures above
        if self._has_other(source):
            return False
        if not source and front_matter.find_source(said):
            return False
        found, as_written = _credits(said)
        if len(line) >= 120 or not (found or source):
            return False
        return not front_matter.beside_fields(said, as_written=as_written)[1]

    def _has_other(self, source: str) -> bool:
        return bool(source) and self._found.fields.get("source", source) != source

    def _left_of(self, line: str) -> list[str]:
        """Take the credits, the source and the date of a line; return its other fields as a line."""
        found, as_written = _credits(_bracketed(line))
        self._found.credit(found, line, as_written=as_written)
        if source := _source(line):
            self._found.fields.setdefault("source", source)
            self._found.stands(line, "source")
        date = front_matter.find_date(bare(line))
        self._found.issued = self._found.issued or (date[0] if date else None)
        other = front_matter.unknown_fields(line)
        return ["\u3000".join(other)] if other else []

    def _about(self, lines: list[str]) -> int:
        """Return where the boilerplate begins: a heading 关于…, or last paragraphs that have it in them."""
        candidates = range(max(1, len(lines) - _LONGEST_TAIL), len(lines) - 1)
        start = next((n for n in candidates if self._is_about(lines[n], lines)), len(lines))
        if any(line in self._found.placed for line in lines[start:]):
            start = len(lines)
        while start > 1 and self._in_one(lines[start - 1]):
            start -= 1
        return start

    def _is_about(self, line: str, lines: list[str]) -> bool:
        """Tell a heading of the boilerplate; a name in Chinese is one that the article has elsewhere too."""
        name = signs.about(bare(line))
        if not name or not signs.HAN.search(name) or signs.is_organisation(name):
            return bool(name)
        return name in self._known() or any(name in bare(other) for other in lines if other != line)

    def _in_one(self, line: str) -> int:
        first = next(iter(self._found.inlines.get(line, ())), None)
        strong = plain((first,)) if isinstance(first, Strong) else ""
        return signs.about_in_one(line, strong, self._known())

    def _begins_about(self, line: str) -> bool:
        return bool(signs.about(bare(line)) or self._in_one(line))

    def _known(self) -> str:
        return " ".join(self._found.fields.get(name, "") for name in ("headline", "source"))

    def _boilerplate(self, lines: list[str]) -> tuple[Heading | Paragraph, ...]:
        made: list[Heading | Paragraph] = []
        for line in lines:
            inlines = trimmed(self._found.inlines.get(line, (Text(line),)))
            if end := self._in_one(line):
                heading = plain(cut_out(inlines, 0, end)).rstrip(signs.BEHIND_ABOUT)
                made.append(Heading(f"bp{len(made) + 1}", (Text(heading),)))
                inlines = trimmed(cut_out(inlines, end, len(plain(inlines))))
            elif not made or signs.about(bare(line)):
                made.append(Heading(f"bp{len(made) + 1}", (Text(line.rstrip(signs.BEHIND_ABOUT)),)))
                self._found.stands(line, made[-1].key)
                continue
            made.append(Paragraph(f"bp{len(made) + 1}", inlines))
            self._found.stands(line, made[-1].key)
        return tuple(made)

    def _take_contacts(self, lines: list[str]) -> list[str]:
        """Take the contacts at the end, before the boilerplate or behind it; a label amid it is text."""
        for start in range(max(1, len(lines) - 12), len(lines)):
            if not front_matter.is_contact_start(lines[start]):
                continue
            end = start
            while end < len(lines) and len(lines[end]) <= 90 and not self._begins_about(lines[end]):
                sentence = signs.SENTENCE_END.search(lines[end]) and not front_matter.is_contact_start(
                    lines[end]
                )
                if sentence or lines[end] in self._found.placed or self._is_closing(lines[end], ""):
                    break
                end += 1
            after = lines[end:]
            closing = all(self._is_closing(line, "") or _CLOSING.fullmatch(line) for line in after)
            if after and not self._begins_about(after[0]) and not closing:
                continue
            found, rest = front_matter.contacts(lines[start:end])
            if not found:
                continue
            self._found.contacts += found
            if rest or after:
                self._found.note("contact-moved", "the contacts were moved to the end", lines[start])
            return [*lines[:start], *rest, *after]
        return lines


def _source(line: str) -> str:
    """Return the source that a closing line names: a name, and no remark on where its figures are from."""
    source = front_matter.find_source(line)
    if not signs.HAN.search(source):
        return source if signs.ENGLISH_NAME.fullmatch(source) else ""
    return "" if len(source) > _LONGEST_SOURCE or _REMARK.search(source) else source


def _bracketed(line: str) -> str:
    """Return a role and a name as they are in brackets: amid a text 通讯员 李晓明 may begin a paragraph."""
    return f"（{line}）" if _ROLE.fullmatch(line) else line


def _credits(line: str) -> tuple[tuple[Credit, ...], bool]:
    """Return the credits of a line, and whether their names are unusual ones, as they are written."""
    as_written = not front_matter.find_credits(line) and front_matter.seems_credits(line)
    return (front_matter.credits_as_written if as_written else front_matter.find_credits)(line), as_written
