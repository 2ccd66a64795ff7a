"""Inline markup goes through an engine as codes and is set again around the translated words."""

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.translation.inlines import Rebuilt
from publisher.translation.projection import Marked, mask_inlines, restore_inlines, slice_inlines
from publisher.translation.protect import Kind, Span
from publisher.walk import plain

URL = "https://example.com/week"
LINKED: tuple[Inline, ...] = (Text("请看"), Link(URL, (Text("活动主页"),)), Text("。"))


def link(text: str) -> Link:
    return Link(URL, (Text(text),))


def through(inlines: tuple[Inline, ...], made: str, *spans: Span) -> Rebuilt:
    return restore_inlines(made, mask_inlines(inlines, spans))


def test_the_text_around_and_inside_a_mark_is_translated() -> None:
    assert mask_inlines(LINKED).masked.text == "请看Q2X活动主页Q3X。"


def test_a_mark_is_set_around_the_translated_words() -> None:
    assert through(LINKED, "See Q2X the home page Q3X.") == Rebuilt(
        (Text("See "), link("the home page"), Text("."))
    )


def test_a_mark_may_move() -> None:
    made = through(LINKED, "Q2XThe home pageQ3X is worth a look.")
    assert made.inlines == (link("The home page"), Text(" is worth a look."))


def test_white_space_goes_outside_the_mark() -> None:
    assert through(LINKED, "See Q2X home page Q3X now.").inlines == (
        Text("See "),
        link("home page"),
        Text(" now."),
    )


def test_no_space_is_left_in_chinese() -> None:
    inlines = (Text("See the "), link("home page"), Text("."))
    assert through(inlines, "请看 Q2X 活动主页 Q3X 。").inlines == LINKED


def test_nested_marks_are_set_nested() -> None:
    inlines = (Text("甲"), Strong((Text("乙"), Emphasis((Text("丙"),)))), Text("丁"))
    made = through(inlines, "A Q2X B Q3X C Q4X Q5X D")
    assert made.inlines == (Text("A "), Strong((Text("B "), Emphasis((Text("C"),)))), Text(" D"))


def test_a_mark_around_a_value_alone_goes_with_it() -> None:
    inlines = (Text("由"), Strong((link("青岚市"),)), Text("主办"))
    marked = mask_inlines(inlines, (Span(1, 4, "Qinglan City"),))
    assert marked.masked.text == "由Q2X主办"
    assert restore_inlines("Hosted by q2x", marked).inlines == (
        Text("Hosted by "),
        Strong((link("Qinglan City"),)),
    )


def test_a_mark_around_everything_needs_no_code() -> None:
    marked = mask_inlines((Strong((link("活动主页"),)),))
    assert marked.masked.text == "活动主页"
    assert restore_inlines("home page", marked).inlines == (Strong((link("home page"),)),)


def test_a_value_that_a_mark_begins_in_is_in_the_mark_as_a_whole() -> None:
    inlines = (Text("共3.5"), Strong((Text("6亿元投资"),)))
    made = mask_inlines(inlines, (Span(1, 7, "356 million yuan", Kind.FIGURE),))
    assert made.masked.text == "共Q2X 417元投资Q3X"


def test_a_lost_code_loses_no_link() -> None:
    made = through(LINKED, "See the home page Q3X.")
    assert made == Rebuilt((Text("See the home page."), Text(" "), link(URL)), ("活动主页",))


def test_a_lost_mark_is_set_where_its_own_translation_stands() -> None:
    made = restore_inlines("See the home page.", mask_inlines(LINKED), find={"活动主页": "home page"}.get)
    assert made == Rebuilt((Text("See the "), link("home page"), Text(".")))


def test_a_lost_mark_around_a_link_does_not_lose_the_link() -> None:
    inlines = (Text("请看"), Strong((Text("我们的"), link("活动主页"))), Text("。"))
    assert URL in str(through(inlines, "See our home page.").inlines)


def test_an_empty_pair_is_lost() -> None:
    assert through(LINKED, "See Q2X Q3X.").lost == ("活动主页",)


def test_codes_in_the_wrong_order_are_lost() -> None:
    assert through(LINKED, "See Q3X home page Q2X.").lost == ("活动主页",)


def test_of_two_marks_that_cross_one_is_kept_and_no_link_lost() -> None:
    inlines = (Strong((Text("甲"),)), Text("、"), link("乙"))
    made = through(inlines, "Q2X A Q4X B Q3X C Q5X")
    assert made.inlines[0] == Strong((Text("A B"),))
    assert URL in str(made.inlines)


def test_a_note_stands_where_its_code_came_out() -> None:
    inlines = (Text("由青岚市"), NoteRef("注"), Text("主办"))
    marked = mask_inlines(inlines)
    made = restore_inlines("Hosted by Qinglan Q2X today", marked, ("A note.",))
    assert made.inlines == (Text("Hosted by Qinglan"), NoteRef("A note."), Text(" today"))


def test_a_lost_note_goes_to_the_end() -> None:
    marked = mask_inlines((Text("由"), NoteRef("注"), Text("主办")))
    made = restore_inlines("Hosted", marked, ("A note.",))
    assert made == Rebuilt((Text("Hosted"), NoteRef("A note.")), ("A note.",))


def test_a_line_break_stands_where_the_engine_left_it() -> None:
    inlines = (Text("甲"), LineBreak(), Strong((Text("乙"),)))
    assert through(inlines, "A\nQ2X B Q3X").inlines == (Text("A"), LineBreak(), Strong((Text("B"),)))


def test_an_article_before_a_marked_value_does_not_stand_twice() -> None:
    marked = mask_inlines((Text("由"), Strong((Text("市政府"),))), (Span(1, 4, "the City", Kind.TERM),))
    assert plain(restore_inlines("Hosted by the Q2X.", marked).inlines) == "Hosted by the City."


def test_the_inlines_of_a_sentence_are_cut_from_those_of_a_paragraph() -> None:
    inlines = (Text("甲乙。"), Strong((Text("丙。"), Emphasis((Text("丁"),)))), NoteRef("注"), Text("戊。"))
    assert slice_inlines(inlines, 0, 3) == (Text("甲乙。"),)
    assert slice_inlines(inlines, 0, 5) == (Text("甲乙。"), Strong((Text("丙。"),)))
    assert slice_inlines(inlines, 5, 8) == (
        Strong((Emphasis((Text("丁"),)),)),
        NoteRef("注"),
        Text("戊。"),
    )


def test_the_parts_of_a_paragraph_are_all_of_it() -> None:
    inlines = (Text("甲乙。"), LineBreak(), Strong((Text("丙"),)), NoteRef("注"), link("丁"))
    size = len(plain(inlines))
    for at in range(size + 1):
        parts = slice_inlines(inlines, 0, at) + slice_inlines(inlines, at, size)
        assert plain(parts) == plain(inlines)
        assert sum(isinstance(node, NoteRef) for node in parts) == 1


def test_without_marks_there_is_only_text() -> None:
    assert mask_inlines((Text("甲乙"),)) == Marked(mask_inlines((Text("甲乙"),)).masked)
    assert through((Text("甲乙"),), "A b").inlines == (Text("A b"),)
