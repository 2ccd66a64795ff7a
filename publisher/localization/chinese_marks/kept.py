"""Marks that must be left as they are: in addresses, numbers and code, or shown rather than said."""

import re

from publisher.localization.han import HAN

_POINTS = frozenset("，。、；：？！")
# what must be left as it is: addresses, file names, abbreviations, numbers, C++-like names, emoticons
_FIXED = re.compile(
    r"""(?ix)
    (?=[a-z\d._%+\-&])(?:
    \b(?:https?|ftp)://[a-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%]*[a-z0-9/=\#]
    | \b(?:mailto|tel):[\w.+@\-]+
    | (?<![a-z0-9._%+\-])[a-z0-9._%+\-]++@[a-z0-9\-]++(?:\.[a-z0-9\-]++)+
    | (?<![a-z0-9\-])(?<![a-z0-9\-]\.)(?:[a-z0-9\-]++\.)+[a-z]{2,}+
      (?:/[a-z0-9\-._~:/?\#@!$&*+,;=%]*[a-z0-9/])?
    | \b(?:[a-z]\.){2,}
    | \byahoo! | \b(?:inc|ltd|co|corp|mr|mrs|ms|dr|prof|st|no|vol|vs|jr|sr|etc|dept|univ|fig)\.
    | (?<!\d)\d++(?:[.,:]\d++)+
    | (?!(?<=(?-i:[HAN]))\.(?!net)(?-i:[A-Z]{2,})(?-i:[HAN]))(?<![a-z0-9])\.[a-z][a-z0-9]*
    | &(?:[a-z][a-z0-9]*|\#x?[0-9a-f]+);(?:[a-z]+;)?
    | (?:^|(?<=[\s。；;：，、（(\u2028]))\d{1,2}\.(?=\s?(?-i:[HAN]))
    )
    """.replace("HAN", HAN)
)
# what is shown rather than said: code, addresses with Han, a mark that is spoken of, chemical names, faces
_SHOWN = re.compile(
    r"""(?x)
    (?<![a-zA-Z0-9_])[a-zA-Z_][a-zA-Z0-9_]{0,40}\([^()HAN]{0,80}\);              # print("x");
    | (?<![a-zA-Z0-9_])[a-zA-Z_][a-zA-Z0-9_]{0,40}\ ?[-+*/]?=\ ?[a-zA-Z0-9_."]{1,60};   # x = 1;
    | <!--[^<>]{0,200}?--> | \(\)
    | ::+ | [:;]-[()DPOdpo](?![a-zA-Z0-9]) | (?<=[\sHAN、，。])[:;][()DPOdpo](?![\wHAN])
    | (?<![a-zA-Z])(?i:https?|ftp)://(?=[a-zA-Z0-9.\-]*[HAN])[a-zA-Z0-9\-HAN]+(?:\.[a-zA-Z0-9\-HAN]+)+
      (?:/[^\s，。；：！？、）》”」]*)?
    | (?<![a-zA-Z])(?i:https?|ftp)://[!-~]{1,200}/[HAN][^\s，。；：！？、）》”」]*
    | @[a-zA-Z0-9\-HAN]+(?:\.[a-zA-Z0-9\-]+|\.[HAN]{1,4}(?![HAN]))+
    | [“‘「『][^\w\s“”‘’「」『』]{1,3}[”’」』]       # “,” and “?”
    | [“「](?=[!-~’\ ]*[a-zA-Z$\\\]\[*])[!-~’\ ]{1,300}[”」]  # “/[0-9]*;” and “Stop!”
    | \([RSEZrsez+−±,\d\-]{1,12}\)-\(?[^()\s]{0,60}\)? | -\([^()\s]{0,60}\)(?=-)
    | \(\d+(?:,\d+){0,9}-[^()\s]{0,60}\)
    | \([^()\s]{0,60}\)(?=\.[a-zA-Z]{2,4}\b)
    """.replace("HAN", HAN)
)
CODE = re.compile(r"[{}\\]|\w\(\"|[=\[:(]\s?\"[^\"]*\"\s?[,;\])}]|==|=>|</|`")
"""In a text: it holds code, and every straight mark in it may be a part of that."""

_LISTED_MARKS = re.compile("[，。、；：？！…—“”‘’（）《》]{3,}")


def kept_places(text: str) -> bytearray:
    """Return a byte for each character of ``text``, 1 where no mark may be changed."""
    fixed = bytearray(len(text))
    for pattern in (_FIXED, _SHOWN):
        for match in pattern.finditer(text):
            fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _LISTED_MARKS.finditer(text):
        if len(set(match[0]) & _POINTS) >= 3:
            fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return fixed
