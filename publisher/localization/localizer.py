"""Make an edition what its reader expects: names, marks, and every fixed word on its page."""

from collections.abc import Mapping

import msgspec

from publisher.localization.chinese_rows import with_chinese_marks
from publisher.localization.date_style import with_dates
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture as furniture
from publisher.localization.headlines import check_case, without_stop
from publisher.localization.locale import locale
from publisher.localization.mark_rows import with_english_marks
from publisher.localization.names import HAN, read_name
from publisher.localization.photo_credits import with_photo_credits
from publisher.localization.press_english import with_press_english
from publisher.localization.quotes import with_quotes
from publisher.localization.spelling import with_spelling
from publisher.model import Article, Credit
from publisher.report import Notice, Report, Severity
from publisher.theme import Theme
from publisher.walk import TextMap, texts


def localize(
    article: Article,
    overrides: Mapping[str, str],
    report: Report,
    look: Theme | None = None,
    source: Article | None = None,
) -> Article:
    """Return ``article``, which is in its language by now, with names and marks as its readers write them.

    ``overrides`` maps a name to the one decided for this edition. An
    English edition takes pinyin for the names that have none, and files a
    warning for each place where Han characters are left. The dateline goes back
    before the first paragraph, in the edition's form: do this once an edition.
    ``source`` is the English that a Chinese edition was translated from: its
    text then takes Chinese marks, and its titles 《》.
    """
    at = locale(article.meta.language, look)
    article = without_stop(article, at)
    if at.chinese:
        if source is not None:
            article = with_chinese_marks(article, source)
        article = with_quotes(article, at.conventions.quotes)

        def decided(name: str, _: str) -> str:
            return overrides.get(name, name)

        article = with_photo_credits(_with_names(article, decided), decided, at)
        return with_dateline(article, at)
    romanizer = _Romanizer(overrides, report)
    article = _with_names(article, romanizer)
    article = with_photo_credits(article, romanizer, at)
    article = with_dates(with_english_marks(article))
    article = with_spelling(article, at.conventions.spelling, report, overrides.values())
    article = with_press_english(article, at.conventions, report)
    check_case(article, at, report)
    _warn_of_han(article, report)
    return with_dateline(article, at)


class _Romanizer:
    """Puts names into Latin letters and files each doubt once."""

    def __init__(self, overrides: Mapping[str, str], report: Report) -> None:
        self._overrides = overrides
        self._report = report
        self._doubted: set[str] = set()

    def __call__(self, name: str, where: str) -> str:
        read = read_name(name, self._overrides)
        if read.doubt and name not in self._doubted:
            self._doubted.add(name)
            self._report.add(
                Notice(
                    code="name-pinyin" if read.is_name else "credit-not-localized",
                    message=f"{read.doubt}. Put it into the glossary as it should read.",
                    where=where,
                    severity=Severity.WARNING,
                    before=name,
                    after=read.text,
                    confidence=0.5,
                )
            )
        return read.text


def _with_names(article: Article, change: TextMap) -> Article:
    replace = msgspec.structs.replace
    meta = article.meta
    credited = tuple(
        Credit(c.role, tuple(change(name, f"credit.{c.role}") for name in c.names)) for c in meta.credits
    )
    contacts = tuple(
        replace(c, name=change(c.name, f"contact{n}.name")) for n, c in enumerate(meta.contacts, 1)
    )
    official = meta.official
    if official and official.signatory:
        official = replace(official, signatory=change(official.signatory, "official.signatory"))
    return replace(article, meta=replace(meta, credits=credited, contacts=contacts, official=official))


def _warn_of_han(article: Article, report: Report) -> None:
    found: dict[str, str] = {}
    for where, text in texts(article):
        if HAN.search(text):
            found.setdefault(where, text)
    for where, text in found.items():
        start = max(text.index(HAN.findall(text)[0]) - 10, 0)
        report.add(
            Notice(
                code="han-in-english",
                message="Chinese characters are left in the English text. Translate them.",
                where=where,
                severity=Severity.WARNING,
                before=text[start : start + 40],
            )
        )
