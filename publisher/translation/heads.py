"""What two editions say beside their text, side by side: date of issue, credits, contacts."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from publisher.model import Contact, Credit, CreditRole, Meta
from publisher.translation.checks.pair import Pair
from publisher.translation.segments import Unit

_FIRST = 3
"""A line of date and credits is among so many texts at the head of the body."""

_LONGEST = 160
_LINE = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[A-Z][a-z]+\.? \d{1,2}, \d{4})?[\s,|·]*(?:\d{1,2}:\d{2})?[\s,|·]*"
    r"(?:(?:(?:Text|Story|Words|Photos?|Pictures|Reported|Written|Edited)(?: and [a-z]+)? )?"
    r"[Bb]y [A-Z]\w+[^.!?]*"
    r"|(?:文|图|圖|撰稿|记者|記者|通讯员|通訊員|摄影|攝影)[/／：:].*)?"
)
_ROLES = {
    CreditRole.TEXT: ("文", "Text"),
    CreditRole.PHOTO: ("图", "Photos"),
    CreditRole.EDIT: ("编辑", "Editing"),
    CreditRole.REVIEW: ("审核", "Review"),
    CreditRole.TRANSLATION: ("翻译", "Translation"),
}


def text(lines: Sequence[Unit]) -> str:
    """Return what ``lines`` say, without the time of day: editions are issued one after the other."""
    return "\n".join(re.sub(r"\b\d{1,2}:\d{2}\b ?", "", line.text) for line in lines)


def lines(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the texts that are a line of date and credits at the head of a body, not a part of it."""
    body = [unit for unit in units if re.match(r"b\d+$", unit.where)][:_FIRST]
    return tuple(u for u in body if 0 < len(u.text) <= _LONGEST and _LINE.fullmatch(u.text.strip()))


def pairs(one: Meta, other: Meta, heads: tuple[str, str]) -> Iterator[Pair]:
    """Yield what both editions state; contacts also where only one does.

    ``heads`` are the lines at the head of either body that say what the
    other’s metadata says.
    """
    languages = one.language, other.language
    chinese = tuple(language.lower().startswith("zh") for language in languages)

    def pair(key: str, mine: str, theirs: str) -> Pair:
        return Pair(key, mine, theirs, *languages)

    if any(heads):
        mine, theirs = (
            head or _stated(m, zh) for head, m, zh in zip(heads, (one, other), chinese, strict=True)
        )
        if mine and theirs:
            yield pair("head", mine, theirs)
    else:
        if one.issued and other.issued:
            yield pair("issued", _issued(one), _issued(other))
        for role in _ROLES:
            mine, theirs = _credit(one.credits, role, chinese[0]), _credit(other.credits, role, chinese[1])
            if mine and theirs:
                yield pair(f"credit.{role.value}", mine, theirs)
    for n, (ours, yours) in enumerate(zip_longest(one.contacts, other.contacts, fillvalue=Contact()), 1):
        for part in ("name", "phone", "email", "url"):
            if getattr(ours, part) or getattr(yours, part):
                yield pair(f"contact{n}.{part}", getattr(ours, part), getattr(yours, part))


def _stated(meta: Meta, chinese: bool) -> str:
    named = (_credit(meta.credits, role, chinese) for role in (CreditRole.TEXT, CreditRole.PHOTO))
    return ("，" if chinese else "; ").join(part for part in (_issued(meta), *named) if part)


def _issued(meta: Meta) -> str:
    return meta.issued.date().isoformat() if meta.issued else ""


def _credit(listed: Sequence[Credit], role: CreditRole, chinese: bool) -> str:
    names = [name for credit in listed if credit.role is role for name in credit.names]
    if not names:
        return ""
    return f"{_ROLES[role][0]}：{'、'.join(names)}" if chinese else f"{_ROLES[role][1]}: {', '.join(names)}"
