"""Registered names in the form of a Chinese region: 悉尼 of the mainland is 雪梨 in Taiwan."""

import re
from collections.abc import Iterable

from publisher.localization.registry import Name
from publisher.model import Article
from publisher.report import Notice, Report
from publisher.walk import map_text


def with_regional_names(article: Article, names: Iterable[Name], report: Report) -> Article:
    """Return the Chinese ``article`` with each registered name in the form listed for its language.

    A form of one character is left, and a form that stands for two names.
    Forms of the other script are found converted too. Idempotent.
    """
    language = article.meta.language
    if language.partition("-")[0] != "zh":
        return article
    table = _table(names, language)
    if not table:
        return article
    longest_first = sorted(table, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    told: set[str] = set()

    def changed(text: str, where: str) -> str:
        def one(match: re.Match[str]) -> str:
            old, new = match[0], table[match[0]]
            if old != new and old not in told:
                told.add(old)
                message = f"{old} is {new} in {language}"
                report.add(Notice(code="name-regional", message=message, where=where, before=old, after=new))
            return new

        return pattern.sub(one, text)

    return map_text(article, changed)


def _table(names: Iterable[Name], language: str) -> dict[str, str]:
    """Return the form for each spelling; those of ``language`` itself stand for themselves."""
    from opencc import OpenCC

    convert = OpenCC("s2t" if language.startswith("zh-Hant") else "t2s").convert
    found: dict[str, set[str]] = {}
    for name in names:
        own = name.form(language)
        if not own:
            continue
        spellings = {s for tag, forms in name.forms if tag.startswith("zh") for s in forms}
        for spelling in spellings | {convert(s) for s in spellings}:
            if len(spelling) > 1:
                right = spelling in name.spellings(language)
                found.setdefault(spelling, set()).add(spelling if right else own)
    table = {old: next(iter(new)) for old, new in found.items() if len(new) == 1}
    return table if any(old != new for old, new in table.items()) else {}
