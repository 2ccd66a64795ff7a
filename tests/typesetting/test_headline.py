"""Headlines break for sense and balance."""

import pytest

from publisher.typesetting import fonts, headline

HAN = "NotoSerifSC-Bold.ttf"
LATIN = "SourceSerif4-Bold.ttf"


def broken(text: str, language: str, measure: float) -> tuple[str, ...]:
    return headline.lines(text, language, HAN if language == "zh-Hans" else LATIN, measure)


def test_a_headline_that_fits_stays_on_one_line() -> None:
    assert broken("学院举办开放日", "zh-Hans", 20) == ("学院举办开放日",)


def test_chinese_lines_differ_little_in_length() -> None:
    first, second = broken("2026年武汉市大众创业万众创新活动周启动仪式在我校举办", "zh-Hans", 21)
    assert abs(len(first) - len(second)) <= 4


def test_a_four_character_phrase_is_not_torn() -> None:
    lines = broken("2026年武汉市大众创业万众创新活动周启动仪式在我校举办", "zh-Hans", 21)
    assert lines[0].endswith("万众创新")


def test_no_english_last_line_has_one_word() -> None:
    lines = broken(
        "Qinglan opens its spring week of innovation at the Vocational and Technical College", "en", 21
    )
    assert len(lines[-1].split()) > 1


def test_no_english_line_ends_with_a_preposition() -> None:
    lines = broken(
        "Qinglan opens its spring week of innovation at the Vocational and Technical College", "en", 21
    )
    assert not {line.split()[-1] for line in lines} & {"of", "at", "the", "and"}


@pytest.mark.parametrize("measure", [8.0, 11.0, 14.0, 17.0, 21.0])
def test_no_text_is_lost_at_any_measure(measure: float) -> None:
    text = "青岚市“星火众创”活动周启动，37家企业入驻"
    assert "".join(broken(text, "zh-Hans", measure)) == text


@pytest.mark.parametrize("measure", [8.0, 11.0, 14.0, 17.0, 21.0])
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(measure: float) -> None:
    for line in broken("青岚市“星火众创”活动周启动，37家企业入驻", "zh-Hans", measure):
        assert line[0] not in "”，"
        assert line[-1] not in "“"


def test_every_line_fits_the_measure() -> None:
    for line in broken("2026年武汉市大众创业万众创新活动周启动仪式在我校举办", "zh-Hans", 14):
        assert fonts.advance(HAN, line) <= 14


def test_an_endless_headline_is_left_alone() -> None:
    text = "word " * 500
    assert broken(text, "en", 21) == (text,)


@pytest.mark.parametrize("mark", ["，", " ", "！"])
def test_a_headline_of_two_clauses_breaks_between_them(mark: str) -> None:
    lines = broken(f"滨海市图书馆新馆3月18日开馆{mark}首周预约突破2.6万人次", "zh-Hans", 20)
    assert lines == (f"滨海市图书馆新馆3月18日开馆{mark}".strip(), "首周预约突破2.6万人次")


@pytest.mark.parametrize("measure", [8.0, 10.0, 12.0, 14.0])
def test_years_that_a_dash_joins_stay_on_one_line(measure: float) -> None:
    lines = broken("青岚市智能制造三年行动计划（2026—2028年）发布", "zh-Hans", measure)
    assert any("2026—2028年" in line for line in lines)
