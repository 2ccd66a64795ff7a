"""A line of labelled fields: date, source, credits, and what stands beside them."""

import re

import msgspec

from publisher.localization.front_matter.dates import find_date
from publisher.localization.front_matter.readings import looked_through

ROLE_WORDS = {
    "文": ("text",), "图": ("photo",), "圖": ("photo",), "文图": ("text", "photo"), "图文": ("text", "photo"),
    "文/图": ("text", "photo"), "图/文": ("text", "photo"), "文、图": ("text", "photo"),
    "文/圖": ("text", "photo"), "圖/文": ("text", "photo"), "圖文": ("text", "photo"), "文圖": ("text", "photo"),
    "文字": ("text",), "撰文": ("text",), "撰稿": ("text",), "供稿": ("text",), "作者": ("text",),
    "供稿人": ("text",), "撰稿人": ("text",), "文案": ("text",),
    "通讯员": ("text",), "通訊員": ("text",), "记者": ("text",), "記者": ("text",),
    "实习生": ("text",), "實習生": ("text",), "实习记者": ("text",), "實習記者": ("text",), "见习记者": ("text",), "見習記者": ("text",),
    "特约记者": ("text",), "特約記者": ("text",), "本报记者": ("text",), "本報記者": ("text",), "特约通讯员": ("text",), "特約通訊員": ("text",),
    "摄影报道": ("text", "photo"), "攝影報道": ("text", "photo"), "图片提供": ("photo",), "圖片提供": ("photo",),
    "摄影": ("photo",), "攝影": ("photo",), "图片": ("photo",), "圖片": ("photo",),
    "供图": ("photo",), "供圖": ("photo",), "摄": ("photo",), "攝": ("photo",), "摄像": ("photo",),
    "编辑": ("edit",), "編輯": ("edit",), "责任编辑": ("edit",), "責任編輯": ("edit",), "责编": ("edit",), "責編": ("edit",),
    "网络编辑": ("edit",), "網絡編輯": ("edit",), "值班编辑": ("edit",), "值班編輯": ("edit",), "本期编辑": ("edit",),
    "审核人": ("review",), "審核人": ("review",), "审稿人": ("review",), "审校": ("review",), "審校": ("review",),
    "一审": ("review",), "一審": ("review",), "二审": ("review",), "二審": ("review",), "三审": ("review",), "三審": ("review",),
    "审签": ("review",), "審簽": ("review",),
    "审核": ("review",), "審核": ("review",), "审稿": ("review",), "審稿": ("review",), "初审": ("review",), "初審": ("review",),
    "复审": ("review",), "複審": ("review",), "復審": ("review",), "终审": ("review",), "終審": ("review",), "校对": ("review",), "校對": ("review",),
    "翻译": ("translation",), "翻譯": ("translation",), "译": ("translation",), "譯": ("translation",),
    "text": ("text",), "words": ("text",), "by": ("text",), "reporter": ("text",), "text by": ("text",), "words by": ("text",),
    "written by": ("text",), "reporting by": ("text",), "editing by": ("edit",),
    "photo": ("photo",), "photos": ("photo",), "photo by": ("photo",), "photos by": ("photo",), "pictures": ("photo",),
    "editor": ("edit",), "edited by": ("edit",), "reviewed by": ("review",), "review": ("review",),
    "translation": ("translation",), "translated by": ("translation",), "translator": ("translation",),
}  # fmt: skip
_SOURCE_WORDS = (
    "来源",
    "來源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "文稿来源",
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
SOURCE_KEYS = frozenset(word.lower() for word in _SOURCE_WORDS)
_SPREAD = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
"""What sets the characters of a label apart, 编　辑, so that it is as wide as others."""


def _word(word: str) -> str:
    """Return a pattern of a label; that of two characters may be spread."""
    return r"[ \u3000]*".join(word) if re.fullmatch("[\u3400-\u9fff]{2}", word) else re.escape(word)


_LABELS = sorted((*ROLE_WORDS, *_SOURCE_WORDS, *_OTHER_WORDS), key=len, reverse=True)
_WORDS = "|".join(map(_word, _LABELS))
_FIELD = re.compile(
    rf"(?<!\w)(?P<key>{_WORDS})\s*[/／:：|｜]\s*|(?<=[\s　|｜】\]])(?P<other>[\u3400-\u9fff]{{2,6}})[:：]\s*"
    r"|(?:(?<=[\s　|｜])|\A)(?P<role>(?:实习|實習|见习|見習|特约|特約|本报|本報)?[记記]者|(?:特约|特約)?通[讯訊][员員]|[实實][习習]生|作者|[编編][辑輯]|[责責][编編]|[摄攝]影|[撰供]稿|文|[图圖])[ 　]+"
    r"(?=(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,4}[^\w\s，。；：、！？,.;:!?()（）“”《》]{1,4})(?:[\s　、|｜]|\Z))"
    r"|(?:(?<=[\s;,|])|\A)(?P<by>(?:(?:text|words|photos?|written|reporting|edited|editing|reviewed|translated) )?by)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_MARK = re.compile(r"[。！？!?]+\s*")
"""What ends a sentence; behind a name in a row of fields it ends none."""


class Fields(msgspec.Struct, frozen=True):
    """A line of fields: labels, in lower case, with what stands behind them, and what is outside of them."""

    known: tuple[tuple[str, str], ...] = ()
    other: tuple[str, ...] = ()  # labels that are not known, with their values
    lead: str = ""  # what stands before the first label, a date aside


def unbracketed(text: str) -> str:
    """Return ``text`` without the brackets around it, or the one of a pair that it has at an end."""
    text = text.strip()
    for opening, closing in ("（(", "）)"), ("[【", "]】"):
        while text and text[0] in opening and (text[-1] in closing or not any(c in text for c in closing)):
            text = text[1:-1] if text[-1] in closing else text[1:]
        if text and text[-1] in closing and not any(c in text for c in opening):
            text = text[:-1]
    return text.strip()


def read_fields(line: str) -> Fields:
    """Return the fields of ``line``; none if it says more than fields do. A date is no field."""
    text = unbracketed(line).replace("丨", "｜")  # a character that many set for the bar
    if len(text) > 400:
        return Fields()
    plain, places = looked_through(text)
    if (date := find_date(plain)) is not None:
        start, end = places[date[1]], places[date[2] - 1] + 1
        text = text[:start] + " " * (end - start) + text[end:]
        plain = plain[: date[1]] + " " * (date[2] - date[1]) + plain[date[2] :]
    found = list(_FIELD.finditer(plain))
    alone = date is None and len(found) == 1
    if alone and found[0]["role"] and found[0].start() == 0 and len(text) == len(line.strip()):
        return Fields()  # 记者 张三: as well a paragraph
    lead = plain[: found[0].start()] if found else plain
    if not found or len(plain) > 200 or len(lead.strip()) > 24 or _MARK.search(lead):
        return Fields()
    ends = {len(plain), *(match.start() for match in found)}
    if any(alone or mark.end() not in ends for mark in _MARK.finditer(plain)):
        return Fields()
    known: list[tuple[str, str]] = []
    other: list[str] = []
    for match, stop in zip(found, [*(m.start() for m in found[1:]), len(plain)], strict=True):
        value = text[places[match.end()] : places[stop]].strip()
        if match["other"]:
            other.append(text[places[match.start()] : places[stop]].strip())
        else:
            key = _SPREAD.sub("", match["key"] or "") or match["role"] or match["by"]
            known.append((key.lower(), value.rstrip(";,| ")))
    return Fields(tuple(known), tuple(other), text[: places[len(lead)]].strip(" \u3000|｜-"))
