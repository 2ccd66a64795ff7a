"""Find the entries of a glossary in a text: whole words only, as much of the text as terms can cover."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from publisher.translation.folding import narrow
from publisher.translation.glossary.entries import Entry, primary, to_simplified
from publisher.translation.glossary.words import Word, stems, together, words

_BEFORE = frozenset("副原前代正老新总各本该全省市县区州镇乡局厅院部处委系所会")
"""Single characters that may stand before a term although a dictionary joins the two: 副局长, 局局长."""

_AFTER = frozenset("们省市县区州镇乡村盟旗")
"""Those that may stand behind one: 同志们, 北京市."""

_SIMPLE = str.maketrans("“”‘’「」『』", "\"\"''\"\"''")


class Hit(msgspec.Struct, frozen=True):
    """A term that stands in a text, from ``start`` to ``end`` in characters.

    ``others`` are further entries with the same spelling, as where an English
    word stands for several Chinese ones.
    """

    entry: Entry
    start: int
    end: int
    others: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that the term may be."""
        return (self.entry, *self.others)


class Matcher:
    """The terms of one language, ready to be looked for."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self._chinese = primary(language) == "zh"
        forms = [(form, entry) for entry in entries for form in entry.forms(language)]
        keys: Iterable[Any]
        if self._chinese and forms:
            # one call for all: converting to Simplified a term at a time takes longer than the rest
            keys = to_simplified(comparable("\n".join(" ".join(form.split()) for form, _ in forms))).split(
                "\n"
            )
        else:
            keys = [stems(form) for form, _ in forms]
        self._entries: dict[Any, list[tuple[str, Entry]]] = {}
        lengths: dict[str, set[int]] = {}
        self._sought: set[Any] = set()
        for key, (form, entry) in zip(keys, forms, strict=True):
            if not key:
                continue
            self._entries.setdefault(key, []).append((form, entry))
            if form in entry.sought(language):
                self._sought.add(key)
                lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()}

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return the terms in ``text``, in order, none over another."""
        return self._han(text) if self._chinese else self._latin(text)

    def _han(self, text: str) -> tuple[Hit, ...]:
        simple = simplified(text)
        found = self._candidates(simple)
        if not found:
            return ()
        whole = _Boundaries(simple, found)
        sound = {
            at: [end for end in ends if whole.holds(at, end) or self._is_own_name(simple[at:end])]
            for at, ends in found.items()
        }
        return tuple(
            _hit(self._entries[simple[start:end]], start, end) for start, end in _cover(sound, len(simple))
        )

    def _is_own_name(self, key: str) -> bool:
        """Tell whether ``key`` is a person of the user's: no dictionary knows where a name ends."""
        return len(key) > 2 and any(e.type == "person" and not e.builtin for _, e in self._entries[key])

    def _latin(self, text: str) -> tuple[Hit, ...]:
        run = words(text)
        units = tuple(word.stem for word in run)
        known: dict[tuple[int, int], list[tuple[str, Entry]]] = {}
        sound: dict[int, list[int]] = {}
        for at, ends in self._candidates(units).items():
            for end in ends:
                part = run[at:end]
                named = [
                    f
                    for f in self._entries[units[at:end]]
                    if spells(f[0], part) and together(text, part, f[0])
                ]
                if named:
                    known[at, end] = named
                    sound.setdefault(at, []).append(end)
        return tuple(
            _hit(known[start, end], run[start].start, run[end - 1].end)
            for start, end in _cover(sound, len(units))
        )

    def _candidates(self, units: Sequence[str]) -> dict[int, list[int]]:
        """Return for each place where a term may begin the places where it ends, the farthest first."""
        found: dict[int, list[int]] = {}
        for at, first in enumerate(units):
            for length in self._lengths.get(first, ()):
                if units[at : at + length] in self._sought and at + length <= len(units):
                    found.setdefault(at, []).append(at + length)
        return found


def comparable(text: str) -> str:
    """Return ``text`` in common widths and one shape of quotes, every character in its place."""
    return narrow(text).translate(_SIMPLE)


def simplified(text: str) -> str:
    """Return ``text`` as ``comparable`` has it, in Simplified characters, every character in its place."""
    plain = comparable(text)
    simple = to_simplified(plain)
    if len(simple) == len(plain):
        return simple
    return "".join(one if len(one := to_simplified(char)) == 1 else char for char in plain)


def spells(form: str, run: Sequence[Word]) -> bool:
    """Tell whether ``run`` may be ``form``: WHO is not who."""
    parts = form.replace("-", " ").split()
    if len(parts) != len(run):
        return True
    return not any(
        p.isupper() and len(p) > 1 and not w.text[:2].isupper() for p, w in zip(parts, run, strict=True)
    )


def _hit(named: list[tuple[str, Entry]], start: int, end: int) -> Hit:
    # the preferred spelling goes before an alternative; a user's entry before one of the built-in ones
    ranked = sorted(named, key=lambda one: (one[1].builtin, one[0] not in (one[1].source, one[1].target)))
    entries = tuple(dict.fromkeys(entry for _, entry in ranked))
    return Hit(entries[0], start, end, entries[1:])


def _cover(found: dict[int, list[int]], length: int) -> list[tuple[int, int]]:
    """Return the spans that cover most, the longer of two first: 省委书记 rather than 河北省 and 书记."""
    best = [(0, 0)] * (length + 1)  # characters covered, minus the number of spans
    chosen = [0] * (length + 1)
    for at in range(length - 1, -1, -1):
        best[at] = best[at + 1]
        for end in found.get(at, ()):
            covered, fewer = best[end]
            value = (covered + end - at, fewer - 1)
            if value > best[at] or (value == best[at] and end > chosen[at]):
                best[at], chosen[at] = value, end
    spans: list[tuple[int, int]] = []
    at = 0
    while at < length:
        if chosen[at]:
            spans.append((at, chosen[at]))
        at = chosen[at] or at + 1
    return spans


class _Boundaries:
    """Where words begin and end in a Chinese text, by the dictionary of a segmenter."""

    def __init__(self, text: str, found: dict[int, list[int]]) -> None:
        import rjieba  # loads its dictionary: only a text with candidates pays for it

        self._text = text
        self._is_word: Callable[[str], bool] = rjieba.has_word
        self._starts = found.keys()
        self._ends = {end for ends in found.values() for end in ends}
        self._around = [(0, 0)] * (len(text) + 1)  # the word that a place is inside of
        # without new words guessed: a guess that joins a name with what follows would hide the term
        at = 0
        for word in rjieba.cut(text, False):
            for place in range(at, at + len(word)):
                self._around[place] = (at, at + len(word))
            at += len(word)
        self._around[len(text)] = (len(text), len(text))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a term from ``start`` to ``end`` leaves no torn word at either side.

        What it leaves of a word must be empty, a word itself, an affix, or
        another term: 局长 in 公安局长, but not 主任 in 公主任性.
        """
        before = self._text[self._around[start][0] : start]
        after = self._text[end : self._around[end][1]] if self._around[end][0] < end else ""
        left = not before or before in _BEFORE or start in self._ends or self._is_whole(before)
        right = not after or after in _AFTER or end in self._starts or self._is_whole(after)
        return left and right

    def _is_whole(self, piece: str) -> bool:
        return len(piece) > 1 and self._is_word(piece)
