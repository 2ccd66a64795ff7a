"""An entry spells its term as a sentence needs it."""

import pytest

from publisher.translation.glossary import Entry

GOVERNOR = Entry("副省长", "vice governor", "title")
CHIEF = Entry("秘书长", "secretary of the board", "title")
SOFTWARE = Entry("软件", "software", traditional="軟體")


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        (GOVERNOR, "title"),
        (Entry("会场", "venue"), "sentence"),
        (Entry("开放日", "Open Day"), "as-is"),
        (Entry("开放日", "Open Day", case="sentence"), "sentence"),
    ],
)
def test_the_case_rule_follows_type_and_spelling_unless_given(entry: Entry, rule: str) -> None:
    assert entry.case_rule == rule


def test_a_term_begins_a_sentence_with_a_capital() -> None:
    assert Entry("会场", "venue").text("en", opens=True) == "Venue"


def test_a_title_is_capitalised_before_a_name_but_for_its_small_words() -> None:
    assert CHIEF.text("en", before_name=True) == "Secretary of the Board"


def test_a_title_elsewhere_is_in_lower_case() -> None:
    assert GOVERNOR.text("en-US") == "vice governor"


def test_a_traditional_form_of_its_own_goes_before_the_converted_one() -> None:
    assert SOFTWARE.text("zh-Hant-TW") == "軟體"


def test_a_simplified_form_is_converted_for_a_traditional_text() -> None:
    assert GOVERNOR.text("zh-Hant") == "副省長"


def test_another_language_has_no_text() -> None:
    assert GOVERNOR.text("fr") == ""
