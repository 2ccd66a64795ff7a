"""Two figures that changed places: proven by what they count, by their part in the sentence, or by a plain list."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from publisher.localization.values.atoms import Atom
from publisher.localization.values.model import Bound, Kind, Mismatch

# what is counted: Chinese behind the figure | English behind it
_COUNTED = """
company|企业 公司 厂商|companies company firms firm enterprises enterprise businesses
school|学校 中小学 高校 院校 大学 中学 小学|schools school universities colleges
student|学生 考生 学员 毕业生|students student pupils graduates candidates
teacher|教师 老师|teachers teacher
worker|工人 员工 职工 工作人员|workers worker employees employee staff
volunteer|志愿者|volunteers volunteer
official|官员 干部|officials official
doctor|医生 医师 医护人员|doctors doctor
project|项目 工程|projects project
country|国家 国|countries country nations nation
city|城市|cities city
province|省份 省|provinces province
county|县|counties county
village|村庄 村|villages village
household|户|households household families family
hospital|医院|hospitals hospital
museum|博物馆|museums museum
bank|银行|banks bank
vehicle|车 辆|vehicles vehicle cars
ship|艘 船|ships ship vessels vessel
aircraft|飞机 架|aircraft planes plane jets
train|列车 列|trains train
flight|航班|flights flight
home|房屋|homes houses buildings
measure|措施|measures
case|病例|cases case
death|死亡病例|deaths death
point|分|points
rebound|篮板|rebounds rebound
assist|助攻|assists assist
gold|金|golds gold
silver|银|silvers silver
bronze|铜|bronzes bronze
shot|枪|shots shot
woman|女性 妇女|women woman
man|男性|men man
child|儿童 孩子|children child kids
killed|死亡 遇难 丧生 罹难|killed dead deaths died
injured|受伤 伤|injured wounded hurt
missing|失联 失踪|missing unaccounted
"""
# what happened to so many: it stands before the figure too
_BEFORE_CHINESE = re.compile(r"(?P<killed>死亡)(?:人数)?[为达]?$|(?P<injured>受伤)(?:人数)?[为达]?$")
_BEFORE_ENGLISH = re.compile(
    r"\b(?:(?P<killed>kill(?:ing|ed))|(?P<injured>(?:injur|wound)(?:ing|ed)))(?: (?:at least|about|around|more than|over|some|nearly|another))?$"
)
_MEASURE_WORDS = "个家所名位项座条件份支枚户辆艘架列间只宗例起场粒"
# the part a figure has in a change: where it began, where it ended, by how much it changed
_ROLES_CHINESE = re.compile(
    r"(?:(?P<base>[由从])|(?P<end>(?:[升降增减跌涨落]|提高|提升|增长|增加|上升|上涨|下降|下跌|减少|缩短|扩大)(?:[到至]了?)|收于|收报)"
    r"|(?P<change>(?:增长|下降|上涨|下跌|上升|下滑|上调|下调|回落|大涨|大跌|劲升|同比增|[升跌涨降])了?))(?:约|近|逾|超过|不足|人民币)?$"
)
_ROLES_ENGLISH = re.compile(
    r"\b(?:(?P<base>from)|(?P<end>(?:ris|fall|grow|increas|dropp|jump|climb|declin|decreas|reduc|rais|lift|narrow|widen|improv|soar|surg)\w* to|(?:rose|rise|fell|fall|grew|grow|drop|cut|up|down|settle|settled|close|closed|percent|%) (?:to|at)|from [^,.;]{1,30} to)|(?P<change>by|up|down|rose|fell|gained|dropped|lost|added|slipped|grew|jumped|increased|decreased|declined|climbed|shed|expand(?:ed)?|grow|rise|fall|increase|decrease))"
    r"(?: (?:about|around|nearly|over|almost|less than|more than))?(?: (?:US|HK|NT)?[$€£])?$"
)
_BASE_CHINESE = re.compile(r"(?P<base>由(?!于|此)|从(?!事|此|业|而)|较(?![大多高好为小低])|比(?![赛例重分亚如利较])|高于|低于|多于|少于|好于|相比)(?:[^，。；：\d一二三四五六七八九十百]|\d{1,4}[年月](?:份|同期)?){0,16}$")
_BASE_ENGLISH = re.compile(r"\b(?P<base>from|compared (?:with|to)|(?<!more )(?<!less )(?<!fewer )than|versus)\b[^,.;:\d]{0,30}$")
_PLACES = re.compile(r" (?:\w+ )?(?:countries|provinces|cities|regions|nations|places|counties|villages|people|schools|universities|games|matches)")
_LIST = re.compile(r"(?:、|,|，|和|与|及|以及|and|or|或| |还有|, and)+")
_SPAN = 28  # characters of a text that may say what a figure counts
_WON_CHINESE = re.compile(r"胜|击败|战胜|横扫|力克|逆转|淘汰|夺冠")
_LOST_CHINESE = re.compile(r"负|告负|输|不敌|落后|惨败|失利|败给|败北|落败")
_WON_ENGLISH = re.compile(r"\b(?:w[io]n(?:s|ning)?|beat(?:s|ing|en)?|defeat(?:ed|ing)|thrash|swe[ep]pt|victory|sweep|edged?|downed)", re.I)
_LOST_ENGLISH = re.compile(r"\b(?:los[est]|lost|losing|defeat (?:to|by)|beaten|fell|behind|trail|down)\b", re.I)


def swapped(
    here: Sequence[Atom], there: Sequence[Atom], source: str, target: str, chinese: tuple[bool, bool]
) -> list[Mismatch]:
    """Return the figures of ``here`` that stand in each other's place in ``there``, both already matched.

    ``chinese`` tells which of ``source`` and ``target`` is.
    """
    pairs = [
        (a, a.answer)
        for a in here
        if a.answer is not None and not a.last and not a.answer.last and Kind.NAME not in (a.value.kind, a.answer.value.kind)
    ]  # fmt: skip
    found: dict[int, Mismatch] = {}
    seen = _distinct(pairs)
    for label in (_counted, _role, _age):
        _exchanged(seen, lambda n, a, label=label: label((source, target)[n], a, chinese[n]), found)  # type: ignore[misc]
    _lists(seen, source, target, found)
    _turns(seen, found)
    if len(scores := [p for p in pairs if p[0].family == "score"]) == 1:
        _score(*scores[0], source, target, chinese, found)
    return list(found.values())


def _distinct(pairs: Sequence[tuple[Atom, Atom]]) -> list[tuple[Atom, Atom]]:
    """Leave out what is stated twice, and so may have been matched either way."""
    count: dict[object, int] = {}
    for a, b in pairs:
        for atom in (a, b):
            key = (atom is a, atom.stated.unit in ("year", "month-of-year", "day"), atom.plain)
            count[key] = count.get(key, 0) + 1
    return [
        (a, b)
        for a, b in pairs
        if a.plain is not None
        and all(
            count[(x is a, x.stated.unit in ("year", "month-of-year", "day"), x.plain)] == 1 for x in (a, b)
        )
    ]


def _exchanged(
    pairs: Sequence[tuple[Atom, Atom]], label: Callable[[int, Atom], str], found: dict[int, Mismatch]
) -> None:
    """Report pairs of which the one's label is the other's in the translation."""
    open_: dict[tuple[str, str, str], tuple[Atom, Atom]] = {}
    once: tuple[dict[tuple[str, str], list[int]], ...] = ({}, {})
    for n, (a, b) in enumerate(pairs):
        mine, theirs = label(0, a), label(1, b)
        for side, said, atom in ((0, mine, a), (1, theirs, b)):
            once[side].setdefault((atom.stated.unit, said), []).append(n)
        if not mine or not theirs or mine == theirs:
            continue
        other = open_.get((a.stated.unit, theirs, mine))
        if other is None and {mine, theirs} == {"base", "end"}:
            other = _contrary(n, mine, theirs, pairs, label)
        if other is not None:
            _report(other, (a, b), found)
        open_[(a.stated.unit, mine, theirs)] = (a, b)
    for part in ("base", "end"):
        for unit in {u for u, said in once[0] if said == part}:
            mine, theirs = once[0][unit, part], once[1].get((unit, part), [])
            among = [p for p in pairs if unit in (p[0].stated.unit, p[1].stated.unit)]
            if len(mine) == len(theirs) == 1 and mine != theirs and len(among) == 2:
                a, b = pairs[mine[0]], pairs[theirs[0]]
                if not label(1, a[1]) and not label(0, b[0]):
                    _report(a, b, found)
    for key, rows in once[0].items():
        others = once[1].get(key, [])
        # one figure of companies in each text, and not the same one
        if key[1] and key[1] in _categories(chinese=True).values() and len(rows) == len(others) == 1 and rows != others:
            _report(pairs[rows[0]], pairs[others[0]], found)


def _contrary(
    n: int, mine: str, theirs: str, pairs: Sequence[tuple[Atom, Atom]], label: Callable[[int, Atom], str]
) -> tuple[Atom, Atom] | None:
    """Return the neighbour of the pair ``n`` that is the other end of its change, as far as either text tells."""
    for near in (n - 1, n + 1):
        if 0 <= near < len(pairs) and pairs[near][0].stated.unit == pairs[n][0].stated.unit:
            said = (label(0, pairs[near][0]), label(1, pairs[near][1]))
            if said in ((theirs, ""), ("", mine)):
                return pairs[near]
    return None


def _report(one: tuple[Atom, Atom], other: tuple[Atom, Atom], found: dict[int, Mismatch]) -> None:
    a, b = one
    message = f"changed places: {a.value.text} and {other[0].value.text}"
    found.setdefault(id(a.value), Mismatch(a.value.kind, a.value, b.value, message))


def _counted(text: str, atom: Atom, chinese: bool) -> str:
    """Return what the figure counts, or ""."""
    if atom.family != "number" or atom.value.unit:
        return ""
    value = atom.value
    before = (_BEFORE_CHINESE if chinese else _BEFORE_ENGLISH).search(text[max(0, value.start - _SPAN) : value.start].rstrip())
    if before is not None:
        return before.lastgroup or ""
    match = _nouns(chinese).match(text[value.end : value.end + _SPAN])
    if match is None:
        return ""
    return _categories(chinese)[match["noun"].lower()]


@cache
def _categories(chinese: bool) -> dict[str, str]:
    rows = [line.split("|") for line in _COUNTED.strip().splitlines()]
    return {noun: row[0] for row in rows for noun in row[1 if chinese else 2].split()}


@cache
def _nouns(chinese: bool) -> re.Pattern[str]:
    nouns = "|".join(sorted(_categories(chinese), key=len, reverse=True))
    if chinese:
        return re.compile(rf"(?:多|余)?(?:[{_MEASURE_WORDS}]|人(?=[死遇丧罹受伤失]))?[^，。；、：\d（）()的和与及]{{0,6}}?(?P<noun>{nouns})")
    return re.compile(rf"[ -](?:(?!and\b|in\b|from\b|of\b|at\b|for\b|with\b|to\b)[A-Za-z'-]+ ){{0,4}}?(?P<noun>{nouns})(?![A-Za-z])", re.I)


def _role(text: str, atom: Atom, chinese: bool) -> str:
    """Return whether the figure is the start, the end or the amount of a change, or ""."""
    if atom.family != "number":
        return ""
    start = atom.value.start
    before = text[max(0, start - 2 * _SPAN) : start].rstrip()
    match = (_ROLES_CHINESE if chinese else _ROLES_ENGLISH).search(before)
    if match is None:
        match = (_BASE_CHINESE if chinese else _BASE_ENGLISH).search(before)
        if match is None or _PLACES.match(text, atom.value.end):
            return ""
    return match.lastgroup or ""


def _age(text: str, atom: Atom, chinese: bool) -> str:
    """Return whether the figure is an age or a span of years, or ""."""
    value = atom.value
    if atom.family != "number" or value.bound is Bound.SOME:
        return ""
    if chinese:
        return "age" if value.text.rstrip("以上下").endswith("岁") else "span" if value.text.endswith("年") else ""
    if re.search(r"year-old|years old|years of age", value.text) or re.search(
        r"\baged? $|(?<=[a-z]), $", text[max(0, value.start - 6) : value.start]
    ):
        return "" if value.unit not in ("", "year") else "age"
    return "span" if value.unit == "year" else ""


def _lists(pairs: Sequence[tuple[Atom, Atom]], source: str, target: str, found: dict[int, Mismatch]) -> None:
    """Report figures of a bare list (5%, 6% and 7%) that stand in another order."""
    theirs = _runs([b for _, b in pairs], target)
    answers = {id(a): b for a, b in pairs}
    for run in _runs([a for a, _ in pairs], source):
        order = [answers[id(a)] for a in run]
        for other in theirs:
            if {id(b) for b in order} == {id(b) for b in other} and [id(b) for b in order] != [id(b) for b in other]:
                wrong = [n for n, b in enumerate(order) if b is not other[n]]
                first, last = run[wrong[0]], run[wrong[-1]]
                _report((first, answers[id(first)]), (last, answers[id(last)]), found)


def _runs(atoms: Sequence[Atom], text: str) -> list[list[Atom]]:
    runs: list[list[Atom]] = []
    ordered = sorted(atoms, key=lambda a: a.value.start)
    for n, atom in enumerate(ordered):
        before = ordered[n - 1] if n else None
        if (
            before is not None
            and before.stated.unit == atom.stated.unit
            and atom.family == "number"
            and _LIST.fullmatch(text, before.value.end, max(before.value.end, atom.value.start))
        ):
            runs[-1].append(atom)
        else:
            runs.append([atom])
    return [run for run in runs if len(run) > 1]


def _turns(pairs: Sequence[tuple[Atom, Atom]], found: dict[int, Mismatch]) -> None:
    """Report two figures whose partners (100亿元, 8%; 20亿元, 5%) kept their places while they changed theirs."""
    kinds: dict[str, list[tuple[Atom, Atom]]] = {}
    for pair in pairs:
        if pair[0].stated.unit == pair[1].stated.unit:
            kinds.setdefault(pair[0].stated.unit, []).append(pair)
    twos = [rows for rows in kinds.values() if len(rows) == 2]
    for n, one in enumerate(twos):
        for other in twos[n + 1 :]:
            both = [*one, *other]
            orders = []
            for side in (0, 1):
                ordered = sorted(both, key=lambda p, side=side: p[side].value.start)  # type: ignore[misc]
                marks = [p in one for p in ordered]
                if marks[0] == marks[1] or marks[1] == marks[2] or marks[2] == marks[3]:
                    break
                orders.append([[p for p in ordered if p in rows][0] is rows[0] for rows in (one, other)])
            if len(orders) == 2 and (orders[0][0] == orders[0][1]) != (orders[1][0] == orders[1][1]):
                swapped_pair = one if orders[0][0] != orders[1][0] else other
                _report(swapped_pair[0], swapped_pair[1], found)


def _score(
    a: Atom, b: Atom, source: str, target: str, chinese: tuple[bool, bool], found: dict[int, Mismatch]
) -> None:
    """Report a score turned round where both texts tell it of the winner."""
    sides = []
    for atom, text, han in ((a, source, chinese[0]), (b, target, chinese[1])):
        won, lost = (_WON_CHINESE, _LOST_CHINESE) if han else (_WON_ENGLISH, _LOST_ENGLISH)
        around = text[max(0, atom.value.start - _SPAN) : atom.value.end + (10 if han else _SPAN)]
        if not won.search(around) or lost.search(around) or atom.value.end_plain is None:
            return
        assert atom.value.plain is not None  # a score is two figures
        sides.append(atom.value.plain > atom.value.end_plain)
    if sides[0] != sides[1]:
        message = f"turned round: {a.value.text} is {b.value.text} in the translation"
        found.setdefault(id(a.value), Mismatch(Kind.SCORE, a.value, b.value, message))
