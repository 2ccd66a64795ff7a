"""Read a finished file back and compare its text with the model: no lost run leaves the house.

Spaces, soft breaks and format characters are set aside; every other character
must come back, in order. A page's running footer is taken out first.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence

import msgspec

from publisher import pairs
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import newsroom_text
from publisher.exporters.expected import Expected
from publisher.exporters.frame import feet
from publisher.model import Release

_SHOWN = 24
"""How many characters of each side a fault shows."""

_SURE = 12
"""How many characters tell a place in a text."""


class ReadBack(msgspec.Struct, frozen=True):
    """What came back: how many pages (0 where the format has none) and how many characters agreed."""

    pages: int
    characters: int


def check(name: str, data: bytes, release: Release, context: Context, *, older: bool = False) -> ReadBack:
    """Compare the file ``name`` with ``release``; ExportError shows the first difference.

    ``older`` reads the version that is left when its tracked changes are rejected.
    """
    suffix = name.rpartition(".")[2]
    if suffix in newsroom_text.READERS:
        return ReadBack(0, newsroom_text.check(name, data, release.editions[0]))
    if suffix == "docx":
        pages = _docx_pages(data, older=older)
    else:
        pages = {"pdf": _pdf_pages, "html": _html_pages}[suffix](data)
    expected = Expected(release, context, markers=suffix == "pdf", notes_last=suffix == "docx")
    if suffix == "pdf":
        whole = _bare(expected.head + expected.body)
        hyphens = _around_hyphens(whole)
        pages = [_hyphened(page, whole, hyphens) for page in pages]
        pages = _without_signs(_without_feet(name, pages, release, context), expected.signs)
        pages = _rejoined(pages, [(_bare(one), _bare(other)) for one, other in expected.parted])
    found = _bare("".join(pages))
    head, body = _bare(expected.head), _bare(expected.body)
    if body not in found:
        found = _without_repeated(found, body, [_bare(text) for text in expected.table_heads])
    at = found.rfind(body)
    if at < 0 or at + len(body) != len(found) or Counter(found[:at]) != Counter(head):
        raise ExportError(
            f"{name} does not say what the article says: {_difference(body, found)}.",
            hint="This is a fault of the exporter or of a font; the file was not kept.",
        )
    return ReadBack(len(pages) if suffix == "pdf" else 0, len(found))


def _bare(text: str) -> str:
    """Return ``text`` without spaces, line breaks and format characters, compatibility forms folded."""
    folded = unicodedata.normalize("NFC", text)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def _around_hyphens(expected: str) -> str:
    """Return what stands around the hyphens of a text: a small part of it, to look seams up in."""
    found = (n for n, char in enumerate(expected) if char == "-")
    return "\n".join(expected[max(n - _SURE, 0) : n + _SURE + 1] for n in found)


def _hyphened(page: str, expected: str, hyphens: str) -> str:
    """Put back what PDFium gives as U+FFFE: a hyphen that ends a line, of the text or of a parted word."""
    first, *others = _bare(page).split("\ufffe")
    made = [first]
    for part in others:
        before = "".join(made[-_SURE:])[-_SURE:]
        # behind the seam may be another column, or the signs of lists, and the text on another page
        seams = (f"{before[-near:]}-{part[:near]}" for near in (_SURE, _SURE // 2, _SURE // 4))
        is_ours = any(seam in hyphens for seam in seams)
        if not is_ours and f"{before}-" in hyphens:
            is_ours = f"{before}{part[: _SURE // 4]}" not in expected
        made.append(f"-{part}" if is_ours else part)
    return "".join(made)


def _difference(expected: str, found: str) -> str:
    """Show the first place where ``found`` leaves ``expected``, which starts somewhere in it."""
    start = max(found.find(expected[:8]), 0)
    shown = found[start:]
    at = next((n for n, (a, b) in enumerate(zip(expected, shown, strict=False)) if a != b), 0)
    at = max((at or min(len(expected), len(shown))) - 6, 0)
    return f"expected “{expected[at : at + _SHOWN]}”, found “{shown[at : at + _SHOWN]}”"


def _pdf_pages(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        found: list[str] = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            found.append(text.get_text_range())
            text.close()
            page.close()
        return found
    finally:
        document.close()


def _without_feet(name: str, pages: Sequence[str], release: Release, context: Context) -> list[str]:
    """Take the running footer out of each page; ExportError where a page has none."""
    articles = pairs.sides(release) if len(release.editions) == 2 else release.editions
    words, forms = feet([context.furniture[article.meta.language] for article in articles], context.theme)
    kept: list[str] = []
    for number, page in enumerate(pages, 1):
        text = _bare(page)
        counters = [form.replace("{pages}", str(len(pages))).replace("{page}", str(number)) for form in forms]
        parts = [part for part in map(_bare, (*words, *counters)) if part]
        whole = "".join(parts)
        if text.endswith(whole):
            # a foot of nothing but the source begins as the masthead does
            kept.append(text.removesuffix(whole))
            continue
        room = len(whole)
        for part in parts:
            rest = _without_part(text, part, room)
            if rest is None:
                raise ExportError(f"{name}, page {number}: the footer “{part}” is not where it should be.")
            text = rest
        kept.append(text)
    return kept


def _without_part(text: str, part: str, room: int) -> str | None:
    """Return ``text`` without the ``part`` that stands within ``room`` of its start or its end."""
    if text.startswith(part):
        return text.removeprefix(part)
    start, sign, end = text[-room:].rpartition(part)
    if sign:
        return text[:-room] + start + end
    start, sign, end = text[:room].partition(part)
    return start + end + text[room:] if sign else None


def _without_signs(pages: Sequence[str], signs: Sequence[tuple[str, str]]) -> list[str]:
    """Take the signs of lists out of each page: the PDF draws them after the page's text.

    PDFium gives the sign of an item on the last line of a page before the item,
    and so those of two items beside one another.
    """
    kept: list[str] = []
    at = 0
    for text in pages:
        drawn = next(n for n in range(len(signs), at - 1, -1) if text.endswith(_signs(signs[at:n])))
        rest = text.removesuffix(_signs(signs[at:drawn]))
        for last in (signs[drawn : drawn + 2], signs[drawn : drawn + 1]):
            if last and (found := _without_last_signs(rest, last)) is not None:
                rest, drawn = found, drawn + len(last)
                break
        kept.append(rest)
        at = drawn
    return kept


def _without_last_signs(text: str, signs: Sequence[tuple[str, str]]) -> str | None:
    """Return ``text``, which ends with the beginnings of items behind their ``signs``, without those."""
    tails = ""
    for sign, item in reversed(signs):
        text, found, tail = text.rpartition(sign)
        if not (found and tail and _bare(item).startswith(tail)):
            return None
        tails = tail + tails
    return text + tails


def _signs(items: Sequence[tuple[str, str]]) -> str:
    return "".join(sign for sign, _ in items)


def _rejoined(pages: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return the pages with each of ``pairs`` that goes on on the next one whole where it begins."""
    kept = list(pages)
    at = 0
    for one, other in pairs:
        for n in range(at, len(kept)):
            if found := _continued(kept[n:], one, other):
                start, rests = found
                kept[n] = kept[n][:start] + one + other
                kept[n + 1 : n + 1 + len(rests)] = rests
                at = n
                break
    return kept


def _continued(pages: Sequence[str], one: str, other: str) -> tuple[int, list[str]] | None:
    """Return where a pair begins on the first of ``pages`` and what the next ones hold behind the rest of it.

    None where it does not begin there, or does not go on.
    """
    first = pages[0]
    start = first.rfind(one[:_SURE])
    while start >= 0:
        shown = first[start:]
        for cut in range(_shared(shown, one), 0, -1):
            left, right = one[cut:], other.removeprefix(shown[cut:])
            if shown[cut:] and len(right) == len(other) - len(shown) + cut:
                rests: list[str] = []
                for page in pages[1:]:
                    step = _shared(page, left)
                    beside = _shared(page[step:], right)
                    left, right = left[step:], right[beside:]
                    rests.append(page[step + beside :])
                    if not (left or right):
                        return start, rests
                    if rests[-1]:
                        break
        start = first.rfind(one[:_SURE], 0, start + len(one[:_SURE]) - 1)  # a refrain overlaps itself
    return None


def _shared(one: str, other: str) -> int:
    """Return with how many characters both texts begin alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _without_repeated(found: str, body: str, heads: Sequence[str]) -> str:
    """Take out of ``found`` what a table says again at the top of a page or column: its head."""
    at = start = found.find(body[:_SURE])
    if start < 0:
        return found
    kept = [found[:start]]
    place = 0
    while place < len(body) and at < len(found):
        if found[at] == body[place]:
            at, place = at + 1, place + 1
            continue
        # a row may begin as the head does: the head began so many characters ago
        step = next(
            (
                (len(head), back)
                for head in heads
                for back in range(min(len(head), at - start))
                if found.startswith(head, at - back)
                and found[at - back + len(head) :][:_SURE].startswith(body[place - back :][:_SURE])
            ),
            None,
        )
        if step is None:
            return found
        length, back = step
        kept.append(found[start : at - back])
        at = start = at - back + length
        place -= back
    return "".join((*kept, found[start:]))


def _docx_pages(data: bytes, *, older: bool) -> list[str]:
    from publisher.exporters.word.text import text

    return [text(data, older=older)]


def _html_pages(data: bytes) -> list[str]:
    from lxml import html

    tree = html.document_fromstring(data.decode(), parser=html.HTMLParser(no_network=True, huge_tree=True))
    body = tree.find("body")
    parts: list[str] = []

    def collect(element: html.HtmlElement) -> None:
        if element.get("class") != "noteref":
            parts.append(element.text or "")
            for child in element:
                collect(child)
        parts.append(element.tail or "")

    if body is not None:
        collect(body)
    return ["".join(parts)]
