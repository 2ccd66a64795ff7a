"""Half-width marks among Han become fullwidth, by what stands on either side of them.

A mark is Chinese when the character before it is (3.5, 10:30, U.S., C++ and
addresses are not), brackets and quotes go by pairs. In English text only the
reverse is certain: fullwidth forms of ASCII become ASCII.
"""

import re

from publisher.localization.chinese_marks.forms import (
    apostrophes,
    dots_and_dashes,
    doubled,
    narrowed_forms,
    to_ascii,
)
from publisher.localization.chinese_marks.kept import kept_places
from publisher.localization.chinese_marks.narrow_marks import stands_for_a_character, widened_marks
from publisher.localization.chinese_marks.pairs import curled_quotes, widened_brackets
from publisher.model import Article
from publisher.repairs.edits import ODD_SPACE, Edit, Tally, article_texts, edit_article
from publisher.repairs.hanzi import is_chinese
from publisher.report import Notice, Report, Severity

_QUESTION = re.compile(r"\?")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with its marks in the width of its language."""
    chinese = is_chinese(article.meta.language)
    corner = chinese and article.meta.language != "zh-Hans" and _uses_corner_quotes(article)
    widened = Tally(report, "mark-widened", "a half-width mark among Han was made fullwidth")
    curled = Tally(report, "quote-curled", "straight quotes were curled")
    single = Tally(report, "mark-doubled", "a mark that stood twice was made one, a wrong mark the right one")
    narrowed = Tally(report, "width-narrowed", "a fullwidth form was made half-width")

    pointed: set[str] = set()

    def find_chinese(shown: str, where: str) -> list[Edit]:
        edits: dict[int, Edit] = {}
        for edit in apostrophes(shown):
            _keep(edits, edit, shown, where, curled)
        if shown.isascii():
            return list(edits.values())  # no mark is Chinese where nothing is
        text = ODD_SPACE.sub(" ", shown)  # as it will be once the spaces are repaired
        fixed = kept_places(text)
        for find, tally in (
            (narrowed_forms, narrowed),
            (dots_and_dashes, widened),
            (doubled, single),
            (curled_quotes(corner), curled),
        ):
            for edit in find(text):
                if find is narrowed_forms or not any(fixed[edit.start : edit.end]):
                    _keep(edits, edit, text, where, tally)
        if not edits:
            for edit in (*widened_brackets(text, fixed), *widened_marks(text, fixed)):
                _keep(edits, edit, text, where, widened)
            lost = [
                i for i in map(re.Match.start, _QUESTION.finditer(text)) if stands_for_a_character(text, i)
            ]
            if lost and where not in pointed:
                pointed.add(where)
                report.add(_lost(text, lost, where))
        return sorted(edits.values(), key=lambda e: e.start)

    def find_english(text: str, where: str) -> list[Edit]:
        edits: dict[int, Edit] = {}
        for edit in to_ascii(text):
            _keep(edits, edit, text, where, narrowed)
        return list(edits.values())

    repaired = edit_article(article, find_chinese if chinese else find_english)
    for tally in (narrowed, single, curled, widened):
        tally.file()
    return repaired


def _lost(text: str, places: list[int], where: str) -> Notice:
    shown = text[max(0, places[0] - 4) : places[0] + 5]
    return Notice(
        code="character-lost",
        message="a question mark seems to stand for a character that was lost",
        where=where,
        severity=Severity.WARNING,
        before=shown,
        after=shown,
        confidence=0.7,
        offsets=tuple(places),
    )


def _keep(edits: dict[int, Edit], edit: Edit, text: str, where: str, tally: Tally) -> None:
    if edit.start not in edits:
        edits[edit.start] = edit
        tally.add(where, text[edit.start : edit.end], edit.new, edit.start)


def _uses_corner_quotes(article: Article) -> bool:
    return any("「" in text for _, text in article_texts(article))
