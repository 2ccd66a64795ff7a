"""An article as plain text, in the form that the text reader reads."""

from datetime import datetime

from publisher.model import Article, Block, CreditRole, Figure, Heading, List, Paragraph, Quote, Table
from publisher.walk import plain

_ROLES = {
    "zh": {
        CreditRole.TEXT: "文",
        CreditRole.PHOTO: "图",
        CreditRole.EDIT: "编辑",
        CreditRole.REVIEW: "审核",
        CreditRole.TRANSLATION: "翻译",
    },
    "en": {
        CreditRole.TEXT: "Text",
        CreditRole.PHOTO: "Photo",
        CreditRole.EDIT: "Editor",
        CreditRole.REVIEW: "Review",
        CreditRole.TRANSLATION: "Translation",
    },
}
_CONTACT = {
    "zh": {
        "name": "媒体联系人：",
        "phone": "电话：",
        "email": "邮箱：",
        "url": "网址：",
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


def plain_text(article: Article) -> str:
    """Return every text of ``article``, one paragraph a line, ending in a line feed."""
    meta = article.meta
    script = "zh" if meta.language.startswith("zh") else "en"
    date = _date(meta.issued) if meta.issued else ""
    names_break = "、" if script == "zh" else ", "
    people = [f"{_ROLES[script][c.role]}/{names_break.join(c.names)}" for c in meta.credits]
    lines = [meta.kicker, meta.headline, meta.subhead, meta.source, " ".join([date, *people]).strip()]
    if meta.embargo:
        until = meta.embargo.strftime("%Y-%m-%d %H:%M")
        lines.append(f"{until} 前不得发布" if script == "zh" else f"EMBARGOED UNTIL {until}")
    for block in (*article.blocks, *meta.boilerplate):
        lines += _lines(block, marked=block not in meta.boilerplate)
    for contact in meta.contacts:
        for field, label in _CONTACT[script].items():
            if value := getattr(contact, field):
                lines.append(label + value)
            if field == "name" and contact.organisation:
                lines.append(contact.organisation)
    lines.append(meta.rights)
    return "\n".join(line for line in lines if line) + "\n"


def _date(when: datetime) -> str:
    """Return ``when`` as precisely as it was said: a midnight is a day, a whole minute has no seconds."""
    if not (when.hour or when.minute or when.second):
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m-%d %H:%M:%S}" if when.second else f"{when:%Y-%m-%d %H:%M}"


def _lines(block: Block, *, marked: bool) -> list[str]:
    match block:
        case Heading(inlines=inlines, level=level):
            return [("#" * level + " " if marked else "") + plain(inlines)]
        case Paragraph(inlines=inlines) | Quote(inlines=inlines):
            return [plain(inlines)]
        case List(items=items):
            return [plain(item.inlines) for item in items]
        case Table():
            rows = [row for row in (block.head, *block.rows) if row]
            return [plain(block.caption), *("\t".join(plain(c.inlines) for c in row) for row in rows)]
        case Figure():
            return [f"![{plain(block.caption)}]({block.asset})", block.credit]
        case _:
            return []
