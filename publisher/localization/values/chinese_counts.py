"""Numbers with what they count in Chinese text: amounts, ranges, scores, ordinals, 3元5角, 一年半."""

import re
from fractions import Fraction

from publisher.localization.values.building import bounded, measured, plain_value
from publisher.localization.values.chinese_composites import join, special
from publisher.localization.values.chinese_numerals import Numeral, read_numeral
from publisher.localization.values.chinese_passage import Passage
from publisher.localization.values.chinese_shares import OFF, TO, fraction_at, slashed_at, tenths_at, times_at
from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import DOLLARS, Unit, units

SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY", "人民币": "CNY", "USD": "USD", "HKD": "HKD", "EUR": "EUR", "新台币": "TWD", "台币": "TWD", "美金": "USD", "港币": "HKD",
}  # fmt: skip


SYMBOL = "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True))


_CLASSIFIER_MORE = re.compile(
    r"(?:个|名|家|位|项|人|年|天|岁|元|公里|米|吨|亩|次|倍|件|台|户|种|小时|分钟|万)?(?P<mark>多|余)(?![边样元少种次额方])"
)


_TIMES = re.compile(r"倍")


_DECADES = re.compile(r"旬(?![刊报])")


_RATE = re.compile(r" ?(?:兑|对|等于|约合|合|=)")


_AND_HALF = re.compile(r"个半(?P<unit>月|小时|钟头|世纪)")


_SYMBOL_HERE = re.compile(SYMBOL)


def ordinal_at(passage: Passage, start: int) -> list[Value]:
    """第十, 第3届, 第22个."""
    text = passage.text
    numeral = read_numeral(text, start + 1)
    if numeral is None or numeral.bound is Bound.SOME:
        return []
    readings = [Reading("ordinal", numeral.amount), Reading("", numeral.amount)]
    end, until, last = numeral.end, [], None
    if (link := TO.match(text, end)) and text[end : end + 1] not in ":比":
        at = link.end() + (text[link.end() : link.end() + 1] == "第")
        second = read_numeral(text, at)
        if second is not None and second.amount > numeral.amount:
            until, end, last = (
                [Reading("ordinal", second.amount), Reading("", second.amount)],
                second.end,
                second.amount,
            )
    if until == [] and numeral.until is not None:
        until, last = [Reading("ordinal", numeral.until), Reading("", numeral.until)], numeral.until
    weak = not numeral.figures and numeral.amount <= 10
    return [
        plain_value(
            Kind.ORDINAL,
            text,
            start,
            end,
            readings,
            until=until,
            plain=numeral.amount,
            end_plain=last,
            figures=numeral.figures,
            firm=not weak,
        )
    ]


def number_at(passage: Passage, start: int, at: int, currency: str | None) -> list[Value]:
    """Return the number at ``at`` with its unit, range and bound; ``start`` is where its currency sign stands."""
    text = passage.text
    numeral = read_numeral(text, at, tera=passage.overseas)
    if numeral is None:
        return []
    end = numeral.end
    if text.startswith("分之", end):
        return fraction_at(passage, start, numeral)
    if currency is None and (shared := slashed_at(passage, start, numeral)):
        return shared
    if (decades := _DECADES.match(text, end)) is not None and numeral.amount < 10:  # 年约七旬
        age = numeral.amount * 10
        readings = [Reading("month", age * 12), Reading("", age)]
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                decades.end(),
                readings,
                plain=age,
                unit="year",
                bound=Bound.ABOUT,
                figures=False,
                firm=False,
            )
        ]
    plural = special(passage, start, numeral)
    if plural is not None:
        return [plural]
    if (half := _AND_HALF.match(text, end)) is not None:
        unit = {"月": "month", "世纪": "century"}.get(half["unit"], "hour")
        amount = numeral.amount + Fraction(1, 2)
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                half.end(),
                measured(amount, [units()[unit]]),
                plain=amount,
                unit=unit,
                figures=numeral.figures,
                firm=numeral.figures,
            )
        ]
    second: Numeral | None = None
    score = False
    link = TO.match(text, end)
    first_unit_end, first_unit = passage.unit(end)
    if link is None and first_unit and first_unit_end > end:
        link = TO.match(text, first_unit_end)  # 3万元至5万元
        if link is not None and link.group().strip() in (":", "比"):
            link = None
    if link is not None and numeral.until is None:
        second = read_numeral(text, link.end() + len(_symbol_at(text, link.end())), tera=passage.overseas)
        if second is not None:
            score = link.group().strip() in (":", "比") and not numeral.places
            dash = link.group().strip() in ("-", "–", "~", "～", "—", "——")
            if (
                first_unit
                and first_unit_end > end
                and not _same_unit(passage.unit(second.end)[1], first_unit)
            ):
                second = None
            elif (
                not score
                and second.amount * 1 <= numeral.amount
                and not (numeral.scale == 1 and second.scale > 1)
            ):
                if dash and numeral.figures and second.figures and numeral.digits <= 3 and not first_unit:
                    score = True
                else:
                    second = None
            elif (
                text.startswith("分之", second.end)
                or (score and numeral.digits == 0)
                or _is_date_after(passage, second.end, link)
            ):
                second = None
    until_amount = second.amount if second is not None else numeral.until
    after = second.end if second is not None else numeral.end
    amount, alternatives = numeral.amount, []
    if second is not None and numeral.scale == 1 and second.scale >= 100 and not score:
        alternatives.append(amount)
        amount *= second.scale if second.figures or second.scale >= 10000 else 1
    stop, of = passage.unit(after)
    if currency is not None:
        if of and of[0].kind is Kind.MONEY:
            after = stop
            if currency == "CNY" and of[0].key != "CNY":
                currency = of[0].key  # 人民币1万亿美元 is a slip: what stands behind counts
        dollars = ("USD", *sorted(DOLLARS - {"USD"}))
        of = tuple(units()[c] for c in (dollars if text[start] == "$" else (currency,)))
    elif of:
        after = stop
    if of and text[after - 1] == "度" and text.startswith(("摄氏", "华氏"), max(0, start - 2)):
        of = (units()["c" if text[start - 2] == "摄" else "f"],)  # 攝氏30度 of Taiwan and Hong Kong
        start -= 2
    bound = bounded(passage.bound(start, after), numeral.bound if second is None else second.bound)
    if bound is Bound.EXACT and second is not None:
        bound = numeral.bound
    end = after
    if off := OFF.match(text, after) if not of and currency is None and not score else None:
        value = tenths_at(passage, start, numeral, second, off, bound)
        if value is not None:
            return [value]
    if not of and (times := _TIMES.match(text, after)) is not None:
        return [times_at(passage, start, times.end(), numeral, until_amount, bound)]
    readings = passage.readings(numeral, amount, of)
    readings += [Reading("", a) for a in alternatives]
    if text[start - 1 : start] == "等" and not of and amount > 1:
        readings.append(Reading("", amount - 1))  # 教育部等六部门: the ministry and five others
    until = passage.readings(second or numeral, until_amount, of) if until_amount is not None else []
    kind = of[0].kind if of else Kind.SCORE if score else Kind.NUMBER
    firm = (
        numeral.figures
        or not (
            amount <= 10 or numeral.bound is Bound.SOME or (bound is Bound.EXACT and _loose(text, start, end))
        )
        or (
            amount >= 3
            and numeral.until is None
            and numeral.bound is not Bound.SOME
            and not _loose(text, start, end)
            and not text.startswith(("部门", "部委", "部分"), end)
            and text[start - 1 : start] != "等"
            and (of[0].kind in (Kind.MEASURE, Kind.DURATION) if of else text[end : end + 1] in _CLASSIFIERS)
        )
        or (bool(of) and of[0].kind in (Kind.MONEY, Kind.PERCENT, Kind.POINTS) and text[start] not in "一两")
    )
    if (numeral.bound is Bound.SOME and not numeral.figures) or amount == 0:
        firm = False
    counted = not of and (text[end : end + 1] in _CLASSIFIERS or _STOREYS.match(text, end) is not None)
    if counted:
        readings = [r for r in readings if r.unit != "year"]
    if (
        of
        and of[0].kind is Kind.MONEY
        and amount == 1
        and (_RATE.match(text, end) or text[start - 1 : start] == "兑")
    ):
        firm = False  # 1美元兑108日元
    composed = join(passage, end, amount, of) if second is None and currency is None else None
    if composed is not None:
        end, amount, readings = composed
        firm = firm or of[0].key == "m"  # 一米八五
        if of[0].key == "CNY" and passage.overseas:
            readings = passage.readings(numeral, amount, of)
    return [
        plain_value(
            kind,
            text,
            start,
            end,
            readings,
            until=until,
            bound=bound,
            unit=of[0].key if of else "",
            plain=amount,
            end_plain=until_amount,
            places=numeral.places,
            figures=numeral.figures,
            firm=firm,
            counted=counted,
        )
    ]


def _is_date_after(passage: Passage, end: int, link: re.Match[str]) -> bool:
    return passage.text[end : end + 1] in ("月", "时") and passage.text[
        link.start() : link.end()
    ].strip() in (
        "至",
        "到",
    )


_CLASSIFIERS = frozenset("家名位人件条项所座场台辆架艘支部本册篇枚张套处村户只头匹株棵颗粒")


_STOREYS = re.compile(r"层(?![面次级])")


def _loose(text: str, start: int, end: int) -> bool:
    """Tell whether it is a lone scale word (百, 千, 万), as often a word as a number."""
    return end - start == 1 and text[start] in "十百千万亿"


def _same_unit(second: tuple[Unit, ...], first: tuple[Unit, ...]) -> bool:
    return bool(second) and second[0].base == first[0].base


def _symbol_at(text: str, at: int) -> str:
    match = _SYMBOL_HERE.match(text, at)
    return match.group() if match else ""
