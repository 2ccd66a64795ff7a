"""A value is written by rule as a press release in the target language writes it."""

import pytest

from publisher.localization.values import find, render


def _rendered(text: str, language: str, target: str) -> str | None:
    (value,) = find(text, language)
    return render(value, target)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("37家企业", "37"), ("三家企业", "three"), ("1.2万人", "12,000"), ("3.56亿元", "356 million yuan"), ("125.6亿", "12.56 billion"),
        ("3.2万亿", "3.2 trillion"), ("12.3%", "12.3%"), ("12.30%", "12.30%"), ("2个百分点", "2 percentage points"), ("1个百分点", "1 percentage point"),
        ("三百余人", "more than 300"), ("近百名", "nearly 100"), ("上千人", "over 1,000"), ("数十所", "dozens"), ("数十万", "hundreds of thousands"),
        ("三成", "30%"), ("八折", "20% off"), ("增长两倍", "tripled"), ("增长到两倍", "doubled"), ("翻两番", "quadrupled"), ("3倍", "three times"),
        ("10月19日", "Oct. 19"), ("2026年3月5日", "March 5, 2026"), ("10月19日至25日", "Oct. 19-25"), ("9月30日至10月7日", "Sept. 30 to Oct. 7"),
        ("2026年3月", "March 2026"), ("17日", "the 17th"), ("一季度", "first quarter"), ("下半年", "second half"), ("周三", "Wednesday"), ("上世纪90年代", "1990s"),
        ("下午3时", "3 p.m."), ("上午9时30分", "9:30 a.m."), ("15:00", "3 p.m."), ("中午12点", "noon"), ("3.5亿美元", "$350 million"), ("305亿港元", "HK$30.5 billion"),
        ("500日元", "500 yen"), ("50至60美元", "$50 to $60"), ("150亩", "10 hectares"), ("500斤", "250 kilograms"), ("5公里", "5 kilometers"), ("1吨", "1 metric ton"),
        ("18岁", "18 years old"), ("两年半", "two and a half years"), ("三个月", "three months"), ("第三", "third"), ("第22届", "22nd"), ("第11", "11th"),
        ("三分之二", "two-thirds"), ("3至5万人", "30,000 to 50,000"), ("3比2", "3-2"), ("约12.5亿元", "about 1.25 billion yuan"), ("不足200人", "less than 200"),
        ("〔2021〕5号", "No. 5 [2021]"), ("a@example.com", "a@example.com"),
    ],
)  # fmt: skip
def test_chinese_becomes_english(chinese: str, english: str) -> None:
    assert _rendered(chinese, "zh-Hans", "en") == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("10月19日", "19 October"),
        ("2026年3月5日", "5 March 2026"),
        ("10月19日至25日", "19–25 October"),
        ("下午3时", "3pm"),
    ],
)
def test_british_dates_put_the_day_first(chinese: str, english: str) -> None:
    assert _rendered(chinese, "zh-Hans", "en-GB") == english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("37 companies", "37"), ("12,000", "1.2万"), ("12,345", "12345"), ("356 million yuan", "3.56亿元"), ("12.56 billion", "125.6亿"),
        ("$50 million", "5000万美元"), ("HK$30.5 billion", "305亿港元"), ("€30 million", "3000万欧元"), ("3.2 trillion", "3.2万亿"),
        ("12.3 percent", "12.3%"), ("30 to 40 percent", "30%至40%"), ("2 percentage points", "2个百分点"), ("more than 300", "超过300"),
        ("nearly 100", "近100"), ("dozens", "数十"), ("hundreds of thousands", "数十万"), ("Oct. 19", "10月19日"), ("March 5, 2026", "2026年3月5日"),
        ("Oct. 19-25", "10月19日至25日"), ("3 p.m.", "下午3时"), ("9:30 a.m.", "上午9时30分"), ("8 p.m.", "晚上8时"), ("noon", "中午12时"),
        ("tripled", "增长两倍"), ("doubled", "增长一倍"), ("three times", "3倍"), ("twice", "两倍"), ("two-thirds", "三分之二"), ("half", "一半"),
        ("18-year-old", "18岁"), ("two weeks", "2周"), ("a decade", "10年"), ("two-and-a-half years", "两年半"), ("half a year", "半年"),
        ("the third", "第三"), ("22nd", "第22"), ("first quarter", "第一季度"), ("Monday", "周一"), ("the 1990s", "20世纪90年代"), ("3-2", "3比2"),
        ("5 km", "5公里"), ("10 inches", "10英寸"), ("No. 5 [2021]", "〔2021〕5号"), ("half a million", "50万"),
    ],
)  # fmt: skip
def test_english_becomes_chinese(english: str, chinese: str) -> None:
    assert _rendered(english, "en", "zh-Hans") == chinese


@pytest.mark.parametrize(
    ("english", "target", "chinese"),
    [
        ("12,000", "zh-Hant", "1.2萬"), ("3.2 trillion", "zh-Hant", "3.2兆"), ("3.2 trillion", "zh-Hant-TW", "3.2兆"), ("3.2 trillion", "zh-Hant-HK", "3.2萬億"),
        ("3 p.m.", "zh-Hant", "下午3時"), ("three months", "zh-Hant", "3個月"),
    ],
)  # fmt: skip
def test_traditional_chinese_has_its_own_characters_and_scales(
    english: str, target: str, chinese: str
) -> None:
    assert _rendered(english, "en", target) == chinese


@pytest.mark.parametrize("text", ["3点半", "增长九倍", "十三分之十二"])
def test_what_no_rule_can_say_well_is_left(text: str) -> None:
    assert _rendered(text, "zh-Hans", "en") is None


def test_another_language_is_left() -> None:
    assert _rendered("37家", "zh-Hans", "fr") is None
