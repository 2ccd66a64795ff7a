"""The finder for Chinese text, Simplified and Traditional."""

import re
from datetime import datetime
from fractions import Fraction

import msgspec

from publisher.localization.values.building import plain_value, shared_units
from publisher.localization.values.chinese_calendar import read_calendar_word
from publisher.localization.values.chinese_counts import SYMBOL, SYMBOLS, number_at, ordinal_at
from publisher.localization.values.chinese_dates import read_date
from publisher.localization.values.chinese_deixis import with_day
from publisher.localization.values.chinese_names import find_names
from publisher.localization.values.chinese_numerals import HAN
from publisher.localization.values.chinese_passage import AFTER, BEFORE_END, Passage
from publisher.localization.values.chinese_shares import TO, half_at, multiplied_at, rate_at, share_at
from publisher.localization.values.chinese_times import period_of, read_time
from publisher.localization.values.conversion import convert
from publisher.localization.values.identifiers import find_identifiers
from publisher.localization.values.model import Bound, Kind, Reading, Value

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；！？（）"} | {
    0xA0: " ", 0x202F: " ", 0x2009: " ", 0x3000: " ", 0x2011: "-", 0x2010: "-", 0x2236: ":",
}  # fmt: skip


_CANDIDATE = re.compile(
    rf"(?P<cur>(?:{SYMBOL}))(?= ?\d)|(?P<share>百分之|千分之|万分之)|(?P<num>[\d{HAN}几])|数(?=[十百千万亿])|(?P<half>半)"
    r"|(?P<grown>翻了?(?P<fan>[一两二三四]?)番|倍增|减半|腰斩)|(?P<period>凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|当晚|昨晚|今晚|晚(?= ?[\d一二两三四五六七八九十])|早(?= ?[\d一二两三四五六七八九十])|午间)"
    r"|(?P<era>民国(?=[\d元零〇一二三四五六七八九十百])|公元(?=\d))|(?P<lunar>[正腊冬]月)|(?P<calendar>[星周礼第前头上下后今去明本昨当次同翌每全整往历常年日月中正午隔彻这])|(?P<soft>[首单双倍])"
)


_LAP = re.compile(
    r"(?:(?P<m>\d{1,2})分(?=\d{1,2}(?:\.\d{1,3})?秒)|(?=\d{1,2}秒\d))(?P<s>\d{1,2}(?:\.\d{1,3})?)秒(?P<part>\d{1,3})?(?!\d)"
)


_LATE_HOUR = re.compile(r"(?<!\d)(?:1[3-9]|2[0-4])(?:[:时点])")


_HALF_DAY = re.compile(r"下午|傍晚|晚|夜|午后|中午")


_O_CLOCK = re.compile(r"..?.?时")


_MATCH_WORDS = re.compile(r"比分|胜|负|击败|战平|逆转|领先|告负|大比分|淘汰|横扫")


def simplified(text: str) -> str:
    """Return ``text`` half-width and in Simplified characters, every character in its place.

    Whatever the language says: what is served as zh-Hans may be Traditional.
    """
    text = text.translate(_NARROW)
    characters = "".join(sorted({c for c in text if "\u3400" <= c <= "\u9fff"}))
    # GB 2312 has the Simplified characters, and of the Traditional ones that matter here only 後
    if len(characters.encode("gb2312", "ignore")) == 2 * len(characters) and "後" not in characters:
        return text
    return text.translate({ord(c): s for c, s in zip(characters, _converted(characters), strict=True)})


def _converted(characters: str) -> str:
    # one character a line: phrases must not change the length
    result = convert("\n".join(characters), "t2s").replace("\n", "")
    return result if len(result) == len(characters) else characters


def scan(text: str, language: str = "zh-Hans", issued: datetime | None = None) -> list[Value]:
    """Return every value of a Chinese text, and names with numbers in them, in order."""
    narrowed = simplified(text)
    overseas = language.lower().startswith(
        ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh_hant")
    ) or narrowed != text.translate(_NARROW)
    reader = _Reader(Passage(narrowed, overseas, issued))
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
                not found
                or found[-1].end < name.end
                or (not (found[0].figures or found[0].deixis) and found[-1].end <= name.end)
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
        values = [
            v if v.text == text[v.start : v.end] else msgspec.structs.replace(v, text=text[v.start : v.end])
            for v in values
        ]
    return values


def _with_bound(text: str, value: Value, after: int) -> Value:
    """Take 近 and 以上 into the span, for they are part of what is stated."""
    if value.bound is Bound.EXACT or value.kind in (Kind.NAME, Kind.DATE):
        return value
    start, end = value.start, value.end
    before = BEFORE_END.search(text, max(after, start - 8), start)
    if before is not None and not (before["least"] in ("上", "满") and text[start] not in "百千万亿十"):
        start = before.start()
    behind = AFTER.match(text, end)
    if behind is not None:
        end = behind.end()
    return msgspec.structs.replace(value, start=start, end=end, text=text[start:end])


class _Reader:
    """Reads the value at a candidate of one text."""

    def __init__(self, passage: Passage) -> None:
        self.passage, text = passage, passage.text
        # where hours run to 24, 5:00 is in the morning; 5时 is, unless 下午 stands somewhere
        self.all_day = _LATE_HOUR.search(text) is not None
        self.halves = _HALF_DAY.search(text) is not None
        self.period: tuple[int, str | None] = (-1, None)  # where the last time ended, and its period

    def read(self, match: re.Match[str]) -> list[Value]:
        text, start = self.passage.text, match.start()
        if match["cur"]:
            at = match.end() + (text[match.end() : match.end() + 1] == " ")
            return number_at(self.passage, start, at, SYMBOLS[match["cur"]])
        if match["soft"] or match["calendar"]:
            if match["soft"]:
                value = (
                    read_calendar_word(text, start, self.passage.issued) if match["soft"] == "首" else None
                )
                return [value] if value else []
            if match["calendar"] == "每" and (rate := rate_at(self.passage, start)) is not None:
                return [rate]
            value = read_calendar_word(text, start, self.passage.issued)
            if value is None and match["calendar"] == "第":
                return ordinal_at(self.passage, start)
            if (
                value is None
                and match["calendar"] == "上"
                and text[start + 1 : start + 2] in tuple("百千万亿")
            ):
                return []
            return [value] if value else []
        if match["share"]:
            return share_at(self.passage, match)
        if match["grown"]:
            return [multiplied_at(self.passage, match)]
        if match["half"]:
            return half_at(self.passage, start)
        if match["era"] or match["lunar"]:
            value = read_date(text, start)
            return [value] if value else []
        if match["period"]:
            time = read_time(text, start)
            return [with_day(self.remember(time) if time else self.part_of_day(match))]
        if text.startswith("一半", start):
            return [
                msgspec.structs.replace(v, start=start, text="一半") for v in half_at(self.passage, start + 1)
            ]
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
                    plain=None if lap["m"] else seconds,
                )
            ]
        calendar = read_calendar_word(text, start, self.passage.issued) or read_date(
            text, start, taiwan=self.passage.overseas
        )
        if calendar is not None:
            return [calendar]
        inherited = (
            self.period[1]
            if self.period[0] >= start - 2 and TO.fullmatch(text, self.period[0], start)
            else None
        )
        hours = self.all_day or (not self.halves and _O_CLOCK.match(text[start : start + 4]) is not None)
        time = read_time(text, start, inherited, all_day=hours)
        if time is not None and not self.is_score(time):
            return [self.remember(time)]
        return number_at(self.passage, start, start, None)

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
            Kind.NAME,
            self.passage.text,
            *match.span(),
            [Reading("part-of-day", part)],
            figures=False,
            firm=False,
        )

    def remember(self, time: Value) -> Value:
        self.period = (
            time.end,
            period_of(self.passage.text, time)
            or (self.period[1] if self.period[0] >= time.start - 2 else None),
        )
        return time

    def is_score(self, time: Value) -> bool:
        """3:20 beside 战胜 or 击败 is a score."""
        if ":" not in time.text and "：" not in time.text:
            return False
        around = self.passage.text[max(0, time.start - 12) : time.end + 8]
        return _MATCH_WORDS.search(around) is not None
