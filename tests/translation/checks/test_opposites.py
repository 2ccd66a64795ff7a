"""The opposite of what the source says is told; another way to say it is not."""

from collections.abc import Callable

import pytest

from publisher.translation.checks import Finding, Level

Check = Callable[..., tuple[Finding, ...]]

BESIDE_A_FIGURE = [
    ("营业收入同比增长17.3%。", "Revenue fell 17.3 percent year on year."),
    ("票价下调5元至20元。", "The fare was raised by 5 yuan to 20 yuan."),
    ("第三季度营收同比下降2%，环比增长11%。", "Third-quarter revenue fell 11 percent year on year but rose 2 percent from the previous quarter."),
    ("男性占60%，女性占40%。", "Women account for 60 percent and men 40 percent."),
    ("这起事故造成3人死亡、12人受伤。", "The accident killed 12 people and injured 3."),
]  # fmt: skip

WRONG = [
    ("净亏损由2.3亿元收窄至8600万元。", "Its net loss widened to 86 million yuan from 230 million yuan."),
    ("会前，双方签署协议。", "The two sides signed an agreement after the meeting."),
    ("活动将于下周举行。", "The event was held last week."),
    ("我们将于明年完成。", "It will be completed this year."),
    ("今天上午发布。", "It was released yesterday morning."),
    ("东部地区增长8%。", "The western region grew 8 percent."),
    ("男子组冠军是杨绍辉。", "The women's champion is Yang Shaohui."),
    ("比原计划提前了整整半年。", "That was a full six months behind schedule."),
    ("中国队3∶0胜。", "China lost 3-0."),
    ("该项目最低补贴1500元。", "The subsidy is at most 1,500 yuan."),
    ("中国队迎战韩国队。", "China take on Japan."),
    ("中国驻法国大使发表讲话。", "The Chinese ambassador to Germany delivered a speech."),
    ("議案獲得批准。", "The bill was rejected."),
]  # fmt: skip

RIGHT = [
    ("经济增速有所放缓，但仍高于预期。", "Growth slowed somewhat, but still beat expectations."),
    ("公司成本下降，利润上升。", "The company's costs came down, lifting profits."),
    ("今年上半年，出口增长8%，进口下降2%。", "In the first half of this year, exports rose 8 percent while imports fell 2 percent."),
    ("上周末，展览吸引了5万名观众。", "The exhibition drew 50,000 visitors last weekend."),
    ("他在赛前发布会上表示有信心。", "He said at the pre-match news conference that he was confident."),
    ("湖人队以98比110不敌勇士队。", "The Warriors beat the Lakers 110-98."),
    ("中国女足以2比1战胜澳大利亚队。", "China beat Australia 2-1 in women's soccer."),
    ("最低工资标准提高到2500元。", "The minimum wage was raised to 2,500 yuan."),
    ("死亡人数升至15人。", "The death toll rose to 15."),
    ("油价每升上调0.2元，此前曾连续三次下调。", "Gasoline prices rose 0.2 yuan per liter, after three straight cuts."),
    ("他把成绩提高了0.2秒。", "He cut 0.2 seconds off his time."),
    ("东岸居民今天开始撤离。", "Residents on the east bank began evacuating on Monday."),
    ("校庆日为4月24日。", "The anniversary falls on April 24."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), BESIDE_A_FIGURE)
def test_an_opposite_beside_its_figure_is_an_error(source: str, target: str, found: Check) -> None:
    assert Level.ERROR in {f.severity for f in found("direction", source, target)}


@pytest.mark.parametrize(("source", "target"), WRONG)
def test_an_opposite_in_place_of_the_word_is_a_warning(source: str, target: str, found: Check) -> None:
    assert [f.severity for f in found("direction", source, target)] == [Level.WARNING]


@pytest.mark.parametrize(("source", "target"), WRONG[:5])
def test_an_opposite_is_found_from_english_too(source: str, target: str, found: Check) -> None:
    assert [f.severity for f in found("direction", target, source, turned=True)] == [Level.WARNING]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_another_way_to_say_it_is_left_alone(source: str, target: str, found: Check) -> None:
    assert found("direction", source, target) == ()


def test_offsets_point_at_the_two_words(found: Check) -> None:
    (finding,) = found("direction", "营业收入增长17.3%。", "Revenue fell 17.3 percent.")
    assert [finding.source[a:b] for a, b in finding.source_offsets] == ["增长"]
    assert [finding.target[a:b] for a, b in finding.target_offsets] == ["fell"]
