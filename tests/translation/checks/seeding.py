"""Errors put into good translations, one at a time, each of a kind that reaches print."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from publisher.translation.checks import Pair
from publisher.translation.checks.pinyin import Readings
from publisher.translation.segments import split

Seed = Callable[[Pair, Sequence[Pair], Random], str | None]
"""Return the target with one error in it, or None where the pair has nothing to spoil."""

_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NAME = re.compile(r"\b([A-Z][a-z]+ [A-Z][a-z]+)\b")


def digit(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Change one digit of a figure that both texts write in figures."""
    places = [
        m.start() + n
        for m in re.finditer(r"\d[\d,.]*\d|\d", pair.target)
        if m[0].replace(",", "") in pair.source.replace(",", "") or len(m[0]) > 2
        for n, char in enumerate(m[0])
        if char.isdigit()
    ]
    if not places:
        return None
    at = random.choice(places)
    new = random.choice([d for d in "123456789" if d != pair.target[at]])
    return pair.target[:at] + new + pair.target[at + 1 :]


def scale(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Put 亿 for 万, billion for million, and the like."""
    swaps = {"万": "亿", "亿": "万", "million": "billion", "billion": "million", "trillion": "billion"}
    found = list(
        re.finditer(
            r"(?<=[\d零一二三四五六七八九十百千])[万亿](?!亿)|\b(?:million|billion|trillion)\b", pair.target
        )
    )
    if not found:
        return None
    place = random.choice(found)
    return pair.target[: place.start()] + swaps[place[0]] + pair.target[place.end() :]


def date(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Move a date by some days, or to another month."""
    if pair.target_language.startswith("zh"):
        found = list(re.finditer(r"(\d{1,2})([月日])", pair.target))
        if not found:
            return None
        place = random.choice(found)
        return (
            pair.target[: place.start()] + str(int(place[1]) % 9 + 2) + pair.target[place.end(1) :]
            if str(int(place[1]) % 9 + 2) != place[1]
            else None
        )
    found = list(re.finditer(rf"\b{_MONTH} (\d{{1,2}})\b(?!,?\d)", pair.target))
    if not found:
        return None
    place = random.choice(found)
    if random.random() < 0.5:
        day = int(place[2]) % 27 + 1
        return pair.target[: place.start(2)] + str(day) + pair.target[place.end(2) :]
    month = random.choice([m for m in _MONTHS if m[:3] != place[1][:3]])
    return pair.target[: place.start(1)] + month + pair.target[place.end(1) :]


# what is told from the day of issue: in Chinese, in English
_TOLD = (
    ("昨", "yesterday"), ("今天", "today"), ("明天", "tomorrow"), ("去年", "last year"), ("今年", "this year"), ("明年", "next year"),
    ("上周", "last week"), ("下周", "next week"), ("上月", "last month"), ("下月", "next month"),
)  # fmt: skip


def told(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Put another day, week, month or year told from the day of issue: this year for last year."""
    if pair.target_language.startswith("zh"):
        return None
    found = [
        english
        for chinese, english in _TOLD
        if chinese in pair.chinese and re.search(rf"(?<!the )\b{english}\b", pair.target)
    ]
    if not found:
        return None
    said = random.choice(found)
    others = [
        english
        for chinese, english in _TOLD
        if english.split()[1:] == said.split()[1:] and chinese not in pair.chinese
    ]
    return pair.target.replace(said, random.choice(others)) if others else None


def name(pair: Pair, pairs: Sequence[Pair], random: Random) -> str | None:
    """Put one person’s name for another’s, who is in the same article."""
    if pair.target_language.startswith("zh"):
        return None
    people = _people(pair)
    others = [other for p in pairs for other in _people(p) if other not in pair.target]
    if not people or not others:
        return None
    one = random.choice(people)
    return pair.target.replace(one, random.choice(others))


def sentence(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Drop one sentence of several."""
    english = not pair.target_language.startswith("zh")
    sentences = split(pair.target, pair.target_language)
    if len(sentences) < 2:
        return None
    at = random.randrange(len(sentences))
    if len(sentences[at].strip()) < (15 if english else 6):
        return None
    return (" " if english else "").join((*sentences[:at], *sentences[at + 1 :]))


def negation(pair: Pair, _: Sequence[Pair], random: Random) -> str | None:
    """Take one negation out."""
    if pair.target_language.startswith("zh"):
        found = list(
            re.finditer(r"没有|不(?=[会能是再得愿想])|尚未|未(?=[能曾])|从未|无法|并不", pair.target)
        )
        if not found:
            return None
        place = random.choice(found)
        put = {"没有": "有", "无法": "可以", "从未": "曾", "尚未": "已", "未": ""}.get(place[0], "")
        return pair.target[: place.start()] + put + pair.target[place.end() :]
    found = list(
        re.finditer(
            r"\b(?:(?<=[a-z] )not |never |(?<=ca)nnot |n['’]t\b|(?<=[a-z] )no (?!longer|\d))", pair.target
        )
    )
    if not found:
        return None
    place = random.choice(found)
    return pair.target[: place.start()] + pair.target[place.end() :]


@cache
def _readings() -> Readings:
    return Readings()


@cache
def _people(pair: Pair) -> list[str]:
    """Return the people of a pair whom its English names in full."""
    readings = _readings()
    found = []
    for match in _NAME.finditer(pair.english):
        surname, given = match[1].split()
        if surname.lower() not in readings.surnames:
            continue
        ways = [a + b for a in readings.split(surname) for b in readings.split(given)]
        if any(len(way) in (2, 3) and readings.stands_in(way, pair.chinese) for way in ways):
            found.append(match[1])
    return found


SEEDS: dict[str, Seed] = {
    "a digit changed": digit,
    "万 for 亿": scale,
    "a date moved": date,
    "a day told moved": told,
    "a name swapped": name,
    "a sentence dropped": sentence,
    "a negation lost": negation,
}
