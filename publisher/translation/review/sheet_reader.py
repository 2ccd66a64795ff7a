"""The review sheet as it came back: its rows, who signed it, and what they remarked."""

from typing import TYPE_CHECKING

from publisher.errors import TranslationError
from publisher.model import State
from publisher.translation.bitext import tidy
from publisher.translation.bounded_xml import local
from publisher.translation.codes import without_signs
from publisher.translation.review.docx_parts import DocxParts
from publisher.translation.review.edits import Comment, Edit, Returned
from publisher.translation.review.looks import text_with_codes
from publisher.translation.review.marks import (
    AUTHOR,
    SIGNATURE,
    doubts,
    row_mark,
    says_yes,
    sheet_mark,
    source_digest,
)
from publisher.translation.review.word_text import attribute, row_is_gone, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_COLUMNS = 5


def read(data: bytes, name: str) -> Returned:
    """Return what ``data`` says, tracked changes accepted; TranslationError if it is no review sheet.

    With a name in the signature every row passes but the doubted ones; without,
    a row passes by its own mark. Whether a row was changed is for
    :func:`publisher.translation.review.apply.apply` to find.
    """
    parts = DocxParts(data, name)
    document = parts.document()
    mark = sheet_mark(text_of(document))
    if mark is None:
        raise TranslationError(
            f"{name}: this is no review sheet, or its hidden marks are gone",
            hint="make one with `publisher review ARTICLE -o review.docx`; edit it in Word or LibreOffice",
        )
    rows = [row for row in document.iter() if local(row) == "tr" and _is_outer(row)]
    reviewer, date = _signature(rows)
    edits: list[Edit] = []
    places: dict[str, str] = {}
    for row in rows:
        edit = None if row_is_gone(row) else _edit(row, signed=bool(reviewer))
        if edit is not None:
            edits.append(edit)
            places |= dict.fromkeys(_references(row), edit.key)
    return Returned(
        mark.name,
        mark.article_sha,
        mark.target_language,
        tuple(edits),
        tuple(_comments(parts.comments(), places)),
        reviewer,
        date,
        mark.rows,
    )


def _edit(row: "_Element", *, signed: bool) -> Edit | None:
    """Return the edit in a row; None for a row of another kind, or one that says nothing."""
    cells = [text_of(cell) for cell in _cells(row)]
    mark = row_mark(cells[0]) if cells else None
    if mark is None:
        # a row that the reviewer put in: what they typed is kept
        if len(cells) != _COLUMNS or SIGNATURE in cells[0] or _is_head(row) or not tidy(cells[2]):
            return None
        return Edit("", "", tidy(cells[1]), tidy(cells[2]), "", fault="the row is not one of the sheet's")
    if len(cells) != _COLUMNS:
        typed = tidy("\n".join(cells[1:]))
        return Edit(mark.key, mark.source, "", typed, mark.sent, fault="the row has lost or gained a cell")
    _, source, _, origin, settled = cells
    target = text_with_codes(_cells(row)[2], origin)
    doubted = doubts(settled)
    passed = State.REVIEWED if not doubted and (signed or says_yes(settled)) else None
    stands = tidy(source)
    if source_digest(stands) != mark.source:
        stands = without_signs(stands)
    fault = "" if source_digest(stands) == mark.source else "the source was changed in the sheet"
    return Edit(mark.key, mark.source, stands, tidy(target), mark.sent, passed, doubted, fault=fault)


def _signature(rows: "list[_Element]") -> tuple[str, str]:
    for row in rows:
        cells = [text_of(cell) for cell in _cells(row)]
        if len(cells) == 4 and SIGNATURE in cells[0]:
            name, date = (" ".join(tidy(cells[n]).strip(" _＿.…").split()) for n in (1, 3))
            return name, date
    return "", ""


def _comments(root: "_Element | None", places: dict[str, str]) -> list[Comment]:
    """Return the comments that did not go out with the sheet."""
    return [
        Comment(
            places.get(attribute(comment, "id"), ""),
            attribute(comment, "author") or "reviewer",
            tidy(text_of(comment)),
        )
        for comment in ([] if root is None else root)
        if local(comment) == "comment" and attribute(comment, "author") != AUTHOR
    ]


def _references(row: "_Element") -> list[str]:
    return [attribute(e, "id") for e in row.iter() if local(e) == "commentReference"]


def _cells(row: "_Element") -> "list[_Element]":
    """Return the cells of a row, content controls around them looked through."""
    found: list[_Element] = []
    for child in row:
        if local(child) == "tc":
            found.append(child)
        elif local(child) in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_cells(child))
    return found


def _is_outer(row: "_Element") -> bool:
    """Tell whether a row is not one of a table inside a cell."""
    return not any(local(parent) == "tc" for parent in row.iterancestors())


def _is_head(row: "_Element") -> bool:
    return any(
        local(e) == "tblHeader" for properties in row if local(properties) == "trPr" for e in properties
    )
