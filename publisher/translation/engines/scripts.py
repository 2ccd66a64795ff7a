"""Chinese text as an engine takes and gives it: one script for the other, marks in their width."""

import re
from collections.abc import Sequence

_HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_BEFORE = rf"(?<=[{_HAN}”’》）」』】])"
_AFTER = rf"(?=[{_HAN}“‘《（「『【])"
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_MARKS = re.compile(rf"{_BEFORE} *[,;:!?()]|[,;:!?()] *{_AFTER}|[!?]$")
_STOP = re.compile(rf"{_BEFORE} *\.(?!\.)|(?<!\.)\.(?=[”’」』）]*$)")
_IDLE_SPACE = re.compile(
    rf"(?<=[{_HAN}“‘《]) +(?=[{_HAN}])|(?<=[，。；：！？、（）]) +|(?<=[{_HAN}]) +(?=[，。；：！？、（）])"
)
_HAS_HAN = re.compile(f"[{_HAN}]")


def converted(texts: Sequence[str], source: str, target: str) -> list[str]:
    """Return Chinese ``texts`` (zh-Hans, or zh-Hant with a region or none) in the script of ``target``."""
    one, other = _script(source), _script(target)
    if one == other:
        return list(texts)
    import opencc

    converter = opencc.OpenCC(f"{one}2s" if other == "s" else f"s2{other}")
    return [converter.convert(text) for text in texts]


def _script(language: str) -> str:
    """Return OpenCC's name for the script of a language tag: s, t, tw or hk."""
    tags = set(language.lower().split("-"))
    if tags & {"hk", "mo"}:
        return "hk"
    if "tw" in tags:
        return "tw"
    return "t" if "hant" in tags else "s"


def tidy_chinese(text: str) -> str:
    """Return Chinese ``text`` with the marks that a tokenizer folded to ASCII in their full width again.

    Spaces between Han go too; figures (1,200), codes and Latin keep theirs.
    """
    if not _HAS_HAN.search(text):
        return text
    text = _MARKS.sub(lambda m: m.group().strip().translate(_WIDE), text)
    text = _STOP.sub("。", text)
    return _IDLE_SPACE.sub("", text)
