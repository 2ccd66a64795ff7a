"""Lines that are not body text: date, source, credits, release line, end mark, contacts."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.model import Contact, Credit, CreditRole

SHANGHAI = ZoneInfo("Asia/Shanghai")

# A pasted-in reading, 創(chuàng), is looked through when a line is told, and left for the repairs.
_READING = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,8}[)）]")


def bare(line: str) -> str:
    """Return ``line`` without pasted-in readings, for telling what it is."""
    return _READING.sub("", line)


# ── Dates ────────────────────────────────────────────────────────────────────

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_CLOCK = (
    r"(?:[ T\u3000]*(?P<hour>[01]?\d|2[0-3])[:：时時](?P<minute>[0-5]\d)分?(?:[:：](?P<second>[0-5]\d))?)?"
)
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
    rf"(?<!\w)(?P<key>{_WORDS})\s*[/／:：|｜]\s*|(?<=[\s　|｜】\]])[\u3400-\u9fff]{{2,6}}[:：]\s*"
    r"|(?<=[\s　|｜])(?P<role>[记記]者|通[讯訊][员員]|作者|[编編][辑輯]|[责責][编編]|[摄攝]影)[ 　]+"
    r"(?=[\u3400-\u9fff]{2,4}(?:[\s　、|｜]|\Z))",
    re.IGNORECASE,
)
_VALUE_END = re.compile(r"\s{2,}|[|｜\[【]")
_NAME_BREAK = re.compile(r"\s*[、,，;；&]\s*|\s+and\s+|[ \u3000]+(?=[\u3400-\u9fff])")


def _fields(line: str) -> list[tuple[str, str]]:
    """Return the labels of a line of fields, in lower case, with what stands behind them.

    A date is no field; a label that is not known is empty. Nothing is returned
    for a line that says more than fields do.
    """
    text = line.strip().strip("（）()[]【】")
    if (date := find_date(text)) is not None:
        text = f"{text[: date[1]].rstrip()}  {text[date[2] :].lstrip()}"
    found = list(_FIELD.finditer(text))
    lead = text[: found[0].start()].strip() if found else text
    if not found or len(text) > 200 or len(lead) > 24 or re.search(r"[。！？!?]", text):
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        ((m["key"] or m["role"] or "").lower(), text[m.end() : end].strip())
        for m, end in zip(found, ends, strict=True)
    ]


def find_source(line: str) -> str:
    """Return the source that a line of labelled fields names, or nothing."""
    for key, value in _fields(line):
        if key in _SOURCE_KEYS:
            name = _VALUE_END.split(value, maxsplit=1)[0].strip()
            return name if len(name) <= 60 else ""
    return ""


def find_credits(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line that holds nothing else but a date and other fields; else nothing."""
    people: dict[CreditRole, list[str]] = {}
    for key, value in _fields(line):
        if key not in _ROLE_WORDS:
            continue
        names = [name.strip("　 /／|｜)）(（") for name in _NAME_BREAK.split(value)]
        names = [name for name in names if name]
        if not names or any(len(bare(name)) > 40 for name in names):
            return ()
        for role in _ROLE_WORDS[key]:
            listed = people.setdefault(CreditRole(role), [])
            listed.extend(name for name in names if name not in listed)
    return tuple(Credit(role, tuple(names)) for role, names in people.items())


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

_CONTACT = re.compile(
    r"^(?P<key>媒体联系人|媒體聯[系絡]人|新闻联系人|联系人|聯[系繫絡]人|联络人|媒体联系|媒體聯[系絡]|联系方式|联系电话|聯[系繫絡]電話|"
    r"电话|電話|手机|手機|传真|邮箱|郵箱|电子邮箱|電子郵[箱件]|电邮|電郵|地址|网址|網址|官网|官網|"
    r"Media contacts?|Press contacts?|Contacts?|Name|Tel(?:ephone)?|Phone|Mobile|E-?mail|Web(?:site)?|Address)"
    r"\.?\s*[:：]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_CONTACT_HEADING = re.compile(
    r"^(?:媒体联系人?|媒體聯[系繫絡]人?|联系方式|聯[系繫絡]方式|Media contacts?|Press contacts?|Contacts?)\s*[:：]?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_PHONE = re.compile(r"^\+?[\d\s().-]{7,22}$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def is_contact_start(line: str) -> bool:
    """Tell the first line of a contact block."""
    text = bare(line).strip()
    return bool(_CONTACT_HEADING.match(text) or _CONTACT.match(text))


def contact(lines: list[str]) -> tuple[Contact, list[str]]:
    """Return the contact that ``lines`` make, and the lines that are none of its parts."""
    parts: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        text = line.strip()
        labelled = _CONTACT.match(text) or _CONTACT.match(bare(text))
        value = labelled["value"].strip() if labelled else text
        field = _field(labelled["key"] if labelled else "", value, parts)
        if _CONTACT_HEADING.match(bare(text)) or not value:
            continue
        if field and field not in parts:
            parts[field] = value
        else:
            rest.append(line)
    return Contact(**parts), rest


def _field(key: str, value: str, parts: dict[str, str]) -> str:
    if _EMAIL.match(value):
        return "email"
    if _URL.match(value):
        return "url"
    word = key.lower()
    if re.search(r"电话|電話|手机|手機|tel|phone|mobile|传真", word) or _PHONE.match(value):
        return "phone"
    if re.search(r"地址|address", word):
        return "address"
    if re.search(r"联系人|聯.人|联络人|contact|name|联系$|聯.$", word):
        return "name"
    if key or len(value) > 60:
        return ""
    return "organisation" if "name" in parts else "name"
