"""What a line of a draft may be, told by how it begins and ends."""

import re
from datetime import datetime

from publisher.localization import front_matter

SPACE = " \t\u3000\xa0\x0b"
HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[。！？!?.；;…](?:[”’」』）)\"']*)$")
SECTION = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|#{1,4}\s+)(?=\S)")
_TITLES = (
    "引题|肩题|眉题|主题|正题|主标题|大标题|标题|副题|副标题|子题|引題|肩題|主題|正題|主標題|標題|副題|副標題"
)
TITLE = re.compile(rf"[（(【\[]?(?P<sign>{_TITLES})[）)】\]:：]\s*(?=\S)")
"""What tells of a title which it is: （主题）, 副题：."""

SENDER = ("from", "发件人", "寄件者", "寄件人")
SUBJECT = ("subject", "主题", "主旨", "主題")
_OTHER_HEADS = (
    "sent",
    "date",
    "to",
    "cc",
    "发送时间",
    "日期",
    "收件人",
    "收件者",
    "抄送",
    "副本",
    "寄件日期",
)
MAIL = re.compile(
    rf"(?P<key>{'|'.join((*SENDER, *SUBJECT, *_OTHER_HEADS))})[:：]\s*(?P<value>.*)", re.IGNORECASE
)
ANSWER = re.compile(r"(?:(?:re|fwd?|转发|轉寄|回复|回覆|答复)[:：]\s*)+", re.IGNORECASE)
"""What a mail program sets before the subject of an answer."""

LOWER = ((re.compile(r"^\d{1,2}[.．](?=[\u3400-\u9fff])"), 3), (re.compile(r"^（\d{1,2}）(?=\S)"), 4))
"""How headings of the third and fourth level begin in an official document (GB/T 9704-2012, 7.3.3)."""

LONGEST_LOWER = 30
ENGLISH_NAME = re.compile(
    r"[A-Z][\w.’'&-]*(?: (?:[A-Z&][\w.’'&-]*|of|and|the|for|in|at|de)){0,8}(?:, (?:Inc|Ltd|LLC|PLC)\.?)?"
)
ORGANISATION = re.compile(
    r"(?:学院|學院|大学|大學|学校|學校|中学|中學|小学|小學|公司|集团|集團|政府|委员会|委員會|局|厅|廳|部|办公室|辦公室|中心|协会|協會|"
    r"学会|學會|医院|醫院|研究院|研究所|银行|銀行|基金会|基金會|网|網|社|报|報|台|臺|院|馆|館)$|"
    r"\b(?:College|University|School|Inc\.?|Ltd\.?|LLC|Group|Company|Corporation|Government|Bureau|Office|Institute|Association)$"
)
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w. ]{1,30})?), "
    r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s*[–—-]{1,2}\s*"
)
DATELINE_ZH = re.compile(
    r"^【(?P<place>[\u3400-\u9fff]{2,8})[，,]\s*(?P<date>(?:\d{4}|民[國国]\d{1,3})年\d{1,2}月\d{1,2}日)】\s*"
)
BEHIND_ABOUT = ":： \u3000\n"
_ABOUT_ZH = re.compile(
    r"[关關][于於](?!(?:做好|加强|加強|进一步|進一步|印发|印發|推进|推進|推动|推動|开展|開展|举办|舉辦|召开|召開|成立|设立|設立|调整|調整|公布|同意|任命|任免|修改|修订|修訂))"
    r"(?P<name>[^，,。；;：:！!？?…]{2,40}?)"
)
_DOCUMENT = re.compile(
    r"(?:通知|公告|通告|通报|通報|决定|決定|决议|決議|意见|意見|报告|報告|请示|請示|批复|批覆|说明|說明|规定|規定|办法|辦法|方案|函|问题|問題)\Z"
)
"""How the title of a document ends, 关于…的通知, or a heading of the text."""

_ABOUT_EN = re.compile(
    r"About +(?P<name>us|(?:(?:the|our|The|Our) )?(?:[“\"‘]?[A-Z]|\d+[A-Za-z])[^,;:!?]{1,58}"
    r"(?:, (?:Inc|Ltd|LLC|PLC)\.?)?|(?:the|our) [a-z]{4,20})"
)
_COLON = re.compile("[:：] *")
_SAID_TWICE = re.compile(r"(?:[关關][于於]|About )(?P<name>.{3,40}?)[:：\s]*(?=(?P=name))")


def about(line: str) -> str:
    """Return whom a line that is nothing else names as a heading of the boilerplate: 关于…, About …."""
    text = line.rstrip(BEHIND_ABOUT)
    found = _ABOUT_ZH.fullmatch(text) or _ABOUT_EN.fullmatch(text)
    if found is None or _DOCUMENT.search(text):
        return ""
    return "" if SENTENCE_END.search(text) and not ORGANISATION.search(text) else found["name"]


def about_in_one(line: str, strong: str, known: str) -> int:
    """Return where the text begins in a paragraph that is heading and text of the boilerplate; else 0.

    The heading is the ``strong`` words that begin it, or the text begins with the name again, or there
    is a colon between and the name is an organisation's or stands in the ``known`` words.
    """
    if strong and about(strong) and line.startswith(strong) and line != strong:
        return len(strong)
    if (twice := _SAID_TWICE.match(line)) and about(twice[0]):
        return twice.end()
    colon = _COLON.search(line, 0, 80)
    name = about(line[: colon.start()]) if colon else ""
    named = is_organisation(name) or ENGLISH_NAME.fullmatch(name) or (name and name in known)
    return colon.end() if colon and named and colon.end() < len(line) else 0


_OURSELVES = re.compile(
    "我们|我們|(?:本|我)(?:公司|集团|集團|校|院|馆|館|社|会|會|中心|机构|機構)|公司|学校|學校|学院|學院"
)


def is_organisation(text: str) -> bool:
    """Tell the name of an organisation by how it ends."""
    return len(text) <= 24 and bool(ORGANISATION.search(text) or _OURSELVES.fullmatch(text))


def dateline(line: str) -> tuple[str, datetime, str] | None:
    """Return place and date that a first paragraph begins with, and its rest; nothing without them."""
    found = DATELINE.match(line) or DATELINE_ZH.match(line)
    if found is None or (date := front_matter.find_date(found["date"])) is None:
        return None
    return found["place"], date[0], line[found.end() :]
