"""Figures of one kind in a sentence: the right two are told where they changed places or one was copied."""

import pytest

from publisher.translation.checks import Finding, Level, Pair, check_pairs


def told(source: str, target: str) -> list[Finding]:
    languages = ("en", "zh-Hans") if source.isascii() else ("zh-Hans", "en")
    found = check_pairs([Pair("1", source, target, *languages)], ["numbers", "dates", "money"])
    return [f for f in found if f.severity is not Level.INFO]


EXCHANGED = [
    (
        "展出368件作品，来自86位画家、38所学校和18个国家。",
        "The show has 368 works from 38 painters, 86 schools and 18 countries.",
        ("86", "38"),
    ),
    (
        "门票成人80元，学生40元，儿童20元。",
        "Tickets are 80 yuan for adults, 20 yuan for students and 40 yuan for children.",
        ("40元", "20元"),
    ),
    (
        "公司营业收入38.6亿元，净利润3.68亿元，研发投入3.86亿元。",
        "The company had a revenue of 3.86 billion yuan, a net profit of 386 million yuan and R&D spending of 368 million yuan.",
        ("3.68亿元", "3.86亿元"),
    ),
    (
        "学校1956年成立，2006年迁入新校区，2016年更名。",
        "The school was founded in 1956, moved to a new campus in 2016 and was renamed in 2006.",
        ("2006年", "2016年"),
    ),
    (
        "播种86.5万亩，其中小麦43.2万亩，玉米34.2万亩。",
        "It sowed 865,000 mu, 342,000 mu of it wheat and 432,000 mu corn.",
        ("43.2万亩", "34.2万亩"),
    ),
]


@pytest.mark.parametrize(("source", "target", "figures"), EXCHANGED)
@pytest.mark.parametrize("turned", [False, True])
def test_figures_that_stand_beside_each_other_s_words_are_a_warning(
    source: str, target: str, figures: tuple[str, str], turned: bool
) -> None:
    languages = ("en", "zh-Hans") if turned else ("zh-Hans", "en")
    texts = (target, source) if turned else (source, target)
    found = check_pairs([Pair("1", *texts, *languages)], ["numbers", "dates", "money"])
    assert [f.severity for f in found] == [Level.WARNING]
    if not turned:
        assert found[0].message == f"perhaps changed places: {figures[0]} and {figures[1]}"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "展出368件作品，来自86位画家、38所学校和18个国家。",
            "Painters (86) and schools (38) of 18 countries sent 368 works.",
        ),
        ("学校1956年建立，2006年迁入新校区。", "Founded in 1956, the school moved to a new campus in 2006."),
        ("来自23个国家的412名选手参赛。", "It attracted 412 contestants from 23 countries."),
        ("目标价从185美元上调至210美元。", "The price target was raised to $210 from $185."),
        ("召回220万辆Model S和Model 3汽车。", "It recalled 2.2 million Model S and Model 3 vehicles."),
    ],
)
def test_figures_in_another_order_beside_their_own_words_are_right(source: str, target: str) -> None:
    assert told(source, target) == []
    assert told(target, source) == []


def test_a_figure_copied_from_beside_is_told_with_the_copy_in_its_place() -> None:
    (finding,) = told(
        "教师3862人、学生38629人、寄宿生9862人。", "38,629 teachers, 38,629 students and 9,862 boarders."
    )
    assert finding.message == "not in the translation: 3862; 38,629 stands there once more than in the source"
    assert finding.target_offsets == ((0, 6),)


def test_a_year_with_two_digits_exchanged_is_told_with_the_year_it_was() -> None:
    (finding,) = told("学校1956年成立，2006年更名。", "Founded in 9156, the school was renamed in 2006.")
    assert finding.message == "changed: 1956年 is 9156 in the translation"


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        (
            "活动吸引了186名志愿者和1860名观众。",
            "The event drew 816 volunteers and 18,600 spectators.",
            [("186", "816"), ("1860", "18,600")],
        ),
        (
            "门票成人80元，学生40元。",
            "Tickets are 83 yuan for adults and 400 yuan for students.",
            [("80元", "83 yuan"), ("40元", "400 yuan")],
        ),
        (
            "2006年迁入新校区，2016年升格为学院。",
            "It moved to a new campus in 2060 and became a college in 2106.",
            [("2006年", "2060"), ("2016年", "2106")],
        ),
    ],
)
def test_of_two_slips_each_is_told_with_its_own_figure(
    source: str, target: str, pairs: list[tuple[str, str]]
) -> None:
    assert [f.message for f in told(source, target)] == [
        f"changed: {one} is {other} in the translation" for one, other in pairs
    ]
