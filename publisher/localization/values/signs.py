"""The side of zero or of the equator that a figure lies on: 零下25摄氏度, -1.2亿元, 北纬30.5度."""

import re
from collections.abc import Sequence

from publisher.localization.values.atoms import Atom
from publisher.localization.values.model import Kind, Mismatch

_DEGREES = frozenset({"°C", "°F", "deg"})
_SIGNED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS})

# a dash within a range or a name is no sign: 5%-10%, 歼-20
_MINUS_CHINESE = re.compile(
    r"(?:零下|(?<![胜抱担自肩欺])负)(?:约|近|逾)?$|(?:^|[\s,，。、；：:（(“\"~至到为达约是于在率值额温]) ?[-−–]$"
)
_MINUS_ENGLISH = re.compile(
    r"(?:\b(?:minus|negative|sub-?zero)(?: about| around| nearly)? ?|(?:^|[\s(:“\"])[-−–])(?:(?:US|HK|NT)?[$€£¥])?$",
    re.IGNORECASE,
)
_BELOW_ENGLISH = re.compile(
    r"(?: degrees?)?(?: ?(?:Celsius|Fahrenheit|centigrade|[CF]))? below (?:zero|freezing)"
)

# what else says that it is below zero, of a temperature and of an amount
_COLD = re.compile(
    r"零下|负|冰点|(?<![\w])[-−–] ?\d|\b(?:minus|negative|below|sub-?zero|freez\w+)\b", re.IGNORECASE
)
_LOSS = re.compile(
    r"[负亏损降减跌滑缩退缺欠]|流出|赤字|逆差|低于|少于|下[调行挫]|回落|收窄|[-−–] ?[$€£¥]?\d"
    r"|\b(?:minus|negative|below|loss\w*|los[et]|lost|losing|deficit\w*|outflow\w*|down\w*|f[ae]ll\w*|declin\w+|decreas\w+|drop\w*"
    r"|shr[aiu]nk\w*|contract\w*|reduc\w+|cut\w*|lower\w*|slip\w*|slid\w*|shed|less|short\w*|red|writ\w+|impair\w+|ow\w+"
    r"|plung\w+|tumbl\w+|retreat\w*|eas\w+|narrow\w*|weak\w*|dip\w*|slump\w*|sank|sink\w*)\b",
    re.IGNORECASE,
)

_HEMISPHERE_CHINESE = re.compile(r"(?P<side>[北南])纬(?:约)?$|(?P<side2>[东西])经(?:约)?$")
_HEMISPHERE_ENGLISH = re.compile(
    r"(?:[ °]?degrees?|°)?(?: ?\d+(?:\.\d+)? ?(?:minutes?|['′]))?[ -]?(?:(?P<side>north|south|east|west)(?![a-z])|(?P<letter>[NSEW])(?![A-Za-z]))"
)
_SIDES = {"北": "N", "南": "S", "东": "E", "西": "W"}
_ACROSS = frozenset({frozenset("NS"), frozenset("EW")})


def turned_over(here: Sequence[Atom], source: str, target: str, chinese: tuple[bool, bool]) -> list[Mismatch]:
    """Return the figures of ``here`` whose answer lies on the other side, with no word that says so.

    ``chinese`` tells which of ``source`` and ``target`` is.
    """
    found = []
    for a in here:
        b = a.answer
        if b is None or a.last or b.last or "number" not in (a.family, b.family):
            continue
        degrees = not _DEGREES.isdisjoint(a.units) or not _DEGREES.isdisjoint(b.units)
        if not degrees and not (a.value.kind in _SIGNED and b.value.kind in _SIGNED):
            continue
        minus = _is_minus(source, a, chinese[0])
        if minus != _is_minus(target, b, chinese[1]):
            if (_COLD if degrees else _LOSS).search(target if minus else source) is None:
                message = f"the sign changed: {a.value.text} is {b.value.text} in the translation"
                found.append(Mismatch(a.value.kind, a.value, b.value, message))
        elif degrees:
            sides = {_hemisphere(source, a, chinese[0]), _hemisphere(target, b, chinese[1])}
            if frozenset(sides) in _ACROSS:
                message = f"the hemisphere changed: {a.value.text} is {b.value.text} in the translation"
                found.append(Mismatch(a.value.kind, a.value, b.value, message))
    return found


def _is_minus(text: str, atom: Atom, chinese: bool) -> bool:
    before = text[max(0, atom.value.start - 20) : atom.value.start]
    if chinese:
        return _MINUS_CHINESE.search(before) is not None
    return _MINUS_ENGLISH.search(before) is not None or _BELOW_ENGLISH.match(text, atom.value.end) is not None


def _hemisphere(text: str, atom: Atom, chinese: bool) -> str:
    value = atom.value
    if chinese:
        match = _HEMISPHERE_CHINESE.search(text, max(0, value.start - 4), value.start)
        return _SIDES[match["side"] or match["side2"]] if match else ""
    match = _HEMISPHERE_ENGLISH.match(text, value.end)
    return (match["letter"] or match["side"][0].upper()) if match else ""
