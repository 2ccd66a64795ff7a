"""A quantity takes what it comes to in brackets where that is asked for, and what stands there is judged."""

from datetime import date

import pytest

from publisher.config import Exchange
from publisher.localization.values import RenderOptions, compare, find, render
from publisher.translation.checks.numbers import level

RATE = Exchange(rate=7.1, date=date(2026, 3, 5), source="PBOC")
UNITS = RenderOptions(convert_units=True)


def _rendered(text: str, target: str, options: RenderOptions) -> str | None:
    (value,) = find(text, "zh-Hans")
    return render(value, target, options)


@pytest.mark.parametrize(
    ("chinese", "american", "british"),
    [
        ("500亩", "500 mu (33 hectares)", "500 mu (33 hectares)"),
        ("2100万亩", "21 million mu (1.4 million hectares)", "21 million mu (1.4 million hectares)"),
        ("500斤", "500 jin (250 kilograms)", "500 jin (250 kilograms)"),
        ("10里路", "10 li (5 kilometers)", "10 li (5 kilometres)"),
        ("100公里", "100 kilometers (62 miles)", "100 kilometres"),
        ("17公里", "17 kilometers (10.6 miles)", "17 kilometres"),
        ("22.4公里", "22.4 kilometers (13.9 miles)", "22.4 kilometres"),
        ("5至10公里", "5 to 10 kilometers (3.1 to 6.2 miles)", "5 to 10 kilometres"),
        ("超过100公里", "more than 100 kilometers (62 miles)", "more than 100 kilometres"),
        ("3公顷", "3 hectares (7.4 acres)", "3 hectares"),
        ("200平方米", "200 square meters (2,150 square feet)", "200 square metres"),
        ("38摄氏度", "38 degrees Celsius (100 degrees Fahrenheit)", "38 degrees Celsius"),
        ("36.5摄氏度", "36.5 degrees Celsius (97.7 degrees Fahrenheit)", "36.5 degrees Celsius"),
        ("5吨", "5 metric tons", "5 tonnes"),
    ],
)
def test_a_measure_is_converted_for_its_readers(chinese: str, american: str, british: str) -> None:
    assert _rendered(chinese, "en-US", UNITS) == american
    assert _rendered(chinese, "en-GB", UNITS) == british


@pytest.mark.parametrize("text", ["500亩", "100公里", "38摄氏度", "3.56亿元"])
def test_nothing_is_converted_unless_asked_for(text: str) -> None:
    assert "(" not in str(_rendered(text, "en-US", RenderOptions()))
    assert _rendered(text, "zh-Hant-TW", RenderOptions(convert_units=True, exchange=RATE)) == _rendered(
        text, "zh-Hant-TW", RenderOptions()
    )


@pytest.mark.parametrize(
    ("chinese", "exchange", "english"),
    [
        ("3.56亿元", RATE, "356 million yuan ($50.1 million)"),
        ("约12.5亿元", RATE, "about 1.25 billion yuan ($176 million)"),
        ("3万元至5万元", RATE, "30,000 to 50,000 yuan ($4,200 to $7,000)"),
        ("500元", Exchange(rate=8.2, currency="EUR", date=date(2026, 3, 5)), "500 yuan (€61)"),
        ("500元", Exchange(rate=0.05, currency="JPY", date=date(2026, 3, 5)), "500 yuan (10,000 yen)"),
        ("500元", Exchange(rate=2.0, currency="XAU", date=date(2026, 3, 5)), "500 yuan (XAU 250)"),
        ("500港元", RATE, "HK$500"),
        ("3.56亿元", Exchange(), "356 million yuan"),
    ],
)
def test_yuan_take_an_equivalent_by_the_users_rate(chinese: str, exchange: Exchange, english: str) -> None:
    assert _rendered(chinese, "en", RenderOptions(exchange=exchange)) == english


def _levels(source: str, target: str, exchange: Exchange = RATE) -> list[str]:
    found = compare(source, target, "zh-Hans", "en", exchange=exchange)
    turned = compare(target, source, "en", "zh-Hans", exchange=exchange)
    assert [level(m) for m in found] == [level(m) for m in turned]
    return [level(m).value for m in found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("500亩", "500 mu (33 hectares)"),
        ("100公里", "100 kilometers (62 miles)"),
        ("5至10公里", "5 to 10 kilometers (3.1 to 6.2 miles)"),
        ("38摄氏度", "38 degrees Celsius (100 degrees Fahrenheit)"),
        ("3.56亿元", "356 million yuan ($50.1 million)"),
        ("3.56亿元", "356 million yuan (about $50 million)"),
        ("3万元至5万元", "30,000 to 50,000 yuan ($4,200 to $7,000)"),
        ("500元（约80美元）", "500 yuan ($80)"),
    ],
)
def test_a_right_equivalent_is_accepted(source: str, target: str) -> None:
    assert _levels(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "levels"),
    [
        ("500亩", "500 mu (50 hectares)", ["error"]),
        ("100公里", "100 kilometers (85 miles)", ["error"]),
        ("5至10公里", "5 to 10 kilometers (3.1 to 9.2 miles)", ["error"]),
        ("38摄氏度", "38 degrees Celsius (110 degrees Fahrenheit)", ["error"]),
        ("3.56亿元", "356 million yuan ($70 million)", ["error"]),
        ("3.56亿元", "356 million yuan ($52 million)", ["warning"]),
    ],
)
def test_a_wrong_equivalent_is_found(source: str, target: str, levels: list[str]) -> None:
    assert _levels(source, target) == levels


def test_without_a_rate_an_equivalent_is_told_and_not_judged() -> None:
    (found,) = compare("3.56亿元", "356 million yuan ($70 million)", "zh-Hans", "en")
    assert level(found).value == "info"
    assert "no rate of exchange was given" in found.message


@pytest.mark.parametrize(
    "text", ["1亩", "17公里", "99公里", "1234平方米", "0.5公顷", "37摄氏度", "8.8万亩", "5至10斤"]
)
def test_what_is_converted_says_the_same_by_value(text: str) -> None:
    for target in ("en-US", "en-GB"):
        said = _rendered(text, target, UNITS)
        assert said is not None
        assert compare(text, said, "zh-Hans", target) == ()
