"""Catch what small models do: loops, silence, copies, the wrong script, runaway length, a lost value."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from publisher.contracts import Engine
from publisher.errors import TranslationError
from publisher.translation.folding import fold, has_han
from publisher.translation.protect import VALUES, Masked, cut


class Fault(StrEnum):
    """What is wrong with a translation, in words that end the sentence “the engine's text …”."""

    EMPTY = "is empty"
    COPIED = "is the source again"
    SCRIPT = "is in the wrong script"
    REPEATED = "repeats itself"
    LONG = "is far longer than the source"
    SHORT = "is far shorter than the source"
    LOST = "lost a figure, a name or a term"


class Guarded(msgspec.Struct, frozen=True):
    """What an engine made of a masked text, codes still in it, or None if it made nothing of use.

    ``fault`` is what was wrong with the first answer, None if nothing was;
    with a text, the second try (``retried``), clause by clause, mended it.
    """

    text: str | None
    fault: Fault | None = None
    retried: bool = False


# the size of a translation by that of the source, counted in words and Han: wider than any that news has
_MOST = {"zh": 2.0, "en": 5.0}  # by language of the source
_LEAST = {"zh": 0.15, "en": 0.4}
_SLACK = 8
_LOOP = 3  # times the same words in a row
_LONGEST_LOOP = 24  # words in a loop
_STUTTER = 4  # times the same word in a row
_NAME_WORDS = 3  # a name alone may stay as it is
_OFTEN = 4  # times the same phrase anywhere
_PHRASE = {True: 8, False: 4}  # its length in Han, and in words

_HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_UNIT = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+(?:[’'.,-][^\W{_HAN}]+)*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]+")
_CLAUSE_END = re.compile(rf"[，；：]|[,;:](?=\s)|(?<=[{_HAN}])[,;:](?=[{_HAN}])")
_END = re.compile(r"[\s.。,，;；:：、]+$")
_MARKS = {
    "zh": {",": "，", ";": "；", ":": "："},
    "en": {"，": ",", "；": ";", "：": ":"},
}
# words that are written small inside a sentence: any other may be a name
_SMALL = re.compile(
    r"(?:The|An?|This|That|These|Those|There|It|He|She|They|We|In|On|At|By|For|From|With|To|Of|And|But|Or|So|As"
    r"|After|Before|When|While|Where|Which|Who|Its|Their|His|Her|Our|Some|More|Many|All|Also|Up)\b"
)


def guarded(engine: Engine, texts: Sequence[Masked], source: str, target: str) -> tuple[Guarded, ...]:
    """Return what ``engine`` makes of each of ``texts``, checked; what is faulty is tried again by clauses.

    All texts go in one call, all clauses of all faulty ones in a second; the
    same text is asked for once. Raises TranslationError if the engine does.
    """
    first = _ask(engine, [t.text for t in texts], source, target)
    faults = [find_fault(t, made, source, target) for t, made in zip(texts, first, strict=True)]
    plans = {n: _clauses(texts[n]) for n, fault in enumerate(faults) if fault is not None}
    plans = {n: plan for n, plan in plans.items() if len(plan) > 1}
    second = iter(_ask(engine, [c.text for plan in plans.values() for c, _ in plan], source, target))
    out: list[Guarded] = []
    for n, (text, made, fault) in enumerate(zip(texts, first, faults, strict=True)):
        if fault is None:
            out.append(Guarded(made))
        elif n not in plans:
            out.append(Guarded(None, fault))
        else:
            parts = [(clause, end, next(second)) for clause, end in plans[n]]
            sound = all(find_fault(clause, part, source, target) is None for clause, _, part in parts)
            joined = _join([(end, part) for _, end, part in parts], target)
            sound = sound and find_fault(text, joined, source, target) is None
            out.append(Guarded(joined if sound else None, fault, retried=True))
    return tuple(out)


def _ask(engine: Engine, texts: list[str], source: str, target: str) -> list[str]:
    wanted = list(dict.fromkeys(texts))
    if not wanted:
        return []
    made = engine.translate(wanted, source, target)
    if len(made) != len(wanted):
        raise TranslationError(
            f"the engine {engine.name} returned {len(made)} texts for {len(wanted)}",
            hint="choose another engine (--engine), or report this to its author",
        )
    found = dict(zip(wanted, (text.strip() for text in made), strict=True))
    return [found[text] for text in texts]


def find_fault(text: Masked, made: str, source: str, target: str) -> Fault | None:
    """Return the first fault of ``made``, a translation of ``text``, or None; languages are BCP 47 tags."""
    before, after = _units(text.text), _units(made)
    if not before:
        return None
    if not after:
        return Fault.EMPTY
    said, words = _bare(text.text, text), _bare(made, text)
    has_words = any(char.isalpha() for char in said)
    if has_words and fold(said) == fold(words):
        return Fault.COPIED
    if has_words and _is_wrong_script(words, said, target):
        return Fault.SCRIPT
    if _repeats(after, before):
        return Fault.REPEATED
    size = len(before)
    primary = source.lower().partition("-")[0]
    if len(after) > _MOST.get(primary, 5.0) * size + _SLACK:
        return Fault.LONG
    if len(after) < _LEAST.get(primary, 0.15) * (size - _SLACK):
        return Fault.SHORT
    _, lost, _ = cut(made, text)
    return Fault.LOST if any(slot.kind in VALUES for slot in lost) else None


def _units(text: str) -> list[str]:
    """Return the words and the Han of ``text``."""
    return [unit.lower() for unit in _UNIT.findall(text)]


def _bare(text: str, masked: Masked) -> str:
    """Return ``text`` without what stands in in it."""
    pieces, _, _ = cut(text, masked)
    return " ".join(piece.text for piece in pieces if piece.slot is None)


def _is_wrong_script(words: str, source: str, target: str) -> bool:
    """Tell whether much of ``words`` is not in the script of ``target``; names and acronyms may be."""
    han = sum(map(has_han, words))
    kept = set(_LATIN.findall(source))
    all_latin = _LATIN.findall(words)
    latin = len([word for word in all_latin if word not in kept or word.islower()])
    if target.lower().startswith("zh"):
        if not han and len(all_latin) > _NAME_WORDS:
            return True
        return latin > 0 and latin * 2 > han
    return han > 0 and han * 10 > latin


def _repeats(made: Sequence[str], source: Sequence[str]) -> bool:
    """Tell whether ``made`` says the same over and over, and more so than the source."""
    if _stutter(made) > max(_STUTTER, _stutter(source)):
        return True
    if _loop(made) > max(_LOOP - 1, _loop(source)):
        return True
    return _often(made) > max(_OFTEN - 1, 2 * _often(source))


def _stutter(units: Sequence[str]) -> int:
    """Return how often one word, not a figure, stands in a row at most."""
    longest = run = 0
    for n, unit in enumerate(units):
        run = run + 1 if n and unit == units[n - 1] else 1
        if not unit.isdigit():
            longest = max(longest, run)
    return longest


def _loop(units: Sequence[str]) -> int:
    """Return how often the same two words or more stand in a row at most."""
    most = 1
    for size in range(2, min(_LONGEST_LOOP, len(units) // 2) + 1):
        same = 0  # units that are the same as those ``size`` before
        for n in range(size, len(units)):
            same = same + 1 if units[n] == units[n - size] else 0
            if same >= size and len(set(units[n - size + 1 : n + 1])) > 1:
                most = max(most, same // size + 1)
    return most


def _often(units: Sequence[str]) -> int:
    """Return how often the most frequent phrase of a few words stands."""
    size = _PHRASE[sum(map(has_han, units)) * 2 > len(units)]
    phrases = Counter(zip(*(units[n:] for n in range(size)), strict=False))
    return max(phrases.values(), default=0)


def _clauses(text: Masked) -> list[tuple[Masked, str]]:
    """Return the clauses of ``text`` and the mark after each; a clause of one word goes with the next."""
    tokens = [(slot.start, slot.start + len(slot.token)) for slot in text.slots]
    ends = [m for m in _CLAUSE_END.finditer(text.text) if not any(a < m.start() < b for a, b in tokens)]
    return list(_cut_at(text, ends))


def _cut_at(text: Masked, ends: Sequence[re.Match[str]]) -> Iterator[tuple[Masked, str]]:
    start = 0
    for end in ends:
        clause = text.part(start, end.start())
        if len(_units(clause.text)) > 1:
            yield clause, end.group()
            start = end.end()
            while text.text[start : start + 1].isspace():
                start += 1
    if _units(text.text[start:]):
        yield text.part(start, len(text.text)), ""


def _join(parts: Sequence[tuple[str, str]], target: str) -> str:
    """Return translated clauses as one sentence, with the marks of the source in the target's form."""
    chinese = target.lower().startswith("zh")
    marks = _MARKS["zh" if chinese else "en"]
    out = ""
    for n, (end, part) in enumerate(parts):
        words = part
        if n < len(parts) - 1:
            words = _END.sub("", words) + marks.get(end, end)
        if n and not chinese and _SMALL.match(words):
            words = words[0].lower() + words[1:]
        out += words if chinese or not n else f" {words}"
    return out
