"""One list in Word: numbered by itself, in the form of its style where that has one."""

from typing import Any

from publisher.exporters.word import xml

_DEEPEST = 20
"""How many styles may stand on one another; a damaged template may have them in a ring."""


def begin(document: Any, style: Any, *, ordered: bool) -> int:
    """Return the number of the list that begins; 0 where its style says enough.

    A template's style counts on from one list to the next, so its form gets an
    instance of its own that starts at 1 (ECMA-376-1, 17.9.26).
    """
    form = _form(document, style)
    if form is None:
        return xml.new_list(document, ordered=ordered)
    if not ordered:
        return 0
    instance = document.part.numbering_part.element.add_num(form)
    instance.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(instance.numId)


def _form(document: Any, style: Any) -> int | None:
    """Return the abstract numbering that ``style`` or one that it stands on names."""
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    for _ in range(_DEEPEST):
        if style is None:
            break
        found = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if found is not None:
            number = found.get(qn("w:val"))
            forms = {n.get(qn("w:numId")): n.find(qn("w:abstractNumId")) for n in numbering.num_lst}
            form = forms.get(number)
            return None if form is None else int(form.get(qn("w:val")))
        style = style.base_style
    return None
