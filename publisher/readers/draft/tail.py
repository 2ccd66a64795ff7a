"""What stands after the body: contacts, boilerplate and closing credits."""

from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.model import Figure, Heading, Paragraph, Strong, Text
from publisher.readers import pictures
from publisher.readers.draft import captions, signs
from publisher.readers.draft.found import Found
from publisher.readers.strips import trimmed
from publisher.walk import cut_out, plain

_LONGEST_TAIL = 40


class Tail:
    """The last lines of an article."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def taken_from(self, lines: list[str]) -> tuple[list[str], tuple[Heading | Paragraph, ...]]:
        """Take contacts, boilerplate and closing credits; return the body and the boilerplate."""
        kept = list(lines)
        kept = self._take_contacts(kept)
        start = self._about(kept)
        kept, boilerplate = kept[:start], self._boilerplate(kept[start:])
        while kept and not self._is_caption(kept) and self._is_credits(kept[-1]):
            kept.pop()
        if kept[1:]:
            self._found.unread(kept[-1], kept)
        return kept, boilerplate

    def _is_caption(self, lines: list[str]) -> bool:
        """Tell whether the last line is the caption of a picture over it: 图：开幕式 is no credit there."""
        *_, over, line = "", *lines
        picture = pictures.PICTURE.match(over) or pictures.PLACEHOLDER.match(over)
        if not picture and not isinstance(self._found.placed.get(over), Figure):
            return False
        found = captions.under(line)
        return found is not None and not found.credit

    def _is_credits(self, line: str) -> bool:
        """Take a line of closing credits."""
        as_written = not front_matter.find_credits(line) and front_matter.seems_credits(line)
        found = (front_matter.credits_as_written if as_written else front_matter.find_credits)(line)
        if len(line) < 120 and found and not front_matter.beside_fields(line, as_written=as_written)[1]:
            self._found.credit(found, line, as_written=as_written)
            date = front_matter.find_date(bare(line))
            self._found.issued = self._found.issued or (date[0] if date else None)
            return True
        return False

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
                if sentence or lines[end] in self._found.placed or front_matter.find_credits(lines[end]):
                    break
                end += 1
            after = lines[end:]
            if after and not self._begins_about(after[0]) and not all(map(front_matter.find_credits, after)):
                continue
            found, rest = front_matter.contacts(lines[start:end])
            if not found:
                continue
            self._found.contacts += found
            if rest or after:
                self._found.note("contact-moved", "the contacts were moved to the end", lines[start])
            return [*lines[:start], *rest, *after]
        return lines
