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


@pytest.mark.parametrize("measure", [12.0, 13.0, 20.0])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("长篇纪录片《大河之上》摄制组走进青岚湿地公园取景拍摄", "《大河之上》"),
        ("青岚交响乐团音乐会《黄河之声》巡演首站门票1小时售罄", "《黄河之声》"),
        ("全市新增“专精特新”中小企业47家总数达到312家", "“专精特新”"),
        ("中国工程院院士司马清风受聘为我校人工智能学院名誉院长", "司马清风"),
        ("青岚市副市长刘景泰会见莱茵应用技术大学代表团一行", "刘景泰"),
        ("青岚港集装箱吞吐量突破356.2万标准箱同比增长12.3%", "356.2万"),
    ],
)
def test_a_short_name_a_person_and_a_figure_stay_on_one_line(text: str, name: str, measure: float) -> None:
    assert any(name in line for line in broken(text, "zh-Hans", measure))


def test_what_is_counted_stays_with_its_number() -> None:
    lines = broken("“星火众创”活动周吸引37家企业入驻签约金额达3.56亿元", "zh-Hans", 20.6)
    assert lines == ("“星火众创”活动周吸引37家企业", "入驻签约金额达3.56亿元")


def test_what_follows_a_preposition_is_no_end_of_it() -> None:
    lines = broken("我校原创话剧《星火》在省大剧院首演获观众热烈好评", "zh-Hans", 20.6)
    assert lines == ("我校原创话剧《星火》", "在省大剧院首演获观众热烈好评")


@pytest.mark.parametrize("measure", [13.5, 20.6])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Qinglan opens its “Spark of Innovation” week with 37 companies on the main campus",
         "“Spark of Innovation”"),
        ("Students of the college win first prize in the national “Challenge Cup” for the third time",
         "“Challenge Cup”"),
        ("The drama “Starfire” by Shen Zhiwei opens at the Provincial Grand Theatre to warm applause",
         "Shen Zhiwei"),
        ("Qinglan invests $18.5 million in a park for smart manufacturing, its largest in ten years",
         "$18.5 million"),
        ("Museum shows 120 finds from the Silk Road in its new hall, many of them for the first time",
         "120 finds"),
    ],
)  # fmt: skip
def test_a_name_and_a_number_stay_on_one_line_of_english(text: str, name: str, measure: float) -> None:
    assert any(name in line for line in broken(text, "en", measure))


def test_a_quotation_longer_than_a_line_breaks_all_the_same() -> None:
    lines = broken("学院举行“不忘初心、牢记使命”主题教育总结大会", "zh-Hans", 9)
    assert all(fonts.advance(HAN, line) <= 9 for line in lines)


def test_in_a_title_of_capitals_they_tell_no_name() -> None:
    text = "Qinglan opens its spring week of new ideas and robots in the main hall"
    counts = [[len(line.split()) for line in broken(t, "en", 17)] for t in (text, text.title())]
    assert counts[0] == counts[1]


def test_a_window_parts_no_name_in_quotation_marks() -> None:
    assert "《大河之上》" in "".join(p for p in headline.phrases("纪录片《大河之上》开拍") if "《" in p)
