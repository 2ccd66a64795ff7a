"""English as its press writes it: titles behind names, series, dashes, quotes of headlines (AP, the UK press)."""

import re
from collections.abc import Callable, Iterator

from publisher.localization.edits import Edit, apart, edit_article
from publisher.localization.marks import outside_addresses
from publisher.localization.names import HAN
from publisher.model import Article
from publisher.report import Notice, Report
from publisher.theme import Conventions

_DASH = re.compile(r"(?<=[\w”’)%.,!?])\s*—\s*(?=[\w“‘($£€¥])")
_SPACED_DASH = re.compile(r"(?<=\S) – (?=\S)")

# a word or two, another, and the last: clauses and long items keep their comma
_ITEM = r"(?!(?:I|he|she|it|we|they|you|who|which|that)\b)(?:[\w’'-]+ ){0,1}[\w’'-]+"
_SERIES = re.compile(
    rf"(?<=, )(?:{_ITEM})(?P<comma>,) (?:and|or) (?={_ITEM}(?:[.;:)”]|\Z))"
    rf"|(?<=[a-z], )[\w’'-]+(?P<comma2>,) (?:and|or) "
    r"(?=[\w’'-]+ (?:in|of|at|for|from|with|on|by|was|were|is|are|will|has|have|took|attended)\b)"
)

_RANKS = (
    "President|Vice President|Executive Vice President|Chairman|Vice Chairman|Chairwoman|Chairperson|Director|Deputy Director"
    "|Director-General|Deputy Director-General|Secretary|Deputy Secretary|Secretary-General|Deputy Secretary-General|Mayor"
    "|Vice Mayor|Deputy Mayor|Governor|Vice Governor|Deputy Governor|Minister|Vice Minister|Deputy Minister|Principal"
    "|Vice Principal|Dean|Associate Dean|Professor|Associate Professor|Head|Deputy Head|Chief|Deputy Chief|Manager"
    "|General Manager|Deputy General Manager|Chief Executive|Chief Executive Officer|Chief Engineer|Commissioner|Spokesman"
    "|Spokeswoman|Spokesperson|Party Secretary|Deputy Party Secretary|Founder|Co-founder|Researcher|Editor|Editor-in-Chief"
)
_BEHIND_NAME = re.compile(
    rf"\b(?!(?:In|At|On|From|To|For|The)\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,2}}, (?:the |a |an )?(?P<rank>{_RANKS})(?= (?:of|for|at|and)\b|,)"
)
_COURTESY = re.compile(
    r"\b(?P<title>(?:Mr|Mrs|Ms|Miss)\.? )(?=[A-Z][\w’'-]+)(?!(?:President|Speaker|Chairman|Chair)\b)"
)
_COUPLE = re.compile(r"\b(?:Mr|Ms)\.? and (?:Mr|Mrs|Ms)\.? ")
_PERCENT = re.compile(r"(?<=\d)(?P<word>(?: |-)per ?cent)\b(?![- ]?age)")

_QUOTED = re.compile(r"“[^“”]*”")
_FRAGMENT = re.compile(r"(?P<before>[\w)%]) “[^“”.!?]*?[\w)%’…](?P<mark>[,.])”(?!\w)")
_SPEECH = re.compile(
    r"\b(?:said|says|say|added|asked|told|replied|wrote|writes|explained|stressed|noted|declared|continued|that)\Z"
)


def with_press_english(article: Article, press: Conventions, report: Report) -> Article:
    """Return the English ``article`` as the press with the conventions ``press`` writes.

    A rank behind a name is small, courtesy titles fall outside quotations, as
    does the comma before the last of a plain series; figures take %; a dash is
    ``press.dash``. Where stops stand outside, those of a quoted phrase, which
    were put inside by the American rule, move out; a quoted sentence keeps its
    own (New Hart’s Rules 4.8). Text that holds Han stays. Each rule that
    changes something is told once. Idempotent.
    """
    rules = tuple(_rules(press))
    counts: dict[str, int] = {}

    def find(text: str, where: str) -> list[Edit]:
        if HAN.search(text):
            return []
        named = {
            edit: name
            for name, rule in rules
            if name != _HEADLINE or where == "headline"
            for edit in rule(text)
        }
        edits = apart(outside_addresses(text, named)) if named else []
        for edit in edits:
            counts[named[edit]] = counts.get(named[edit], 0) + 1
        return edits

    made = edit_article(article, find) if rules else article
    for name, count in counts.items():
        message = f"{name} as the press of {article.meta.language} writes, {count} times"
        report.add(Notice(code="press-style", message=message))
    return made


_HEADLINE = "quotes of the headline"

Rule = Callable[[str], Iterator[Edit]]


def _rules(press: Conventions) -> Iterator[tuple[str, Rule]]:
    if dash := press.dash:
        yield "dashes", lambda text: _dashes(text, dash)
    if press.plain_titles:
        yield "ranks behind names", _ranks
        yield "courtesy titles", _courtesy
    if not press.serial_comma:
        yield "series", _series
    if press.percent_sign:
        yield "percentages", lambda text: (Edit(*m.span("word"), "%") for m in _PERCENT.finditer(text))
    if press.stops_outside:
        yield "stops beside quotes", _stops
    if quotes := press.headline_quotes:
        yield _HEADLINE, lambda text: _requoted(text, quotes)


def _dashes(text: str, dash: str) -> Iterator[Edit]:
    patterns = (_DASH, _SPACED_DASH) if dash == " – " else (_DASH,)
    for pattern in patterns:
        yield from (Edit(*m.span(), dash) for m in pattern.finditer(text) if m[0] != dash)


def _ranks(text: str) -> Iterator[Edit]:
    for match in _BEHIND_NAME.finditer(text):
        small = match["rank"].lower().replace("party", "Party")
        if small != match["rank"]:
            yield Edit(*match.span("rank"), small)


def _courtesy(text: str) -> Iterator[Edit]:
    kept = [match.span() for pattern in (_QUOTED, _COUPLE) for match in pattern.finditer(text)]
    for match in _COURTESY.finditer(text):
        if not any(a <= match.start() < b for a, b in kept):
            yield Edit(*match.span("title"), "")


def _series(text: str) -> Iterator[Edit]:
    for match in _SERIES.finditer(text):
        group = "comma" if match["comma"] else "comma2"
        yield Edit(*match.span(group), "")


def _stops(text: str) -> Iterator[Edit]:
    for match in _FRAGMENT.finditer(text):
        opened = match.end("before") + 2
        if text[opened].isupper() and _SPEECH.search(text[: match.end("before")]):
            continue  # a sentence said, without a comma before it
        at = match.start("mark")
        yield Edit(at, at + 2, "”" + match["mark"])


def _requoted(text: str, quotes: str) -> Iterator[Edit]:
    if _QUOTED.search(text) and "‘" not in text:
        marks = dict(zip("“”", quotes, strict=True))
        yield from (Edit(n, n + 1, marks[char]) for n, char in enumerate(text) if char in marks)
