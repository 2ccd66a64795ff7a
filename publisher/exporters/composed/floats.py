"""Where pictures stand so that pages are filled: a picture that fits no page's foot lets text pass it."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.contracts import Context
from publisher.exporters.columns import column_width
from publisher.exporters.composed.pages import Sheet, paginate
from publisher.exporters.composed.story import MM, page_of, story
from publisher.model import Article, Block, Figure, List, Paragraph, Quote, Release
from publisher.walk import plain

_HOLE = 0.12
"""A picture is moved where that fills so much more of a page."""

_STEP = 0.01
"""Each block that passes it costs as much as this part of a page left empty: it stays as near as it can."""

_FURTHEST = {"zh": 900, "en": 2400}
"""Characters that may pass a picture: about a page."""


_PAGES = 240
"""So many pages are laid out in search of places; the pictures of a long document stay where they are."""


_TEXT = (Paragraph, List, Quote)
"""What may pass a picture, and what one may stand behind."""


def sheets(release: Release, context: Context) -> tuple[Sheet, ...]:
    """Return the pages of ``release`` as it is."""
    layout = context.theme.layout
    columns = layout.columns if len(release.editions) == 1 else 1
    step = (column_width(context.theme) + layout.gap) * MM
    return paginate(story(release, context).atoms, page_of(release, context).depth * MM, columns, step)


def floated(release: Release, context: Context) -> Release:
    """Return ``release`` with its pictures where they leave the least of its pages empty.

    Text passes a picture, never a heading, a table or another picture, never
    the first paragraph, and no more than about a page of it. Where two
    editions stand together, the picture moves in both.
    """
    keys = [tuple(block.key for block in article.blocks) for article in release.editions]
    if len(set(keys)) > 1 or not any(isinstance(b, Figure) for b in release.editions[0].blocks):
        return release
    found, work = release, 0
    empty, pages = _empty(release, context)
    for key in (block.key for block in release.editions[0].blocks if isinstance(block, Figure)):
        best, least = found, empty - _HOLE
        for order, steps in _orders(found.editions[0], key) if empty >= _HOLE else ():
            work += pages
            if work > _PAGES:
                break
            tried = _in_order(found, order)
            cost = _empty(tried, context)[0] + steps * _STEP
            if cost < least:
                best, least = tried, cost
        if best is not found:
            found, empty = best, _empty(best, context)[0]
    return found


def _empty(release: Release, context: Context) -> tuple[float, int]:
    """Return how much is left empty of all pages but the last, in pages, and how many there are."""
    made = sheets(release, context)
    depth = page_of(release, context).depth * MM
    return sum(max(depth - sheet.end, 0.0) for sheet in made[:-1]) / depth, len(made)


def _orders(article: Article, key: str) -> Iterator[tuple[list[int], int]]:
    """Yield the blocks' numbers with the picture ``key`` at other places, and how many passed it."""
    blocks = article.blocks
    at = next(n for n, block in enumerate(blocks) if block.key == key)
    rest = [n for n in range(len(blocks)) if n != at]
    furthest = _FURTHEST[article.meta.language.partition("-")[0]]
    for way, passed in ((1, rest[at:]), (-1, rest[:at][::-1])):
        length = 0
        for steps, number in enumerate(passed, 1):
            length += _length(blocks[number])
            if not isinstance(blocks[number], _TEXT) or length > furthest:
                break
            place = at + way * steps
            if place and isinstance(blocks[rest[place - 1]], _TEXT):
                yield [*rest[:place], at, *rest[place:]], steps


def _length(block: Block) -> int:
    match block:
        case Paragraph() | Quote():
            return len(plain(block.inlines))
        case List():
            return sum(len(plain(item.inlines)) for item in block.items)
        case _:
            return 0


def _in_order(release: Release, order: Sequence[int]) -> Release:
    """Return ``release`` with the blocks of each edition in ``order`` of their numbers: none is lost."""
    editions = (
        msgspec.structs.replace(article, blocks=tuple(article.blocks[n] for n in order))
        for article in release.editions
    )
    return msgspec.structs.replace(release, editions=tuple(editions))
