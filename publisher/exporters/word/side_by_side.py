"""The body of two editions in Word: a table of two columns, a pair of blocks a row; wide tables part it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from publisher import pairs
from publisher.exporters.bilingual import is_wide, parted
from publisher.exporters.bilingual import rows as rows_of
from publisher.exporters.frame import closing as parts_after
from publisher.exporters.word import blocks, closing, figures, title, xml
from publisher.exporters.word.rows import hold
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Article, Figure, Release, Table
from publisher.pairs import Pair

_MM = 36000
"""English Metric Units in a millimetre."""

_GUTTER = 3.9
"""Space between a column and the hairline beside it, in mm."""


def add(sheet: Sheet) -> None:
    """Add titles, pairs of blocks and closing parts of both editions to the document."""
    rows = _Rows(sheet)
    rows.both(lambda place, article: title.add(sheet, place, article))
    older = sheet.context.older
    # where a table became large, all that is over it would be marked as moved
    may_turn = older is None or _large(older.release) == _large(sheet.release)

    def body(part: Sequence[Pair]) -> None:
        for pair in part:
            if isinstance(pair.left, Figure) and isinstance(pair.right, Figure):
                rows.across(pair.left, pair.right)
            elif may_turn and is_wide(pair):
                rows.in_turn(pair)
            else:
                rows.both(partial(_block, sheet, pair))

    every = rows_of(sheet.release, sheet.theme, older.release if older else None, whole_lists=True)
    text, behind = parted(every, sheet.release, sheet.theme)
    body(text)
    first, groups = parts_after(sheet.furniture(sheet.articles[0]))
    rows.both(lambda place, article: closing.close(sheet, place, article, first))
    for group in groups:
        if any(closing.has(sheet, part, article) for part in group for article in sheet.articles):
            rows.both(partial(_group, sheet, group))
    body(behind)
    if any(sheet.furniture(article).official for article in sheet.articles):
        rows.both(lambda place, article: closing.record(sheet, place, article))
    sheet.document.add_paragraph(style="Table End")


def _large(release: Release) -> list[bool]:
    """Return of each pair of tables whether it is a large one."""
    found = pairs.pairs(release, whole=True)
    return [is_wide(pair) for pair in found if isinstance(pair.left or pair.right, Table)]


def _group(sheet: Sheet, parts: Sequence[str], place: Any, article: Article) -> None:
    closing.group(sheet, place, article, parts)


def _block(sheet: Sheet, pair: Pair, place: Any, article: Article) -> None:
    """Add the block of ``article`` to its cell, if it has one there."""
    block = pair.left if article is sheet.articles[0] else pair.right
    if block is not None:
        room = Room(sheet.page.measure * sheet.share(article) - _GUTTER)
        blocks.add(sheet, place, block, article, room, first=pair.first, last=pair.last)


class _Rows:
    """The table, as it grows."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._widths = [round(sheet.page.measure * sheet.share(a) * _MM) for a in sheet.articles]
        self._table: Any = None
        self._bodies = tuple(sheet.type.of(article.meta.language).body for article in sheet.articles)

    def _row(self) -> Any:
        """Return a new row, of a new table where none is open."""
        if self._table is None:
            self._table = table = self._sheet.document.add_table(rows=0, cols=2)
            table.style = self._sheet.document.styles["Side by Side"]
            table.autofit = False
            for column, width in zip(table.columns, self._widths, strict=True):
                column.width = width
            xml.fix_layout(table, sum(self._widths))
        return self._table.add_row()

    def in_turn(self, pair: Pair) -> None:
        """Set tables over the whole measure, one under the other, as the text of the document."""
        sheet = self._sheet
        if self._table is not None:
            # Word takes two tables for one if nothing stands between them
            between = sheet.document.add_paragraph(style="Table End")
            between.paragraph_format.keep_with_next = True
            self._table = None
        for block, article in zip((pair.left, pair.right), sheet.articles, strict=True):
            if block is not None:
                blocks.add(sheet, sheet.document._body, block, article, Room(sheet.page.measure))

    def both(self, make: Callable[[Any, Article], None]) -> None:
        """Make a row of what ``make`` adds for each edition."""
        sheet = self._sheet
        row = self._row()
        cells = row.cells
        for cell, width, article in zip(cells, self._widths, sheet.articles, strict=True):
            cell.width = width
            make(cell, article)
            _settle(cell)
        hold(row, sheet.page, self._bodies, tuple(width / _MM - _GUTTER for width in self._widths))
        xml.columns(cells[0], cells[1], sheet.theme.colours.hairline, _GUTTER)

    def across(self, left: Figure, right: Figure) -> None:
        """Set a picture over both columns, its captions below one another."""
        sheet = self._sheet
        row = self._row()
        xml.keep_whole(row)
        cell = row.cells[0].merge(row.cells[1])
        figures.shared(sheet, cell, left, right, Room(sheet.page.measure))
        _settle(cell)


def _settle(cell: Any) -> None:
    """Drop the empty paragraph that a new cell starts with, if another stands in it."""
    first = cell.paragraphs[0]
    if len(cell._tc) > 2 and not first.text and first._p.find(".//{*}drawing") is None:
        first._p.getparent().remove(first._p)
