"""British and American spelling: centre and center, organise and organize; names keep their own."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from publisher import resources
from publisher.localization.edits import LINE_BREAK, Edit, apart, article_texts, edit_article
from publisher.localization.marks import outside_addresses
from publisher.localization.spelling_senses import TO_AMERICAN, TO_BRITISH, Sense
from publisher.model import Article
from publisher.report import Notice, Report

_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_START = re.compile(rf"(?:\A|[.!?:][”’\"')\]]*\s+|{LINE_BREAK})[“‘\"'(\[]*\Z")
_MARKS_BEFORE = 12
"""So many marks and spaces may stand between a sentence and the first word of the next."""

_CAPITAL_NEXT = re.compile(r"(?:[’']s)?(?:[\s-]+(?:of|for|and|the|in|on|to|a|an|at))*[\s-]+[“‘\"']?[A-Z]")
_NAMES = re.compile("credit|contact|source|place")
"""Places of an article where names alone stand."""


def with_spelling(article: Article, spelling: str, report: Report, names: Iterable[str] = ()) -> Article:
    """Return the English ``article`` in ``spelling``: ``american``, ``british`` or ``oxford``.

    ``oxford`` is British with -ize. A word with a capital is a part of a name,
    unless it begins a sentence, has no capital after it and stands nowhere in
    the article, nor in ``names``, as a name; addresses are left. Anything else
    than these three passes unchanged. Idempotent.
    """
    table, senses = _table(spelling)
    if not table:
        return article
    proper = frozenset(
        (
            *(word for _, text in article_texts(article) for word in _proper_words(text)),
            *(word for name in names for word in _WORD.findall(name) if word[0].isupper()),
        )
    )
    told: set[str] = set()

    def find(text: str, where: str) -> list[Edit]:
        if _NAMES.match(where):
            return []
        common = [edit for edit in _found(text, table, senses) if _is_common(text, edit, proper)]
        edits = apart(outside_addresses(text, common)) if common else []
        for edit in edits:
            old = text[edit.start : edit.end]
            if old.lower() not in told:
                told.add(old.lower())
                message = f"{old} is {edit.new} in {article.meta.language}"
                report.add(
                    Notice(
                        code="spelling-localized", message=message, where=where, before=old, after=edit.new
                    )
                )
        return edits

    return edit_article(article, find)


def _found(text: str, table: Mapping[str, str], senses: tuple[Sense, ...]) -> Iterator[Edit]:
    for match in _WORD.finditer(text):
        if new := table.get(match[0].lower()):
            yield Edit(*match.span(), _cased(match[0], new))
    for sense in senses:
        for match in sense.pattern.finditer(text):
            start, end = match.span("word")
            if sense.unless and sense.unless.search(text[max(start - 40, 0) : start]):
                continue
            yield Edit(start, end, _cased(match["word"], match.expand(sense.new)))


def _cased(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() else new


def _is_common(text: str, edit: Edit, proper: frozenset[str]) -> bool:
    """Tell whether the word that ``edit`` changes is no part of a name."""
    word = text[edit.start : edit.end]
    if word.islower():
        return True
    return (
        word[1:].islower()
        and word not in proper
        and _begins_sentence(text, edit.start)
        and not _CAPITAL_NEXT.match(text, edit.end)
    )


def _proper_words(text: str) -> Iterator[str]:
    """Yield the words with a capital that do not owe it to the beginning of a sentence."""
    for match in _WORD.finditer(text):
        if match[0][0].isupper() and not _begins_sentence(text, match.start()):
            yield match[0]


def _begins_sentence(text: str, at: int) -> bool:
    return bool(_SENTENCE_START.search(text[max(at - _MARKS_BEFORE, 0) : at]))


@cache
def _table(spelling: str) -> tuple[dict[str, str], tuple[Sense, ...]]:
    if spelling not in ("american", "british", "oxford"):
        return {}, ()
    with (resources.locales() / "en_GB" / "spelling.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(row["american"], row["british"]) for row in csv.DictReader(file)]
    if spelling == "american":
        return {british: american for american, british in pairs}, TO_AMERICAN
    if spelling == "oxford":
        pairs = [(one, other) for one, other in pairs if one.replace("iz", "is") != other]
    return dict(pairs), TO_BRITISH
