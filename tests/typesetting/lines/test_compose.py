"""Lines of real paragraphs: what stands where."""

import sys

import pytest

from publisher.typesetting import fonts
from publisher.typesetting.lines import Align, Line, Run, Setting, compose, hyphens

SIZE = 10.0
HAN, LATIN = "NotoSerifSC-Regular.ttf", "SourceSerif4-Regular.ttf"


def composed(text: str, em: float, **how: object) -> tuple[Line, ...]:
    """Return ``text`` set at ``em`` times its size."""
    setting = Setting(**({"measure": em * SIZE, "language": "zh-Hans"} | how))  # type: ignore[arg-type]
    return compose((Run(text, HAN, LATIN, SIZE),), setting)


def picture(lines: tuple[Line, ...]) -> str:
    """Return the lines as text."""
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines)


def positions(line: Line) -> dict[str, float]:
    """Return where the ink square of each character of a line begins, in em; the last of equals wins."""
    found: dict[str, float] = {}
    for piece in line.pieces:
        x = piece.x
        for char, advance in zip(piece.text, piece.advances, strict=False):
            found[char] = round(x / SIZE, 3)
            x += advance
    return found


def test_a_chinese_paragraph_breaks_for_all_its_lines_together() -> None:
    text = (
        "三月的清溪两岸柳色初新，市民徒步大会在滨河公园鸣枪。来自32个社区的1800名市民"
        "沿着12.5公里的步道前行——有人推着婴儿车，有人牵着小狗。“慢慢走，”领队说，“风景都在路上……”"
    )
    assert picture(composed(text, 18, indent=2 * SIZE)) == (
        "三月的清溪两岸柳色初新，市民徒\n"
        "步大会在滨河公园鸣枪。来自32个社区\n"
        "的1800名市民沿着12.5公里的步道前\n"
        "行——有人推着婴儿车，有人牵着小狗。\n"
        "“慢慢走，”领队说，“风景都在路上……”"
    )


def test_english_is_ragged_without_a_last_line_of_one_word() -> None:
    text = (
        "Volunteers planted more than 2,400 trees along the river on Saturday, and the city’s parks "
        "department said that the long-awaited footpath would open to walkers before the summer begins."
    )
    lines = composed(text, 22, language="en", align=Align.LEFT)
    assert picture(lines) == (
        "Volunteers planted more than 2,400 trees\n"
        "along the river on Saturday, and the city’s\n"
        "parks department said that the long-awaited\n"
        "footpath would open to walkers before the\n"
        "summer begins."
    )


def test_a_hyphen_is_added_only_where_asked_for() -> None:
    text = "internationalization standardization characterization " * 3
    assert not any(line.hyphen for line in composed(text, 12, language="en"))
    hyphened = composed(text, 12, language="en", hyphenate=True)
    assert any(line.hyphen for line in hyphened)
    assert all(picture((line,)).endswith("-") for line in hyphened if line.hyphen)


def test_a_long_word_amid_han_is_parted_before_a_line_gapes() -> None:
    text = "本次论坛由行业协会与CommunicationsTechnology联合举办，围绕Internationalization展开讨论。"
    lines = composed(text, 15)
    assert picture(lines) == (
        "本次论坛由行业协会与Commu-\nnicationsTechnology联合举办，\n围绕Internationalization展开\n讨论。"
    )
    assert [line.hyphen for line in lines] == [True, False, False, False]


def test_a_long_word_amid_han_stays_whole_where_no_line_gapes() -> None:
    text = "围绕Internationalization展开讨论，并就今后三年的合作安排交换了意见。" * 2
    for em in range(24, 40):
        assert not any(line.hyphen for line in composed(text, em)), em


def test_chinese_that_is_not_justified_keeps_its_words_whole() -> None:
    text = "本次论坛由行业协会与CommunicationsTechnology联合举办。"
    assert not any(line.hyphen for line in composed(text, 14, align=Align.LEFT))


@pytest.mark.parametrize(
    ("align", "shown"),
    [
        (Align.JUSTIFY, "围绕Interna-\ntionaliza-\ntion讨论"),
        (Align.LEFT, "围绕Inter-\nnationaliza-\ntion讨论"),
    ],
)
def test_a_word_longer_than_the_measure_is_parted_by_hyphens_where_it_has_any(
    align: Align, shown: str
) -> None:
    assert picture(composed("围绕Internationalization讨论", 6, align=align)) == shown


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_text_is_lost_on_a_measure_that_hardly_holds_a_syllable(language: str) -> None:
    text = "Internationalization and CommunicationsTechnology. " * 2
    for tenths in range(10, 60):
        lines = composed(text, tenths / 10, language=language, hyphenate=True)
        assert "".join(text[line.start : line.end] for line in lines) == text, tenths


def test_the_dictionary_is_left_alone_where_no_line_gapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyphen", None)
    hyphens._patterns.cache_clear()
    composed("围绕Internationalization展开讨论，并就今后三年的合作安排交换了意见。" * 2, 30)


def test_two_lines_between_addresses_share_the_slack_before_one_is_torn_open() -> None:
    text = (
        "报名请发送邮件至registration@yunting-openday.example.com，媒体采访联系press-office@yunting.example.com，"
        "企业合作联系partnership.dev@yunting.example.com。"
    )
    assert picture(composed(text, 28.0, indent=2 * SIZE)) == (
        "报名请发送邮件至registration@yunting-openday.\n"
        "example.com，媒体采访联系press-office@yunting.\n"
        "example.com，企业合作联系partnership.dev@yunting.\n"
        "example.com。"
    )


def test_two_marks_take_one_square_and_a_half() -> None:
    at = positions(composed("甲》，乙", 20, align=Align.LEFT)[0])
    assert at["，"] - at["》"] == pytest.approx(0.5)
    assert at["乙"] - at["》"] == pytest.approx(1.5)


def test_a_closing_and_an_opening_mark_share_their_blank_halves() -> None:
    at = positions(composed("甲。“乙", 20, align=Align.LEFT)[0])
    assert at["乙"] - at["。"] == pytest.approx(1.5)


def test_the_blank_half_of_a_mark_goes_at_either_line_edge() -> None:
    first, *_ = composed("“春天来了，花开满园。”" * 3, 11)
    (piece,) = first.pieces
    assert piece.x == 0
    assert piece.shifts[0] == pytest.approx(-0.5 * SIZE)
    assert piece.advances[-1] == pytest.approx(0.5 * SIZE, abs=0.2 * SIZE)


def test_han_and_figures_stand_a_quarter_apart_but_not_at_line_edges() -> None:
    line = composed("共37家", 20, align=Align.LEFT)[0]
    at = positions(line)
    assert at["3"] - at["共"] == pytest.approx(1.25)
    assert line.pieces[0].x == 0
    figures = composed("37家", 20, align=Align.LEFT)[0]
    assert figures.pieces[0].x == 0


def test_no_space_is_added_to_the_text() -> None:
    assert picture(composed("与OpenAI合作3年", 30)) == "与OpenAI合作3年"


def test_a_last_line_has_two_characters() -> None:
    for count in range(20, 120):
        lines = composed("山" * count, 10)
        assert len(picture(lines[-1:])) >= 2, count


def test_a_comma_that_finds_no_room_hangs_where_asked_for() -> None:
    text = "春天来了花开满园，" * 6
    hung = composed(text, 8, hanging=True)
    assert [picture((line,)) for line in hung] == ["春天来了花开满园，"] * 6
    assert all(line.width == pytest.approx(8.5 * SIZE) for line in hung[:-1])
    assert not any(line.width > 8 * SIZE + 0.1 for line in composed(text, 8))


def test_a_comma_that_finds_room_does_not_hang() -> None:
    text = "春天来了花开满园，" * 6
    assert all(line.width <= 9 * SIZE + 0.1 for line in composed(text, 9, hanging=True))


def test_a_line_feed_ends_a_line_without_stretching_it() -> None:
    lines = composed("第一行\n第二行比较长一些", 20, indent=2 * SIZE)
    assert picture(lines) == "第一行\n第二行比较长一些"
    assert lines[0].last
    assert lines[1].pieces[0].x == 0
    assert lines[1].start == 4


def test_a_word_longer_than_the_measure_is_parted_not_lost() -> None:
    lines = composed("见" + "a" * 60 + "页", 8)
    assert picture(lines).replace("\n", "") == "见" + "a" * 60 + "页"
    assert all(line.width <= 8 * SIZE + 0.1 for line in lines)


def test_a_word_that_must_be_parted_is_so_once() -> None:
    assert "\nL’O\nréal\n" in picture(composed("材料与L’Oréal合作", 2.5, align=Align.LEFT))


def test_looks_mix_in_one_line() -> None:
    runs = (
        Run("重点：", HAN, LATIN, SIZE),
        Run("全部完成", "NotoSerifSC-Bold.ttf", "SourceSerif4-Bold.ttf", SIZE, tag="strong"),
        Run("注", HAN, LATIN, SIZE * 0.6, rise=3.0),
    )
    (line,) = compose(runs, Setting(measure=300, language="zh-Hans"))
    assert [(p.text, p.font, p.tag, p.rise) for p in line.pieces] == [
        ("重点：", HAN, "", 0.0),
        ("全部完成", "NotoSerifSC-Bold.ttf", "strong", 0.0),
        ("注", HAN, "", 3.0),
    ]


@pytest.mark.parametrize(("language", "font"), [("zh-Hans", HAN), ("en", LATIN)])
def test_quotes_are_set_in_the_font_of_the_language(language: str, font: str) -> None:
    (line,) = composed("“a”", 20, language=language)
    assert line.pieces[0].font == font


def test_a_measure_that_holds_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no text"):
        composed("春", 2, indent=30.0)


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert [line.pieces for line in composed("", 10)] == [()]


def test_no_line_ends_inside_a_ligature() -> None:
    text = "Affiliations suffer difficult offices and effective afflictions sufficiently officially. " * 2
    steps = fonts.advances(LATIN, text)
    assert 0.0 in steps
    for em in range(6, 24):
        for line in composed(text, em, language="en", hyphenate=True)[1:]:
            assert steps[line.start] > 0, picture((line,))
