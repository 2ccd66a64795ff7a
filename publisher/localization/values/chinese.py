"""The finder for Chinese text, Simplified and Traditional."""

import re
from datetime import datetime
from fractions import Fraction
from functools import cache

import msgspec

from publisher.localization.values.building import bounded, measured, plain_value, shared_units
from publisher.localization.values.chinese_dates import (
    number,
    period_of,
    read_calendar_word,
    read_date,
    read_time,
)
from publisher.localization.values.chinese_names import find_names
from publisher.localization.values.chinese_numerals import HAN, Numeral, read_numeral
from publisher.localization.values.conversion import convert
from publisher.localization.values.identifiers import find_identifiers
from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import DOLLARS, Unit, chinese_units, units

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；！？（）"} | {
    0xA0: " ", 0x202F: " ", 0x2009: " ", 0x3000: " ", 0x2011: "-", 0x2010: "-", 0x2236: ":",
}  # fmt: skip
_SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY", "人民币": "CNY", "USD": "USD", "HKD": "HKD", "EUR": "EUR", "新台币": "TWD", "台币": "TWD", "美金": "USD", "港币": "HKD",
}  # fmt: skip
_SYMBOL = "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
_CANDIDATE = re.compile(
    rf"(?P<cur>(?:{_SYMBOL}))(?= ?\d)|(?P<share>百分之|千分之|万分之)|(?P<num>[\d{HAN}几])|数(?=[十百千万亿])|(?P<half>半)"
    r"|(?P<grown>翻了?(?P<fan>[一两二三四]?)番|倍增|减半|腰斩)|(?P<period>凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|当晚|昨晚|今晚|晚(?= ?[\d一二两三四五六七八九十])|早(?= ?[\d一二两三四五六七八九十])|午间)"
    r"|(?P<era>民国|公元)(?=\d)|(?P<lunar>[正腊冬]月)|(?P<calendar>[星周礼第前头上下后今去明本昨当次同翌每全整往历常年日月中正午隔彻这])|(?P<soft>[首单双倍])"
)
_BEFORE = re.compile(
    r"(?P<most>跌破|跌穿|降破|失守|[不未没](?:得|能|应|会|宜|可|许|有|准|再)?(?:超过|超|多于|高于|大于)|至多|最多|最高|不足|不到|低于|少于|未满|不满|小于|仅有|以内|未达|不及)|(?P<least>超过|超出|突破|不(?:得|能|应|会|宜|可|许)?(?:少于|低于|小于|短于)|至少|最少|最低|多于|高于|大于|多达|高达|达到|长达|逾|超|上|破|满|越过|已过|(?<=[值额量数入房])过)"
    r"|(?P<nearly>接近|将近|近(?!年|来|期)|逼近|直逼)|(?P<about>大约|约为|大概|约|左右|估计|预计)"
)
_BEFORE_END = re.compile(rf"(?:{_BEFORE.pattern})(?:了|为|达|人民币|有)?[ “]?$")
_AFTER = re.compile(
    r"(?P<more>以上|之多|开外|出头|多(?=[^边次种元方样]|$)|余(?=[^额下])|有余)|(?P<less>以下|以内|之内(?!容)|不到)|(?P<about>左右|上下|许|前后|来(?=岁))"
)
_CLASSIFIER_MORE = re.compile(
    r"(?:个|名|家|位|项|人|年|天|岁|元|公里|米|吨|亩|次|倍|件|台|户|种|小时|分钟|万)?(?P<mark>多|余)(?![边样元少种次额方])"
)
_TO = re.compile(r" ?(?:至|到|—{1,2}|–|-|~|～|:|比) ?")
_OFF = re.compile(r"(?P<unit>成|折)(?P<more>半|[一二三四五六七八九](?![个名家天])|\d(?![\d.]))?")
_TIMES = re.compile(r"倍")
_IN = re.compile(
    r"每(?:[^\d，。；、,;一二两三四五六七八九十百千]{0,4}) ?(?P<whole>\d{1,4}|[一二两三四五六七八九十百千]{1,3}) ?(?:名|个|位|人|家|户|对|辆|件|台|部|枚|笔|株|款|条)[^\d，。；、,;]{0,14}?(?:中|里|当中|之中)?，?(?:就|便|约|至少|大约|平均)?有(?:近|约|超过|至少)?"
    r"(?P<part>\d{1,3}|[一二两三四五六七八九]) ?(?=[名个位人家户对辆件台部枚笔株款条])"
)
_IN_SOME = re.compile(
    r"每 ?(?P<whole>\d{1,4}|[一二两三四五六七八九十百千]{1,3}) ?(?:名|个|位|人|家|户|对|辆|件|台)(?=[^，。；,;]{0,14}?(?:中|里|当中|之中)(?:就|便|约)?有(?P<part>[一两三四五六七八九])[名个位人家户])"
)
_PER = re.compile(r"每(?P<unit>斤|市斤|公斤|千克|升|亩|公顷|吨|公里|平方米|立方米|磅|加仑|桶)")
_GROWN = re.compile(
    r"(?:增长|增加|提高|扩大|上升|上涨|增|涨|提升|增多|多|高出|高|大|飙升|暴涨|猛增|激增|增幅|增值)(?:了|近|约|超过|逾|超|将近)*$"
)
_LAP = re.compile(
    r"(?:(?P<m>\d{1,2})分(?=\d{1,2}(?:\.\d{1,3})?秒)|(?=\d{1,2}秒\d))(?P<s>\d{1,2}(?:\.\d{1,3})?)秒(?P<part>\d{1,3})?(?!\d)"
)
_DECADES = re.compile(r"旬(?![刊报])")
_MINUTES = re.compile(
    r"零?(\d{1,2}|[一二三四五六七八九十]{1,3})分(?!之)钟?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})秒)?"
)
_RATE = re.compile(r" ?(?:兑|对|等于|约合|合|=)")
_MONTHS = re.compile(r"零?(\d{1,2}|[一二三四五六七八九十]{1,2})个月")
_AND_HALF = re.compile(r"个半(?P<unit>月|小时|钟头|世纪)")
_AFTER_NOUN = re.compile(
    r"[人名家个位项件台户次种座所辆岁天年](?:(?P<more>以上|之多|开外|出头)|(?P<less>以下|以内)|(?P<about>左右|上下))"
)


_LATE_HOUR = re.compile(r"(?<!\d)(?:1[3-9]|2[0-4])(?:[:时点])")
_HALF_DAY = re.compile(r"下午|傍晚|晚|夜|午后|中午")
_O_CLOCK = re.compile(r"..?.?时")
_MATCH_WORDS = re.compile(r"比分|胜|负|击败|战平|逆转|领先|告负|大比分|淘汰|横扫")
_SECONDS = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)秒")
_JIAO = re.compile(r"(\d|[一二三四五六七八九])(角|毛)(?:(\d|[一二三四五六七八九])分)?")
_GROWN_TO = re.compile(r"(?:增长|增加|提高|扩大|上升|增|提升|翻)[到至为](?:了|约|近)*$")
_SPAN = re.compile(r"[\d一二两三四五六七八九十几]+个?(?:年|月|天|周)")
_SYMBOL_HERE = re.compile(_SYMBOL)


def simplified(text: str, language: str) -> str:
    """Return ``text`` half-width and in Simplified characters, every character in its place."""
    text = text.translate(_NARROW)
    if not language.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh_hant")):
        return text
    characters = sorted({c for c in text if "\u3400" <= c <= "\u9fff"})
    return text.translate(
        {ord(c): s for c, s in zip(characters, _converted("".join(characters)), strict=True)}
    )


def _converted(characters: str) -> str:
    # one character a line: phrases must not change the length
    result = convert("\n".join(characters), "t2s").replace("\n", "")
    return result if len(result) == len(characters) else characters


def scan(text: str, language: str = "zh-Hans", issued: datetime | None = None) -> list[Value]:
    """Return every value of a Chinese text, and names with numbers in them, in order."""
    narrowed = simplified(text, language)
    overseas = language.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh_hant"))
    reader = _Reader(narrowed, overseas, issued)
    kept = sorted(
        [*find_identifiers(narrowed), *find_names(narrowed)],
        key=lambda v: (v.start, v.kind is Kind.NAME, -v.end),
    )
    values: list[Value] = []
    at = following = 0
    for match in _CANDIDATE.finditer(narrowed):
        start = match.start()
        while following < len(kept) and kept[following].start < start:
            if kept[following].start >= at:
                values.append(kept[following])
                at = kept[following].end
            following += 1
        if start < at:
            continue
        name = kept[following] if following < len(kept) and kept[following].start == start else None
        if name is not None and name.kind is not Kind.NAME:
            continue
        found = reader.read(match)
        # 一次性 is a word, 一次 may be counted: what reads further wins, a figure over a name of its length
        if (
            name is not None
            and not (match["share"] or match["grown"])
            and (
                not found or found[-1].end < name.end or (not found[0].figures and found[-1].end <= name.end)
            )
        ):
            continue
        for value in found:
            values.append(value)
            at = max(at, value.end)
    values += [v for v in kept[following:] if v.start >= at]
    values = shared_units(narrowed, values)
    values = [_with_bound(narrowed, v, values[n - 1].end if n else 0) for n, v in enumerate(values)]
    if narrowed != text:
        values = [msgspec.structs.replace(v, text=text[v.start : v.end]) for v in values]
    return values


def _with_bound(text: str, value: Value, after: int) -> Value:
    """Take 近 and 以上 into the span, for they are part of what is stated."""
    if value.bound is Bound.EXACT or value.kind in (Kind.NAME, Kind.DATE):
        return value
    start, end = value.start, value.end
    before = _BEFORE_END.search(text, max(after, start - 8), start)
    if before is not None and not (before["least"] in ("上", "满") and text[start] not in "百千万亿十"):
        start = before.start()
    behind = _AFTER.match(text, end)
    if behind is not None:
        end = behind.end()
    return msgspec.structs.replace(value, start=start, end=end, text=text[start:end])


class _Reader:
    """Reads the value at a candidate of one text."""

    def __init__(self, text: str, overseas: bool, issued: datetime | None) -> None:
        self.text, self.overseas, self.issued = text, overseas, issued
        self.pattern, self.table = _unit_pattern(), chinese_units()
        # where hours run to 24, 5:00 is in the morning; 5时 is, unless 下午 stands somewhere
        self.all_day = _LATE_HOUR.search(text) is not None
        self.halves = _HALF_DAY.search(text) is not None
        self.period: tuple[int, str | None] = (-1, None)  # where the last time ended, and its period

    def read(self, match: re.Match[str]) -> list[Value]:
        text, start = self.text, match.start()
        if match["cur"]:
            at = match.end() + (text[match.end() : match.end() + 1] == " ")
            return self.number(start, at, _SYMBOLS[match["cur"]])
        if match["soft"] or match["calendar"]:
            if match["soft"]:
                value = read_calendar_word(text, start, self.issued) if match["soft"] == "首" else None
                return [value] if value else []
            if match["calendar"] == "每" and (rate := self.rate(start)) is not None:
                return [rate]
            value = read_calendar_word(text, start, self.issued)
            if value is None and match["calendar"] == "第":
                return self.ordinal(start)
            if (
                value is None
                and match["calendar"] == "上"
                and text[start + 1 : start + 2] in tuple("百千万亿")
            ):
                return []
            return [value] if value else []
        if match["share"]:
            return self.share(match)
        if match["grown"]:
            return [self.multiplied(match)]
        if match["half"]:
            return self.half(start)
        if match["era"] or match["lunar"]:
            value = read_date(text, start)
            return [value] if value else []
        if match["period"]:
            time = read_time(text, start)
            return [self.remember(time)] if time else [self.part_of_day(match)]
        if text.startswith("一半", start):
            return [msgspec.structs.replace(v, start=start, text="一半") for v in self.half(start + 1)]
        if (lap := _LAP.match(text, start)) is not None:
            seconds = Fraction(lap["m"] or 0) * 60 + Fraction(
                f"{lap['s']}.{lap['part']}" if lap["part"] and "." not in lap["s"] else lap["s"]
            )
            return [
                plain_value(
                    Kind.DURATION,
                    text,
                    *lap.span(),
                    [Reading("s", seconds)],
                )
            ]
        calendar = read_calendar_word(text, start, self.issued) or read_date(
            text, start, taiwan=self.overseas
        )
        if calendar is not None:
            return [calendar]
        inherited = (
            self.period[1]
            if self.period[0] >= start - 2 and _TO.fullmatch(text, self.period[0], start)
            else None
        )
        hours = self.all_day or (not self.halves and _O_CLOCK.match(text[start : start + 4]) is not None)
        time = read_time(text, start, inherited, all_day=hours)
        if time is not None and not self.is_score(time):
            return [self.remember(time)]
        return self.number(start, start, None)

    def rate(self, start: int) -> Value | None:
        """每5人中有3人 is a share, 每斤 one jin, which the English may turn into grams."""
        text = self.text
        if (match := _IN.match(text, start) or _IN_SOME.match(text, start)) is not None:
            part, whole = (
                number(match["part"].replace("两", "二")),
                number(match["whole"].replace("两", "二")),
            )
            if 0 < part < whole:
                share = Fraction(part, whole)
                readings = [Reading("", share), Reading("%", share * 100)]
                return plain_value(
                    Kind.FRACTION, text, *match.span(), readings, plain=share, figures=False, firm=False
                )
        if (match := _PER.match(text, start)) is not None and match["unit"] in self.table:
            of = self.table[match["unit"]]
            return plain_value(
                Kind.NAME, text, *match.span(), measured(Fraction(1), of), plain=Fraction(1), unit=of[0].key, figures=False, firm=False,
            )  # fmt: skip
        return None

    def part_of_day(self, match: re.Match[str]) -> Value:
        said = match.group()
        part = (
            "am"
            if said in ("凌晨", "清晨", "早晨", "早上", "上午", "早")
            else "noon"
            if said in ("中午", "正午", "午间")
            else "pm"
        )
        return plain_value(
            Kind.NAME, self.text, *match.span(), [Reading("part-of-day", part)], figures=False, firm=False
        )

    def remember(self, time: Value) -> Value:
        self.period = (
            time.end,
            period_of(self.text, time) or (self.period[1] if self.period[0] >= time.start - 2 else None),
        )
        return time

    def is_score(self, time: Value) -> bool:
        """3:20 beside 战胜 or 击败 is a score."""
        if ":" not in time.text and "：" not in time.text:
            return False
        around = self.text[max(0, time.start - 12) : time.end + 8]
        return _MATCH_WORDS.search(around) is not None

    def share(self, match: re.Match[str]) -> list[Value]:
        """百分之三十, 千分之三."""
        text, start = self.text, match.start()
        whole = {"百": 100, "千": 1000, "万": 10000}[match["share"][0]]
        numeral = read_numeral(text, match.end())
        if numeral is None:
            if text[match.end() : match.end() + 1] != "百":
                return []
            numeral = Numeral(Fraction(100), match.end() + 1, False)
        amount, end = numeral.amount * Fraction(100, whole), numeral.end
        until, last = [], None
        if (link := _TO.match(text, end)) and (
            second := read_numeral(
                text, link.end() + (3 if text.startswith(match["share"], link.end()) else 0)
            )
        ):
            last = second.amount * Fraction(100, whole)
            until, end = [Reading("%", last)], second.end
        elif numeral.until is not None:
            last = numeral.until * Fraction(100, whole)
            until = [Reading("%", last)]
        readings = [Reading("%", amount), Reading("", amount / 100)]
        bound = bounded(self.bound(start, end), numeral.bound)
        return [
            plain_value(
                Kind.PERCENT,
                text,
                start,
                end,
                readings,
                until=until,
                bound=bound,
                unit="%",
                plain=amount,
                end_plain=last,
                places=numeral.places,
                figures=numeral.figures,
            )
        ]

    def multiplied(self, match: re.Match[str]) -> Value:
        """翻番 doubles, 翻两番 quadruples."""
        fan = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}[match["fan"] or ""]
        factor = Fraction(1, 2) if match.group() in ("减半", "腰斩") else Fraction(2**fan)
        readings = [Reading("x", factor), Reading("times", factor)]
        if factor < 1:
            readings.append(Reading("%", Fraction(50)))
        return plain_value(
            Kind.MULTIPLE,
            self.text,
            *match.span(),
            readings,
            unit="grown",
            plain=factor,
            figures=False,
            firm=fan > 1,
        )

    def half(self, start: int) -> list[Value]:
        """半年, 半小时, 一半 ends here too."""
        text = self.text
        end, of = self.unit(start + 1)
        half = Fraction(1, 2)
        if text[start + 1 : start + 2] in ("天", "日"):
            return [
                plain_value(
                    Kind.DURATION,
                    text,
                    start,
                    start + 2,
                    [Reading("s", Fraction(43200)), Reading("", half)],
                    plain=half,
                    figures=False,
                    firm=False,
                )
            ]
        if of and of[0].kind is Kind.DURATION:
            return [
                plain_value(
                    Kind.DURATION,
                    text,
                    start,
                    end,
                    [*measured(half, of), Reading("", half)],
                    plain=half,
                    unit=of[0].key,
                    figures=False,
                    firm=False,
                )
            ]
        readings = [Reading("", half), Reading("%", Fraction(50)), Reading("x", half)]
        return [
            plain_value(
                Kind.FRACTION, text, start, start + 1, readings, plain=half, figures=False, firm=False
            )
        ]

    def ordinal(self, start: int) -> list[Value]:
        """第十, 第3届, 第22个."""
        text = self.text
        numeral = read_numeral(text, start + 1)
        if numeral is None or numeral.bound is Bound.SOME:
            return []
        readings = [Reading("ordinal", numeral.amount), Reading("", numeral.amount)]
        end, until, last = numeral.end, [], None
        if (link := _TO.match(text, end)) and text[end : end + 1] not in ":比":
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

    def number(self, start: int, at: int, currency: str | None) -> list[Value]:
        text = self.text
        numeral = read_numeral(text, at, tera=self.overseas)
        if numeral is None:
            return []
        end = numeral.end
        if text.startswith("分之", end):
            return self.fraction(start, numeral)
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
        plural = self._special(start, numeral)
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
        link = _TO.match(text, end)
        first_unit_end, first_unit = self.unit(end)
        if link is None and first_unit and first_unit_end > end:
            link = _TO.match(text, first_unit_end)  # 3万元至5万元
            if link is not None and link.group().strip() in (":", "比"):
                link = None
        if link is not None and numeral.until is None:
            second = read_numeral(text, link.end() + len(_symbol_at(text, link.end())), tera=self.overseas)
            if second is not None:
                score = link.group().strip() in (":", "比") and not numeral.places
                dash = link.group().strip() in ("-", "–", "~", "～", "—", "——")
                if (
                    first_unit
                    and first_unit_end > end
                    and not _same_unit(self.unit(second.end)[1], first_unit)
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
                    or self.is_date_after(second.end, link)
                ):
                    second = None
        until_amount = second.amount if second is not None else numeral.until
        after = second.end if second is not None else numeral.end
        amount, alternatives = numeral.amount, []
        if second is not None and numeral.scale == 1 and second.scale >= 100 and not score:
            alternatives.append(amount)
            amount *= second.scale if second.figures or second.scale >= 10000 else 1
        stop, of = self.unit(after)
        if currency is not None:
            if of and of[0].kind is Kind.MONEY:
                after = stop
                if currency == "CNY" and of[0].key != "CNY":
                    currency = of[0].key  # 人民币1万亿美元 is a slip: what stands behind counts
            dollars = ("USD", *sorted(DOLLARS - {"USD"}))
            of = tuple(units()[c] for c in (dollars if text[start] == "$" else (currency,)))
        elif of:
            after = stop
        bound = bounded(self.bound(start, after), numeral.bound if second is None else second.bound)
        if bound is Bound.EXACT and second is not None:
            bound = numeral.bound
        end = after
        if off := _OFF.match(text, after) if not of and currency is None and not score else None:
            value = self.tenths(start, numeral, second, off, bound)
            if value is not None:
                return [value]
        if not of and (times := _TIMES.match(text, after)) is not None:
            return [self.times(start, times.end(), numeral, until_amount, bound)]
        readings = self.readings(numeral, amount, of)
        readings += [Reading("", a) for a in alternatives]
        if text[start - 1 : start] == "等" and not of and amount > 1:
            readings.append(Reading("", amount - 1))  # 教育部等六部门: the ministry and five others
        until = self.readings(second or numeral, until_amount, of) if until_amount is not None else []
        kind = of[0].kind if of else Kind.SCORE if score else Kind.NUMBER
        firm = (
            numeral.figures
            or not (
                amount <= 10
                or numeral.bound is Bound.SOME
                or (bound is Bound.EXACT and _loose(text, start, end))
            )
            or (
                amount >= 3
                and numeral.until is None
                and numeral.bound is not Bound.SOME
                and not _loose(text, start, end)
                and not text.startswith(("部门", "部委", "部分"), end)
                and text[start - 1 : start] != "等"
                and (
                    of[0].kind in (Kind.MEASURE, Kind.DURATION) if of else text[end : end + 1] in _CLASSIFIERS
                )
            )
            or (
                bool(of)
                and of[0].kind in (Kind.MONEY, Kind.PERCENT, Kind.POINTS)
                and text[start] not in "一两"
            )
        )
        if numeral.bound is Bound.SOME and not numeral.figures:
            firm = False
        if of and of[0].kind is Kind.MONEY and amount == 1 and _RATE.match(text, end):
            firm = False  # 1美元兑108日元
        composed = self.composed(end, amount, of) if second is None and currency is None else None
        if composed is not None:
            end, amount, readings = composed
            if of[0].key == "CNY" and self.overseas:
                readings = self.readings(numeral, amount, of)
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
                counted=not of and text[end : end + 1] in _CLASSIFIERS,
            )
        ]

    def is_date_after(self, end: int, link: re.Match[str]) -> bool:
        return self.text[end : end + 1] in ("月", "时") and self.text[link.start() : link.end()].strip() in (
            "至",
            "到",
        )

    def composed(
        self, end: int, amount: Fraction, of: tuple[Unit, ...]
    ) -> tuple[int, Fraction, list[Reading]] | None:
        """Take 3元5角, 一年半, 3小时20分 and 两个半月 as one."""
        text = self.text
        if not of:
            return None
        if (
            of[0].kind is Kind.DURATION
            and text[end : end + 1] == "半"
            and text[end + 1 : end + 2] not in ("年", "个", "天", "小")
        ):
            amount += Fraction(1, 2)
            return end + 1, amount, measured(amount, of)
        if of[0].key == "hour" and (minutes := _MINUTES.match(text, end)) is not None:
            seconds = amount * 3600 + number(minutes[1]) * 60 + number(minutes[2] or "零")
            return minutes.end(), amount, [Reading("s", seconds)]
        if of[0].key == "year" and (months := _MONTHS.match(text, end)) is not None:
            return months.end(), amount, [Reading("month", amount * 12 + number(months[1]))]
        if of[0].key == "minute" and (rest := _SECONDS.match(text, end)) is not None:
            return rest.end(), amount, [Reading("s", amount * 60 + Fraction(rest[1]))]
        if of[0].key == "CNY" and text[end - 1] in "元块" and (jiao := _JIAO.match(text, end)) is not None:
            amount += Fraction(number(jiao[1]), 10) + Fraction(number(jiao[3]) if jiao[3] else 0, 100)
            return jiao.end(), amount, measured(amount, of)
        return None

    def tenths(
        self, start: int, numeral: Numeral, second: Numeral | None, off: re.Match[str], bound: Bound
    ) -> Value | None:
        """三成 is 30%, 八折 20% off."""
        text = self.text
        if numeral.amount > 99 or (
            off["unit"] == "成"
            and text[off.end() : off.end() + 1] in tuple("功立都长员就果本交型份绩人效名语千吉")
        ):
            return None
        if off["unit"] == "成" and numeral.amount == 1 and text.startswith("为", off.end()):
            return None
        if off["unit"] == "折" and text[off.end() : off.end() + 1] in tuple("断磨叠射线腾返扇纸旧戟损服算合"):
            return None

        def share(amount: Fraction) -> Fraction:
            extra = Fraction(0)
            if off["more"]:
                extra = Fraction(5) if off["more"] == "半" else Fraction(number(off["more"]))
            return amount * 10 + extra if amount < 10 or off["unit"] == "成" else amount

        bound = bounded(self.bound(start, off.end()), bound)
        amount = share(numeral.amount)
        last = numeral.until if second is None else second.amount
        until = [Reading("%", share(last))] if last is not None else []
        readings = [Reading("%", amount), Reading("", amount / 100)]
        if off["unit"] == "折":
            readings = [Reading("%", 100 - amount), Reading("%", amount)]
            until = [Reading("%", 100 - share(last)), Reading("%", share(last))] if last is not None else []
        unit = "折" if off["unit"] == "折" else "%"
        return plain_value(
            Kind.PERCENT, text, start, off.end(), readings, until=until, bound=bound, unit=unit, plain=amount,
            end_plain=share(last) if last is not None else None, figures=numeral.figures, firm=numeral.figures or numeral.until is None,
        )  # fmt: skip

    def times(self, start: int, end: int, numeral: Numeral, until: Fraction | None, bound: Bound) -> Value:
        """增长两倍 is tripled; 增长到两倍 and 两倍于 are twice."""
        text, amount = self.text, numeral.amount
        bound = bounded(self.bound(start, end), bound)
        if text[end : end + 1] in ("多", "余"):
            bound, end = Bound.MORE, end + 1
        if text[end : end + 1] == "半":
            amount, end = amount + Fraction(1, 2), end + 1
        grown = _GROWN.search(text, max(0, start - 10), start) is not None
        grown_to = _GROWN_TO.search(text, max(0, start - 10), start) is not None
        readings = [Reading("x", amount + 1 if grown else amount), Reading("times", amount)]
        if amount == 1:
            readings += [Reading("x", Fraction(2)), Reading("%", Fraction(100))]
        elif grown:
            readings.append(Reading("%", amount * 100))
        ends = [Reading("x", until), Reading("times", until)] if until is not None else []
        return plain_value(
            Kind.MULTIPLE,
            text,
            start,
            end,
            readings,
            until=ends,
            bound=bound,
            unit="grown" if grown or grown_to else "",
            plain=amount,
            places=numeral.places,
            figures=numeral.figures,
            firm=numeral.figures,
        )

    def fraction(self, start: int, bottom: Numeral) -> list[Value]:
        """三分之二, 十三分之一."""
        text = self.text
        top = read_numeral(text, bottom.end + 2)
        if top is None or not bottom.amount:
            return []
        share = top.amount / bottom.amount
        readings = [Reading("", share), Reading("%", share * 100), Reading("x", share)]
        bound = bounded(self.bound(start, top.end), top.bound)
        return [
            plain_value(
                Kind.FRACTION,
                text,
                start,
                top.end,
                readings,
                bound=bound,
                plain=share,
                figures=bottom.figures,
                firm=bottom.figures,
            )
        ]

    def _special(self, start: int, numeral: Numeral) -> Value | None:
        """98年 (a span or a year), 二三十年代 and the digits of a long row."""
        text, end = self.text, numeral.end
        if numeral.digits > 15:
            return plain_value(
                Kind.IDENTIFIER,
                text,
                start,
                end,
                [Reading("text", text[start : min(end, start + 64)])],
                figures=True,
            )
        if (
            text[end : end + 1] == "年"
            and numeral.digits == 2
            and numeral.figures
            and text[end + 1 : end + 2] not in ("来", "间", "以", "内", "前", "后", "期", "的", "历")
        ):
            year = int(numeral.amount) + (1900 if numeral.amount > 40 else 2000)
            readings = [
                Reading("month", numeral.amount * 12),
                Reading("year", Fraction(year)),
                Reading("", numeral.amount),
            ]
            return plain_value(
                Kind.DURATION,
                text,
                start,
                end + 1,
                readings,
                unit="year",
                plain=numeral.amount,
                bound=self.bound(start, end + 1),
            )
        return None

    def readings(self, numeral: Numeral, amount: Fraction | None, of: tuple[Unit, ...]) -> list[Reading]:
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
        text = self.text
        match = _BEFORE_END.search(text[max(0, start - 8) : start])
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
        after = _AFTER.match(text, end) or _AFTER_NOUN.match(text, end)
        if after is not None:
            found = bounded(
                found, Bound.MORE if after["more"] else Bound.LESS if after["less"] else Bound.ABOUT
            )
        return found


_CLASSIFIERS = frozenset("家名位人件条项所座场台辆架艘支部本册篇枚张套处村户只头匹株棵颗粒")
_COMPOUNDS = {
    "方": "案面向式法针言便圆程阵队子正的位略", "里": "程面边", "克": "服隆制拉扎里", "卡": "车通片", "升": "级旗值学至到降", "度": "过假化日量",
    "秒": "杀", "寸": "步", "尺": "寸", "丈": "夫", "码": "头", "担": "任保负", "载": "体客重货荷", "米": "饭粉线兰", "周": "边围期年岁密到末刊", "天": "津然气使下空文鹅安河王山赋",
    "块": "状链", "元": "素旦月宵首年件帅", "瓦": "斯", "伏": "击", "毫": "米升克安伏", "毛": "利衣巾孔笔线坦里", "角": "形度落色质膜逐力",
}  # fmt: skip


def _loose(text: str, start: int, end: int) -> bool:
    """Tell whether it is a lone scale word (百, 千, 万), as often a word as a number."""
    return end - start == 1 and text[start] in "十百千万亿"


def _same_unit(second: tuple[Unit, ...], first: tuple[Unit, ...]) -> bool:
    return bool(second) and second[0].base == first[0].base


def _symbol_at(text: str, at: int) -> str:
    match = _SYMBOL_HERE.match(text, at)
    return match.group() if match else ""


@cache
def _unit_pattern() -> re.Pattern[str]:
    names = sorted(chinese_units(), key=len, reverse=True)
    escaped = "|".join(re.escape(n) for n in names)
    return re.compile(rf" ?(?:个|多|余)?(?=\S)(?:(?<=[多余])|(?<![多余]))(?P<unit>{escaped})(?![A-Za-z])")
