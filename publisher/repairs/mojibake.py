"""Text that was read in the wrong encoding is read again in the right one, as a whole or in a stretch.

    你好  → UTF-8 E4 BD A0 E5 A5 BD → read as GBK    → 浣犲ソ
    你好  → GBK   C4 E3 BA C3       → read as CP1252 → ÄãºÃ
    你好  → UTF-8 E4 BD A0 E5 A5 BD → read as CP1252 → ä½ å¥½
    你好  → GBK   C4 E3 BA C3       → read as Big5   → 斕疑

The garbled stretch is turned back into bytes by the encoding it was read in
and read by the one it was written in. UTF-8 proves itself by its form; for the
others the new reading must be far likelier than what stands there. What the
wrong decoder dropped is put back where one character clearly fits, and is
pointed at in any case.
"""

import re
from collections import Counter

from publisher.model import Article
from publisher.repairs.edits import Edit, article_texts, edit_article
from publisher.repairs.garbled.routes import UTF8_AS_GB, Route
from publisher.repairs.garbled.search import Patience, is_doubtful, rereadings
from publisher.repairs.garbled.short import PARAGRAPH, whole_line
from publisher.repairs.garbled.weighing import Rereading
from publisher.repairs.garbled.western import as_gbk
from publisher.repairs.hanzi import is_chinese
from publisher.report import Notice, Report, Severity

_SUBJECT = re.compile("乱码|亂碼|mojibake", re.IGNORECASE)
_EXAMPLE = 16
"""So long may an example be in an article that speaks of garbled text."""

_TOLD = 12
"""So many guesses are named in one notice."""


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with text that was read in the wrong encoding read in the right one."""
    texts = [text for _, text in article_texts(article)]
    western = not is_chinese(article.meta.language)
    if not any(is_doubtful(t) or (western and not t.isascii()) for t in texts):
        return article
    longest_example = _EXAMPLE if any(map(_SUBJECT.search, texts)) else 0
    filed: dict[tuple[str, str, str], Notice] = {}
    quoted: dict[tuple[str, str], Rereading] = {}
    proven: Counter[Route] = Counter()  # by the Han that were read again by it
    patience = Patience()

    def find(text: str, where: str) -> list[Edit]:
        edits = []
        readings: list[Rereading] = []
        if western:
            readings = as_gbk(text, proven=bool(proven[UTF8_AS_GB]))
            proven[UTF8_AS_GB] += len(readings)
        elif (line := whole_line(text, proven)) is not None:
            readings = [line]
        if not readings and is_doubtful(text):
            readings = rereadings(text, proven, patience)
        for reading in readings:
            if reading.end - reading.start <= longest_example:
                continue
            before = text[reading.start : reading.end]
            if _is_quoted(text, reading) and not proven[reading.route]:
                quoted[where, before] = reading
                continue
            quoted.pop((where, before), None)
            edits.append(Edit(reading.start, reading.end, reading.new))
            filed[where, before, reading.new] = _notice(reading, before, where)
        return edits

    def in_paragraphs(text: str, where: str) -> list[Edit]:
        return find(text, where) if len(text) > PARAGRAPH else []

    repaired = article
    if any(len(t) > PARAGRAPH and is_doubtful(t) for t in texts):
        repaired = edit_article(article, in_paragraphs)
    read = sum(proven.values())
    repaired = edit_article(repaired, find)  # what has happened to the long ones has happened to the short
    if sum(proven.values()) > read:
        repaired = edit_article(repaired, find)
    for notice in filed.values():
        report.add(notice)
    for (where, before), reading in quoted.items():
        report.add(
            Notice(
                code="mojibake-quoted",
                message=f"“{before}” would read “{reading.new}” if {reading.route}; it was left, since it may"
                " be what the sentence is about",
                where=where,
                severity=Severity.WARNING,
                before=before,
                after=before,
                confidence=0.5,
                offsets=(reading.start,),
            )
        )
    return repaired


def _is_quoted(text: str, reading: Rereading) -> bool:
    """Tell whether a short reading stands in quotes by itself, as what a sentence speaks of does."""
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    return reading.end - reading.start <= _EXAMPLE and before + after in ("“”", "‘’", "「」", "『』")


def _notice(reading: Rereading, before: str, where: str) -> Notice:
    doubt = ""
    if reading.guessed:
        shown = "、".join(
            f"{reading.new[max(0, at - 2) : at]}[{reading.new[at]}]{reading.new[at + 1 : at + 3]}"
            for at in reading.guessed[:_TOLD]
        )
        more = " …" if len(reading.guessed) > _TOLD else ""
        doubt += f"; {len(reading.guessed)} of its characters had lost a byte and were guessed"
        doubt += f" ({shown}{more}): please compare"
    if reading.lost:
        doubt += f"; {reading.lost} of its characters are lost: find them in the original"
    return Notice(
        code="mojibake-decoded",
        message=f"{reading.route}{doubt}",
        where=where,
        severity=Severity.WARNING if doubt else Severity.INFO,
        before=before,
        after=reading.new,
        confidence=0.8 if doubt else 0.99,
        offsets=(reading.start,),
    )
