"""Dates in Chinese text: 10月19日, 二〇二六年, 民國110年, 90年代."""

import re
from fractions import Fraction

import msgspec

from publisher.localization.values.building import plain_value
from publisher.localization.values.chinese_numerals import DIGITS, han_value
from publisher.localization.values.dates import LUNAR, date_reading, is_day
from publisher.localization.values.english_dates import read_numeric_date
from publisher.localization.values.model import Kind, Reading, Value

SMALL = "[零〇一二三四五六七八九十廿卅]"


_N = rf"(?:\d{{1,2}}|{SMALL}{{1,3}})"


_Y = r"(?:[12]\d{3}|[一二][零〇○一二三四五六七八九]{3}|\d{2}|[零〇○一二三四五六七八九]{2})"


_AFTER_LUNAR = "放至到这当前后的是为起晚夜举将赏祭"


_DATE = re.compile(
    rf"(?:(?P<era>民国|公元前|公元|農曆|農历|农历|陰曆|阴历|夏历)?(?P<y>(?<=民国)(?:元|\d{{1,3}}|[零〇一二三四五六七八九十百]{{1,5}})|{_Y}) ?年(?!代|级|期|[来间]|(?<!(?:19|20|21)\d\d年)[后前内])(?P<rel>度|底|初|末|春|夏|秋|冬)?)?[ ]?"
    rf"(?:(?P<m>{_N}|正|冬|腊|臘) ?月(?:份)?)?[ ]?(?:(?P<day>初[一二三四五六七八九十]|{_N}) ?(?P<unit>日(?![元圆])|号(?![楼线院厅馆店门桥井机口文令公通室弹]))|(?<=月)(?P<bare>(?:初[一二三四五六七八九十]|廿[一二三四五六七八九])|(?:[二三]?十[一二三四五六七八九]?|\d{{1,2}})(?=[^\d\.\w]|$|[{_AFTER_LUNAR}])))?"
)


_MINGUO = re.compile(
    r"(?P<y>[89]\d|1[0-2]\d)年(?:(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>[0-3]?\d)[日號号])?|度|底|初|(?=[上下]半年|第|全年|Q|[1-4一二三四]季))"
)


_YEAR_ONLY = re.compile(r"(?P<y>[12]\d{3}|[一二][零〇○一二三四五六七八九]{3})(?=年|[、和至到—–-])")


_BARE_YEAR = re.compile(r"(?P<y>(?:19|20)\d\d|[一二][零〇○一九][零〇○一二三四五六七八九]{2})年")


_TO = re.compile(r" ?(?:至|到|—{1,2}|–|-|－|~|～|、|和|及|与|或) ?")


_SECOND_DAY = re.compile(rf"(?:(?P<y>{_Y})年)?(?:(?P<m>{_N})月)?(?P<day>{_N})(?:日|号)")


_MONTHS_SPAN = re.compile(
    rf"(?:(?P<y>[12]\d{{3}})年)?(?P<m>{_N})(?:月)? ?(?P<to>至|到|—{{1,2}}|–|-|~|～|、|和|及) ?(?P<m2>{_N})月(?:份)?(?!\d)(?!{SMALL}{{1,3}}[日号])"
)


_DAYS_SPAN = re.compile(
    rf"(?:(?P<y>{_Y})年(?=[\d{SMALL[1:-1]}]{{1,3}}月))?(?:(?P<m>{_N})月)?(?P<d>{_N})(?:日|号)? ?(?:至|到|—{{1,2}}|–|-|~|～) ?(?:(?P<y2>{_Y})年(?=[\d{SMALL[1:-1]}]{{1,3}}月))?(?:(?P<m2>{_N})月)?(?P<d2>{_N})(?:日|号)(?![楼线院元圆])"
)


_YEARS_SPAN = re.compile(
    r"(?P<y>[12]\d{3})(?:年度?)? ?(?:至|到|—{1,2}|–|-|~|～|/(?!\d{1,4}年)) ?(?P<y2>[12]\d{3}|\d{2}(?=赛季|学年|财年|年度))(?:年|学年|赛季|财年)"
)


_DECADE = re.compile(
    r"(?:(?P<century>上世纪|上个世纪|本世纪|(?:1\d|20|21|十九|二十|二十一)世纪)(?:的)?|(?P<year>(?:1\d|20)))?(?:(?P<ten>[1-9]0|[一二三四五六七八九]十)(?:年代|后(?=[^\d]|$))|(?P<both>[二三四五六七八九]{2})十年代|(?P<new>[01][05])后(?=[^\d]|$))"
)


_FOR = re.compile(r"(?:拘留|监禁|禁闭|为期|历时|连续|停[课业产职工]|隔离|逾期|长达|假期)(?:共|了|约|近|逾)?$")
_WITHIN = re.compile(r"[以之]?内|以?后|以?前")


_ROUGHLY = re.compile(r"[约近今]$")


_DAY_NEXT = re.compile(r"\d{1,2}[日号]")


_LUNAR_ERAS = frozenset(("农历", "阴历", "農曆", "農历", "陰曆", "夏历"))
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}


def number(word: str) -> int:
    """Return the value of a small numeral in figures or Han; 初三 is 3."""
    word = word.removeprefix("初")
    if word.isdigit():
        return int(word)
    if any(c in "廿卅" for c in word):
        return (20 if word[0] == "廿" else 30) + (DIGITS[word[1]] if len(word) > 1 else 0)
    return han_value(word) or 0


def read_date(text: str, at: int, *, taiwan: bool = False) -> Value | None:
    """Return the date that begins at ``at``, or None; ``taiwan``: 113年6月 counts from 1911."""
    if taiwan and (match := _MINGUO.match(text, at)) is not None:
        date = date_reading(
            int(match["y"]) + 1911,
            int(match["m"]) if match["m"] else None,
            int(match["d"]) if match["d"] else None,
        )
        return plain_value(Kind.DATE, text, *match.span(), [date])
    for reader in (read_decade, _years, _months, _days):
        if (value := reader(text, at)) is not None:
            return value
    if (numeric := read_numeric_date(text, at)) is not None:
        return numeric
    match = _DATE.match(text, at)
    if match is None or not match.group().strip():
        return None
    year = (
        _year(match["y"], match["era"] or ("民国" if text[max(0, at - 2) : at] == "民国" else None))
        if match["y"]
        else None
    )
    lunar = text[max(0, at - 2) : at] in _LUNAR_ERAS or match["era"] in _LUNAR_ERAS
    said_month = match["m"]
    month = None if said_month is None else _LUNAR_MONTHS.get(said_month) or number(said_month)
    said_day = match["day"] or match["bare"]
    if (
        match["bare"] is not None
        and not lunar
        and not said_day.startswith(("初", "廿"))
        and text[match.end() : match.end() + 1] not in ("", *" ，。、）)", *_AFTER_LUNAR)
    ):
        return None
    day = number(said_day) if said_day else None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not is_day(month, day)):
        return None
    end = match.end()
    if match["y"] and len(match["y"]) == 2 and month is None and match["era"] != "民国":
        return None  # 98年 may be a span: the numeral tells both
    if month is None and day is None:
        return _alone(text, match, year)
    if day is not None and month is None and year is None and match["unit"] == "号":
        readings = [
            date_reading(None, None, day),
            Reading("", Fraction(day)),
            Reading("ordinal", Fraction(day)),
        ]
        return plain_value(
            Kind.DATE, text, at, end, readings, plain=Fraction(day), figures=said_day.isdigit()
        )
    while end > at and text[end - 1] == " ":
        end -= 1
    if (
        month is not None
        and day is None
        and year is None
        and text[end : end + 1] in ("龄", "球", "亮", "饼", "薪", "供")
    ):
        return None
    figures = any(c.isdigit() for c in match.group())
    if day is not None and month is None and year is None:
        after = _WITHIN.match(text, end) or _FOR.search(text, max(0, at - 4), at)
        if after is not None or not figures:  # 30日内 is a span, 如一日 no date
            span = [Reading("s", Fraction(86400 * day)), date_reading(None, None, day)]
            if after is None or after.group() == "前":
                span.reverse()
            return plain_value(
                Kind.DURATION if after else Kind.DATE,
                text,
                at,
                end,
                span,
                plain=Fraction(day),
                figures=figures,
                firm=figures or day > 10,
            )
    value = plain_value(
        Kind.DATE, text, at, end, [date_reading(year, month, day)], firm=not lunar, figures=figures
    )
    lunar = lunar or said_month in _LUNAR_MONTHS or bool(said_day and said_day[0] in "初廿")
    # 八月十五: with 日 it is solar
    lunar = lunar or bool(match["bare"] and year is None and not figures)
    return msgspec.structs.replace(value, unit=LUNAR) if lunar else value


def _alone(text: str, match: re.Match[str], year: int | None) -> Value | None:
    if year is None:
        return None
    end = match.end("rel") if match["rel"] else text.index("年", match.end("y")) + 1
    readings = [date_reading(year)]
    if text[end - 1] == "年" and text[end : end + 1] in ("后", "前"):  # 2000年前: before 2000, or so long ago
        if _ROUGHLY.search(text, max(0, match.start() - 2), match.start()):
            return None
        readings.append(Reading("month", Fraction(year * 12)))
    return plain_value(
        Kind.DATE, text, match.start(), end, readings, plain=Fraction(year), figures=match["y"].isdigit()
    )


def _year(word: str, era: str | None) -> int:
    if era == "民国":  # 元年 is the first year; 三十八年 counts, 一一〇年 spells
        return 1911 + (1 if word == "元" else int(word) if word.isdigit() else han_value(word) or 0)
    value = int("".join(str(DIGITS[c]) if c in DIGITS else c for c in word))
    if len(word) == 2 and era is None:
        return value + (1900 if value > 40 else 2000)
    return value


def read_decade(text: str, at: int) -> Value | None:
    """Return the decade that begins at ``at``: 上世纪90年代, 80后."""
    match = _DECADE.match(text, at)
    if match is None:
        return None
    if match["new"]:  # 00后: born in the 2000s
        year = Fraction(2000 + int(match["new"]))
        readings = [Reading("decade", year), Reading("decade", Fraction(2000)), Reading("year", year)]
        return plain_value(Kind.DATE, text, at, match.end(), readings, plain=year, firm=False)
    ten, last = number(match["ten"] or f"{match['both'][0]}十"), 0
    if match["both"]:
        last = number(f"{match['both'][1]}十")
        if last != ten + 10:
            return None
    base, open_ = 1900, ten <= 20
    if match["year"] or match["century"]:
        open_ = False
    if match["year"]:
        base = int(match["year"]) * 100
    elif match["century"] and not match["century"].startswith("上"):
        said = match["century"].removesuffix("世纪")
        base = 2000 if said == "本" else (number(said) - 1) * 100
    readings = [
        Reading("decade", Fraction(base + ten)),
        Reading("year", Fraction(base + ten)),
        Reading("", Fraction(ten)),
    ]
    if open_:
        readings.append(Reading("decade", Fraction(2000 + ten)))
    until = [Reading("decade", Fraction(base + last)), Reading("year", Fraction(base + last))] if last else []
    return plain_value(
        Kind.DATE,
        text,
        at,
        match.end(),
        readings,
        until=until,
        plain=Fraction(ten),
        figures=(match["ten"] or "").isdigit(),
    )


def _years(text: str, at: int) -> Value | None:
    match = _YEARS_SPAN.match(text, at)
    if match is None:
        return None
    first, last = int(match["y"]), int(match["y2"])
    if last < 100:  # 2015-16赛季
        last += first // 100 * 100
    if last < first:
        return None
    return plain_value(
        Kind.DATE,
        text,
        at,
        match.end(),
        [date_reading(first)],
        until=[date_reading(last)],
        plain=Fraction(first),
    )


def _months(text: str, at: int) -> Value | None:
    match = _MONTHS_SPAN.match(text, at)
    if match is None:
        return None
    first, last = number(match["m"]), number(match["m2"])
    if not (1 <= first <= 12 and 1 <= last <= 12) or _DAY_NEXT.match(text[match.end() : match.end() + 3]):
        return None
    year = int(match["y"]) if match["y"] else None
    readings = [date_reading(year, first)]
    if first == 1 and match["to"] not in "、和及":
        readings.append(Reading("month", Fraction(last)))
    return plain_value(
        Kind.DATE,
        text,
        at,
        match.end(),
        readings,
        until=[date_reading(year, last)],
        figures=match["m"].isdigit(),
    )


def _days(text: str, at: int) -> Value | None:
    match = _DAYS_SPAN.match(text, at)
    if match is None:
        return None
    month = number(match["m"]) if match["m"] else None
    last_month = number(match["m2"]) if match["m2"] else month
    first, last = number(match["d"]), number(match["d2"])
    for m in (month, last_month):
        if m is not None and not 1 <= m <= 12:
            return None
    if not is_day(month, first) or not is_day(last_month, last):
        return None
    year = _year(match["y"], None) if match["y"] else None
    last_year = _year(match["y2"], None) if match["y2"] else year
    return plain_value(
        Kind.DATE, text, at, match.end(), [date_reading(year, month, first)],
        until=[date_reading(last_year, last_month, last)], figures=match["d"].isdigit(),
    )  # fmt: skip
