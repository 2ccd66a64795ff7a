"""Sentences of the press and their translations, with the liberties that professionals take."""

from pathlib import Path

import pytest

from publisher.localization.values import compare

PRESS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "press.tsv").read_text(encoding="utf-8").splitlines()
]
ROWS = [PRESS[n : n + 10] for n in range(0, len(PRESS), 10)]


def _certain(
    source: str, target: str, source_language: str = "zh-Hans", target_language: str = "en"
) -> list[str]:
    return [m.message for m in compare(source, target, source_language, target_language) if m.certain]


@pytest.mark.parametrize("rows", ROWS, ids=range(len(ROWS)))
def test_a_press_translation_raises_no_alarm_from_either_side(rows: list[tuple[str, str, str]]) -> None:
    for languages, source, target in rows:
        here, _, there = languages.partition(":")
        there = there or "en"
        assert _certain(source, target, here, there) == []
        assert _certain(target, source, there, here) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("37家企业和21所学校参加", "21 companies and 37 schools took part"),
        ("企业37家、学校21所", "21 companies and 37 schools"),
        ("造成7人死亡、12人受伤", "killing 12 people and injuring seven"),
        ("起征点由3500元提高至5000元", "The threshold was raised from 5,000 yuan to 3,500 yuan"),
        ("分别增长12%、8%和5%", "up 12 percent, 5 percent and 8 percent respectively"),
        ("这名20岁男子开了8枪", "The 8-year-old fired 20 shots"),
        ("营收100亿元，增长8%；利润20亿元，增长5%", "revenue of 10 billion yuan, up 5 percent; profit of 2 billion yuan, up 8 percent"),
        ("皇马5比1大胜瓦伦西亚", "Real Madrid beat Valencia 1-5"),
        ("造成3人死亡、12人受伤", "killing 12 people and injuring 3"),
        ("获18金12银9铜", "won 18 golds, 9 silvers and 12 bronzes"),
        ("男性占60%，女性占40%", "Women account for 60 percent and men 40 percent"),
        ("60%为男性，40%为女性", "Forty percent were men and 60 percent women"),
        ("投资12亿元、产值30亿元", "Investment was 3 billion yuan, with output value of 1.2 billion yuan"),
        ("42位艺术家的68件作品", "42 works by 68 artists"),
        ("30名教师和12名医生", "12 teachers and 30 doctors"),
        ("同比下降2%，环比增长11%", "down 11 percent year on year but up 2 percent from the previous quarter"),
        ("上半年增长6.1%，农村居民收入增长6.9%", "up 6.9 percent in the first half, with that of rural residents up 6.1 percent"),
        ("赞成52%，反对48%", "48 percent in favor and 52 percent against"),
    ],
)  # fmt: skip
def test_two_figures_that_changed_places_are_a_fault(source: str, target: str) -> None:
    assert _certain(source, target) != []
    assert _certain(target, source, "en", "zh-Hans") != []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2100万亩", "21 million mu (about 14 million hectares)"),
        ("二十国集团", "the G21"),
        ("5G基站", "2G base stations"),
        ("第二批医护人员", "the fourth batch of medics"),
        ("三名矿工获救", "five miners were rescued"),
        ("每五人中有三人愿意", "two in five are willing"),
        ("12月15日罢工", "a strike on 15"),
        ("0.63秒", "0.62 seconds"),
        ("2小时1分39秒", "2:01:49"),
        ("每股0.87美元", "78 cents a share"),
        ("持续十个小时", "for hours"),
        ("不得超过1班", "more than one flight"),
        ("23至25度", "25 to 23 degrees"),
        ("510000人", "510,030 people"),
        ("学校有三个校区", "The school has five campuses"),
        ("历时两年", "It took three years"),
        ("两名学生获奖", "Three students won prizes"),
        ("连续三年获奖", "for four consecutive years"),
        ("前三季度增长5.2%", "grew 5.2 percent in the first half"),
        ("上半年营收120亿元", "revenue of 12 billion yuan in the second half"),
        ("1至10月", "the first 11 months"),
        ("半数村民搬进新居", "A third of the villagers have moved"),
        ("较去年减少一半", "down by a quarter from last year"),
        ("产能提高了两倍", "Production capacity doubled"),
        ("农历正月十五", "the 15th day of the second lunar month"),
        ("身高一米八五", "1.58 meters tall"),
        ("2030年前", "before 2035"),
        ("3/5的受访者", "Two fifths of respondents"),
        ("旅客103013万人", "1.04 billion trips"),
        ("最高的建筑有88层", "The tallest building has 88 meters"),
        ("學校有1.3萬名學生", "The school has 130,000 students"),
        ("新臺幣250元", "$250"),
        ("超过十分之一的患者", "Fewer than one in ten patients"),
        ("双方2比1", "a goalless draw"),
        ("气温降至零下12摄氏度，比昨天低5摄氏度。", "The temperature fell to 12 degrees Celsius, 5 degrees lower than yesterday."),
        ("自由现金流为-3.4亿元。", "Free cash flow stood at 340 million yuan."),
        ("增速为-2.1%。", "The growth rate was 2.1 percent."),
        ("三名游客获救。", "Two tourists were rescued."),
        ("两所学校停课。", "Three schools were closed."),
        ("五个国家参加。", "Six countries took part."),
        ("四名教师", "Five teachers"),
        ("两座大桥", "Three bridges"),
        ("历时三年完成", "It was finished in two years."),
        ("持续两周", "It lasted three weeks."),
        ("前三个季度", "the first half"),
        ("前两个季度", "the first three quarters"),
        ("下半年开工", "Work begins in the first half."),
        ("三分之二的村民", "Half of the villagers"),
        ("一半的股东", "One third of the shareholders"),
        ("四分之三", "two thirds"),
        ("增加两倍", "doubled"),
        ("死亡人数12人、受伤3人", "killing 3 and injuring 12"),
        ("造成12人遇难、3人失踪", "leaving 3 dead and 12 missing"),
        ("医生30名、护士52名", "52 doctors and 30 nurses"),
        ("金牌18枚、银牌12枚", "12 gold medals and 18 silver medals"),
        ("男生120人、女生80人", "80 boys and 120 girls"),
        ("参会男代表12名、女代表8名", "8 men and 12 women delegates"),
        ("出口120亿元，进口80亿元", "exports of 8 billion yuan and imports of 12 billion yuan"),
        ("营收100亿元，净利润12亿元", "revenue of 1.2 billion yuan and net profit of 10 billion yuan"),
        ("最高气温30℃，最低气温18℃", "a high of 18 C and a low of 30 C"),
        ("城镇居民收入增长5.1%，农村居民收入增长6.9%", "Urban incomes rose 6.9 percent and rural incomes 5.1 percent"),
        ("新台币3亿元", "$300 million"),
        ("身高1米75", "1.57 meters tall"),
        ("每3人中有1人", "one in four people"),
        ("加息0.25个百分点", "half a point"),
    ],
)  # fmt: skip
def test_a_small_slip_is_a_fault(source: str, target: str) -> None:
    assert _certain(source, target) != []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2009.7万人次", "20.1 million trips"),
        ("教育部等六部门", "the Ministry of Education and five other departments"),
        ("38摄氏度", "100.4 F"),
        ("113年6月", "June"),
        ("31个省份新增1例", "one new case on the mainland"),
        ("5月1日0时至24时", "on May 1"),
        ("年约七旬", "in her 70s"),
        ("上世纪五六十年代", "in the 1950s and 1960s"),
        ("220票对204票", "220-204"),
        ("五年来第五位", "the fifth in as many years"),
        ("15级（50米/秒）", "50 meters per second"),
        ("元旦起", "from Jan. 1"),
        ("一夜之间", "overnight"),
        ("24小时运行", "running round the clock"),
        ("环比上涨0.5%", "up 0.5% from April"),
        ("占8成6", "86 percent"),
    ],
)  # fmt: skip
def test_what_the_press_says_in_its_own_way_is_no_fault(source: str, target: str) -> None:
    language = "zh-Hant" if "113年" in source else "zh-Hans"
    assert _certain(source, target, language, "en") == []


def test_a_month_whose_number_was_lost_is_a_fault() -> None:
    assert _certain("to be sentenced on March 14", "将于月14日宣判", "en", "zh-Hans") != []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("最低气温降至零下25摄氏度", "The lowest temperature fell to 25 degrees Celsius"),
        ("最低气温降至-25℃", "The lowest temperature fell to 25 degrees Celsius"),
        ("气温升至25摄氏度", "The temperature rose to minus 25 degrees Celsius"),
        ("气温升至20摄氏度", "The temperature rose to 20 degrees Celsius below zero"),
        ("经营活动现金流量净额为-1.2亿元", "Net cash flow from operations was 120 million yuan"),
        ("毛利率为-3%", "The gross margin was 3 percent"),
        ("北纬30.5度", "30.5 degrees south latitude"),
        ("位于东经103.2度", "at 103.2°W"),
    ],
)  # fmt: skip
def test_a_figure_on_the_other_side_of_zero_is_a_fault(source: str, target: str) -> None:
    assert _certain(source, target) != []
    assert _certain(target, source, "en", "zh-Hans") != []


def test_a_figure_rounded_without_about_is_pointed_at() -> None:
    (mismatch,) = compare(
        "货物进出口总额103013亿元", "Goods trade reached 10.3 trillion yuan", "zh-Hans", "en"
    )
    assert (mismatch.message.split(":")[0], mismatch.certain) == ("rounded", False)
