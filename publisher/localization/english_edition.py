"""Make an English edition what its reader expects: names in Latin letters, dates, spelling, press usage."""

from collections.abc import Mapping

from publisher.localization.credited import with_names
from publisher.localization.date_style import with_dates
from publisher.localization.headlines import check_case
from publisher.localization.locale import Locale
from publisher.localization.mark_rows import with_english_marks
from publisher.localization.names import HAN, read_name
from publisher.localization.photo_credits import with_photo_credits
from publisher.localization.press_english import with_press_english
from publisher.localization.spelling import with_spelling
from publisher.model import Article
from publisher.report import Notice, Report, Severity
from publisher.walk import texts


def in_english(article: Article, overrides: Mapping[str, str], report: Report, at: Locale) -> Article:
    """Return ``article`` as the English edition of ``at``.

    It takes pinyin for the names that ``overrides`` and the tables do not have,
    and files a warning for each place where Han characters are left.
    """
    romanizer = _Romanizer(overrides, report)
    article = with_names(article, romanizer)
    article = with_photo_credits(article, romanizer, at)
    article = with_dates(with_english_marks(article))
    article = with_spelling(article, at.conventions.spelling, report, overrides.values())
    article = with_press_english(article, at.conventions, report)
    check_case(article, at, report)
    _warn_of_han(article, report)
    return article


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
