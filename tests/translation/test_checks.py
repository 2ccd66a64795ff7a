"""Every figure of the source is looked for in the target, by value."""

from decimal import Decimal

import pytest

from publisher.model import Origin, Segment, Translation
from publisher.report import Notice
from publisher.translation.checks import check_figures, figures


def check(source: str, target: str, origin: Origin = Origin.MEMORY) -> tuple[Notice, ...]:
    return check_figures([Segment("b1.1", source)], [Translation("b1.1", target, origin)])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("3月5日上午", "on the morning of March 5"),
        ("10月9日", "Oct. 9"),
        ("2024-03-05", "March 5, 2024"),
        ("为期7天", "the seven-day event"),
        ("第1名", "the first place"),
        ("二十大", "the 20th Congress"),
        ("21世纪", "the 21st century"),
        ("1个平台", "a platform"),
        ("12家", "a dozen"),
        ("25人", "twenty-five people"),
        ("1.2万人", "12,000 people"),
        ("3.56亿元", "356 million yuan"),
        ("1亿2000万元", "120 million yuan"),
        ("3.2万亿", "3.2 trillion"),
        ("3至5万人", "30,000 to 50,000 people"),
        ("3—5万人", "between 30,000 and 50,000"),
        ("5千米", "5 kilometers"),
        ("12.3%", "12.3 percent"),
        ("３７家", "37 companies"),
        ("15:30开始", "begins at 3:30 p.m."),
        ("下午3时", "3 p.m."),
        ("9:00", "9 a.m."),
        ("2倍", "doubled"),
        ("8折", "20% off"),
        ("3成", "30%"),
        ("356 million yuan", "3.56亿元"),
        ("12,000 people", "1.2万人"),
        ("Oct. 9, 2024", "2024年10月9日"),
        ("at 3 p.m.", "15时"),
        ("14 projects", "十四个项目"),
        ("2024", "二〇二四"),
    ],
)
def test_a_figure_said_in_the_other_language_is_no_mismatch(source: str, target: str) -> None:
    assert check(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("共37家", "35 in all"),
        ("3.56亿元", "3.56 million yuan"),
        ("1.2万人", "1,200 people"),
        ("3月5日", "March 6"),
        ("3月5日", "April 5"),
        ("356 million", "35.6亿"),
        ("增长12.3%", "up 12 percent"),
    ],
)
def test_a_wrong_figure_is_a_warning(source: str, target: str) -> None:
    assert [(n.code, n.where, n.severity.value) for n in check(source, target)] == [
        ("figure-mismatch", "b1.1", "warning")
    ]


def test_a_warning_quotes_the_figure() -> None:
    assert "37" in check("共37家", "many")[0].message


def test_untranslated_text_is_not_checked() -> None:
    assert check("共37家", "", Origin.UNTRANSLATED) == ()


def test_figures_are_counted_by_value() -> None:
    assert figures("1.2万人，12,000 people，5") == {Decimal(12000): 2, Decimal(5): 1}
