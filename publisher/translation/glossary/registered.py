"""Registered names as glossary entries, so that the one glossary knows them everywhere."""

from collections.abc import Iterable

from publisher.localization.registry import Name
from publisher.translation.glossary.entries import CHINESE, ENGLISH, Entry


def entries(names: Iterable[Name]) -> tuple[Entry, ...]:
    """Return an entry for each name that has a Chinese and an English form; the others pair nothing.

    Every further English form, and the short one, is right too.
    """
    made: list[Entry] = []
    for name in names:
        chinese = name.spellings(CHINESE)
        english = tuple(
            dict.fromkeys(
                form for tag, forms in name.forms if tag.partition("-")[0] == ENGLISH for form in forms
            )
        )
        if not english:
            continue
        target = name.form(ENGLISH) or english[0]
        short = name.short(ENGLISH)
        also = tuple(f for f in dict.fromkeys((*english, *([short] if short else []))) if f != target)
        made.extend(
            Entry(
                source,
                target,
                type=name.kind,
                alternatives=also,
                case="as-is",
                note=name.note,
                traditional=name.form("zh-Hant") if source == chinese[0] else "",
            )
            for source in chinese
        )
    return tuple(made)
