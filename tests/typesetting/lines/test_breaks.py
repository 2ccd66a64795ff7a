"""Where a line may end: every offset that may, shown by a bar."""

import pytest

from publisher.typesetting.lines.breaks import Strictness, breaks


def barred(text: str, strictness: Strictness = Strictness.STRICT) -> str:
    """Return ``text`` with a bar at each offset where a line may end."""
    allowed = breaks(text, strictness)
    return "".join(("|" if allowed[at] else "") + char for at, char in enumerate(text))


@pytest.mark.parametrize(
    "picture",
    [
        "春|天|来|了",
        "他|说：|“好。”|她|笑|了",
        "（见|附|件）|和|《年|鉴》",
        "甲、|乙、|丙",
        "这|是——|一|次|尝|试",
        "还|有……|等|等",
        "北|京·|上|海",
        "增|长|12.3%，|达|3.56亿元",
        "2021年|10月|19日|15:30|开|始",
        "第十三届|大|会",
        "共|有|37家|企|业、|1200余人",
        "约|−3℃|到|5℃",
        "与|OpenAI|合|作",
        "用|Visual |Studio |Code|写",
        "价|格|¥25.80元|起",
        "文/图",
        "C919|飞|机",
        "「你|好」，|『再|见』",
        "東|京|タ|ワー|に|行っ|た",
        "喆󠄀|堃",
    ],
)
def test_chinese_breaks(picture: str) -> None:
    assert barred(picture.replace("|", "")) == picture


@pytest.mark.parametrize(
    "picture",
    [
        "The |year-|on-|year |growth",
        "“Come |in,” |she |said.",
        "don’t |stop |Xi’an’s |students’ |work",
        "an |open |(and |shut) |case",
        "from |2019–2021 |at |9:30 a.m.",
        "$3.5 million, |up |12.3%",
        "on |March 4, |2026, |or |4–6 March |2026",
        "in |March |2026",
        "the |.NET |framework",
        "and/or |so",
    ],
)
def test_english_breaks(picture: str) -> None:
    assert barred(picture.replace("|", "")) == picture


def test_an_address_parts_only_behind_its_marks() -> None:
    picture = "见|https://www.|example.|com/|news/|2026?|id=|1|页"
    shown = barred(picture.replace("|", ""))
    for piece in shown.split("|")[1:]:
        assert piece[0] not in "/.?=&"
    assert "exa|mple" not in shown
    assert "ne|ws" not in shown


@pytest.mark.parametrize(
    ("strictness", "picture"),
    [
        (Strictness.BASIC, "甲/|乙|——|丙"),
        (Strictness.GB, "甲/乙|——|丙"),
        (Strictness.STRICT, "甲/乙——|丙"),
    ],
)
def test_each_level_of_strictness_differs_as_clreq_says(strictness: Strictness, picture: str) -> None:
    assert barred(picture.replace("|", ""), strictness) == picture


def test_a_long_row_of_one_sign_takes_linear_time() -> None:
    for sign in ("a", "1", "。", "“", "/", "a.", "@a", "第一", " "):
        assert len(breaks(sign * 50_000)) == 50_000 * len(sign) + 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("邮箱press-office@yunting.example.com。", "press-|office@|yunting.|example.com"),
        (
            "见https://www.example.com/open-day/skills.html。",
            "https://|www.|example.|com/|open-|day/|skills.html",
        ),
    ],
)
def test_the_end_of_an_address_is_not_left_alone(text: str, shown: str) -> None:
    found = breaks(text)
    parts = "".join("|" * found[at] + char for at, char in enumerate(text))
    assert shown in parts
