from collections.abc import Callable

import pytest

from publisher.repairs.punctuation import repair
from publisher.report import Report

Mend = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("昨天下午,大会开幕.", "昨天下午，大会开幕。"),
        ("欢迎!为什么?如下:甲;乙", "欢迎！为什么？如下：甲；乙"),
        ("2021年,增长12%.其中GDP,占三成", "2021年，增长12%。其中GDP，占三成"),
        ("他说:“好.”然后走了", "他说：“好。”然后走了"),
        ("他说“好”,然后走了", "他说“好”，然后走了"),
        ("世界卫生组织(WHO)发布(全文)", "世界卫生组织（WHO）发布（全文）"),
        ("（全文)见附件(1)", "（全文）见附件（1）"),
        ('他说"好的"就走了', "他说“好的”就走了"),
        ("所谓'双创'活动", "所谓‘双创’活动"),
        ("等等...以及--后来", "等等……以及——后来"),
        ("第ＡＢ１２号，增长３．５倍", "第AB12号，增长3.5倍"),
        ("地址:https://a.cn/x?y=1,电话如下", "地址：https://a.cn/x?y=1，电话如下"),
        (
            "太好了" + "!" * 24 + "真的吗" + "?" * 24 + "我们去",
            "太好了" + "！" * 24 + "真的吗" + "？" * 24 + "我们去",
        ),
    ],
)
def test_marks_among_han_become_fullwidth(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged) == [mended]


@pytest.mark.parametrize(
    "text",
    [
        "增长3.5倍，共1,000人，10:30开始，比分2:1",
        "详见https://example.com/a,b?c=1（官网）和press@example.com。",
        "精通C++、Node.js和.NET，U.S.市场由Acme Inc.负责",
        "他说Hello, world的意思",
        "函数f(x)与照片.jpg",
        "1.总则",
        "It’s a 测试",
        "L’Oréal的门店高6'2\"，即`it's`",
        "见https://example.com/a'b，信箱o'connor@example.com",
        "导数f'(x)与g'(x)",
    ],
)
def test_numbers_addresses_and_latin_text_stay(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text) == [text]
    assert not report.notices


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("欧莱雅(L'Oréal)与O'Connor合作", "欧莱雅（L’Oréal）与O’Connor合作"),
        ("他说'People's Government'是译名", "他说‘People’s Government’是译名"),
        ("José's和René's", "José’s和René’s"),
        ("O'Connor", "O’Connor"),
    ],
)
def test_the_apostrophe_of_a_latin_word_is_curled(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged) == [mended]


def test_corner_quotes_are_used_where_the_article_uses_them(mend: Mend) -> None:
    assert mend(repair, '「甲」和"乙"', language="zh-Hant") == ["「甲」和「乙」"]


def test_an_odd_straight_quote_is_left_alone(mend: Mend) -> None:
    assert mend(repair, '配有5"显示屏') == ['配有5"显示屏']


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Ｐｒｅｓｓ ｒｅｌｅａｓｅ　２０２１", "Press release　2021"),
        ("Wait，please！", "Wait, please!"),
        ('He said "no", 3.5 times -- truly...', 'He said "no", 3.5 times -- truly...'),
        ("The hall (衡智，二楼) is open.", "The hall (衡智，二楼) is open."),
    ],
)
def test_english_loses_only_fullwidth_forms(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged, language="en") == [mended]


def test_equal_changes_are_reported_together(mend: Mend, report: Report) -> None:
    mend(repair, "甲,乙,丙")
    assert [(n.code, n.where, n.before, n.after) for n in report] == [("mark-widened", "b1", ",", "，")]
    assert "2 times" in report.notices[0].message


@pytest.mark.parametrize("name", ["Hélène Moreau", "Anna Kovács", "Instituto Confúcio", "Mário da Silva"])
def test_a_foreign_name_with_accents_in_brackets_is_no_reading(mend: Mend, name: str) -> None:
    assert mend(repair, f"大提琴家({name})来到海州演出。") == [f"大提琴家（{name}）来到海州演出。"]


@pytest.mark.parametrize("reading", ["Běijīng", "Xī’ān", "dànù", "tiān’ānmén guǎngchǎng", "fāng’àn"])
def test_a_reading_in_brackets_keeps_them(mend: Mend, reading: str) -> None:
    assert mend(repair, f"他念作({reading})，大家跟着念。") == [f"他念作({reading})，大家跟着念。"]


def test_a_stop_before_an_abbreviation_ends_a_sentence(mend: Mend) -> None:
    assert mend(repair, "双方交换了意见.DNA条形码显示这是新种。") == [
        "双方交换了意见。DNA条形码显示这是新种。"
    ]
    assert mend(repair, "程序支持.NET平台和.gitignore文件。") == ["程序支持.NET平台和.gitignore文件。"]
