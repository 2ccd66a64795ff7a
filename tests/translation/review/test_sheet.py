"""The sheet that goes out is a sound Word file in which only the translation can be edited."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from openxml_audit import OpenXmlValidator

from publisher.model import State
from publisher.translation.bitext import digest
from publisher.translation.review import sheet_reader
from publisher.translation.review.difference import difference
from tests.translation.review.conftest import BASE, Reviewer, made


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_the_sheet_obeys_the_schemas_of_word(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(made())
    faults = [str(error) for error in OpenXmlValidator().validate(path).errors]
    # the theme part is optional (ECMA-376-1, 14.2.7); the validator asks for one
    assert [f for f in faults if "relationships/theme' is missing" not in f] == []


def test_the_same_translation_gives_the_same_bytes() -> None:
    assert made() == made()


def test_the_document_is_locked_but_for_what_a_reviewer_writes() -> None:
    document, settings = part(made(), "word/document.xml"), part(made(), "word/settings.xml")
    assert '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' in settings
    ranges = 2 + 2 * len(BASE.units)  # the signature, and two cells a row
    assert document.count('w:edGrp="everyone"') == document.count("<w:permEnd ") == ranges


def test_the_page_is_a4_landscape_and_rows_neither_split_nor_lose_their_head(reviewer: Reviewer) -> None:
    section: Any = reviewer.document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    rows = reviewer.table._tbl.tr_lst
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows[:2]] == [True, False]


def test_each_row_shows_number_source_translation_and_origin(reviewer: Reviewer) -> None:
    shown = [cell.text for cell in reviewer.table.rows[2].cells[1:4]]
    assert shown[:2] == ["共37家企业参展。", "In all, 36 companies took part."]
    assert "Similar 相近句 87%" in shown[2]


def test_an_untranslated_row_shows_the_source_in_brackets(reviewer: Reviewer) -> None:
    assert reviewer.cell(5).text == "[[还没有译文。]]"


def test_a_remark_is_a_comment_on_the_translation() -> None:
    comments = part(made(), "word/comments.xml")
    assert "not found in the translation: 37 (figure-mismatch)" in comments
    assert part(made(), "word/document.xml").count("<w:commentReference ") == 1


def test_a_fuzzy_offer_shows_what_differs(reviewer: Reviewer) -> None:
    cell = reviewer.cell(2, 4)
    marked = {r.style.name: r.text for p in cell.paragraphs for r in p.runs if r.style.name.endswith("ed")}
    assert marked == {"Sheet Deleted": "36", "Sheet Inserted": "37"}


def test_a_difference_joined_is_either_text() -> None:
    one, two = "共36家企业，more or less", "今年共37家企业，more and less"
    pieces = list(difference(one, two))
    assert "".join(text for kind, text in pieces if kind != "inserted") == one
    assert "".join(text for kind, text in pieces if kind != "deleted") == two


def test_a_sheet_that_nobody_touched_says_what_went_out() -> None:
    back = sheet_reader.read(made(), "review.docx")
    assert [(e.key, e.fault) for e in back.edits] == [(u.key, "") for u in BASE.units]
    assert all(digest(e.text) == e.sent for e in back.edits)
    assert [e.passed for e in back.edits] == [State.REVIEWED, *[None] * 5]
    assert (back.name, back.target_language, back.rows, back.reviewer) == ("week.txt", "en", 6, "")
