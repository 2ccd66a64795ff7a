"""The names that one style has: Word's own in English, what Chinese Word shows, and its id."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHINESE = {
    "Normal": ("正文", "內文"),
    "Title": ("标题", "標題"),
    "Subtitle": ("副标题", "副標題"),
    "heading 1": ("标题 1", "標題 1"),
    "heading 2": ("标题 2", "標題 2"),
    "heading 3": ("标题 3", "標題 3"),
    "heading 4": ("标题 4", "標題 4"),
    "Body Text": ("正文文本", "本文"),
    "Quote": ("引用", "引文"),
    "List Bullet": ("列表项目符号", "項目符號"),
    "List Number": ("列表编号", "清單號碼"),
    "caption": ("题注", "標號"),
    "header": ("页眉", "頁首"),
    "footer": ("页脚", "頁尾"),
    "footnote text": ("脚注文本", "註腳文字"),
    "footnote reference": ("脚注引用", "註腳參照"),
    "Strong": ("要点", "強調粗體"),
    "Emphasis": ("强调", "強調斜體"),
    "Hyperlink": ("超链接", "超連結"),
    "Table Grid": ("网格型", "表格格線"),
    "Date": ("日期",),
    "Signature": ("签名", "簽名"),
}
"""What Word in Chinese calls its built-in styles; in a file of its own they stand in English."""

BUILT_IN = frozenset(_CHINESE)
"""Styles that a template can be expected to have."""


def known(style: "_Element") -> Iterator[str]:
    """Yield what ``style`` is called: its name, its other names, its id; the surest first."""
    name = style.find(qn("w:name"))
    aliases = style.find(qn("w:aliases"))
    yield "" if name is None else name.get(qn("w:val"), "")
    yield from ("" if aliases is None else aliases.get(qn("w:val"), "")).split(",")
    yield style.get(qn("w:styleId"), "")


def wanted(name: str) -> tuple[str, ...]:
    """Return the names that the style ``name`` may have in a template, folded; the surest first."""
    return tuple(folded(n) for n in (name, *_CHINESE.get(name, ())))


def folded(name: str) -> str:
    """Return ``name`` as styles are compared: without spaces, in one case."""
    return "".join(name.split()).casefold()
