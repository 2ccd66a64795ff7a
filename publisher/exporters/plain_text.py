"""An article as plain text, in the form that the text reader reads."""

import re
from collections.abc import Iterable
from datetime import datetime

from publisher import annexes
from publisher.exporters import plain_official
from publisher.localization.front_matter import CONTACT_JOINTS, CONTACT_LABELS, CONTACT_ORDER
from publisher.model import (
    Article,
    Block,
    Contact,
    CreditRole,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from publisher.walk import plain

_HAN = re.compile("[\u3400-\u9fff]")
_EMBARGO = {"zh-Hans": "{} 前不得发布", "zh-Hant": "{} 前不得發布", "en": "EMBARGOED UNTIL {}"}
_ROLES = {
    "zh-Hans": {
        CreditRole.TEXT: "文",
        CreditRole.PHOTO: "图",
        CreditRole.EDIT: "编辑",
        CreditRole.REVIEW: "审核",
        CreditRole.TRANSLATION: "翻译",
    },
    "zh-Hant": {
        CreditRole.TEXT: "文",
        CreditRole.PHOTO: "圖",
        CreditRole.EDIT: "編輯",
        CreditRole.REVIEW: "審核",
        CreditRole.TRANSLATION: "翻譯",
    },
    "en": {
        CreditRole.TEXT: "Text",
        CreditRole.PHOTO: "Photo",
        CreditRole.EDIT: "Editor",
        CreditRole.REVIEW: "Review",
        CreditRole.TRANSLATION: "Translation",
    },
}


def plain_text(article: Article) -> str:
    """Return every text of ``article``, one paragraph a line, ending in a line feed."""
    meta = article.meta
    script = _script(meta.language)
    day = _date(meta.issued) if meta.issued else ""
    names_break = ", " if script == "en" else "、"
    people = " ".join(f"{_ROLES[script][c.role]}/{names_break.join(c.names)}" for c in meta.credits)
    embargo = _EMBARGO[script].format(meta.embargo.strftime("%Y-%m-%d %H:%M")) if meta.embargo else ""
    titles = [meta.kicker, meta.headline, meta.subhead]
    last = [line for block in meta.boilerplate for line in _lines(block, marked=False)]
    last += [line for contact in meta.contacts for line in _contact(contact, script)]
    last.append(meta.rights)
    if meta.official is None:
        dated = f"{day} {people}".strip()
        lines = [*titles, meta.source, dated, embargo, *_body(article.blocks), *last]
    else:
        text, _ = annexes.parted(article.blocks)
        behind = [*_body(article.blocks[len(text) :]), *last] if len(text) < len(article.blocks) else []
        lines = [
            *plain_official.over(meta, meta.official, script), *titles,
            *plain_official.addressees(meta.official, script), people, embargo, *_body(text),
            *(() if behind else last), *plain_official.under(meta, meta.official, script, day), *behind,
            *plain_official.record(meta.official, script),
        ]  # fmt: skip
    return "\n".join(line for line in lines if line) + "\n"


def _script(language: str) -> str:
    """Return the key of the tables above for a BCP 47 ``language``."""
    if not language.lower().startswith("zh"):
        return "en"
    return "zh-Hant" if re.search("hant|tw|hk|mo", language.lower()) else "zh-Hans"


def _contact(contact: Contact, script: str) -> list[str]:
    """Return the lines of a contact, with the labels that its own text gave it."""
    usual = CONTACT_LABELS[script]
    given = contact.labels
    if not given or (script == "en" and _HAN.search("".join(label for _, label in given))):
        given = tuple((field, usual.get(field, "")) for field in CONTACT_ORDER)
    lines: list[str] = []
    for field, label in given:
        value = getattr(contact, field) if field else ""
        if value and lines and label and label[0] in CONTACT_JOINTS:
            lines[-1] += label + value
        elif value or not field:
            lines.append(label + value)
    return lines


def _date(when: datetime) -> str:
    """Return ``when`` as precisely as it was said: a midnight is a day, a whole minute has no seconds."""
    if not (when.hour or when.minute or when.second):
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m-%d %H:%M:%S}" if when.second else f"{when:%Y-%m-%d %H:%M}"


def _body(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _lines(block, marked=True)]


def _lines(block: Block, *, marked: bool) -> list[str]:
    match block:
        case Heading(inlines=inlines, level=level):
            return [("#" * level + " " if marked else "") + plain(inlines)]
        case Paragraph(inlines=inlines) | Quote(inlines=inlines):
            return [plain(inlines)]
        case List(items=items, ordered=ordered):
            return [
                f"{n}. {plain(i.inlines)}" if ordered else f"• {plain(i.inlines)}"
                for n, i in enumerate(items, 1)
            ]
        case Table():
            rows = [row for row in (block.head, *block.rows) if row]
            return [plain(block.caption), *("\t".join(plain(c.inlines) for c in row) for row in rows)]
        case Figure():
            return [f"![{plain(block.caption)}]({block.asset})", block.credit]
        case _:
            return []
