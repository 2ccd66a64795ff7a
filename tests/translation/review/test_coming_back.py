"""What a reviewer does in the sheet is taken as they meant it, and nothing that they type is lost."""

import msgspec
import pytest

from publisher.model import Origin, State
from publisher.translation.bitext import Bitext, BitextUnit, Remark
from publisher.translation.codes import Code
from publisher.translation.review import sheet_reader
from publisher.translation.review.apply import Applied, apply
from tests.translation.review.conftest import BASE, TEXTS, Resave, Reviewer, made


def applied(data: bytes, base: Bitext = BASE, texts: tuple[str, ...] = TEXTS) -> Applied:
    return apply(base, sheet_reader.read(data, "review.docx"), texts)


def unit(result: Applied, key: str) -> BitextUnit:
    return next(u for u in result.bitext.units if u.key == key)


def told(result: Applied) -> dict[str, str]:
    return {left.key: left.reason for left in result.left}


def test_a_sheet_that_comes_back_untouched_changes_nothing() -> None:
    assert applied(made()) == Applied(BASE)


def test_a_changed_row_is_reviewed_and_made_by_hand(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(2, "In all, 37 companies took part.").saves())
    changed = unit(result, "b1.1")
    assert (changed.target, changed.origin, changed.state, changed.score, changed.remarks) == (
        "In all, 37 companies took part.",
        Origin.HAND,
        State.REVIEWED,
        1.0,
        (),
    )
    assert [(c.key, c.before, c.after) for c in result.changes] == [
        ("b1.1", "In all, 36 companies took part.", "In all, 37 companies took part.")
    ]


def test_only_the_row_that_was_changed_changes(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(2, "In all, 37 companies took part.").saves())
    assert [u for u in result.bitext.units if u.key != "b1.1"] == [u for u in BASE.units if u.key != "b1.1"]


@pytest.mark.parametrize("sign", ["x", "X", "☒", "☑", "✓", "ok", "OK.", "是", "√"])
def test_a_ticked_row_passes_as_it_stands(reviewer: Reviewer, sign: str) -> None:
    result = applied(reviewer.ticks(3, sign).saves())
    assert unit(result, "b1.2") == msgspec.structs.replace(BASE.units[2], state=State.REVIEWED)
    assert (result.passed, result.changes) == (("b1.2",), ())


@pytest.mark.parametrize("typed", ["x", "X", "✓", "ok", "是"])
@pytest.mark.parametrize("cell", ["{}☐", "☐{}", "☐ {}", "{}\n☐", "☒{}"])
def test_a_sign_beside_the_box_that_was_left_in_place_passes_the_row(
    reviewer: Reviewer, cell: str, typed: str
) -> None:
    assert applied(reviewer.ticks(3, cell.format(typed)).saves()).passed == ("b1.2",)


def test_what_is_typed_behind_the_box_itself_is_read_with_it(reviewer: Reviewer) -> None:
    reviewer.cell(3, 5).paragraphs[0].add_run("x")
    assert reviewer.cell(3, 5)._tc.xpath(".//w:sdt")
    assert applied(reviewer.saves()).passed == ("b1.2",)


@pytest.mark.parametrize("sign", ["☐", "", " ", "no", "later", "☐ no", "☒ no"])
def test_a_row_without_a_tick_does_not_pass(reviewer: Reviewer, sign: str) -> None:
    assert applied(reviewer.ticks(3, sign).saves()).passed == ()


def test_a_signature_passes_every_row_that_has_a_translation(reviewer: Reviewer) -> None:
    data = reviewer.signs("Wang Lin", "2026-03-06").saves()
    result = applied(data)
    assert result.passed == ("b1.1", "b1.2", "b2.1", "b4.1")
    assert told(result) == {"b3.1": "not translated"}
    back = sheet_reader.read(data, "review.docx")
    assert (back.reviewer, back.date) == ("Wang Lin", "2026-03-06")


def test_a_line_to_write_on_is_no_signature(reviewer: Reviewer) -> None:
    assert applied(reviewer.signs("____", "……").saves()).passed == ()


def test_a_doubted_row_stays_a_draft_under_a_signature(reviewer: Reviewer) -> None:
    result = applied(reviewer.signs("Wang Lin").ticks(3, "?").saves())
    assert "b1.2" not in result.passed
    assert unit(result, "b1.2").state is State.DRAFT


def test_a_doubted_row_keeps_what_was_typed_as_a_draft(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(3, "“Rare,” he said.").ticks(3, "？").saves())
    assert (unit(result, "b1.2").target, unit(result, "b1.2").state) == ("“Rare,” he said.", State.DRAFT)


def test_a_doubt_makes_a_reviewed_row_a_draft_again(reviewer: Reviewer) -> None:
    result = applied(reviewer.ticks(1, "?☒").saves())
    assert unit(result, "headline.1").state is State.DRAFT
    assert (told(result), result.passed) == ({"headline.1": "doubted: a draft again"}, ())


def test_an_emptied_row_is_left_as_it_was_and_told(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(3, "").ticks(3).saves())
    assert result.bitext == BASE
    assert told(result) == {"b1.2": "empty: not reviewed"}


def test_an_untranslated_row_is_not_taken_for_reviewed(reviewer: Reviewer) -> None:
    result = applied(reviewer.ticks(5).saves())
    assert (result.bitext, told(result)) == (BASE, {"b3.1": "not translated"})


def test_a_translation_written_over_the_brackets_is_taken(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(5, "Not yet translated.").saves())
    assert unit(result, "b3.1").target == "Not yet translated."
    assert result.changes[0].before == ""


def test_what_was_typed_between_the_brackets_is_kept_aside(reviewer: Reviewer) -> None:
    result = applied(reviewer.types(5, "[[Not yet translated.]]").saves())
    assert result.bitext == BASE
    assert [(u.key, u.text) for u in result.unmatched] == [("b3.1", "[[Not yet translated.]]")]


def test_brackets_that_the_source_has_too_are_its_own() -> None:
    base = msgspec.structs.replace(
        BASE, units=(BitextUnit("b1.1", "见[[条目]]", "See [[it]]", Origin.ENGINE),)
    )
    result = applied(Reviewer(made(base)).types(1, "See [[the entry]]").saves(), base, ("见[[条目]]",))
    assert unit(result, "b1.1").target == "See [[the entry]]"


def test_line_breaks_paragraphs_and_tabs_are_kept(reviewer: Reviewer) -> None:
    reviewer.types(4, "first\nsecond\tthird")
    reviewer.cell(4).add_paragraph("fourth")
    reviewer.cell(4).add_paragraph("")
    assert unit(applied(reviewer.saves()), "b2.1").target == "first\nsecond\tthird\nfourth"


def test_quotes_dashes_and_hard_spaces_are_kept_as_typed(reviewer: Reviewer) -> None:
    text = "“It’s — ‘well’…” at 5\xa0p.m. \u2011 ok"
    assert unit(applied(reviewer.types(3, text).saves()), "b1.2").target == text


def test_a_space_put_right_is_an_edit(reviewer: Reviewer) -> None:
    assert applied(reviewer.types(3, "“A  rare chance,” he said.").saves()).changes != ()


def test_tracked_changes_are_accepted(reviewer: Reviewer) -> None:
    reviewer.xml(
        3,
        '<w:r><w:t xml:space="preserve">“A </w:t></w:r>'
        '<w:del w:id="90" w:author="L"><w:r><w:delText>rare </w:delText></w:r></w:del>'
        '<w:ins w:id="91" w:author="L"><w:r><w:t xml:space="preserve">golden </w:t></w:r></w:ins>'
        '<w:moveFrom w:id="92" w:author="L"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="93" w:author="L"><w:r><w:t>chance</w:t></w:r></w:moveTo>'
        "<w:r><w:t>,”</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>",
    )
    assert unit(applied(reviewer.saves()), "b1.2").target == "“A golden chance,”\u2011\xad"


def test_a_paragraph_end_that_a_tracked_change_deletes_joins_two(reviewer: Reviewer) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    reviewer.types(3, "one ")
    reviewer.cell(3).add_paragraph("two")
    properties = reviewer.cell(3).paragraphs[0]._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="9" w:author="L"/></w:rPr>'))
    assert unit(applied(reviewer.saves()), "b1.2").target == "one two"


def test_rows_in_another_order_are_fine(reviewer: Reviewer) -> None:
    rows = reviewer.table._tbl.tr_lst
    reviewer.types(2, "In all, 37 companies took part.")
    rows[1].addprevious(rows[6])
    result = applied(reviewer.saves())
    assert [c.key for c in result.changes] == ["b1.1"]
    assert (result.missing, result.unmatched) == ((), ())


def test_a_deleted_row_is_told_and_its_translation_stays(reviewer: Reviewer) -> None:
    row = reviewer.table._tbl.tr_lst[3]
    row.getparent().remove(row)
    result = applied(reviewer.signs("W").saves())
    assert result.missing == ("b1.2",)
    assert unit(result, "b1.2") == BASE.units[2]


def test_a_row_copied_over_another_is_told_as_missing(reviewer: Reviewer) -> None:
    from copy import deepcopy

    rows = reviewer.table._tbl.tr_lst
    rows[3].addnext(deepcopy(rows[3]))
    rows[4].getparent().remove(rows[4])
    assert applied(reviewer.saves()).missing == ("b2.1",)


def test_a_row_that_a_tracked_change_deletes_is_deleted(reviewer: Reviewer) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    properties = reviewer.table._tbl.tr_lst[3].get_or_add_trPr()
    properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="L"/>'))
    assert applied(reviewer.saves()).missing == ("b1.2",)


def test_a_row_that_the_reviewer_put_in_is_kept_aside(reviewer: Reviewer) -> None:
    cells = reviewer.table.add_row().cells
    cells[2].text = "One more thing."
    result = applied(reviewer.saves())
    assert [(u.text, u.reason) for u in result.unmatched] == [
        ("One more thing.", "the row is not one of the sheet's")
    ]


def test_a_row_copied_and_changed_is_kept_aside(reviewer: Reviewer) -> None:
    from copy import deepcopy

    row = reviewer.table._tbl.tr_lst[3]
    row.addnext(deepcopy(row))
    reviewer.types(3, "First.").types(4, "Second.")
    result = applied(reviewer.saves())
    assert [c.after for c in result.changes] == ["First."]
    assert [u.text for u in result.unmatched] == ["Second."]


def test_a_changed_source_keeps_what_was_typed_aside(reviewer: Reviewer) -> None:
    reviewer.types(3, "“机会很多，”他说。", column=2).types(3, "“Many chances,” he said.")
    result = applied(reviewer.saves())
    assert result.bitext == BASE
    assert [(u.text, u.reason) for u in result.unmatched] == [
        ("“Many chances,” he said.", "the source was changed in the sheet")
    ]


def test_a_sentence_that_the_article_lost_since_keeps_what_was_typed_aside(reviewer: Reviewer) -> None:
    data = reviewer.types(2, "37 took part.").types(3, "“Rare.”").saves()
    result = applied(data, texts=tuple(t for t in TEXTS if "37" not in t))
    assert [c.key for c in result.changes] == ["b1.2"]
    assert [(u.key, u.text) for u in result.unmatched] == [("b1.1", "37 took part.")]
    assert "no longer in it" in result.unmatched[0].reason


def test_a_sentence_that_moved_to_another_key_is_found_by_its_source(reviewer: Reviewer) -> None:
    moved = tuple(msgspec.structs.replace(u, key=f"b9{u.key}") for u in BASE.units)
    base = msgspec.structs.replace(BASE, units=moved)
    result = applied(reviewer.types(3, "“Rare.”").saves(), base)
    assert (unit(result, "b9b1.2").target, result.unmatched) == ("“Rare.”", ())


def test_a_translation_changed_meanwhile_is_not_overwritten(reviewer: Reviewer) -> None:
    first = applied(Reviewer(made()).types(3, "By the first reviewer.").saves())
    second = applied(reviewer.types(3, "By the second.").ticks(4).saves(), first.bitext)
    assert unit(second, "b1.2").target == "By the first reviewer."
    assert [u.text for u in second.unmatched] == ["By the second."]
    assert second.passed == ("b2.1",)


def test_a_tick_does_not_pass_a_translation_that_the_reviewer_never_saw(reviewer: Reviewer) -> None:
    first = applied(Reviewer(made()).types(3, "Typed by another.").ticks(3, "?").saves())
    second = applied(reviewer.ticks(3).saves(), first.bitext)
    assert unit(second, "b1.2").state is State.DRAFT
    assert told(second)["b1.2"].startswith("changed since")


def test_the_same_sheet_taken_back_twice_changes_nothing_more(reviewer: Reviewer) -> None:
    data = reviewer.types(2, "37 took part.").ticks(3).saves()
    once = applied(data)
    twice = applied(data, once.bitext)
    assert twice == Applied(once.bitext)


def test_a_comment_of_the_reviewer_is_told_and_filed(reviewer: Reviewer) -> None:
    runs = reviewer.cell(3).paragraphs[0].runs
    reviewer.document.add_comment(runs, text="谁说的？", author="Wang Lin", initials="W")
    result = applied(reviewer.saves())
    assert [(c.key, c.author, c.text) for c in result.comments] == [("b1.2", "Wang Lin", "谁说的？")]
    assert unit(result, "b1.2").remarks == (Remark("谁说的？", author="Wang Lin"),)


def test_a_sheet_in_which_the_lines_of_a_cell_are_a_table_is_read(reviewer: Reviewer) -> None:
    cell = reviewer.cell(3)
    reviewer.types(3, "before")
    cell.add_table(1, 1).rows[0].cells[0].text = "inside"
    assert unit(applied(reviewer.saves()), "b1.2").target == "before\ninside"


# ── Through LibreOffice ──────────────────────────────────────────────────────


def test_a_sheet_saved_by_libreoffice_has_lost_nothing(office: Resave) -> None:
    assert applied(office(made())) == Applied(BASE)


def test_edits_around_a_save_by_libreoffice_are_all_taken(office: Resave, reviewer: Reviewer) -> None:
    runs = reviewer.cell(3).paragraphs[0].runs
    reviewer.document.add_comment(runs, text="谁说的？", author="Wang Lin", initials="W")
    before = reviewer.types(2, "In all, 37 “firms” \u2011 5\xa0%…\nand more").ticks(4).saves()
    after = (
        Reviewer(office(before))
        .types(5, "Not yet translated.")
        .ticks(6, "?")
        .signs("Wang Lin", "3/6")
        .saves()
    )
    result = applied(after)
    assert {c.key: c.after for c in result.changes} == {
        "b1.1": "In all, 37 “firms” \u2011 5\xa0%…\nand more",
        "b3.1": "Not yet translated.",
    }
    assert result.passed == ("b1.2", "b2.1")
    assert [(c.key, c.author, c.text) for c in result.comments] == [("b1.2", "Wang Lin", "谁说的？")]
    assert (result.missing, result.unmatched, result.left) == ((), (), ())


MARKED = msgspec.structs.replace(
    BASE,
    units=(
        BitextUnit(
            "b1.1",
            "科技节在图书馆开幕。",
            "The festival opened in the library.",
            Origin.ENGINE,
            codes=(Code(1, 0, 3, "strong"), Code(2, 4, 7, "link", "https://x.example/a?b=1&c=2")),
            target_codes=(Code(1, 4, 12), Code(2, 23, 34)),
        ),
        BitextUnit("b1.2", "还没有译文。", codes=(Code(1, 0, 2, "emphasis"),)),
    ),
)
MARKED_TEXTS = tuple(u.source for u in MARKED.units)


def test_a_sheet_with_codes_that_comes_back_untouched_changes_nothing() -> None:
    assert applied(made(MARKED), MARKED, MARKED_TEXTS) == Applied(MARKED)


def test_codes_survive_a_save_by_libreoffice(office: Resave) -> None:
    assert applied(office(made(MARKED)), MARKED, MARKED_TEXTS) == Applied(MARKED)


def test_a_change_of_codes_alone_is_a_change() -> None:
    typed = "The ⟨1⟩festival⟨/1⟩ opened ⟨2⟩in the library⟨/2⟩."
    result = applied(Reviewer(made(MARKED)).types(1, typed).saves(), MARKED, MARKED_TEXTS)
    assert unit(result, "b1.1").target_codes == (Code(1, 4, 12), Code(2, 20, 34))
    assert unit(result, "b1.1").state is State.REVIEWED
    assert [c.after for c in result.changes] == [typed]


def test_markup_without_a_place_is_told_and_the_words_are_taken() -> None:
    reviewer = Reviewer(made(MARKED)).types(1, "It opened in the ⟨2⟩library⟨/2⟩.")
    result = applied(reviewer.saves(), MARKED, MARKED_TEXTS)
    assert unit(result, "b1.1").target == "It opened in the library."
    assert "⟨1⟩" in told(result)["b1.1"]
