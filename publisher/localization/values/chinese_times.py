"""Times of day in Chinese text: 下午3时, 12点半, 15:30."""

import re
from fractions import Fraction

from publisher.localization.values.building import plain_value
from publisher.localization.values.chinese_dates import SMALL, number
from publisher.localization.values.model import Kind, Reading, Value

_PERIODS = "凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|当晚|昨晚|今晚|晚|早|午间|午夜"


_TIME = re.compile(
    rf"(?P<period>{_PERIODS})? ?(?P<h>\d{{1,2}}|{SMALL}{{1,3}}|两)(?:(?P<digital>[:：])(?P<m1>[0-5]\d)(?:[:：][0-5]\d)?(?!\d)|(?:时|点)(?:(?P<m>\d{{1,2}}|{SMALL}{{1,3}})分(?!之)(?:[0-5]?\d秒)?|(?P<half>半)|(?P<quarter>[一三]刻)|钟|整|许|(?P<bare>[0-5]\d)(?!\d))?)"
)


_SINCE = re.compile(r"[以期尚常刻候令差速段装代下事间评]")


_AT = re.compile(r"于|在|至|到|从|，|日|、|。|约|自|当日|截至|[0-9]")


_AFTERNOON = ("下午", "傍晚", "晚上", "晚间", "夜间", "夜里", "深夜", "当晚", "昨晚", "今晚", "晚", "午后")


_PERIOD = re.compile(_PERIODS)


def read_time(text: str, at: int, inherited: str | None = None, *, all_day: bool = False) -> Value | None:
    """Return the time of day that begins at ``at``.

    ``inherited`` is the period of a range's first time; ``all_day`` says that
    the text counts hours to 24.
    """
    match = _TIME.match(text, at)
    if match is None:
        return None
    hour = 2 if match["h"] == "两" else number(match["h"])
    said = match["m1"] or match["m"] or match["bare"]
    minute = (
        number(said)
        if said
        else 30
        if match["half"]
        else 15 * number(match["quarter"][0])
        if match["quarter"]
        else 0
    )
    if hour > 24 or minute > 59 or (match["h"][0] == "零" and len(match["h"]) > 1):
        return None
    end, period = match.end(), match["period"] or inherited
    if not match["digital"] and not inherited and not _is_clock(text, match, at):
        return None
    readings: list[Reading] = []
    if period in _AFTERNOON and (
        hour < 12 or (hour == 12 and period in ("夜间", "夜里", "深夜", "晚上", "当晚", "晚"))
    ):
        readings.append(_minute((hour + 12) % 24 if hour == 12 else hour + 12, minute))
    elif period in ("中午", "正午", "午间") and hour < 5:
        readings.append(_minute(hour + 12, minute))
    else:
        readings.append(_minute(hour, minute))
        padded = match["digital"] and len(match["h"]) > 1
        if not period and hour <= 12 and not (padded or all_day):
            readings.append(_minute(hour + 12, minute))
    if not match["digital"] and not period and "点" in match.group() and not (said or match["half"]):
        readings.append(Reading("", Fraction(hour)))
    return plain_value(
        Kind.TIME,
        text,
        at,
        end,
        readings,
        plain=Fraction(hour),
        end_plain=Fraction(minute),
        firm=hour != 24,  # 截至8月31日24时 is the end of the day
        figures=match["h"].isdigit(),
    )


def _is_clock(text: str, match: re.Match[str], at: int) -> bool:
    """Tell 3点 and 3时 of the clock from three points and the like."""
    if match["period"] or match["m"] or match["half"] or match["quarter"] or match.group()[-1] in "钟整许":
        return True
    after = text[match.end() : match.end() + 1]
    mark = "时" if "时" in match.group() else "点"
    if mark == "时":
        return not _SINCE.match(after or " ")
    if match["bare"]:
        return True
    return (
        not after
        or after in "，。、；）)至到-—–~前后开左起多出准，的"
        or _AT.match(text[max(0, at - 1) : at] or "x") is not None
    ) and after not in "建意要看共理"


def period_of(text: str, value: Value) -> str | None:
    """Return the period word (下午) that a time begins with."""
    match = _PERIOD.match(text[value.start : value.end])
    return match.group() if match else None


def _minute(hour: int, minute: int) -> Reading:
    return Reading("minute-of-day", Fraction(hour % 24 * 60 + minute))
