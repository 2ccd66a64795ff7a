"""What stands around the text of an official document, as the lines that the text reader knows."""

import re
from datetime import date

from publisher.model import Meta, Official

_WORDS = {
    "zh-Hans": {
        "number": "发文字号：", "signatory": "签发人：", "addressees": "{}：", "attachments": "附件：",
        "item": "{}.{}", "note": "（{}）", "copies": "抄送：{}。", "printed_by": "印发机关：",
        "printed": "印发日期：", "both": "{}　{}印发",
    },
    "zh-Hant": {
        "number": "發文字號：", "signatory": "簽發人：", "addressees": "{}：", "attachments": "附件：",
        "item": "{}.{}", "note": "（{}）", "copies": "抄送：{}。", "printed_by": "印發機關：",
        "printed": "印發日期：", "both": "{}　{}印發",
    },
    "en": {
        "number": "Document No.: ", "signatory": "Signed by: ", "addressees": "To: {}",
        "attachments": "Attachments: ", "item": "{}. {}", "note": "({})", "copies": "Copies to: {}",
        "printed_by": "Printed by: ", "printed": "Printed on: ", "both": "",
    },
}  # fmt: skip
_SIGN = re.compile(r"[^\s:：，。]{1,16}〔\d{4}〕\d{1,5}[号號]")


def over(meta: Meta, official: Official, script: str) -> list[str]:
    """Return the lines over the headline: the red head, the number and who signs (7.2)."""
    said = _WORDS[script]
    number = (
        official.number if _SIGN.fullmatch(official.number) else _labelled(said["number"], official.number)
    )
    issuer = official.head or meta.source
    head = f"{issuer}文件" if issuer and number and script != "en" else ""
    return [head, number, _labelled(said["signatory"], official.signatory)]


def addressees(official: Official, script: str) -> list[str]:
    """Return the line of those the document goes to."""
    return [_WORDS[script]["addressees"].format(official.addressees)] if official.addressees else []


def under(meta: Meta, official: Official, script: str, day: str) -> list[str]:
    """Return the lines under the text: attachments, issuer, ``day`` (ISO 8601), notes (7.3.4 to 7.3.6)."""
    said = _WORDS[script]
    several = len(official.attachments) > 1
    names = [
        said["item"].format(n, name) if several else name for n, name in enumerate(official.attachments, 1)
    ]
    listed = [said["attachments"] + names[0], *names[1:]] if names else []
    if script != "en" and len(day) == len("2026-03-05"):
        day = _day(date.fromisoformat(day))
    return [*listed, meta.source, day, *(said["note"].format(note) for note in official.notes)]


def record(official: Official, script: str) -> list[str]:
    """Return the lines of the record block (7.4)."""
    said = _WORDS[script]
    copies = said["copies"].format(official.copies) if official.copies else ""
    if official.printed_by and official.printed and said["both"]:
        return [copies, said["both"].format(official.printed_by, _day(official.printed))]
    printed = official.printed.isoformat() if official.printed else ""
    return [copies, _labelled(said["printed_by"], official.printed_by), _labelled(said["printed"], printed)]


def _labelled(label: str, text: str) -> str:
    return label + text if text else ""


def _day(when: date) -> str:
    return f"{when.year}年{when.month}月{when.day}日"
