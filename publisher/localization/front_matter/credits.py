"""Who wrote, took, edited and issued a text, as a line of fields tells it."""

import re
from collections.abc import Callable

from publisher.localization.front_matter.dates import find_date
from publisher.localization.front_matter.fields import ROLE_WORDS, SOURCE_KEYS, read_fields, unbracketed
from publisher.localization.front_matter.names import is_name, is_ornate_name, may_be_name
from publisher.localization.front_matter.readings import bare
from publisher.model import Credit, CreditRole

_VALUE_END = re.compile(r"\s{2,}|[|｜\[【]")
_LABELLED = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, ROLE_WORDS), key=len, reverse=True))})\s*[：:/／](?=\s*\S)",
    re.IGNORECASE,
)
_NAME_BREAK = re.compile(
    r"\s*[、,，;；&]\s*|\s+and\s+"
    # 张三 李四 are two, 张 三 is one
    r"|(?<!(?<![\u3400-\u9fff])[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])"
)


def find_source(line: str) -> str:
    """Return the source that a line of labelled fields names, or nothing."""
    for key, value in read_fields(line).known:
        if key in SOURCE_KEYS:
            name = _VALUE_END.split(value, maxsplit=1)[0].strip()
            return name if len(name) <= 60 else ""
    return ""


def find_credits(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line that holds nothing else but a date and other fields; else nothing.

    A credit's value is one or several names: 责任编辑：一个被低估的职业 is a heading.
    """
    return _credits(line, lambda text: is_name(text) or is_ornate_name(text))


def seems_credits(line: str) -> bool:
    """Tell a line of credits beside a date, a source or each other, whatever the credits' values are."""
    fields = read_fields(line)
    named = any(key in ROLE_WORDS for key, _ in fields.known)
    slashed = not fields.lead and re.search("[/／]", line) is not None  # 文/李某
    beside = len(fields.known) > 1 or slashed or find_date(bare(line)) is not None
    return named and beside and len(fields.lead) <= 12


def credit_label(line: str) -> str:
    """Return the label of a credit, with its colon or slash, that a short line begins with; or nothing."""
    found = _LABELLED.match(unbracketed(line)) if len(line) <= 40 else None
    return found[0] if found else ""


def unusual_names(found: tuple[Credit, ...]) -> bool:
    """Tell credits in which a name has signs that no name has."""
    return any(is_ornate_name(name) for credit in found for name in credit.names)


def credits_as_written(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line that begins as credits, unusual names as written; nothing for a sentence."""
    return _credits(line, may_be_name)


def _credits(line: str, accept: Callable[[str], bool]) -> tuple[Credit, ...]:
    people: dict[CreditRole, list[str]] = {}
    for key, value in read_fields(line).known:
        if key not in ROLE_WORDS:
            continue
        value = _VALUE_END.split(value, maxsplit=1)[0]
        names = [unbracketed(name.strip("　 /／|｜。")) for name in _NAME_BREAK.split(value)]
        names = [name for name in names if name]
        if not names or any(len(bare(name)) > 40 or not accept(name) for name in names):
            return ()
        for role in ROLE_WORDS[key]:
            listed = people.setdefault(CreditRole(role), [])
            listed.extend(name for name in names if name not in listed)
    return tuple(Credit(role, tuple(names)) for role, names in people.items())


_WEEKDAYS = tuple(
    re.compile(rf"(?:星期|周|週|礼拜|禮拜)[{han}]|\b{name}\b")
    for han, name in zip(
        ("一", "二", "三", "四", "五", "六", "日天"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
_PLACE = re.compile(
    r"(?:[\u3400-\u9fff]{2,6}(?:市|县|縣|区|區|省|州|镇|鎮|乡|鄉|村|旗|盟)"
    r"|北京|上海|天津|重庆|重慶|香港|澳门|澳門|台北|臺北|高雄|台中|臺中|台南|臺南|新竹|基隆|广州|廣州|深圳|珠海|东莞|東莞|佛山|杭州|宁波|寧波|温州|溫州|绍兴|紹興|嘉兴|嘉興"
    r"|南京|苏州|蘇州|无锡|無錫|常州|徐州|南通|扬州|揚州|武汉|武漢|宜昌|长沙|長沙|株洲|成都|绵阳|綿陽|西安|咸阳|咸陽|宝鸡|寶雞|郑州|鄭州|洛阳|洛陽|开封|開封|济南|濟南|青岛|青島|烟台|煙台|潍坊|濰坊"
    r"|沈阳|瀋陽|大连|大連|长春|長春|哈尔滨|哈爾濱|石家庄|石家莊|唐山|保定|邯郸|邯鄲|太原|大同|合肥|芜湖|蕪湖|福州|厦门|廈門|泉州|南昌|九江|赣州|贛州|海口|三亚|三亞|南宁|南寧|桂林|柳州|贵阳|貴陽|遵义|遵義"
    r"|昆明|大理|拉萨|拉薩|兰州|蘭州|西宁|西寧|银川|銀川|乌鲁木齐|烏魯木齊|呼和浩特|包头|包頭|雄安|雄安新区|东京|東京|首尔|首爾|伦敦|倫敦|巴黎|纽约|紐約|华盛顿|華盛頓|日内瓦|日內瓦|新加坡)"
)
_DATE_WORDS = re.compile(
    r"发布时间|發布時間|发表时间|更新时间|发布日期|發佈日期|发布|發布|時間|时间|日期|Published|Updated|Date",
    re.IGNORECASE,
)


def beside_fields(line: str, *, as_written: bool = False) -> tuple[str, str]:
    """Return what a line of date, source and credits holds beside them: the place, and what else it says.

    Labels of the date, and the day of the week if it is that date's, say nothing more. A line
    that says more is no line of metadata. What credits say is not looked at where they are ``as_written``.
    """
    text = bare(line)
    date = find_date(text)
    fields = read_fields(line)
    if not as_written and any(key in ROLE_WORDS for key, _ in fields.known) and not find_credits(line):
        return "", text  # a value is no name
    dateless = text[: date[1]] + " " + text[date[2] :] if date else text
    rest = bare(fields.lead) if fields.known else dateless
    rest = _DATE_WORDS.sub(" ", rest)
    if date:
        rest = _WEEKDAYS[date[0].weekday()].sub(" ", rest)
    rest = re.sub(r"^[于於在]", "", rest.strip("（）()【】[] :：　|｜,，.-/"))
    place = rest if date and _PLACE.fullmatch(rest) else ""
    return place, "" if place else rest


def unknown_fields(line: str) -> tuple[str, ...]:
    """Return the fields of ``line`` whose labels are not known, each with its value."""
    return read_fields(line).other


def merge_credits(before: tuple[Credit, ...], more: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Return both, one credit a role, each name once."""
    people: dict[CreditRole, list[str]] = {}
    for credit in (*before, *more):
        listed = people.setdefault(credit.role, [])
        listed.extend(name for name in credit.names if name not in listed)
    return tuple(Credit(role, tuple(names)) for role, names in people.items())
