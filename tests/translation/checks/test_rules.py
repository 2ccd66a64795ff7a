"""Each rule finds what it is for, and leaves alone what only looks like it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from publisher.config import Exchange
from publisher.errors import ConfigError
from publisher.translation.checks import RULES, Finding, Level, Pair, check_pairs
from publisher.translation.glossary import Entry, Glossary

Check = Callable[..., tuple[Finding, ...]]

WRONG = [
    ("numbers", "全市有37家企业。", "The city has 35 companies."),
    ("numbers", "参加者1.2万人。", "There were 1,200 participants."),
    ("numbers", "增长12.3%。", "It grew 13.2 percent."),
    ("dates", "会议于3月5日开幕。", "The meeting opened on March 6."),
    ("dates", "会议于3月5日开幕。", "The meeting opened on April 5."),
    ("money", "投资3.56亿元。", "The investment is 3.56 million yuan."),
    ("contacts", "邮箱：press@example.cn。", "E-mail: pres@example.cn."),
    ("contacts", "服务器地址为10.0.0.12。", "The server is at 10.0.0.21."),
    ("names", "校长李建广致辞。", "President Sun Jinyan delivered a speech."),
    ("names", "市长王晓明会见了院长陈立。", "Dean Wang Xiaoming met Mayor Chen Li."),
    ("negation", "他没有出席会议。", "He attended the meeting."),
    ("negation", "公司不会裁员。", "The company will lay off staff."),
    ("brackets", "该校（成立于一九八四年）很大。", "The school (founded long ago is large."),
    ("script", "他来自衡水。", "He is from 衡水."),
    ("script", "他来了，又走了。", "He came， and left again."),
    ("untranslated", "他来自衡水。", "他来自衡水。"),
    ("untranslated", "他来自衡水。", "[[他来自衡水。]]"),
    ("omission", "他来自衡水。", ""),
    (
        "omission",
        "新药在动物实验中效果良好。研究人员下一步将申请开展人体试验。",
        "The new drug worked well in animals.",
    ),
    ("doubled", "他来自那个城市。", "He is from the the city."),
    ("sums", "全市37家，其中国家级5家，省级16家，市级16家。", "Of 37 in all, including 5 national, 16 provincial and 15 municipal."),
    ("weekdays", "会议于2026年3月5日举行。", "It takes place on Friday, March 5, 2026."),
    ("weekdays", "会议周四举行。", "The meeting is on Friday."),
]  # fmt: skip

RIGHT = [
    ("numbers", "全市有37家企业，参加者1.2万人。", "The city has 37 companies; 12,000 people took part."),
    ("dates", "会议于2026年3月5日开幕。", "The meeting opened on March 5, 2026."),
    ("money", "投资3.56亿元。", "The investment is 356 million yuan."),
    ("contacts", "详见www.example.cn。", "See www.example.cn/en for details."),
    ("contacts", "京东未予置评。", "JD.com did not comment."),
    ("names", "校长李建广致辞。", "He delivered a speech."),
    ("names", "马云出席了论坛。", "Jack Ma attended the forum."),
    ("names", "林郑月娥出席了论坛。", "Carrie Lam attended the forum."),
    ("names", "习近平会见了拜登。", "Xi met Biden."),
    ("names", "吕晓芳和欧阳娜来自西安。", "Lyu Xiaofang and Ouyang Na are from Xi’an."),
    ("negation", "不少居民参加了活动。", "Many residents took part."),
    ("negation", "他不得不卖掉房子。", "He had to sell his house."),
    ("negation", "他未能参加。", "He failed to take part."),
    ("negation", "未来将更加美好。", "The future will be better."),
    ("negation", "除非下雨，否则照常举行。", "It will be held unless it rains."),
    ("negation", "演出座无虚席。", "The show was sold out."),
    ("negation", "他不仅会写，而且会画。", "He not only writes but also paints."),
    ("brackets", "选择1）或2）。", "Choose 1) or 2)."),
    ("script", "他读了《红楼梦》。", "He read “Dream of the Red Chamber” (红楼梦)."),
    ("untranslated", "5G", "5G"),
    ("omission", "双方交换了意见。会谈后签署了协议。", "The two sides exchanged views and signed an agreement after the talks."),
    ("doubled", "他曾经有过。", "He said that he had had that that day."),
    ("sums", "全市37家，其中国家级5家，省级16家，市级16家。", "Of 37 in all, including 5 national, 16 provincial and 16 municipal."),
    ("sums", "全市300家企业，其中国家级5家，省级16家。", "The city has 300 companies, including 5 national and 16 provincial ones."),
    ("weekdays", "会议于2026年3月5日（星期四）举行。", "It takes place on Thursday, March 5, 2026."),
    ("length", "会议圆满结束。", "The meeting ended successfully."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "source", "target"), WRONG)
def test_what_is_wrong_is_an_error(rule: str, source: str, target: str, found: Check) -> None:
    assert Level.ERROR in {f.severity for f in found(rule, source, target)}


@pytest.mark.parametrize(("rule", "source", "target"), RIGHT)
def test_what_is_right_is_not_told(rule: str, source: str, target: str, found: Check) -> None:
    assert [f for f in found(rule, source, target) if f.severity is not Level.INFO] == []


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("numbers", "The city has 37 companies.", "全市有35家企业。"),
        ("negation", "He did not attend the meeting.", "他出席了会议。"),
        ("negation", "The company will never sell the plant.", "公司将出售工厂。"),
        ("omission", "The new drug worked well in animals. The researchers will next apply for human trials.", "新药在动物实验中效果良好。"),
    ],
)  # fmt: skip
def test_english_to_chinese_is_checked_too(rule: str, source: str, target: str, found: Check) -> None:
    assert Level.ERROR in {f.severity for f in found(rule, source, target, turned=True)}


@pytest.mark.parametrize(
    "target",
    ["他来了,又走了。", "他来了...", "他來了，会議開始了。", "他来了--又走了。"],
)
def test_marks_and_characters_of_another_script_in_chinese_are_a_warning(target: str, found: Check) -> None:
    findings = found("script", "He came and left again.", target, turned=True)
    assert [f.severity for f in findings] == [Level.WARNING]


def test_a_doubled_word_of_chinese_is_a_warning(found: Check) -> None:
    findings = found("doubled", "This is his book.", "这是他的的书。", turned=True)
    assert [f.severity for f in findings] == [Level.WARNING]


def test_a_text_far_too_long_is_an_error(found: Check) -> None:
    assert [f.severity for f in found("length", "会议结束。", "The meeting ended. " * 30)] == [Level.ERROR]


def test_offsets_point_at_the_figure(found: Check) -> None:
    (finding,) = found("numbers", "全市有37家企业。", "The city has 35 companies.")
    assert next(finding.source[a:b] for a, b in finding.source_offsets).startswith("37")
    assert next(finding.target[a:b] for a, b in finding.target_offsets).startswith("35")


def test_a_heading_translated_in_two_ways_is_a_warning() -> None:
    pairs = [Pair("1", "公司简介", "About us"), Pair("2", "公司简介", "Company profile")]
    assert [(f.segment, f.severity) for f in check_pairs(pairs, ["repeats"])] == [("2", Level.WARNING)]


def test_a_name_in_two_spellings_is_a_warning() -> None:
    pairs = [
        Pair("1", "李建广致辞。", "Li Jianguang spoke."),
        Pair("2", "李建广离开。", "Li Jian-guang left."),
    ]
    assert [f.segment for f in check_pairs(pairs, ["names"])] == ["2"]


def test_a_term_of_the_glossary_that_is_missing_is_a_warning() -> None:
    glossary = Glossary([Entry("众创空间", "maker space")])
    pairs = [Pair("1", "全市有众创空间。", "The city has coffee shops.")]
    assert [(f.rule, f.severity) for f in check_pairs(pairs, ["terms"], glossary=glossary)] == [
        ("terms", Level.WARNING)
    ]


def test_the_date_of_issue_completes_a_date_without_its_year() -> None:
    pairs = [Pair("1", "会议于3月5日举行。", "It takes place on Friday, March 5.")]
    found = check_pairs(pairs, ["weekdays"], issued=datetime(2026, 3, 1))
    assert [f.rule for f in found] == ["weekdays"]


@pytest.mark.parametrize(
    ("target", "rules"), [("It opens on March 6.", []), ("It opens on March 7.", ["dates"])]
)
def test_the_date_of_issue_tells_which_day_is_meant(target: str, rules: list[str]) -> None:
    pairs = [Pair("1", "活动本周五开幕。", target)]
    found = check_pairs(pairs, issued=datetime(2026, 3, 5, tzinfo=UTC))
    assert [f.rule for f in found] == rules


@pytest.mark.parametrize(
    ("target", "rules"),
    [("356 million yuan ($50 million)", []), ("356 million yuan ($70 million)", ["money"])],
)
def test_an_amount_in_brackets_is_judged_by_the_rate_of_the_settings(target: str, rules: list[str]) -> None:
    rate = Exchange(rate=7.1, date=date(2026, 3, 5))
    found = check_pairs([Pair("1", "投资3.56亿元。", f"It put in {target}.")], exchange=rate)
    assert [f.rule for f in found] == rules


def test_a_rule_that_does_not_exist_is_a_fault_that_lists_the_rules() -> None:
    with pytest.raises(ConfigError, match="spelling") as caught:
        check_pairs([], ["spelling"])
    assert "negation" in caught.value.hint


def test_findings_come_by_segment() -> None:
    pairs = [Pair("b", "共37家。", "There are 35."), Pair("a", "他没有出席。", "He attended.")]
    assert [f.segment for f in check_pairs(pairs)] == ["b", "a"]


@pytest.mark.parametrize(
    "text", ["的" * 8_000, "“" * 8_000, "1," * 2_000, "其中5家，" * 1_000, "not " * 2_000, "王" * 8_000]
)
def test_hostile_text_takes_no_more_than_its_length(text: str) -> None:
    check_pairs([Pair("1", text, text), Pair("2", text, "The end."), Pair("3", "结束。", text)], RULES)
