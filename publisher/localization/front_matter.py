"""Lines that are not body text: date, source, credits, release line, end mark, contacts."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec

from publisher.model import Contact, Credit, CreditRole

SHANGHAI = ZoneInfo("Asia/Shanghai")

# A pasted-in reading, 創(chuàng), is looked through when a line is told, and left for the repairs.
_READING = re.compile(
    r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,8}[1-5]?[)）]|(?<=[\u3400-\u9fff])[(（][ㄅ-ㄩˊˇˋ˙]{1,5}[)）]"
)


def bare(line: str) -> str:
    """Return ``line`` without pasted-in readings, for telling what it is."""
    return _READING.sub("", line)


def _looked_through(line: str) -> tuple[str, list[int]]:
    """Return ``line`` without readings, and where in ``line`` each of its characters stands, and its end."""
    places: list[int] = []
    at = 0
    for reading in (*_READING.finditer(line), None):
        end = reading.start() if reading else len(line)
        places += range(at, end)
        at = reading.end() if reading else end
    return "".join(line[n] for n in places), [*places, len(line)]


# ── Dates ────────────────────────────────────────────────────────────────────

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_CLOCK = r"(?:[ T\u3000]*(?P<hour>[01]?\d|2[0-3])(?:[:：时時](?P<minute>[0-5]\d)分?(?:[:：](?P<second>[0-5]\d))?|[时時]整?(?!\d)))?"
_DATES = (
    re.compile(
        r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?" + _CLOCK
    ),
    re.compile(r"(?P<name>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>(?:19|20)\d\d)" + _CLOCK),
    re.compile(r"(?P<day>\d{1,2}) (?P<name>[A-Z][a-z]{2,8})\.? (?P<year>(?:19|20)\d\d)" + _CLOCK),
)


def find_date(line: str) -> tuple[datetime, int, int] | None:
    """Return the first date in ``line`` (aware, in Asia/Shanghai) and where it stands."""
    for pattern in _DATES:
        for found in pattern.finditer(line):
            parts = found.groupdict()
            month = _MONTHS.get(parts["name"].lower(), 0) if parts.get("name") else int(parts["month"])
            try:
                when = datetime(
                    int(parts["year"]),
                    month,
                    int(parts["day"]),
                    int(parts["hour"] or 0),
                    int(parts["minute"] or 0),
                    int(parts["second"] or 0),
                    tzinfo=SHANGHAI,
                )
            except ValueError:
                continue
            return when, found.start(), found.end()
    return None


_EMBARGO = re.compile(
    r"^(?:EMBARGOED UNTIL|Embargoed until|禁发至|禁發至)|前不得[发發][布佈表]|[后後]方可[发發][布佈表]"
)
_PM = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap])\.?m\.?", re.IGNORECASE)
_HOUR = re.compile(r"(?P<hour>\d{1,2})[时時](?!\d)")


def embargo(line: str) -> datetime | None:
    """Return the time that an embargo line gives; nothing if it is not one or gives no date."""
    if not _EMBARGO.search(line) or (found := find_date(line)) is None:
        return None
    when, _, end = found
    if clock := _PM.search(line, end):
        hour = int(clock["hour"]) % 12 + (12 if clock["half"].lower() == "p" else 0)
        return when.replace(hour=hour, minute=int(clock["minute"] or 0))
    if clock := _HOUR.search(line, end):
        return when + timedelta(hours=int(clock["hour"]))
    return when


# ── Credits ──────────────────────────────────────────────────────────────────

_ROLE_WORDS = {
    "文": ("text",), "图": ("photo",), "圖": ("photo",), "文图": ("text", "photo"), "图文": ("text", "photo"),
    "文/图": ("text", "photo"), "图/文": ("text", "photo"), "文、图": ("text", "photo"),
    "文/圖": ("text", "photo"), "圖/文": ("text", "photo"), "圖文": ("text", "photo"), "文圖": ("text", "photo"),
    "文字": ("text",), "撰文": ("text",), "撰稿": ("text",), "供稿": ("text",), "作者": ("text",),
    "通讯员": ("text",), "通訊員": ("text",), "记者": ("text",), "記者": ("text",),
    "实习生": ("text",), "實習生": ("text",), "实习记者": ("text",), "實習記者": ("text",), "见习记者": ("text",), "見習記者": ("text",),
    "特约记者": ("text",), "特約記者": ("text",), "本报记者": ("text",), "本報記者": ("text",), "特约通讯员": ("text",), "特約通訊員": ("text",),
    "摄影": ("photo",), "攝影": ("photo",), "图片": ("photo",), "圖片": ("photo",),
    "供图": ("photo",), "供圖": ("photo",), "摄": ("photo",), "攝": ("photo",), "摄像": ("photo",),
    "编辑": ("edit",), "編輯": ("edit",), "责任编辑": ("edit",), "責任編輯": ("edit",), "责编": ("edit",), "責編": ("edit",),
    "审核": ("review",), "審核": ("review",), "审稿": ("review",), "審稿": ("review",), "初审": ("review",), "初審": ("review",),
    "复审": ("review",), "複審": ("review",), "復審": ("review",), "终审": ("review",), "終審": ("review",), "校对": ("review",), "校對": ("review",),
    "翻译": ("translation",), "翻譯": ("translation",), "译": ("translation",), "譯": ("translation",),
    "text": ("text",), "words": ("text",), "by": ("text",), "reporter": ("text",), "text by": ("text",), "words by": ("text",),
    "photo": ("photo",), "photos": ("photo",), "photo by": ("photo",), "photos by": ("photo",), "pictures": ("photo",),
    "editor": ("edit",), "edited by": ("edit",), "reviewed by": ("review",), "review": ("review",),
    "translation": ("translation",), "translated by": ("translation",), "translator": ("translation",),
}  # fmt: skip
_KEYS = "|".join(sorted((re.escape(word) for word in _ROLE_WORDS), key=len, reverse=True))
_SOURCE_WORDS = (
    "来源",
    "來源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "稿源",
    "发布单位",
    "Source",
    "Issued by",
)
_OTHER_WORDS = (
    *(
        "发布时间",
        "發布時間",
        "发表时间",
        "發表時間",
        "更新时间",
        "发布日期",
        "發佈日期",
        "时间",
        "時間",
        "日期",
    ),
    *(
        "点击",
        "点击数",
        "点击量",
        "浏览",
        "浏览次数",
        "浏览量",
        "阅读",
        "阅读量",
        "閱讀",
        "字号",
        "字體",
        "字体",
    ),
    *("Published", "Updated", "Date", "Views"),
)
_SOURCE_KEYS = frozenset(word.lower() for word in _SOURCE_WORDS)
_WORDS = "|".join(
    sorted(map(re.escape, (*_ROLE_WORDS, *_SOURCE_WORDS, *_OTHER_WORDS)), key=len, reverse=True)
)
_FIELD = re.compile(
    rf"(?<!\w)(?P<key>{_WORDS})\s*[/／:：|｜]\s*|(?<=[\s　|｜】\]])(?P<other>[\u3400-\u9fff]{{2,6}})[:：]\s*"
    r"|(?:(?<=[\s　|｜])|\A)(?P<role>(?:实习|實習|见习|見習|特约|特約|本报|本報)?[记記]者|(?:特约|特約)?通[讯訊][员員]|[实實][习習]生|作者|[编編][辑輯]|[责責][编編]|[摄攝]影|[撰供]稿|文|[图圖])[ 　]+"
    r"(?=[\u3400-\u9fff]{2,4}(?:[\s　、|｜]|\Z))"
    r"|(?:(?<=[\s;,|])|\A)(?P<by>(?:(?:text|words|photos?|edited|reviewed|translated) )?by)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_VALUE_END = re.compile(r"\s{2,}|[|｜\[【]")
_NAME_BREAK = re.compile(r"\s*[、,，;；&]\s*|\s+and\s+|[ \u3000]+(?=[\u3400-\u9fff])")
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff\U00020000-\U000323af]{2,4}|[\u3400-\u9fff]{1,12}(?:[·•・．.][\u3400-\u9fff]{1,12}){1,4}"
)
_BODY_NAME = re.compile(
    r"[\u3400-\u9fff\w（）()]{2,30}(?:部|处|處|科|室|系|院|校|所|社|网|網|站|台|臺|会|會|中心|局|厅|廳|委|办|辦|组|組|团|團|队|隊|班|馆|館|报|報|刊|司|公司|集团|大学|小学|中学|记者|員|员|生|老师|師)"
)
_NOT_IN_NAMES = re.compile("[的了是我你您他她它这這那吗嗎呢吧很不]|一[个個]|什么|什麼|为何|為何|怎么|怎麼")
_LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u024f][\w.’'-]*|de|van|von|der|den|la|le|of|and|the|&|bin|al)(?: (?:[A-Z\u00c0-\u024f(][\w.’')-]*|de|van|von|der|den|la|le|of|and|the|&|bin|al)){0,6}|[\w.@-]{2,30}"
)


def is_name(text: str) -> bool:
    """Tell the name of a person or an office from words that say something."""
    text = re.sub(r"[（(][^（）()]*[)）]\Z", "", bare(text)).strip()
    if not re.search(r"[\u3400-\u9fff]", text):
        return bool(_LATIN_NAME.fullmatch(text))
    if _NOT_IN_NAMES.search(text):
        return False
    return bool(_HAN_NAME.fullmatch(text) or _BODY_NAME.fullmatch(text))


class _Fields(msgspec.Struct, frozen=True):
    """A line of fields: labels, in lower case, with what stands behind them, and what is outside of them."""

    known: tuple[tuple[str, str], ...] = ()
    other: tuple[str, ...] = ()  # labels that are not known, with their values
    lead: str = ""  # what stands before the first label, a date aside


def _unbracketed(text: str) -> str:
    """Return ``text`` without the brackets around it, or the one of a pair that it has at an end."""
    text = text.strip()
    for opening, closing in ("（(", "）)"), ("[【", "]】"):
        while text and text[0] in opening and (text[-1] in closing or not any(c in text for c in closing)):
            text = text[1:-1] if text[-1] in closing else text[1:]
        if text and text[-1] in closing and not any(c in text for c in opening):
            text = text[:-1]
    return text.strip()


def _fields(line: str) -> _Fields:
    """Return the fields of ``line``; none if it says more than fields do. A date is no field."""
    text = _unbracketed(line)
    if len(text) > 400:
        return _Fields()
    plain, places = _looked_through(text)
    if (date := find_date(plain)) is not None:
        start, end = places[date[1]], places[date[2] - 1] + 1
        text = text[:start] + " " * (end - start) + text[end:]
        plain = plain[: date[1]] + " " * (date[2] - date[1]) + plain[date[2] :]
    found = list(_FIELD.finditer(plain))
    if found and found[0]["role"] and found[0].start() == 0 and date is None and len(found) == 1:
        return _Fields()  # 记者 张三: as well a paragraph
    lead = plain[: found[0].start()] if found else plain
    if not found or len(plain) > 200 or len(lead.strip()) > 24 or re.search(r"[。！？!?]", plain):
        return _Fields()
    known: list[tuple[str, str]] = []
    other: list[str] = []
    for match, stop in zip(found, [*(m.start() for m in found[1:]), len(plain)], strict=True):
        value = text[places[match.end()] : places[stop]].strip()
        if match["other"]:
            other.append(text[places[match.start()] : places[stop]].strip())
        else:
            known.append(((match["key"] or match["role"] or match["by"]).lower(), value.rstrip(";,| ")))
    return _Fields(tuple(known), tuple(other), text[: places[len(lead)]].strip(" \u3000|｜-"))


def find_source(line: str) -> str:
    """Return the source that a line of labelled fields names, or nothing."""
    for key, value in _fields(line).known:
        if key in _SOURCE_KEYS:
            name = _VALUE_END.split(value, maxsplit=1)[0].strip()
            return name if len(name) <= 60 else ""
    return ""


def find_credits(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line that holds nothing else but a date and other fields; else nothing.

    A credit's value is one or several names: 责任编辑：一个被低估的职业 is a heading.
    """
    people: dict[CreditRole, list[str]] = {}
    for key, value in _fields(line).known:
        if key not in _ROLE_WORDS:
            continue
        value = _VALUE_END.split(value, maxsplit=1)[0]
        names = [_unbracketed(name.strip("　 /／|｜")) for name in _NAME_BREAK.split(value)]
        names = [name for name in names if name]
        if not names or any(len(bare(name)) > 40 or not is_name(name) for name in names):
            return ()
        for role in _ROLE_WORDS[key]:
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


def beside_fields(line: str) -> tuple[str, str]:
    """Return what a line of date, source and credits holds beside them: the place, and what else it says.

    Labels of the date, and the day of the week if it is that date's, say nothing more. A line
    that says more is no line of metadata.
    """
    text = bare(line)
    date = find_date(text)
    fields = _fields(line)
    if any(key in _ROLE_WORDS for key, _ in fields.known) and not find_credits(line):
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
    return _fields(line).other


def merge_credits(before: tuple[Credit, ...], more: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Return both, one credit a role, each name once."""
    people: dict[CreditRole, list[str]] = {}
    for credit in (*before, *more):
        listed = people.setdefault(credit.role, [])
        listed.extend(name for name in credit.names if name not in listed)
    return tuple(Credit(role, tuple(names)) for role, names in people.items())


# ── Furniture that came with the text ────────────────────────────────────────

_RELEASE = re.compile(
    r"^(?:FOR IMMEDIATE RELEASE|PRESS RELEASE|即时发布|即時發布|立即發布|立即发布|新闻稿|新聞稿|新闻通稿)$",
    re.IGNORECASE,
)
_END = re.compile(r"^(?:（完）|\(完\)|【完】|###|-\s*30\s*-|—?\s*ENDS\s*—?|# # #)$", re.IGNORECASE)


def is_release_line(line: str) -> bool:
    """Tell FOR IMMEDIATE RELEASE, 新闻稿 and their like: the theme sets these words."""
    return bool(_RELEASE.match(line.strip()))


def is_end_mark(line: str) -> bool:
    """Tell （完）, ### and their like."""
    return bool(_END.match(line.strip()))


# ── Contacts ─────────────────────────────────────────────────────────────────

CONTACT_LABELS = {
    "zh-Hans": {
        "name": "媒体联系人：",
        "phone": "电话：",
        "email": "邮箱：",
        "url": "网址：",
        "address": "地址：",
    },
    "zh-Hant": {
        "name": "媒體聯絡人：",
        "phone": "電話：",
        "email": "電郵：",
        "url": "網址：",
        "address": "地址：",
    },
    "en": {
        "name": "Contact: ",
        "phone": "Tel.: ",
        "email": "E-mail: ",
        "url": "Web: ",
        "address": "Address: ",
    },
}
"""The usual labels of a contact's fields, by language."""

CONTACT_ORDER = ("name", "organisation", "phone", "email", "url", "address")
"""The order in which a contact's fields usually stand."""

_CONTACT_WHO = "(?:(?:媒体|媒體|新闻|新聞|传媒|傳媒)?(?:联系|联络|[聯联][系繫絡係络])人?|(?:媒体|媒體|传媒|傳媒|新闻|新聞)(?:查询|查詢|垂询|垂詢|咨询|諮詢))"
_CONTACT_KEY = (
    rf"(?:{_CONTACT_WHO}|[联聯][系繫絡係络]方式|(?:(?:联系|联络|[聯联][系繫絡係络])?(?:电话|電話|手机|手機|传真|傳真|邮箱|郵箱|电邮|電郵|信箱|地址)|(?:电子|電子)(?:邮箱|郵箱|邮件|郵件|信箱)|(?:通讯|通訊|办公|辦公|公司|单位|單位)地址|网址|網址|官网|官網|网站|網站)"
    r"|Media contacts?|Press contacts?|Contacts?|Name|Tel(?:ephone)?|Phone|Mobile|Fax|E-?mail|Web(?:site)?|Address)"
    r"\.?\s*[:：]\s*"
)
_CONTACT = re.compile(rf"^(?P<key>{_CONTACT_KEY})(?P<value>.*)$", re.IGNORECASE)
_NEXT_CONTACT_KEY = re.compile(rf"[\s,，;；、|｜/]+(?={_CONTACT_KEY})", re.IGNORECASE)
_REACHED_BY = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s，；、]+"
    r"|\+?\d[\d().-]*(?:[ -]?[\d().]+){1,6}(?:\s*(?:转|轉|ext\.?)\s*\d+)?",
    re.ASCII | re.IGNORECASE,
)
CONTACT_JOINTS = " \t\u3000,，;；、|｜/"
"""What may stand between two parts of a contact on one line; a label that begins so goes on in the line."""
_CONTACT_HEADING = re.compile(
    rf"^(?:{_CONTACT_WHO}|[联聯][系繫絡係络]方式|Media contacts?|Press contacts?|Contacts?)\s*[:：]?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_PHONE = re.compile(r"^\+?[\d\s().-]{7,22}(?:(?:转|轉|ext\.?|#)\s*\d{1,6})?$", re.IGNORECASE)
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_WEB = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.|\d{3,4}[- ]?\d{3,4}")
_ADDRESS = re.compile(
    r"\d|[省市县縣区區路街道巷号號楼樓座室镇鎮乡鄉村]|Street|Road|Avenue|Ave|St\b|Rd\b|Box", re.IGNORECASE
)


def is_contact_start(line: str) -> bool:
    """Tell the first line of a contact block: a label with a value of its kind, or a heading."""
    text = bare(line).strip()
    if len(text) > 120:
        return False
    if _CONTACT_HEADING.match(text):
        return True
    labelled = _CONTACT.match(text)
    return labelled is not None and bool(_field(labelled["key"], labelled["value"].strip(), {}))


def contacts(lines: list[str]) -> tuple[tuple[Contact, ...], list[str]]:
    """Return the contacts that ``lines`` make, and the lines that are no part of one.

    A field that comes again begins another contact. Each keeps the labels that
    the text gave it, in their order, where they are not the usual ones.
    """
    found: list[dict[str, str]] = [{}]
    labels: list[list[tuple[str, str]]] = [[]]
    rest: list[str] = []
    for joint, line in (part for whole in lines for part in _contact_parts(whole)):
        text = line.strip()
        if _CONTACT_HEADING.match(bare(text)):
            if found[-1]:
                found.append({})
                labels.append([])
            labels[-1].append(("", text))
            continue
        labelled = _CONTACT.match(text) or _CONTACT.match(bare(text))
        value = labelled["value"].strip() if labelled else text
        field = _field(labelled["key"] if labelled else "", value, found[-1])
        if not field or not value:
            rest.append(line)
            continue
        if field in found[-1]:
            found.append({})
            labels.append([])
        found[-1][field] = value
        labels[-1].append((field, joint + (labelled["key"] if labelled else "")))
    made = (
        Contact(**parts, labels=unusual_labels(given))
        for parts, given in zip(found, labels, strict=True)
        if parts
    )
    return tuple(made), rest


def _contact_parts(line: str) -> list[tuple[str, str]]:
    """Return the parts of a line that names several ways to reach somebody, each with what joins it on."""
    text = line.strip()
    found: list[tuple[str, str]] = []
    at, joint = 0, ""
    for match in [*_NEXT_CONTACT_KEY.finditer(text), None]:
        found += _reached(joint, text[at : match.start() if match else len(text)])
        if match:
            at, joint = match.end(), match.group()
    return found


def _reached(joint: str, part: str) -> list[tuple[str, str]]:
    """Part a name from the numbers and addresses that follow it without labels."""
    labelled = _CONTACT.match(part)
    ways = list(_REACHED_BY.finditer(part, labelled.start("value"))) if labelled else []
    if labelled is None or not ways or ways[-1].end() != len(part):
        return [(joint, part)]
    who = part[labelled.start("value") : ways[0].start()]
    joints = [part[one.end() : other.start()] for one, other in pairwise(ways)]
    first = who.rstrip(CONTACT_JOINTS)
    if not is_name(first.partition(",")[0]) or "".join(joints).strip(CONTACT_JOINTS):
        return [(joint, part)]
    joints.insert(0, who[len(first) :])
    ends = zip(joints, (way.group() for way in ways), strict=True)
    return [(joint, labelled["key"] + first), *ends]


def unusual_labels(given: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the labels of a contact, or nothing if they are the usual ones in the usual order."""
    for usual in CONTACT_LABELS.values():
        kept = [
            (field, usual.get(field, "")) for field in CONTACT_ORDER if (field, usual.get(field, "")) in given
        ]
        if kept == list(given):
            return ()
    return tuple(given)


def _field(key: str, value: str, parts: dict[str, str]) -> str:
    """Return the field of ``Contact`` that a label and its value, or a value alone, belong to; else nothing."""
    word = bare(key).lower()
    if _EMAIL.match(value):
        return "email"
    if _URL.match(value):
        return "url"
    if re.search(r"电话|電話|手机|手機|tel|phone|mobile", word):
        return "phone" if re.search(r"\d", value) else ""
    if _PHONE.match(value):
        return "" if re.search("传真|傳真|fax", word) else "phone"
    if re.search(r"地址|address", word):
        return "address" if _ADDRESS.search(value) and not re.search("[。！？]", value) else ""
    if re.search(r"网|網|web", word):
        return "url" if _WEB.fullmatch(value) else ""
    if re.search(r"[联聯]|查询|查詢|垂询|垂詢|咨询|諮詢|contact|name", word) and "方式" not in word:
        first = re.split(r"[\s,，、;；（(]", value, maxsplit=1)[0]
        return (
            "name" if is_name(value) or _REACHED.search(value) or (first != value and is_name(first)) else ""
        )
    if key or len(value) > 60 or re.search("[。！？!?；;]", value):
        return ""
    return "organisation" if "name" in parts else "name"
