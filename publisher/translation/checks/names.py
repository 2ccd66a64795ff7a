"""People in both texts: a name put for another, its parts, and one spelling throughout."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from publisher.localization.surnames import COMPOUND, SINGLE
from publisher.translation.checks import registered
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.people import OFFICE_BEFORE, Person, latin
from publisher.translation.checks.pinyin import Readings
from publisher.translation.checks.reference import Reference

_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_SAYS_AFTER = re.compile(
    r"说|說|表示|指出|强调|強調|介绍|介紹|告诉|告訴|认为|認為|称|稱|透露|坦言|致辞|致辭|出席|主持|宣布|会见|會見|率|先生|女士"
    r"|教授|老师|老師|同志|等人|代表|在会上"
)
_SURNAMES_THAT_ARE_WORDS = frozenset(
    "he an long song can men man sun pan ban tan fan gang ran sang she shed you cheng pin bin den tang mao yuan dong"
    " kong hang hong lang mang wan wing ding ping king bo to me so lo lee mo ma pa tai kan nan ting sheng shan ji qi"
    " hui wei ai ao e o bai ju mu ye hai min mi se la le na ni pi pu sa si ta te ti wa wu xi ya yi yu yun zi zu du"
    " fei fu ge gu guan hao hu hua huang jia jing ju kai ke lai lan li lin ling liu lu mai".split()
)

_PLACES = frozenset("馆館厅廳楼樓院校社局部处處厂廠店站奖獎杯赛賽街路县縣镇鎮")
"""How the names of other things end that look like those of people: 云帆馆."""

_MOST = 40
"""People of one segment who are compared with one another."""


def check(pairs: Sequence[Pair], reference: Reference) -> Iterator[Finding]:
    """Yield what is wrong with the names of people.

    Names in pinyin are read back: somebody whose characters stand nowhere in
    the Chinese text is an error where the Chinese names somebody who is missing
    from the English, and a warning otherwise: a translator may name whom the
    source calls “he”.
    """
    readings = reference.readings
    translated = [pair for pair in pairs if pair.is_translated]
    spelled: dict[str, dict[str, str]] = {}
    for pair in translated:
        decided = list(registered.check(pair, reference))
        yield from decided
        told = [
            span for f in decided for span in (f.target_offsets if pair.from_chinese else f.source_offsets)
        ]
        people = list(islice(latin(pair.english, readings), _MOST))
        strangers = [
            p for p in people if not _stands(p, pair.chinese, readings) and not _overlaps(p.span, told)
        ]
        missing = list(_missing(pair, reference, strangers)) if strangers else []
        for person in strangers:
            others = [(name, span) for name, span in missing if name not in person.text]
            if others:
                name, span = max(others, key=lambda other: _likeness(person, other[0], readings))
                yield pair.finding(
                    "names",
                    Level.ERROR,
                    f"{person.text} stands in the English where the Chinese has {name}",
                    chinese=(span,),
                    english=(person.span,),
                )
            else:
                yield pair.finding(
                    "names",
                    Level.WARNING,
                    f"{person.text} is named in the English; no characters of the Chinese read so",
                    english=(person.span,),
                )
        yield from _out_of_order(pair, people, readings)
        yield from _surname_alone(pair, people, reference)
        for person in people:
            spelled.setdefault("".join(c for c in person.text.lower() if c.isalpha()), {}).setdefault(
                person.text, pair.key
            )
    for spellings in spelled.values():
        if len(spellings) > 1:
            pair = next(p for p in translated if p.key == list(spellings.values())[-1])
            yield pair.finding(
                "names", Level.WARNING, f"one name is spelled in several ways: {', '.join(spellings)}"
            )


def _stands(person: Person, chinese: str, readings: Readings) -> bool:
    return any(
        readings.stands_in(way, chinese) or readings.stands_in(way[1:] + way[:1], chinese)
        for way in person.ways
    )


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _likeness(person: Person, name: str, readings: Readings) -> int:
    """Return how many syllables of ``person`` the characters of ``name`` have in their places."""
    return max(
        sum(one in readings.of(char) for one, char in zip(way, name, strict=False)) for way in person.ways
    )


def _missing(
    pair: Pair, reference: Reference, strangers: Sequence[Person] = ()
) -> Iterator[tuple[str, Span]]:
    """Yield the people of the Chinese text of whom the English has neither surname nor given name.

    The names of ``strangers`` say nobody’s: of Li Wei, Li is not the surname of 李明.
    """
    spans = [person.span for person in strangers]
    words = {
        found[0].lower()
        for found in re.finditer(r"[A-Za-z]+(?:['’-][A-Za-z]+)?", pair.english)
        if not _overlaps(found.span(), spans)
    }
    language = pair.source_language if pair.from_chinese else pair.target_language
    decided = [
        (pair.chinese[hit.start : hit.end], hit.start)
        for hit in reference.glossary.hits(pair.chinese, language)
        if hit.entry.type == "person"
    ]
    taken = [(start, start + len(name)) for name, start in decided]
    guessed = [
        (name, start)
        for name, start in _han_names(pair.chinese, reference)
        if not _overlaps((start, start + len(name)), taken)
    ]
    for name, start in (*decided, *guessed):
        if not _is_said(name, words, reference):
            yield name, (start, start + len(name))


def _han_names(chinese: str, reference: Reference) -> Iterator[tuple[str, int]]:
    """Yield what is surely the name of a Chinese person: by its word class, its surname and its surroundings."""
    for word, tag, at in reference.words(chinese):
        if tag != "nr" or not 2 <= len(word) <= 4 or (word[0] not in SINGLE and word[:2] not in COMPOUND):
            continue
        if word in reference.dictionary and not reference.dictionary.is_person(word):
            continue
        beside = OFFICE_BEFORE.search(chinese[max(0, at - 6) : at]) or _SAYS_AFTER.match(
            chinese, at + len(word)
        )
        if beside or (len(word) == 3 and word[-1] not in _PLACES):
            yield word, at


def _is_said(name: str, words: set[str], reference: Reference) -> bool:
    readings = reference.readings
    size = 2 if name[:2] in COMPOUND else 1
    for word in words:
        for way in readings.split(word):
            if len(way) == size and readings.stands_in(way, name[:size]):
                return True
            if len(way) == len(name) - size and readings.stands_in(way, name[size:]):
                return True
    known = reference.glossary.names.get(name, "")
    return bool(words & {part.lower() for part in (*known.split(), *reference.dictionary.proper(name))})


def _out_of_order(pair: Pair, people: list[Person], readings: Readings) -> Iterator[Finding]:
    """Yield a warning where two people whose offices stand beside them have changed places."""
    from publisher.translation.checks.giving import exchanged
    from publisher.translation.checks.offices import beside

    placed = []
    spans = []
    for person in people:
        found = next(((p, len(way)) for way in person.ways for p in readings.places(way, pair.chinese)), None)
        if found is not None:
            placed.append((person, found[0]))
            spans.append(((found[0], sum(found)), person.span))
    for giver, taker in exchanged(pair.chinese, pair.english, spans):
        yield pair.finding(
            "names",
            Level.ERROR,
            f"{placed[giver][0].text} gives and {placed[taker][0].text} takes in the Chinese, the other way in the English",
            chinese=(spans[giver][0], spans[taker][0]),
            english=(spans[giver][1], spans[taker][1]),
        )
    for n, (one, here) in enumerate(placed):
        for other, there in placed[n + 1 :]:
            length = max(len(w) for w in one.ways), max(len(w) for w in other.ways)
            mine = beside(pair.chinese, (here, here + min(length[0], 4)), pair.english, one.span)
            theirs = beside(pair.chinese, (there, there + min(length[1], 4)), pair.english, other.span)
            crossed = beside(pair.chinese, (here, here + min(length[0], 4)), pair.english, other.span)
            crossed_back = beside(pair.chinese, (there, there + min(length[1], 4)), pair.english, one.span)
            if crossed and crossed_back and not mine and not theirs:
                yield pair.finding(
                    "names",
                    Level.ERROR,
                    f"{one.text} and {other.text} have each other’s office in the English",
                    english=(one.span, other.span),
                )
            elif here > there and one.text != other.text and not (mine or theirs):
                yield pair.finding(
                    "names",
                    Level.WARNING,
                    f"{one.text} and {other.text} come in the other order in the Chinese",
                    english=(one.span, other.span),
                )


def _surname_alone(pair: Pair, people: list[Person], reference: Reference) -> Iterator[Finding]:
    """Yield an error where a surname by itself is nobody’s, and the person of the Chinese is missing."""
    readings = reference.readings
    taken = [p.span for p in people]
    missing: list[tuple[str, Span]] | None = None
    words = {found[0].lower(): found for found in _CAPITAL.finditer(pair.english)}
    for word, found in islice(words.items(), _MOST):
        if word in _SURNAMES_THAT_ARE_WORDS and not re.match(
            r" (?:said|says|added|told|noted)\b", pair.english[found.end() :]
        ):
            continue
        if word not in readings.surnames or any(a <= found.start() < b for a, b in taken):
            continue
        if any(readings.stands_in(way, pair.chinese) for way in readings.split(word)):
            continue
        if missing is None:
            missing = list(islice(_missing(pair, reference), _MOST))
        for name, span in missing:
            if not any(way[0] in readings.of(name[0]) for way in readings.split(word)):
                yield pair.finding(
                    "names",
                    Level.ERROR,
                    f"{found[0]} stands in the English where the Chinese has {name}",
                    chinese=(span,),
                    english=(found.span(),),
                )
                break
