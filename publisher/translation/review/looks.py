"""Bold, italics and links that a reviewer set with Word's own means, read as the codes they stand for."""

import re
from typing import TYPE_CHECKING

from publisher.translation.codes import Code, shown, without_codes
from publisher.translation.review.word_text import looks_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = {"strong": "bold 加粗", "emphasis": "italics 斜体", "link": "link 链接", "note": "note 注释"}
"""What the sheet calls the kinds of codes, beside their numbers in the column of origins."""

_LISTED = re.compile(rf"⟨(\d{{1,3}})⟩ ({'|'.join(KINDS.values())})")


def text_with_codes(cell: "_Element", origin: str) -> str:
    """Return the text of a translation with a code at each look that ``origin`` lists one for.

    The first bold words have the first code for bold, and so on. A text in which
    codes were typed is left as it is.
    """
    text = text_of(cell)
    kinds = {said: kind for kind, said in KINDS.items()}
    listed = [(int(number), kinds[said]) for number, said in _LISTED.findall(origin)]
    sources = [Code(number, 0, int(kind != "note"), kind) for number, kind in listed]
    if not sources or without_codes(text, "", sources).text != text.strip(" "):
        return text
    found: list[Code] = []
    for kind in ("strong", "emphasis", "link"):
        numbers = (number for number, other in listed if other == kind)
        found += (
            Code(number, start, end)
            for number, (start, end) in zip(numbers, looks_of(cell, kind), strict=False)
        )
    return shown(text, found)
