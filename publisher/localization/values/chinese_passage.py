"""A Chinese text, with the units and the bounds that stand around its numbers."""

import re
from datetime import datetime
from fractions import Fraction
from functools import cache

from publisher.localization.values.building import bounded, measured
from publisher.localization.values.chinese_numerals import Numeral
from publisher.localization.values.model import Bound, Reading
from publisher.localization.values.units import Unit, chinese_units

_BEFORE = re.compile(
    r"(?P<most>跌破|跌穿|降破|失守|[不未没](?:得|能|应|会|宜|可|许|有|准|再)?(?:超过|超|多于|高于|大于)|至多|最多|最高|不足|不到|低于|少于|未满|不满|小于|仅有|以内|未达|不及)|(?P<least>超过|超出|突破|不(?:得|能|应|会|宜|可|许)?(?:少于|低于|小于|短于)|至少|最少|最低|多于|高于|大于|多达|高达|达到|长达|逾|超|上|破|满|越过|已过|(?<=[值额量数入房])过)"
    r"|(?P<nearly>接近|将近|近(?!年|来|期)|逼近|直逼)|(?P<about>大约|约为|大概|约|左右|估计|预计)"
)


BEFORE_END = re.compile(rf"(?:{_BEFORE.pattern})(?:了|为|达|人民币|有)?[ “]?$")


AFTER = re.compile(
    r"(?P<more>以上|之多|开外|出头|多(?=[^边次种元方样]|$)|余(?=[^额下])|有余)|(?P<less>以下|以内|之内(?!容)|不到)|(?P<about>左右|上下|许|前后|来(?=岁))"
)


_AFTER_NOUN = re.compile(
    r"[人名家个位项件台户次种座所辆岁天年](?:(?P<more>以上|之多|开外|出头)|(?P<less>以下|以内)|(?P<about>左右|上下))"
)


_SPAN = re.compile(r"[\d一二两三四五六七八九十几]+个?(?:年|月|天|周)")


class Passage:
    """A Chinese text that is read, and what stands around a number in it.

    ``overseas``: of Taiwan, Hong Kong or Macao; ``issued`` completes 今年.
    """

    def __init__(self, text: str, overseas: bool, issued: datetime | None) -> None:
        self.text, self.overseas, self.issued = text, overseas, issued
        self.pattern, self.table = _unit_pattern(), chinese_units()

    def unit(self, at: int) -> tuple[int, tuple[Unit, ...]]:
        """Return where the unit behind a number ends, and what it may be."""
        match = self.pattern.match(self.text, at)
        if match is None:
            return at, ()
        name, end = match["unit"], match.end()
        of = self.table[name]
        following = self.text[end : end + 1]
        if name == "年" and following in ("级", "糕", "轻", "龄", "货", "会"):
            return at, ()
        if (
            name
            in (
                "方",
                "里",
                "克",
                "卡",
                "升",
                "度",
                "秒",
                "寸",
                "尺",
                "丈",
                "码",
                "担",
                "载",
                "米",
                "周",
                "天",
                "块",
                "元",
                "瓦",
                "伏",
                "毫",
                "毛",
                "角",
            )
            and following
            and following in _COMPOUNDS.get(name, "")
        ):
            return at, ()
        return end, of

    def bound(self, start: int, end: int) -> Bound:
        """Return on which side of the figure between ``start`` and ``end`` the true one lies."""
        text = self.text
        match = BEFORE_END.search(text[max(0, start - 8) : start])
        found = Bound.EXACT
        if match is not None:
            if match["most"]:
                found = Bound.LESS
            elif match["least"]:
                if (
                    match["least"] in ("上", "满", "破")
                    and text[start] not in "百千万亿十"
                    and match["least"] != "破"
                ) or match["least"] in ("达到", "高达", "多达", "长达", "最低"):
                    found = Bound.EXACT
                else:
                    found = Bound.MORE
            elif match["nearly"]:
                span = _SPAN.match(text[start : start + 8])
                found = Bound.EXACT if span else Bound.NEARLY
            else:
                found = Bound.ABOUT
        after = AFTER.match(text, end) or _AFTER_NOUN.match(text, end)
        if after is not None:
            found = bounded(
                found, Bound.MORE if after["more"] else Bound.LESS if after["less"] else Bound.ABOUT
            )
        return found

    def readings(self, numeral: Numeral, amount: Fraction | None, of: tuple[Unit, ...]) -> list[Reading]:
        """Return what ``amount`` of the unit may state, the likeliest first."""
        assert amount is not None  # callers ask for an end only where there is one
        if of:
            readings = measured(amount, of)
            if of[0].base == "CNY" and self.overseas:
                readings += [Reading(code, amount * of[0].factor) for code in ("TWD", "HKD", "MOP")]
            if of[0].base == "°C" and of[-1].key == "deg":
                readings.append(Reading("", amount))
            if any(u.key in ("kwh", "g", "m3", "inch", "chi", "km", "li", "CNY") for u in of) and of[
                0
            ].key in ("kwh", "inch"):
                readings += [Reading("°C", amount), Reading("", amount)]
            if numeral.bound is Bound.SOME and not numeral.figures:
                readings.insert(0, Reading("order", amount))
            return readings
        if numeral.bound is Bound.SOME:
            return [Reading("order", amount)]
        readings = [Reading("", amount)]
        if numeral.digits == 4 and 1000 <= amount <= 2199:
            readings.append(Reading("year", amount))
        if not numeral.figures and numeral.bound is Bound.MORE and amount == 10:
            readings.append(Reading("order", Fraction(10)))
        if not numeral.figures and amount in (10, 100, 1000, 10000, 10**6, 10**8):
            readings.append(Reading("order", amount))
        return readings


_COMPOUNDS = {
    "方": "案面向式法针言便圆程阵队子正的位略", "里": "程面边", "克": "服隆制拉扎里", "卡": "车通片", "升": "级旗值学至到降", "度": "过假化日量",
    "秒": "杀", "寸": "步", "尺": "寸", "丈": "夫", "码": "头", "担": "任保负", "载": "体客重货荷", "米": "饭粉线兰", "周": "边围期年岁密到末刊", "天": "津然气使下空文鹅安河王山赋",
    "块": "状链", "元": "素旦月宵首年件帅", "瓦": "斯", "伏": "击", "毫": "米升克安伏", "毛": "利衣巾孔笔线坦里", "角": "形度落色质膜逐力",
}  # fmt: skip


@cache
def _unit_pattern() -> re.Pattern[str]:
    names = sorted(chinese_units(), key=len, reverse=True)
    escaped = "|".join(re.escape(n) for n in names)
    return re.compile(rf" ?(?:个|多|余)?(?=\S)(?:(?<=[多余])|(?<![多余]))(?P<unit>{escaped})(?![A-Za-z])")
