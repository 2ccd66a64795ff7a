"""The keys of an article's parts, each its own: editions are laid beside each other by them."""

from collections.abc import Iterator
from itertools import count

from publisher.errors import ReadError
from publisher.model import Article, List, Table


def keys(article: Article) -> Iterator[str]:
    """Yield the key of every block, list item and cell of ``article``, the boilerplate's last."""
    for block in (*article.blocks, *article.meta.boilerplate):
        yield block.key
        match block:
            case List():
                yield from (item.key for item in block.items)
            case Table():
                yield from (cell.key for row in (block.head, *block.rows) for cell in row)
            case _:
                pass


def check(article: Article) -> None:
    """Raise ReadError if two parts of ``article`` have one key."""
    seen: set[str] = set()
    for key in keys(article):
        if key in seen:
            raise ReadError(
                f"two parts of the article have the key {key!r}.",
                hint="Give each block, list item and cell a key of its own; "
                "if a plugin made the article, tell its maker.",
            )
        seen.add(key)


class Parts:
    """Names for the parts that blocks of one article are cut into: no part has the key of another."""

    def __init__(self, article: Article) -> None:
        self._taken = set(keys(article))
        self._numbers: dict[str, Iterator[int]] = {}

    def next(self, key: str) -> str:
        """Return a key for the next part of the block ``key``; its first part keeps that."""
        numbers = self._numbers.setdefault(key, count(2))
        made = next(name for n in numbers if (name := f"{key}-{n}") not in self._taken)
        self._taken.add(made)
        return made
