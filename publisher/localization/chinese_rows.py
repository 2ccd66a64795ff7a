"""Chinese marks over rows translated from English: paired, fullwidth beside Han, titles in 《》."""

import re
from collections.abc import Callable, Iterator, Mapping

from publisher.localization.chinese_marks.context import in_chinese_clause, is_chinese_char
from publisher.localization.chinese_marks.forms import apostrophes, dots_and_dashes, doubled
from publisher.localization.chinese_marks.kept import kept_places
from publisher.localization.chinese_marks.narrow_marks import widened_marks
from publisher.localization.chinese_marks.pairs import curled_quotes, widened_brackets
from publisher.localization.chinese_marks.spaces import spaces_out
from publisher.localization.edits import Edit, apart, article_texts, edit_article
from publisher.localization.han import HAN
from publisher.localization.work_titles import with_title_marks
from publisher.model import Article

_LINE_DASH = re.compile(r"(?<!—)—(?!—)|(?<=\S) [–-] (?=\S)")
_BREAKS_OFF = re.compile(r"—|\s[–-]{1,2}\s|--")
_LATIN_STOP = re.compile(rf"(?<=[A-Za-z0-9%‰）)])\. +(?=[{HAN}“‘「《（])")


def with_chinese_marks(article: Article, source: Article) -> Article:
    """Return ``article``, the Chinese edition of the English ``source``, with Chinese marks.

    Nothing but marks and spaces changes, and a second pass changes nothing.
    Quotes become “” and ‘’ in pairs, over the runs of a row (「」 where the text
    has them already); marks beside Han become fullwidth, ``...`` and ``…`` the
    six dots ……, and a dash that breaks off in the source the two-em —— (GB/T
    15834-2011). An apostrophe in a Latin word is curled as in the English edition.
    Addresses, numbers and code stay as they are.
    """
    article = with_title_marks(article, source)
    corner = any("「" in text for _, text in article_texts(article))
    broken = _broken_off(source)

    def find(text: str, where: str) -> list[Edit]:
        if text.isascii():
            return list(apostrophes(text))
        return apart(spaces_out(text)) or _marks(text, corner, is_broken=broken.get(where, False))

    return edit_article(article, find)


def _broken_off(source: Article) -> Mapping[str, bool]:
    """Return for each place of ``source`` whether a dash in it breaks off: it joins nothing."""
    found: dict[str, bool] = {}
    for where, text in article_texts(source):
        found[where] = found.get(where, False) or bool(_BREAKS_OFF.search(text))
    return found


def _marks(text: str, corner: bool, *, is_broken: bool) -> list[Edit]:
    """Return the edits of the marks of ``text``: first quotes and dots, then those that they govern."""
    fixed = kept_places(text)
    first: list[Callable[[str], Iterator[Edit]]] = [dots_and_dashes, doubled, curled_quotes(corner)]
    if is_broken:
        first.append(_line_dashes)
    found = [*apostrophes(text)]
    found += [edit for rule in first for edit in rule(text) if not any(fixed[edit.start : edit.end])]
    if not found:
        found = [
            *widened_brackets(text, fixed),
            *widened_marks(text, fixed),
            *(edit for edit in _latin_stops(text) if not fixed[edit.start]),
        ]
    return apart(found)


def _line_dashes(text: str) -> Iterator[Edit]:
    """Yield what makes a single dash between Chinese words the two-em dash."""
    for match in _LINE_DASH.finditer(text):
        before, after = text[: match.start()].rstrip(" ")[-1:], text[match.end() :].lstrip(" ")[:1]
        if is_chinese_char(before) or is_chinese_char(after):
            yield Edit(match.start(), match.end(), "——")


def _latin_stops(text: str) -> Iterator[Edit]:
    """Yield what makes the full stop of a Chinese sentence that ends in Latin letters Chinese."""
    for match in _LATIN_STOP.finditer(text):
        if in_chinese_clause(text, match.start()):
            yield Edit(match.start(), match.end(), "。")
