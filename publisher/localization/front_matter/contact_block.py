"""Whom the press may ask: a block of labelled lines, read as contacts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from publisher.localization.front_matter.names import is_name
from publisher.localization.front_matter.readings import bare
from publisher.model import Contact

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
    label = _CONTACT.match(text)
    behind = label.start("value") if label else 0  # “Media contact:” is one label
    for match in [*_NEXT_CONTACT_KEY.finditer(text, behind), None]:
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
