"""The ways a text goes wrong: what it was written in, and what it was read in."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GBK",
    "big5hkscs": "Big5",
    "cp1252": "Western (CP1252)",
    "mac_roman": "Mac Roman",
    "cp437": "DOS (CP437)",
    "cp850": "DOS (CP850)",
    "cp1251": "Cyrillic (CP1251)",
    "cp950": "Big5",
    "cp932": "Shift JIS",
    "cp949": "Korean (CP949)",
}


class Route(msgspec.Struct, frozen=True):
    """What the text was written in, and what it was wrongly read in."""

    right: str
    wrong: str
    single: bool  # the wrong one has one byte a character

    def __str__(self) -> str:
        return f"{_NAMES[self.right]} had been read as {_NAMES[self.wrong]}"


def _routes(rights: Sequence[str], wrongs: Sequence[str], *, single: bool) -> tuple[Route, ...]:
    return tuple(
        Route(right, wrong, single)
        for wrong in wrongs
        for right in rights
        if (right, wrong) not in (("gb18030", "gb18030"), ("big5hkscs", "cp950"))
    )


GROUPS = (
    (*_routes(("utf-8",), ("cp1252",), single=True), *_routes(("utf-8",), ("gb18030",), single=False)),
    (
        *_routes(("utf-8",), ("mac_roman", "cp437", "cp850", "cp1251"), single=True),
        *_routes(("utf-8",), ("cp932", "cp950", "cp949"), single=False),
    ),
    _routes(("gb18030", "big5hkscs"), ("cp1252",), single=True),
    _routes(("gb18030", "big5hkscs"), ("mac_roman", "cp1251"), single=True),
    _routes(("gb18030", "big5hkscs"), ("gb18030", "cp950", "cp932", "cp949"), single=False),
)
"""The routes, the likelier ones before the others; UTF-8 proves itself."""

WESTERN = GROUPS[0][0]
"""UTF-8 read as CP1252, the commonest mistake of all."""

UTF8_AS_GB = GROUPS[0][1]
GB_AS_WESTERN = GROUPS[2][0]


@cache
def signs(route: Route) -> re.Pattern[str]:
    """Return what a stretch garbled by ``route`` may begin with."""
    wrong = route.wrong
    if route.right != "utf-8":
        if not route.single:
            return re.compile("[^\x00-\x7f\u2028]")
        chars = "".join(bytes((b,)).decode(wrong, "ignore") for b in range(0xA1, 0xFA))
        return re.compile(f"[{re.escape(chars)}]")
    leads = (0xC2, 0xC3, *range(0xE2, 0xEA), 0xEF)
    if route.single:
        chars = "".join(bytes((b,)).decode(wrong, "ignore") for b in leads)
    else:
        pairs = (bytes((lead, trail)) for lead in leads[2:] for trail in range(0x80, 0xC0))
        chars = "".join(pair.decode(wrong, "ignore") for pair in pairs)
        if wrong == "cp932":  # where a lead of UTF-8 is a character by itself, or a pair of other kind
            chars += "".join(bytes((b,)).decode(wrong, "ignore") for b in leads)
    return re.compile(f"[{re.escape(chars)}]")
