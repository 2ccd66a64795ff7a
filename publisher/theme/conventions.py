"""Press conventions of each language, as a theme's tables say them: [conventions.zh], [conventions.en-GB]."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import msgspec

CLOSING = ("end_mark", "credits", "boilerplate", "contacts")
"""What stands after the text, in the usual order."""

Tables = Mapping[str, Mapping[str, Any]]


class Conventions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the press of one language does; the words themselves are those of the catalog.

    ``dateline`` is what goes before the first paragraph: ``{place}`` as given,
    or ``{city}`` in capitals with ``{region}`` as given, and ``{date}``; empty
    for none. A city of ``alone`` takes no region (AP: BEIJING, not BEIJING,
    China). ``quotes`` are outer and inner opening and closing marks that the
    quotations of the text take; empty leaves them. ``photo_credit`` says who
    took a picture, as （{name}摄）; empty takes the words of the catalog.
    ``date`` is how the dates around the text are written: ``long`` (CLDR's long
    form), ``ap`` (English months as AP shortens them) or ``numeric`` (CLDR's
    figures); ``year`` counts them from 1912 where it is ``roc``, as Taiwan's
    offices do: 民國115年3月5日.
    ``sentence_case`` points out a headline in capitals or title case (AP).
    ``closing`` orders what stands after the text, each part of CLOSING once;
    side by side the Chinese edition's order holds for both. Raises ValueError
    for an order that leaves a part out, or a form without a ``{name}``.
    """

    release_line: bool = True
    end_mark: bool = True
    dateline: str = ""
    alone: tuple[str, ...] = ()
    quotes: str = ""
    headline_stop: bool = False  # whether a headline may end in a full stop
    sentence_case: bool = False
    photo_credit: str = ""
    date: Literal["long", "ap", "numeric"] = "long"
    year: Literal["ce", "roc"] = "ce"
    closing: tuple[str, ...] = CLOSING

    def __post_init__(self) -> None:
        if sorted(self.closing) != sorted(CLOSING):
            raise ValueError(f"closing is {', '.join(self.closing)}, but has to order {', '.join(CLOSING)}")
        form = self.photo_credit
        if form and (form.count("{name}") != 1 or "{" in (rest := form.replace("{name}", "")) or "}" in rest):
            raise ValueError(f"photo_credit is {form!r}, but has to hold {{name}} once and no other brace")


OURS: Tables = MappingProxyType(
    {
        "zh": {"dateline": "【{place}，{date}】"},
        "en": {"dateline": "{city}{region}, {date} – ", "sentence_case": True},
        "en-GB": {"sentence_case": False},
    }
)
"""What holds where a theme says nothing, and for text outside any theme."""


def conventions_of(language: str, tables: Tables) -> Conventions:
    """Return the conventions of ``language`` (BCP 47): zh, zh-Hant, zh-Hant-HK one over the other."""
    parts = language.split("-")
    if parts[0] == "zh" and len(parts) == 1:
        parts.append("Hans")
    made: dict[str, Any] = {}
    for end in range(1, len(parts) + 1):
        tag = "-".join(parts[:end])
        made |= {**OURS.get(tag, {}), **tables.get(tag, {})}
    return msgspec.convert(made, Conventions)
