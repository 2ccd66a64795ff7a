"""Footnotes of a page: a short link that leads to a passage below, which leads back or is a list's item."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGN = re.compile(
    r"\s*[\[(（〔【]?\s*(?:注\s*)?(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5}|[①-⑳])\s*[\])）〕】]?\s*\Z"
)
_BACK = re.compile(r"[\s\ufe0e\ufe0f]*(?:[↩⤴↑^⏎]|\[?返回\]?|\(?back\)?)[\s\ufe0e\ufe0f]*\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"\A\s*[\[(（〔【]?\s*(?:\d{1,3}|[*†‡§]{1,3})\s*[\])）〕】.．、]?\s*")
_HOLDERS = ("li", "p", "dd", "td", "div", "aside")
_LONGEST = 3_000
_FEW = 16


class Notes:
    """The notes of a page: ``texts`` by the link that stands in the text, ``passages`` to leave out there."""

    def __init__(self, root: "_Element | None" = None) -> None:
        self.texts: dict[Any, str] = {}
        self.passages: set[Any] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: "_Element") -> None:
        links: Any = root.xpath(
            "//a[starts-with(@href, '#') or contains(@href, '.htm')][contains(@href, '#')]"
        )
        signs = [link for link in links if _SIGN.match("".join(link.itertext()))]
        if not signs:
            return
        order = {element: number for number, element in enumerate(root.iter())}
        named: dict[str, Any] = {}
        for element in order:
            for name in (element.get("id"), element.get("name")):
                if name:
                    named.setdefault(name, element)
        for link in signs:
            target = named.get(link.get("href", "").rpartition("#")[2])
            if target is None or order[target] <= order[link]:
                continue
            holder = _holder(target)
            if holder is None or link in set(holder.iter()) or order[holder] <= order[link]:
                continue
            if text := _text(holder):
                self.texts[link] = text
                self.passages.add(holder)
        for section in {holder.getparent() for holder in self.passages}:
            self._widen(section)

    def _widen(self, section: Any) -> None:
        """Leave out the section of the notes too where it holds nothing else, its heading within."""
        while section is not None and section.tag in ("ol", "ul", "dl", "div", "section", "aside", "footer"):
            inside = sum(len("".join(p.itertext())) for p in self.passages if section in p.iterancestors())
            whole = len(" ".join("".join(section.itertext()).split()))
            if whole - inside > _FEW + len(self.passages) * 2:
                return
            self.passages.add(section)
            section = section.getparent()


def _holder(target: Any) -> Any:
    """Return the passage that ``target`` begins."""
    element = target
    while element is not None and element.tag not in _HOLDERS:
        element = element.getparent()
    if element is None or len("".join(element.itertext())) > _LONGEST:
        return None
    above = element.getparent()
    lone = above is not None and above.tag in ("li", "div") and above.get("id") and len(above) == 1
    return above if lone else element


def _text(holder: Any) -> str:
    """Return what a note says, without its number and the way back."""
    parts: list[str] = []
    for element in holder.iter():
        inside = next((a for a in (element, *element.iterancestors()) if a.tag == "a" or a is holder), holder)
        said = "".join(inside.itertext())
        back = (
            inside is not holder
            and "#" in inside.get("href", "")
            and (_BACK.match(said) or _SIGN.match(said))
        )
        if element.text and not back:
            parts.append(element.text)
        if element.tail and element is not holder:
            parts.append(element.tail)
    text = " ".join("".join(parts).split())
    return _BACK.sub("", _NUMBERED.sub("", text)).strip()
