"""What a share or an amount is told of: of men, of the countryside, of investment, of the year before."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from publisher.localization.values.atoms import Atom

# those of one block exclude each other; what it is called in Chinese | in English
_SUBJECTS = """
male|男性 男子 男生 男孩 男|men male males boys
female|女性 女子 女生 女孩 女|women female females girls

rural|农村|rural
urban|城镇|urban

invested|投资额 投资|investment investments invested
produced|产值|output
revenue|营业收入 营收 销售额|revenue revenues sales
profit|净利润 利润|profit profits

export|出口额 出口|exports export
import|进口额 进口|imports import

for|赞成 支持|favor favour support supported yes
against|反对|against opposed no

highest|最高|highs high highest maximum
lowest|最低|lows low lowest minimum

yearly|同比 较上年 比上年 较去年 比去年|year_on_year year-on-year year_over_year year-over-year from_a_year_earlier from_a_year_ago annually
sequential|环比 较上季 比上季 较上月 比上月|quarter_on_quarter quarter-on-quarter month_on_month month-on-month from_the_previous_quarter from_the_previous_month from_a_month_earlier from_the_prior_quarter quarterly sequentially
"""

_BEFORE = 40  # characters before a figure that may name its subject
_CUT = re.compile(r"[\d.。;；,，!?！？\n]")

ALONE = frozenset({"rural", "urban"})
"""The subjects that only one of two figures need name."""


class _Block(msgspec.Struct, frozen=True):
    keys: dict[str, str]
    anywhere: re.Pattern[str]
    after: re.Pattern[str]


def subjects() -> tuple[Callable[[str, Atom, bool], str], ...]:
    """Return a function for each block that tells which of its subjects a figure of a text has, or ""."""
    return tuple(
        lambda text, atom, chinese, n=n: _subject(text, atom, _blocks(chinese)[n], chinese)
        for n in range(len(_blocks(chinese=True)))
    )


def _subject(text: str, atom: Atom, block: _Block, chinese: bool) -> str:
    value = atom.value
    if atom.family != "number" or not value.unit:
        return ""
    after = block.after.match(text, value.end)
    if after is not None:
        return block.keys[after["subject"].lower()]
    before = text[max(0, value.start - _BEFORE // (2 if chinese else 1)) : value.start]
    cuts = [m.end() for m in _CUT.finditer(before)]
    named = list(block.anywhere.finditer(before, cuts[-1] if cuts else 0))
    return block.keys[named[-1]["subject"].lower()] if named else ""


@cache
def _blocks(chinese: bool) -> tuple[_Block, ...]:
    made = []
    for block in _SUBJECTS.strip().split("\n\n"):
        rows = [line.split("|") for line in block.splitlines()]
        keys = {name.replace("_", " "): row[0] for row in rows for name in row[1 if chinese else 2].split()}
        names = "|".join(re.escape(name) for name in sorted(keys, key=len, reverse=True))
        if chinese:
            anywhere = rf"(?P<subject>{names})"
            after = rf"(?:的|为|是)[^，。、\d]{{0,4}}?(?P<subject>{names})"
        else:
            anywhere = rf"(?<![A-Za-z])(?P<subject>{names})(?![A-Za-z])"
            spaced = " " in names
            gap = (
                r"[^\d.;,]{0,24}?"
                if spaced
                else r" (?:were |was |is |are )?(?:of |in |for |among )?(?:the )?(?:all )?"
            )
            after = rf"{gap}(?<![A-Za-z])(?P<subject>{names})(?![A-Za-z])"
        made.append(_Block(keys, re.compile(anywhere, re.I), re.compile(after, re.I)))
    return tuple(made)
