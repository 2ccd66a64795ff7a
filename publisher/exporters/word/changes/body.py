"""The bodies of two documents as one with tracked changes: its blocks, tables, cells, and notes."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from publisher.exporters.word.changes.alignment import Piece, Step, align
from publisher.exporters.word.changes.carried import Carried
from publisher.exporters.word.changes.marks import Kind, Marks
from publisher.exporters.word.changes.notes import Notes
from publisher.exporters.word.changes.paragraphs import Paragraphs
from publisher.exporters.word.changes.words import said


class Body:
    """Merges what holds blocks: the body, a cell, a note."""

    def __init__(self, carried: Carried, marks: Marks, paragraphs: Paragraphs, notes: Notes) -> None:
        self._carried, self._marks, self._paragraphs, self._notes = carried, marks, paragraphs, notes

    def merge(self, old: Any, new: Any) -> None:
        """Mark in ``new`` what became of the blocks of ``old``.

        Accepted, the marks leave the blocks of ``new``; rejected, those of ``old``.
        The layout is that of ``new`` either way: widths of columns, sizes of
        pictures, breaks of sections.
        """
        gone, come = _blocks(old), _blocks(new)
        steps = _closed(align([_piece(b) for b in gone], [_piece(b) for b in come]), gone, come)
        paired = [(gone[a], come[b]) for a, b in steps if a is not None and b is not None]
        for one, other in paired:
            self._carried.same_list(one, other)
        tail = _tail(steps)
        made: list[Any] = []
        for number, (a, b) in enumerate(steps):
            ends = not tail or number < len(steps) - tail  # those of the last ones are marked together
            if b is not None:
                block = come[b]
                if a is None:
                    self._whole(block, "ins", ends=ends)
                else:
                    self._pair(gone[a], block)
            elif a is not None:
                block = self._whole(self._carried.copy(gone[a]), "del", ends=ends)
                made[-1].addnext(block) if made else come[0].addprevious(block)
            made.append(block)
        if tail:
            self._close(made[-tail - 1 :], steps[-tail - 1 :], gone, come)

    def _whole(self, block: Any, kind: Kind, *, ends: bool) -> Any:
        """Mark all of a block; the end of a paragraph only if it ``ends`` there."""
        if block.tag == qn("w:tbl"):
            for row in block.iterchildren(qn("w:tr")):
                self._marks.row(row, kind)
        else:
            self._marks.inside(block, kind)
            if ends:
                self._marks.end(block, kind)
        return block

    def _pair(self, old: Any, new: Any) -> None:
        if new.tag == qn("w:tbl"):
            self._table(old, new)
            return
        for one, other in self._paragraphs.merge(old, new):
            self._notes.merge(one, other, self.merge)
        self._form(new, old)

    def _form(self, paragraph: Any, old: Any) -> None:
        """Say of ``paragraph`` what form the paragraph ``old`` had, if it was another."""
        was = self._carried.form(old)
        if _said(self._carried.form(paragraph, own=True)) != _said(was):
            self._marks.form(paragraph, was)

    def _close(
        self, blocks: Sequence[Any], steps: Sequence[Step], gone: Sequence[Any], come: Sequence[Any]
    ) -> None:
        """Mark the ends of the paragraphs that close a story, ``blocks``, of which the first one stays.

        The last end of a story cannot go: the paragraph that stays gives its own,
        and takes the last one, with the form that it is to have then.
        """
        (a, b), (_, last) = steps[0], steps[-1]
        assert a is not None
        assert b is not None
        stays, final = blocks[0], blocks[-1]
        if last is not None:
            for change in stays.xpath("w:pPr/w:pPrChange"):
                change.getparent().remove(change)  # its end goes, and with it what its form was
            self._form(final, gone[a])
        else:
            form = self._carried.form(come[b], own=True)
            if final.pPr is not None:
                final.remove(final.pPr)
            final.insert(0, form)
            self._form(final, gone[-1])
        for block in blocks[:-1]:
            self._marks.end(block, "del" if last is None else "ins")

    # ── Tables ───────────────────────────────────────────────────────────────

    def _table(self, old: Any, new: Any) -> None:
        """Merge the rows of two tables; a row that was parted otherwise goes, and the new one comes."""
        gone, come = list(old.iterchildren(qn("w:tr"))), list(new.iterchildren(qn("w:tr")))
        steps = align([_piece(row) for row in gone], [_piece(row) for row in come])
        before: Any = new.tblGrid
        for a, b in steps:
            if b is None:
                assert a is not None
                row = self._carried.copy(gone[a])
                self._marks.row(row, "del")
                before.addnext(row)
            elif a is None:
                row = come[b]
                self._marks.row(row, "ins")
            else:
                row = come[b]
                for cell, other in zip(_cells(gone[a]), _cells(row), strict=True):
                    self.merge(cell, other)
            before = row


def _said(element: Any) -> bytes:
    return etree.tostring(element, method="c14n")


def _blocks(parent: Any) -> list[Any]:
    """Return paragraphs and tables, but for the contents: a field, which follows the headings."""
    blocks = (child for child in parent if child.tag in (qn("w:p"), qn("w:tbl")))
    return [b for b in blocks if b.tag == qn("w:tbl") or not (b.style or "").startswith("TOC")]


def _cells(row: Any) -> list[Any]:
    return list(row.iterchildren(qn("w:tc")))


def _piece(block: Any) -> Piece:
    """Return a paragraph, table or row as it is compared."""
    name = block.tag.rpartition("}")[2]
    cells = len(_cells(block)) if name == "tr" else ""
    paths = {"p": "w:pPr/w:pStyle/@w:val", "tbl": "w:tblPr/w:tblStyle/@w:val", "tr": "@none"}
    text = "".join(t.text or "" for t in block.iter(qn("w:t")))
    things = "".join(e.get("descr", "") for e in block.iter(qn("wp:docPr")))
    return Piece(f"{name}{cells}", "".join(block.xpath(paths[name])), said(text), text + things)


def _closed(steps: list[Step], gone: Sequence[Any], come: Sequence[Any]) -> list[Step]:
    """Return ``steps`` so that the ends of the story can be marked.

    Where both versions close with something new, their last paragraphs are one;
    and so they are where a table, or a section's end, stands between the last
    paragraph that stays and the end.
    """
    tail = _tail(steps)
    last = (len(gone) - 1, len(come) - 1)
    if not tail:
        return steps
    new_ones = [b for _, b in steps[-tail:] if b is not None]
    old_ones = [a for a, _ in steps[-tail:] if a is not None]
    if not (new_ones and old_ones) and tail < len(steps):
        stays = come[steps[-tail - 1][1] or 0]
        blocks = [stays, *(gone[a] for a in old_ones), *(come[b] for b in new_ones)]
        if all(block.tag == qn("w:p") for block in blocks) and not stays.xpath("w:pPr/w:sectPr"):
            return steps
    left = [(a if a != last[0] else None, b if b != last[1] else None) for a, b in steps]
    return [*(step for step in left if step != (None, None)), last]


def _tail(steps: Sequence[Step]) -> int:
    """Return how many blocks at the end of ``steps`` are in one version only."""
    return next((n for n, step in enumerate(reversed(steps)) if None not in step), len(steps))
