"""Press conventions of each language, as a theme's tables say them: [conventions.zh], [conventions.en-GB]."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import msgspec

CLOSING = ("end_mark", "credits", "boilerplate", "contacts")
"""What stands after the text, in the usual order."""

_FIELDS = re.compile(r"\{(?:place|city|region|date)\}")

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
    Of English, ``spelling`` is american, british or oxford (British with -ize),
    ``dash`` what breaks a sentence off, ``headline_quotes`` the two marks that
    a headline quotes with; empty leaves them. ``stops_outside`` sets comma and
    full stop behind a quoted phrase, ``plain_titles`` drops Mr and Ms and sets
    the rank behind a name small, ``percent_sign`` sets % behind figures, and
    ``serial_comma`` lets the comma before the last of a series stand.
    ``closing`` orders what stands after the text, each part of CLOSING once;
    side by side the Chinese edition's order holds for both. Raises ValueError
    for an order that leaves a part out, a form without a ``{name}`` or with a
    field that there is not, or marks that are not so many.
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
    spelling: Literal["", "american", "british", "oxford"] = ""
    dash: str = ""
    headline_quotes: str = ""
    stops_outside: bool = False
    plain_titles: bool = False
    percent_sign: bool = False
    serial_comma: bool = True
    closing: tuple[str, ...] = CLOSING

    def __post_init__(self) -> None:
        if sorted(self.closing) != sorted(CLOSING):
            raise ValueError(f"closing is {', '.join(self.closing)}, but has to order {', '.join(CLOSING)}")
        if len(self.headline_quotes) not in (0, 2):
            raise ValueError(f"headline_quotes is {self.headline_quotes!r}, but has to be two marks")
        if len(self.quotes) not in (0, 4):
            raise ValueError(f"quotes is {self.quotes!r}, but has to be four marks, outer and inner")
        if set("{}") & set(_FIELDS.sub("", self.dateline)):
            raise ValueError(
                f"dateline is {self.dateline!r}, but may hold {{place}}, {{city}}, {{region}}, {{date}} "
                "and no other brace"
            )
        form = self.photo_credit
        if form and (form.count("{name}") != 1 or "{" in (rest := form.replace("{name}", "")) or "}" in rest):
            raise ValueError(f"photo_credit is {form!r}, but has to hold {{name}} once and no other brace")


OURS: Tables = MappingProxyType(
    {
        "zh": {"dateline": "【{place}，{date}】"},
        "en": {
            "dateline": "{city}{region}, {date} – ",
            "sentence_case": True,
            "spelling": "american",
            "dash": " — ",
            "headline_quotes": "‘’",
            "plain_titles": True,
            "percent_sign": True,
            "serial_comma": False,
        },
        "en-GB": {"sentence_case": False, "spelling": "british", "dash": " – ", "stops_outside": True},
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
