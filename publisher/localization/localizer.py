"""Make an edition what its reader expects: names, marks, and every fixed word on its page."""

from collections.abc import Mapping

from publisher.localization.chinese_rows import with_chinese_marks
from publisher.localization.credited import with_names
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture as furniture
from publisher.localization.headlines import without_stop
from publisher.localization.locale import locale
from publisher.localization.photo_credits import with_photo_credits
from publisher.localization.quotes import with_quotes
from publisher.model import Article
from publisher.report import Report
from publisher.theme import Theme


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

        article = with_photo_credits(with_names(article, decided), decided, at)
        return with_dateline(article, at)
    from publisher.localization.english_edition import in_english  # what Chinese editions do without

    return with_dateline(in_english(article, overrides, report, at), at)
