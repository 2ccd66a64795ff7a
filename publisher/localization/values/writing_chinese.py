"""Locked values as Chinese press releases write them: 3.56亿元, 10月19日, 下午3时."""

from fractions import Fraction

from publisher.localization.values.chinese_numerals import write_han
from publisher.localization.values.conversion import convert
from publisher.localization.values.dates import LUNAR, date_parts
from publisher.localization.values.editions import frames, own_words, region
from publisher.localization.values.english_figures import decimal
from publisher.localization.values.model import Bound, Deixis, Kind, Span, Value
from publisher.localization.values.units import units

_SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_BOUNDS = {Bound.MORE: "超过", Bound.LESS: "不到", Bound.NEARLY: "近", Bound.ABOUT: "约"}
_SPANS = {
    "year": "年",
    "month": "个月",
    "week": "周",
    "day": "天",
    "hour": "小时",
    "minute": "分钟",
    "second": "秒",
    "decade": "年",
    "century": "年",
    "fortnight": "周",
    "quarter": "个季度",
}
_DAYS = {-2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"}
_TIMES_OF = {"decade": 10, "century": 100, "fortnight": 2}
_GROWN = {2: "增长一倍", 3: "增长两倍", 4: "增长三倍", 5: "增长四倍"}


def write(value: Value, target: str) -> str | None:
    """Return ``value`` in Chinese of the script that ``target`` names, or None where a rule cannot say it well."""
    where = region(target)
    said = _said(value, where)
    if said is None:
        return None
    if value.bound not in (Bound.EXACT, Bound.SOME) and value.kind not in (Kind.DATE, Kind.TIME):
        said = _BOUNDS[value.bound] + said
    return said if where == "CN" else own_words(convert(said, "s2t"), where)


def number(amount: Fraction, *, taiwan: bool = False) -> str:
    """Return ``amount`` exactly: 1.2万, 3.56亿, 3.2万亿 (3.2兆 in Taiwan), 12345."""
    for scale, name in _SCALES:
        shown = decimal(amount / scale)
        if (
            amount >= scale
            and shown is not None
            and len(shown.partition(".")[2]) <= (2 if scale == 10**4 else 4)
        ):
            return shown + ("兆" if taiwan and name == "万亿" else name)
    if amount >= 10**6 and amount.denominator == 1:
        return f"{amount.numerator:,}"  # no telephone number
    return decimal(amount) or f"{write_han(amount.denominator)}分之{write_han(amount.numerator)}"


def _said(value: Value, where: str) -> str | None:
    kind, plain, taiwan = value.kind, value.plain, where == "TW"
    if kind in (Kind.PHONE, Kind.EMAIL, Kind.URL, Kind.IDENTIFIER):
        return value.text
    if kind is Kind.DOCUMENT:
        year, _, of = str(value.stated.amount).partition("/")
        return f"〔{year}〕{of}号"
    if kind is Kind.DATE:
        return _date(value, where)
    if kind is Kind.TIME:
        return _time(value)
    if plain is None:
        return None
    if value.bound is Bound.SOME:
        several = f"数{write_han(int(plain)).removeprefix('一')}"
        if kind is Kind.MONEY:
            return _with_unit(several, value, where)
        return several if kind is Kind.NUMBER else None
    if kind is Kind.NUMBER:
        return _span(value, taiwan)
    if kind in (Kind.MONEY, Kind.MEASURE) and value.unit in units():
        return _with_unit(_span(value, taiwan), value, where)
    if kind is Kind.PERCENT:
        ends = [plain] if value.end_plain is None else [plain, value.end_plain]
        if value.unit == "折":
            return "至".join(_off(e) for e in ends)
        return "至".join(f"{decimal(e, value.places)}%" for e in ends)
    if kind is Kind.POINTS:
        return (
            None
            if value.end_plain is not None
            else f"{decimal(plain, value.places)}" + units()[value.unit or "pp"].chinese[0]
        )
    if kind is Kind.SCORE:
        return f"{plain}比{value.end_plain}"
    if value.end_plain is not None and kind is not Kind.DURATION:
        return None
    if kind is Kind.DURATION:
        return _duration(value, taiwan)
    if kind is Kind.ORDINAL and plain.denominator == 1:
        return "第" + (write_han(plain.numerator) if plain <= 10 else str(plain))
    if kind is Kind.FRACTION and 0 < plain < 1:
        return (
            "一半"
            if plain == Fraction(1, 2)
            else f"{write_han(plain.denominator)}分之{write_han(plain.numerator)}"
        )
    if kind is Kind.MULTIPLE:
        return _multiple(value, plain)
    return None


def _with_unit(figure: str, value: Value, where: str) -> str:
    """Return ``figure`` with its unit as ``where`` writes it: 人民幣3.56億元 in Taiwan, where 元 is its own."""
    frame = frames(where).get(value.unit)
    return frame.format(figure) if frame else figure + units()[value.unit].chinese[0]


def _span(value: Value, taiwan: bool) -> str:
    assert value.plain is not None  # the caller looked
    low = number(value.plain, taiwan=taiwan)
    if value.end_plain is None:
        return low
    high = number(value.end_plain, taiwan=taiwan)
    scale = high.lstrip("0123456789.")
    return f"{low.removesuffix(scale) if scale and low.lstrip('0123456789.') == scale else low}至{high}"


def _off(left: Fraction) -> str:
    """Return what is left of a price in tenths: 八折, 七五折."""
    tenths, rest = divmod(left, 10)
    return write_han(int(tenths)) + (write_han(int(rest)) if rest else "") + "折"


def _duration(value: Value, taiwan: bool) -> str | None:
    if value.unit not in _SPANS or value.plain is None or value.end_plain is not None:
        return None
    amount = value.plain * _TIMES_OF.get(value.unit, 1)
    unit = units()[value.unit]
    if not any(r.unit == unit.base and r.amount == value.plain * unit.factor for r in value.readings):
        return None
    name = "岁" if value.text.endswith(("old", "olds", "岁", "歲")) else _SPANS[value.unit]
    if amount.denominator == 2 and value.unit in ("year", "month", "hour"):
        half = write_han(int(amount)).replace("二", "两") if int(amount) else ""
        return (
            {"year": f"{half}年半", "month": f"{half}个半月", "hour": f"{half}个半小时"}[value.unit]
            if half
            else f"半{name}"
        )
    return number(amount, taiwan=taiwan) + name if amount.denominator in (1, 10) else None


def _multiple(value: Value, plain: Fraction) -> str | None:
    if value.unit == "grown" and isinstance(value.stated.amount, Fraction):
        plain = value.stated.amount  # of the whole: 增长两倍 comes to three times
        if plain == Fraction(1, 2):
            return "减半"
        return _GROWN.get(plain.numerator) if plain.denominator == 1 else None
    shown = "两" if plain == 2 else decimal(plain)
    return f"{shown}倍" if shown else None


def _date(value: Value, where: str) -> str | None:
    amount = value.stated.amount
    if value.deixis is not None:
        return _told(value.deixis)
    if isinstance(amount, Fraction):
        n = amount.numerator
        if value.stated.unit == "weekday":
            return "周" + "一二三四五六日"[n - 1]
        if value.stated.unit == "decade":
            return f"{n}年代" if where != "CN" else f"{n // 100 + 1}世纪{n % 100:02}年代"
        return f"{n}世纪" if value.stated.unit == "century" else None
    first = date_parts(amount)
    if value.unit == LUNAR:
        return _lunar(first) if value.end_stated is None else None
    if value.end_stated is None:
        return _day(first)
    last = date_parts(str(value.end_stated.amount))
    short = last
    for part in ("year", "month-of-year"):  # what both ends share is said once, the day with its month
        if len(short) == 1 or first.get(part) != last.get(part):
            break
        short = {k: v for k, v in short.items() if k != part}
    if "day" not in last and first.keys() == {"month-of-year"}:
        return f"{first['month-of-year']}至{last['month-of-year']}月"
    return f"{_day(first)}至{_day(short)}"


def _told(deixis: Deixis) -> str | None:
    """Return 昨天, 周五 or 上周五."""
    if deixis.unit is Span.DAY:
        return _DAYS.get(min(deixis.shifts))
    weekday = "周" + "一二三四五六日"[deixis.part - 1]
    if len(deixis.shifts) == 3:
        return weekday
    near = {-1: "上", 0: "本", 1: "下"}.get(max(deixis.shifts, key=abs))
    return near + weekday if near else None


def _lunar(parts: dict[str, int]) -> str | None:
    """Return a date of the 农历: 农历正月初一, 农历腊月二十三."""
    month, day = parts.get("month-of-year"), parts.get("day")
    if month is None:
        return None
    name = {1: "正", 11: "冬", 12: "腊"}.get(month) or write_han(month)
    return f"农历{name}月" + (f"{'初' if day <= 10 else ''}{write_han(day)}" if day else "")


def _day(parts: dict[str, int]) -> str:
    year = f"{parts['year']}年" if "year" in parts else ""
    if "quarter" in parts:
        return year + "第" * bool(not year) + "一二三四"[parts["quarter"] - 1] + "季度"
    if "half" in parts:
        return year + "上下"[parts["half"] - 1] + "半年"
    month = f"{parts['month-of-year']}月" if "month-of-year" in parts else ""
    return year + month + (f"{parts['day']}日" if "day" in parts else "")


def _time(value: Value) -> str | None:
    minutes = value.stated.amount
    if len([r for r in value.readings if r.unit == "minute-of-day"]) != 1 or not isinstance(
        minutes, Fraction
    ):
        return None
    hour, minute = divmod(minutes.numerator, 60)
    period = (
        "凌晨"
        if hour < 6
        else "上午"
        if hour < 12
        else "中午"
        if hour == 12
        else "下午"
        if hour < 18
        else "晚上"
    )
    day = _told(value.deixis) or "" if value.deixis is not None else ""
    if day and period == "晚上":
        day, period = day[0], "晚"  # 昨晚8时
    return f"{day}{period}{hour if hour <= 12 else hour - 12}时" + (f"{minute}分" if minute else "")
