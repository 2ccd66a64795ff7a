"""A negation is lost where the English asserts what the Chinese denies, not where it has a negative of its own."""

from collections.abc import Callable

import pytest

from publisher.translation.checks import Finding, Level

Check = Callable[..., tuple[Finding, ...]]

SAID_OTHERWISE = [
    ("办公室周末不开放。", "The office is closed on weekends."),
    ("我们不会忘记他的贡献。", "His contributions will always be remembered."),
    ("她从不迟到。", "She is always on time."),
    ("他久久不愿离去。", "He was reluctant to leave."),
    ("他不在。", "He is away."),
    ("他不是别人，正是校长。", "He was the principal himself."),
    ("不得少于2小时。", "It shall last at least two hours."),
    ("他没有参加比赛。", "He skipped the race."),
    ("没有受伤。", "He escaped injury."),
    ("无一伤亡。", "All were safe."),
    ("不含酒精。", "Alcohol-free."),
    ("产品没有库存。", "The product is out of stock."),
    ("非经营人员不得入内。", "Authorized personnel only."),
    ("他不同意。", "He disagreed."),
    ("该药不安全。", "The drug is unsafe."),
    ("严禁酒后驾车。", "Driving under the influence is not permitted."),
    ("谢绝采访。", "No interviews, please."),
    ("他拒绝透露细节。", "He did not disclose the details."),
    ("只有通过考试者才能参赛。", "No one may compete without passing the exam."),
    ("总统签署命令，自3月1日起禁止汽油出口。", "The president signed an order banning gasoline exports from March 1."),
    ("该区域不对游客开放。", "The area is off limits to tourists."),
    ("水质不达标。", "The water quality is below standard."),
    ("他再也没有回来。", "He never came back."),
    ("公司未披露交易金额。", "The company kept the value of the deal secret."),
    ("博物馆不收门票。", "Admission to the museum is free."),
    ("活动不收取任何费用。", "The event is free of charge."),
    ("学院不收取任何费用。", "The College charges no fees."),
    ("本平台不收手续费。", "The platform waives the service fee."),
]  # fmt: skip

LOST = [
    ("他不同意这项提案。", "He agreed with the proposal."),
    ("我们没有裁员，也没有削减研发预算。", "We laid off staff and cut the R&D budget."),
    ("组委会没有收到重大伤病报告。", "The organizing committee received reports of serious injury."),
    ("公司目前没有上市计划。", "The company currently has plans to list."),
    ("这家百年老店没能挺过疫情，正式关门歇业。", "The century-old shop did survive the pandemic and closed its doors."),
    ("我们没有理由拒绝这样的合作。", "We have reason to turn down this kind of cooperation."),
    ("学院不收取任何费用。", "The College charges fees."),
    ("学院不收取费用。", "The College charges fees."),
    ("學院不收費。", "The College charges fees."),
    ("博物馆不收门票。", "The museum charges for tickets."),
    ("老师不但没有批评他，反而表扬了他。", "The teacher criticized him instead of praising him."),
]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("chinese", "english"), SAID_OTHERWISE)
def test_a_negative_of_its_own_is_no_negation_lost(
    chinese: str, english: str, turned: bool, found: Check
) -> None:
    source, target = (english, chinese) if turned else (chinese, english)
    assert [f for f in found("negation", source, target, turned=turned) if f.severity is not Level.INFO] == []


@pytest.mark.parametrize(("source", "target"), LOST)
def test_what_is_asserted_instead_of_denied_is_told(source: str, target: str, found: Check) -> None:
    assert [f for f in found("negation", source, target) if f.severity is not Level.INFO]


def test_a_refusal_answers_one_word_of_english(found: Check) -> None:
    target = "我们有理由拒绝这样的合作。"
    assert found("negation", "We have no reason to turn down this kind of cooperation.", target, turned=True)
