"""A translation is compared with its source by value."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.localization.values import Kind, compare

ISSUED = datetime(2026, 3, 5, tzinfo=UTC)
PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
]


def _certain(
    source: str, target: str, source_language: str = "zh-Hans", target_language: str = "en"
) -> list[str]:
    return [m.message for m in compare(source, target, source_language, target_language) if m.certain]


@pytest.mark.parametrize(("languages", "source", "target"), PAIRS)
def test_a_faithful_translation_raises_no_alarm(languages: str, source: str, target: str) -> None:
    here, _, there = languages.partition(":")
    assert _certain(source, target, here, there or "en") == []


@pytest.mark.parametrize(("languages", "source", "target"), PAIRS[::3])
def test_it_does_not_matter_which_is_the_source(languages: str, source: str, target: str) -> None:
    here, _, there = languages.partition(":")
    assert _certain(target, source, there or "en", here) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2026年10月19日", "Oct. 19"),
        ("10月19日", "Oct. 19, 2026"),
        ("10月19日（周一）", "Oct. 19"),
        ("2026年，公司扭亏", "This year the company became profitable"),
        ("去年全年", "in 2025"),
        ("1.2万人", "more than 12,000 people"),
        ("12345人", "over 12,000 people"),
        ("三成", "three in ten"),
        ("一半", "50 percent"),
        ("两国", "the two countries"),
        ("两次", "twice"),
        ("双方", "both sides"),
        ("一家公司", "a company"),
        ("15:00", "3 p.m."),
        ("两周", "14 days"),
        ("一年", "12 months"),
        ("十年", "a decade"),
        ("500万元", "5 million yuan ($700,000)"),
        ("约3.56亿元", "about 356 million yuan"),
        ("300亩", "20 hectares"),
        ("3000斤", "1.5 tonnes"),
        ("50公里", "31 miles"),
        ("民国110年", "2021"),
        ("第三", "No. 3"),
        ("第三", "3rd"),
        ("二十国集团", "the G20"),
        ("歼-20", "the J-20"),
        ("增长两倍", "tripled"),
        ("增长到两倍", "doubled"),
        ("翻两番", "quadrupled"),
        ("八折", "20% off"),
        ("八折", "80 percent of the price"),
        ("上半年", "the first six months"),
        ("前三季度", "the first nine months"),
        ("3至5万人", "from 30,000 to 50,000 people"),
        ("5%、6%和7%", "5, 6 and 7 percent"),
        ("八十年代", "the 1980s"),
        ("二十多岁", "in his twenties"),
        ("五分之一", "20 percent"),
        ("数十万", "hundreds of thousands"),
        ("十几人", "about a dozen people"),
        ("百分之百", "100 percent"),
    ],
)  # fmt: skip
def test_a_liberty_that_translators_take_is_no_fault(source: str, target: str) -> None:
    assert _certain(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("37家企业", "36 companies"),
        ("1.2万人", "120,000 people"),
        ("3.56亿元", "3.56 billion yuan"),
        ("12.3%", "123 percent"),
        ("12.3%", "12.3"),
        ("2个百分点", "2 percent"),
        ("12.3%", "12.3 percentage points"),
        ("10月19日", "Oct. 18"),
        ("10月19日", "Nov. 19"),
        ("2026年3月5日", "March 5, 2025"),
        ("周三", "on Thursday"),
        ("下午3时", "3 a.m."),
        ("10月19日下午", "on the morning of Oct. 19"),
        ("500元", "500 dollars"),
        ("5亿美元", "500 million yuan"),
        ("三百余人", "nearly 300 people"),
        ("不足200人", "more than 200 people"),
        ("3至5万人", "30,000 people"),
        ("10月19日至25日", "Oct. 19"),
        ("30至50岁", "between 50 and 30 years"),
        ("37家企业、15所学校", "37 companies and schools"),
        ("电话0318-2155555", "call 0318-2155556"),
        ("邮箱a@example.com", "e-mail b@example.com"),
        ("〔2021〕5号", "No. 6 [2021]"),
        ("C919客机", "the C918 jetliner"),
        ("G1234次", "train G1243"),
        ("3比2", "3-1"),
        ("“十四五”期间", "during the 13th Five-Year Plan period"),
        ("党的十九大", "the 18th CPC National Congress"),
        ("增长两倍", "quadrupled"),
        ("三分之二", "2/5"),
        ("5公里", "5 miles"),
        ("500斤", "500 kilograms"),
        ("三十年", "35 years"),
        ("第22届", "the 23rd"),
        ("上世纪90年代", "the 1980s"),
        ("第三季度", "Q2"),
        ("一百二十万", "12 million"),
        ("近百名", "nearly 1,000"),
        ("200万辆", "200 vehicles"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_a_changed_value_is_a_fault(source: str, target: str, turned: bool) -> None:
    found = _certain(target, source, "en", "zh-Hans") if turned else _certain(source, target)
    assert found or (turned and source in ("3至5万人", "10月19日至25日", "37家企业、15所学校", "12.3%"))


def test_a_lost_figure_names_itself() -> None:
    (mismatch,) = compare("全市37家企业", "the city's companies", "zh-Hans", "en")
    assert mismatch.source is not None
    assert (mismatch.kind, mismatch.source.text, mismatch.target, mismatch.certain) == (
        Kind.NUMBER,
        "37",
        None,
        True,
    )


def test_a_dollar_equivalent_in_brackets_is_only_pointed_at() -> None:
    (mismatch,) = compare("500万元", "5 million yuan ($700,000)", "zh-Hans", "en")
    assert (mismatch.source, mismatch.certain) == (None, False)


def test_the_issue_date_tells_which_year_is_meant() -> None:
    assert compare("去年", "in 2025", "zh-Hans", "en", issued=ISSUED) == ()


def test_a_repeated_figure_may_be_said_once() -> None:
    assert (
        _certain("投资5000万元，5000万元全部到位", "The whole investment of 50 million yuan is in place")
        == []
    )


def test_mismatches_are_in_the_order_of_the_source() -> None:
    found = compare(
        "10月19日，37家企业获3.5亿元", "On Oct. 18, 36 companies got 3.5 billion yuan", "zh-Hans", "en"
    )
    assert [m.source.start for m in found if m.source] == sorted(m.source.start for m in found if m.source)


@pytest.mark.parametrize("day", ["3月4日", "2026年3月4日"])
def test_a_date_with_month_and_day_changed_is_told_once(day: str) -> None:
    assert _certain(f"开放日将于{day}举行。", "The open day will be held on April 3.") == [
        f"changed: {day} is April 3 in the translation"
    ]
