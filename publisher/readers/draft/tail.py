"""What stands after the body: contacts, boilerplate and closing credits."""

from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.model import Heading, Paragraph, Text
from publisher.readers.draft import signs
from publisher.readers.draft.found import Found


class Tail:
    """The last lines of an article."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def taken_from(self, lines: list[str]) -> tuple[list[str], tuple[Heading | Paragraph, ...]]:
        """Take contacts, boilerplate and closing credits; return the body and the boilerplate."""
        kept = list(lines)
        kept = self._take_contacts(kept)
        boilerplate: tuple[Heading | Paragraph, ...] = ()
        start = next((n for n, line in enumerate(kept) if n and signs.ABOUT.match(bare(line))), None)
        if start is not None and not any(line in self._found.placed for line in kept[start:]):
            about, kept = kept[start:], kept[:start]
            heading = Heading("bp1", (Text(about[0].rstrip(":：")),))
            texts = (Paragraph(f"bp{n}", (Text(line),)) for n, line in enumerate(about[1:], 2))
            boilerplate = (heading, *texts)
            for line, block in zip(about, boilerplate, strict=True):
                self._found.stands(line, block.key)
        while (
            kept
            and len(kept[-1]) < 120
            and (found := front_matter.find_credits(kept[-1]))
            and not front_matter.beside_fields(kept[-1])[1]
        ):
            self._found.credits = front_matter.merge_credits(self._found.credits, found)
            date = front_matter.find_date(bare(kept.pop()))
            self._found.issued = self._found.issued or (date[0] if date else None)
        return kept, boilerplate

    def _take_contacts(self, lines: list[str]) -> list[str]:
        """Take the contacts at the end, before the boilerplate or behind it; a label amid it is text."""
        for start in range(max(1, len(lines) - 12), len(lines)):
            if not front_matter.is_contact_start(lines[start]):
                continue
            end = start
            while end < len(lines) and len(lines[end]) <= 90 and not signs.ABOUT.match(bare(lines[end])):
                sentence = signs.SENTENCE_END.search(lines[end]) and not front_matter.is_contact_start(
                    lines[end]
                )
                if sentence or lines[end] in self._found.placed or front_matter.find_credits(lines[end]):
                    break
                end += 1
            after = lines[end:]
            if (
                after
                and not signs.ABOUT.match(bare(after[0]))
                and not all(map(front_matter.find_credits, after))
            ):
                continue
            found, rest = front_matter.contacts(lines[start:end])
            if not found:
                continue
            self._found.contacts = found
            if rest or after:
                self._found.note("contact-moved", "the contacts were moved to the end", lines[start])
            return [*lines[:start], *rest, *after]
        return lines
