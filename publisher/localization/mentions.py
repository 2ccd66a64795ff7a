"""Later mentions of a person in English: the surname alone after the full name (AP Stylebook, names)."""

import re
from collections.abc import Callable, Iterable

import msgspec

from publisher.localization.registry import Name
from publisher.model import Article, Block, List, Paragraph
from publisher.report import Notice, Report
from publisher.walk import TextMap, map_block_inlines, map_inline_text, plain

_CAPITAL_BEFORE = re.compile(r"(?:\b[A-Z][\w’-]*|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|[A-Z])\.)\s+$")


def with_short_names(article: Article, names: Iterable[Name], report: Report) -> Article:
    """Return the English ``article`` with each registered person's short form after the first mention.

    Only in paragraphs and lists, outside quotations, and only where nothing
    capitalised stands beside the name (a title, or another name that holds it).
    A short form that two people of the article share is not used. Any other
    language passes unchanged. Idempotent.
    """
    language = article.meta.language
    if language.partition("-")[0] != "en":
        return article
    text = "\n".join(_body(article))
    people = _people(names, language, text)
    if not people:
        return article
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(people, key=len, reverse=True))) + r")(?![\w-])"
    )
    seen: set[str] = set()
    counts: dict[str, int] = {}
    first: dict[str, str] = {}

    def changed(block: Block) -> Block:
        if not isinstance(block, Paragraph | List):
            return block
        return map_block_inlines(
            block, lambda nodes, key: map_inline_text(nodes, _Run(plain(nodes)).of(shorten), key)
        )

    def shorten(run: str, where: str, quoted: tuple[bool, ...]) -> str:
        def one(match: re.Match[str]) -> str:
            full = match[0]
            if full not in seen:
                if not quoted[match.start()]:
                    seen.add(full)
                    first[full] = where
                return full
            if quoted[match.start()] or _beside_a_capital(run, match):
                return full
            counts[full] = counts.get(full, 0) + 1
            return people[full]

        return pattern.sub(one, run)

    blocks = tuple(changed(block) for block in article.blocks)
    for full, count in counts.items():
        report.add(
            Notice(
                code="name-shortened",
                message=f"{full} is {people[full]} after the first mention, {count} times",
                where=first[full],
                before=full,
                after=people[full],
            )
        )
    return msgspec.structs.replace(article, blocks=blocks)


class _Run:
    """Tells, from run to run of one row of inlines, which characters stand inside a quotation."""

    def __init__(self, text: str) -> None:
        self._open = int(text.count("“") < text.count("”"))  # a quotation that an earlier row opened

    def of(self, change: Callable[[str, str, tuple[bool, ...]], str]) -> TextMap:
        def run(text: str, where: str) -> str:
            quoted: list[bool] = []
            for char in text:
                self._open = max(self._open + (char == "“") - (char == "”"), 0)
                quoted.append(self._open > 0)
            return change(text, where, tuple(quoted))

        return run


def _body(article: Article) -> Iterable[str]:
    rows: list[str] = []

    for block in article.blocks:
        if isinstance(block, Paragraph):
            rows.append(plain(block.inlines))
        elif isinstance(block, List):
            rows.extend(plain(item.inlines) for item in block.items)
    return rows


def _people(names: Iterable[Name], language: str, text: str) -> dict[str, str]:
    """Return the full name and the short one of each person in ``text`` whose short one is theirs alone."""
    found = {
        name.form(language): name.short(language)
        for name in names
        if name.kind == "person" and name.form(language) in text and name.short(language)
    }
    found.pop("", None)
    return {
        full: short
        for full, short in found.items()
        if full != short and list(found.values()).count(short) == 1 and not _shared(full, short, text)
    }


def _shared(full: str, short: str, text: str) -> bool:
    """Tell whether the short form stands in another name: Zhang for Zhang Wei where Zhang Min is too."""
    rest = re.sub(rf"(?<![\w-]){re.escape(full)}(?![\w-])", "\0", text)
    short = re.escape(short)
    surname_first = full.startswith(short)
    return bool(re.search(rf"\b{short} [A-Z]" if surname_first else rf"[A-Z]\w+ {short}\b", rest))


def _beside_a_capital(run: str, match: re.Match[str]) -> bool:
    return bool(_CAPITAL_BEFORE.search(run[: match.start()]) or re.match(r"\s+[A-Z]", run[match.end() :]))
