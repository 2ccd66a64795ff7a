"""Notices on registered names: no title at the first mention, and one name spelled in two ways."""

import re
from collections.abc import Iterable

from publisher.localization.registry import Name
from publisher.model import Article, List, Paragraph
from publisher.report import Notice, Report, Severity
from publisher.walk import plain, texts


def check_usage(article: Article, names: Iterable[Name], report: Report) -> None:
    """File a warning where a person is first named without the title listed, or a name has two spellings.

    The title stands before the name at first mention, in English (AP) as in
    Chinese, in the same paragraph; a name in two spellings tells both places.
    """
    language = article.meta.language
    listed = tuple(names)
    body = _rows(article)
    everywhere = tuple(texts(article))
    for name in listed:
        _check_title(name, language, body, report)
        _check_spellings(name, language, everywhere, report)


def _rows(article: Article) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    for block in article.blocks:
        if isinstance(block, Paragraph):
            rows.append((block.key, plain(block.inlines)))
        elif isinstance(block, List):
            rows.extend((item.key, plain(item.inlines)) for item in block.items)
    return tuple(rows)


def _check_title(name: Name, language: str, rows: tuple[tuple[str, str], ...], report: Report) -> None:
    form, title = name.form(language), name.title(language)
    if name.kind != "person" or not form or not title:
        return
    where, text = next(((key, text) for key, text in rows if _find(form, text) >= 0), ("", ""))
    if where and title.casefold() not in text.casefold():
        report.add(
            Notice(
                code="first-mention-title",
                message=f"{form} is first named without the title “{title}”. Say it at the first mention.",
                where=where,
                severity=Severity.WARNING,
                before=form,
                confidence=0.7,
            )
        )


def _check_spellings(name: Name, language: str, rows: tuple[tuple[str, str], ...], report: Report) -> None:
    first: dict[str, str] = {}
    rest = dict.fromkeys(name.spellings(language))
    for where, text in rows:
        left = text
        for spelling in sorted(rest, key=len, reverse=True):  # a longer form holds a shorter one
            if _find(spelling, left) >= 0:
                first.setdefault(spelling, where)
                left = left.replace(spelling, "\0")
    if len(first) > 1:
        (one, here), (other, there), *_ = first.items()
        report.add(
            Notice(
                code="name-two-spellings",
                message=f"one {name.kind} is {one} in {here} and {other} in {there}. Choose one spelling.",
                where=there,
                severity=Severity.WARNING,
                before=other,
                after=name.form(language),
                confidence=0.8,
            )
        )


def _find(form: str, text: str) -> int:
    """Return where ``form`` stands in ``text`` as whole words, -1 if nowhere."""
    if not form.isascii() or not form[:1].isalnum():
        return text.find(form)
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return found.start() if found else -1
