"""What stands before the body: headline, kicker, subhead, source, date and credits."""

import re

from publisher.errors import ReadError
from publisher.localization import front_matter
from publisher.localization.front_matter import bare
from publisher.readers import pictures
from publisher.readers.draft import captions, signs
from publisher.readers.draft.found import Found


class Head:
    """The first lines of an article."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def taken_from(self, lines: list[str]) -> list[str]:
        """Take headline, kicker, subhead, source, date and credits; return the rest."""
        titles: list[str] = [self._found.fields["headline"]] if self._found.titled else []
        held: list[str] = []  # a sign over the headline
        at = 0
        while at < len(lines) and at < 12 + len(held):
            line = lines[at]
            if line in self._found.placed or self._is_of_picture(line, held):
                if self._found.is_end(line):
                    at += 1
                    continue
                if titles:
                    break
                held.append(line)
                at += 1
                continue
            if taken := self._contacts(lines[at : at + 8]):
                at += taken
                continue
            follows = lines[at + 1] if at + 1 < len(lines) else ""
            by_line = not titles and line.lower().startswith("by ")  # By Invitation Only: a headline
            if not by_line and self._is_known(line):
                at += 1
                continue
            if titles and front_matter.seems_credits(line):
                break
            if self._is_source(line, bool(titles), follows):
                at += 1
                continue
            if self._found.titled and self._is_subhead(line):
                self._found.fields["subhead"] = line
                at += 1
                continue
            if not self._found.titled and self._is_title(line, titles):
                titles.append(line)
                at += 1
                continue
            break
        if not titles:
            raise ReadError("there is no headline in it.", hint="Put the headline on the first line.")
        if not self._found.titled:
            self._name_titles(titles)
        if at < len(lines):
            self._found.unread(lines[at], lines)
        return [*held, *lines[at:]]

    @staticmethod
    def _is_of_picture(line: str, held: list[str]) -> bool:
        """Tell a line that keeps a place for a picture, or is the caption of one over the headline."""
        return pictures.is_mark(line) or bool(
            held and pictures.is_mark(held[-1]) and captions.under(line) is not None
        )

    def _contacts(self, lines: list[str]) -> int:
        """Take the contacts that ``lines`` begin with; return how many lines they are."""
        if not front_matter.is_contact_start(lines[0]):
            return 0
        end = 1
        named = len(lines) > 2 and not _reaches(lines[1]) and _reaches(lines[2])
        if named and not front_matter.contacts(lines[:1])[0]:
            end = 2  # a heading and, under it, a name
        while end < len(lines) and _reaches(lines[end]):
            end += 1
        found, rest = front_matter.contacts(lines[:end])
        if rest or not any(contact.phone or contact.email for contact in found):
            return 0
        self._found.contacts += found
        self._found.note("contact-moved", "the contacts were moved to the end", lines[0])
        return end

    def _is_known(self, line: str) -> bool:
        """Take a line of date, source or credits; a line that holds more stays as it is."""
        if len(bare(line)) > 200:
            return False
        text = bare(line)
        found = front_matter.find_credits(line)
        source = front_matter.find_source(line)
        date = front_matter.find_date(text)
        as_written = not found and front_matter.seems_credits(line)
        place, rest = front_matter.beside_fields(line, as_written=as_written)
        if rest and (found or date or as_written) and not source and signs.is_organisation(rest):
            source, rest = rest, ""  # 青岚日报 2024年3月5日 记者 张三
        if as_written and not rest:
            found = front_matter.credits_as_written(line)
        unread = as_written and not found
        if rest or not (found or source or date):
            return False
        if found:
            self._found.credit(found, line, as_written=as_written)
        if source:
            self._found.fields.setdefault("source", source)
        if place:
            self._found.fields.setdefault("place", place)
        if date is not None:
            self._found.issued = self._found.issued or date[0]
        for field in front_matter.unknown_fields(line):
            self._found.note(
                "metadata-dropped", "a field that has no place in the metadata was left out", field
            )
        return not unread

    def _is_source(self, line: str, after_title: bool, follows: str) -> bool:
        """Take a short line after the headline that is the name of an organisation.

        It ends like one, or it is an English name before the line of date and credits.
        """
        text = bare(line)
        if (
            not after_title
            or "source" in self._found.fields
            or len(text) > 60
            or signs.SENTENCE_END.search(text)
        ):
            return False
        named = signs.ENGLISH_NAME.fullmatch(text) and (
            front_matter.find_date(follows) is not None or front_matter.find_credits(follows)
        )
        if not named and (signs.ORGANISATION.search(text) is None or re.search(r"[，,；;]", text)):
            return False
        self._found.fields["source"] = line
        return True

    def _is_subhead(self, line: str) -> bool:
        """Tell a heading under a headline that is given: no other stands among these lines."""
        own = "subhead" not in self._found.fields and line in self._found.headings
        return own and not signs.about(bare(line)) and not front_matter.is_contact_start(line)

    def _is_title(self, line: str, titles: list[str]) -> bool:
        text = bare(line)
        if not titles:
            return True
        if text.endswith(("：", ":")):
            return False  # 各位老师：
        if titles[1:] and titles[-1].startswith("——"):
            return False  # nothing comes after the subhead
        if "source" in self._found.fields or self._found.issued is not None or len(titles) >= 3:
            return text.startswith(("——", "—— ")) and len(titles) < 3
        limit = 60 if signs.HAN.search(text) else 140
        dateline = signs.DATELINE.match(line) or signs.DATELINE_ZH.match(line)
        if (date := front_matter.find_date(text)) is not None and date[1] == 0:
            return False  # a date line that says more than the metadata can hold
        special = signs.SECTION.match(line) or signs.about(text)
        return len(text) <= limit and not signs.SENTENCE_END.search(text) and not dateline and not special

    def _name_titles(self, titles: list[str]) -> None:
        """Tell kicker, headline and subhead: a subhead starts with a dash or follows, a kicker is short."""
        said = [signs.TITLE.match(title) for title in titles]
        if all(said):  # （引题）… （主题）… （副题）…
            pairs = zip(filter(None, said), titles, strict=True)
            told = {_title(found["sign"]): title[found.end() :] for found, title in pairs}
            if len(told) == len(titles) and "headline" in told:
                self._found.fields |= told
                return
        first, *others = titles
        if not others:
            self._found.fields["headline"] = first
        elif others[0].startswith("——"):
            self._found.fields |= {"headline": first, "subhead": others[0]}
        elif len(titles) == 3:
            self._found.fields |= {"kicker": first, "headline": others[0], "subhead": others[1]}
        elif signs.HAN.search(first) and len(bare(first)) < len(bare(others[0])) * 0.7:
            self._found.fields |= {"kicker": first, "headline": others[0]}
        else:
            self._found.fields |= {"headline": first, "subhead": others[0]}


def _reaches(line: str) -> bool:
    """Tell a line of a contact that is more than a name."""
    found, rest = front_matter.contacts([line])
    return not rest and any(contact.phone or contact.email or contact.url for contact in found)


def _title(sign: str) -> str:
    """Return the field that the sign of a title means."""
    return "kicker" if sign[0] in "引肩眉" else "subhead" if sign[0] in "副子" else "headline"
