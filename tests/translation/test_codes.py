"""Codes say where markup stands, are read as a translator types them, and become markup again."""

import pytest

from publisher.model import Emphasis, Inline, Link, NoteRef, Strong, Text
from publisher.translation.codes import (
    Code,
    coded,
    codes_in,
    places,
    set_codes,
    shown,
    without_codes,
)
from publisher.walk import plain

LINK = Link("https://x.example/a", (Text("图书馆"),))
RUN: tuple[Inline, ...] = (
    Text("今天"),
    Strong((Text("科技"), Emphasis((Text("节"),)))),
    NoteRef("一"),
    Text("在"),
    LINK,
    Text("。"),
    NoteRef("二"),
)


def again(text: str, run: tuple[Inline, ...] = RUN) -> tuple[Inline, ...]:
    source = coded(run)
    said = without_codes(text, plain(run), source.codes)
    return set_codes(said.text, said.codes, source, ["one", "two"], lambda _: None).inlines


def test_the_codes_of_a_run_are_numbered_as_they_begin_and_stand_around_their_words() -> None:
    assert shown(plain(RUN), coded(RUN).codes) == "今天⟨1⟩科技⟨2⟩节⟨/2⟩⟨/1⟩⟨3/⟩在⟨4⟩图书馆⟨/4⟩。"


def test_what_is_around_the_whole_and_a_note_at_its_end_have_no_code() -> None:
    assert coded((Strong((Text("全"), Emphasis((Text("文"),)))), NoteRef("注"))).codes == (
        Code(1, 1, 2, "emphasis"),
    )


def test_codes_may_come_in_another_order() -> None:
    text = "In ⟨4⟩the library⟨/4⟩ the ⟨1⟩science ⟨2⟩festival⟨/2⟩⟨/1⟩⟨3/⟩ opens."
    assert again(text) == (
        Text("In "),
        Link("https://x.example/a", (Text("the library"),)),
        Text(" the "),
        Strong((Text("science "), Emphasis((Text("festival"),)))),
        NoteRef("one"),
        Text(" opens."),
        NoteRef("two"),
    )


def test_markup_around_the_whole_is_kept_around_it() -> None:
    run = (Strong((Text("全"), Emphasis((Text("文"),)))),)
    assert again("All ⟨1⟩text⟨/1⟩", run)[0] == Strong((Text("All "), Emphasis((Text("text"),))))


def test_a_link_without_a_place_goes_to_the_end_with_its_address() -> None:
    run = (Text("在"), LINK)
    (lost,) = set_codes("There.", (), coded(run), (), lambda _: None).lost
    assert lost == "图书馆"
    assert again("There.", run)[-3:-1] != ()
    assert Link("https://x.example/a", (Text("https://x.example/a"),)) in again("There.", run)


@pytest.mark.parametrize(
    ("typed", "faulty"),
    [
        ("⟨1⟩a", (1,)),
        ("a⟨/1⟩", (1,)),
        ("⟨1⟩⟨/1⟩a", (1,)),
        ("⟨/1⟩a⟨1⟩", (1,)),
        ("⟨1⟩a⟨2⟩b⟨/1⟩c⟨/2⟩", (2,)),
        ("⟨1⟩a⟨/1⟩⟨1⟩b⟨/1⟩", (1,)),
    ],
)
def test_a_code_without_its_pair_is_told_and_leaves_the_text(typed: str, faulty: tuple[int, ...]) -> None:
    said = without_codes(typed, plain(RUN), coded(RUN).codes)
    assert (said.faulty, "⟨" in said.text) == (faulty, False)


def test_a_number_that_the_source_has_not_is_text() -> None:
    assert without_codes("See ⟨9⟩ and {7}.", plain(RUN), coded(RUN).codes).text == "See ⟨9⟩ and {7}."


def test_brackets_that_the_source_has_itself_are_text() -> None:
    run = (Text("见{1}"), Strong((Text("条"),)))
    said = without_codes("See {1} ⟨1⟩item⟨/1⟩", plain(run), coded(run).codes)
    assert (said.text, said.codes) == ("See {1} item", (Code(1, 8, 12),))


def test_what_is_shown_is_read_back_the_same() -> None:
    codes = places(coded(RUN).codes)
    said = without_codes(shown(plain(RUN), codes), plain(RUN), coded(RUN).codes)
    assert (said.text, said.codes) == (plain(RUN), codes)


def test_markup_is_found_in_a_translation_where_it_was_set() -> None:
    text = "In ⟨4⟩the library⟨/4⟩ the ⟨1⟩science ⟨2⟩festival⟨/2⟩⟨/1⟩⟨3/⟩ opens."
    said = without_codes(text, plain(RUN), coded(RUN).codes)
    assert codes_in(again(text), coded(RUN), said.text) == said.codes


@pytest.mark.parametrize(
    "codes",
    [
        (Code(1, 0, 99),),
        (Code(9, 0, 1),),
        (Code(1, 3, 1),),
        (Code(1, 0, 4), Code(4, 2, 6)),
        (Code(3, 0, 2),),
        (Code(-1, 0, 2),),
    ],
)
def test_codes_that_fit_no_text_are_left_out(codes: tuple[Code, ...]) -> None:
    made = set_codes("abcdefgh", codes, coded(RUN), ["one", "two"], lambda _: None)
    assert plain(made.inlines).startswith("abcdefgh")
