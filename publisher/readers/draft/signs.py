"""What a line of a draft may be, told by how it begins and ends."""

import re
from datetime import datetime

from publisher.localization import front_matter

SPACE = " \t\u3000\xa0\x0b"
HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[。！？!?.；;…](?:[”’」』）)\"']*)$")
ABOUT = re.compile(r"^(?:[关關][于於]|About\s)(?P<name>.{2,60}?)[:：]?$")
SECTION = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|#{1,4}\s+)(?=\S)")
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


def is_organisation(text: str) -> bool:
    """Tell the name of an organisation by how it ends."""
    return len(text) <= 24 and bool(ORGANISATION.search(text))


def dateline(line: str) -> tuple[str, datetime, str] | None:
    """Return place and date that a first paragraph begins with, and its rest; nothing without them."""
    found = DATELINE.match(line) or DATELINE_ZH.match(line)
    if found is None or (date := front_matter.find_date(found["date"])) is None:
        return None
    return found["place"], date[0], line[found.end() :]
