"""The styles of marks in marks: a run has one character style, so each order of marks has one.

Its name says them from the outer to the inner: Strong Hyperlink is a link in strong words.
"""

import re
from copy import deepcopy
from typing import Any

_LINK = "Hyperlink"
_MARK = re.compile("Emphasis Han|Emphasis|Strong|Hyperlink")


def within(around: str, mark: str) -> str:
    """Return the style of ``mark`` in words of the style ``around``."""
    marks = _marks(around)
    return around if mark in marks else " ".join((*marks, mark))


def stresses(style: str) -> bool:
    """Tell a style of strong or emphasised words."""
    return any(mark != _LINK for mark in _marks(style))


def combined(styles: Any, name: str) -> str:
    """Return ``name`` once there is a style of that name: of two marks the inner says how text is set."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    marks = _marks(name)
    if len(marks) < 2 or name in styles:
        return name
    made = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    made.base_style = styles[next(mark for mark in reversed(marks) if mark != _LINK)]
    link = styles[_LINK].element.rPr if _LINK in marks else None
    properties = made.element.get_or_add_rPr()
    for add, kind in ((properties._insert_color, "w:color"), (properties._insert_u, "w:u")):
        if link is not None and (found := link.find(qn(kind))) is not None:
            add(deepcopy(found))  # a template's may be a colour of its scheme
    return name


def _marks(style: str) -> tuple[str, ...]:
    """Return the marks that a style's name says; nothing for a style that is none of them."""
    found = tuple(_MARK.findall(style))
    return found if " ".join(found) == style else ()
