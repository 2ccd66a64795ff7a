"""A region's words come with its characters; names, titles and institutions keep theirs."""

import pytest

from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairs.script import to_script
from publisher.report import Report
from publisher.walk import plain


def turned(text: str, source: str, target: str, *, words: bool = True, names: tuple[str, ...] = ()) -> str:
    article = Article(Meta(language=source, headline=""), (Paragraph("b1", (Text(text),)),))
    block = to_script(article, target, Report(), words=words, names=names).blocks[0]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


@pytest.mark.parametrize(
    ("text", "taiwan", "hong_kong"),
    [
        ("这款软件处理信息。", "這款軟體處理資訊。", "這款軟件處理資訊。"),
        ("人工智能与激光", "人工智慧與雷射", "人工智能與激光"),
        ("志愿者拍了短视频", "志工拍了短影音", "義工拍了短片"),
        ("出租车和互联网", "計程車和網際網路", "的士和互聯網"),
        ("发布项目", "發布項目", "發布項目"),
        (
            "吸引甲网络、乙信息等多家企业使用软件",
            "吸引甲網絡、乙信息等多家企業使用軟體",
            "吸引甲網絡、乙信息等多家企業使用軟件",
        ),
        ("读《信息简史》", "讀《信息簡史》", "讀《信息簡史》"),
        ("河北信息工程大学的软件", "河北信息工程大學的軟體", "河北信息工程大學的軟件"),
        ("软件2303班用软件", "軟件2303班用軟體", "軟件2303班用軟件"),
        ("软件学院2023级学生", "軟件學院2023級學生", "軟件學院2023級學生"),
        ("软件工程2023级、网络一班", "軟件工程2023級、網絡一班", "軟件工程2023級、網絡一班"),
        ("信息工程系主任检修软件系统", "信息工程系主任檢修軟體系統", "信息工程系主任檢修軟件系統"),
        ("网络与信息中心", "網絡與信息中心", "網絡與信息中心"),
        ("云汀软件园的软件", "雲汀軟件園的軟體", "雲汀軟件園的軟件"),
        ("云帆软件（北京）有限公司", "雲帆軟件（北京）有限公司", "雲帆軟件（北京）有限公司"),
        ("简称“云帆信息”的公司", "簡稱“雲帆信息”的公司", "簡稱“雲帆信息”的公司"),
        ("“信息惠民”工程用软件", "“信息惠民”工程用軟體", "“信息惠民”工程用軟件"),
        ("全国软件设计大赛", "全國軟件設計大賽", "全國軟件設計大賽"),
        ("网络报名参加大赛", "網路報名參加大賽", "網絡報名參加大賽"),
        ("软件班车30多种", "軟體班車30多種", "軟件班車30多種"),
    ],
)
def test_words_are_those_of_the_region(text: str, taiwan: str, hong_kong: str) -> None:
    assert turned(text, "zh-Hans", "zh-Hant-TW") == taiwan
    assert turned(text, "zh-Hans", "zh-Hant-HK") == hong_kong


@pytest.mark.parametrize(
    ("text", "taiwan", "hong_kong"),
    [
        ("31家企业负责人参加", "31家企業負責人參加", "31家企業負責人參加"),
        ("只想看看，养了三只猫", "只想看看，養了三隻貓", "只想看看，養了三隻貓"),
        ("他启动了，她说好", "他啟動了，她說好", "他啟動了，她說好"),
        ("5200台机器、平台", "5200台機器、平台", "5200台機器、平台"),
        ("冲咖啡的冲突", "沖咖啡的衝突", "沖咖啡的衝突"),
        ("校长讲话并为获奖者颁奖", "校長講話並為獲獎者頒獎", "校長講話並為獲獎者頒獎"),
        ("两校合并为一校，三系并为一系", "兩校合併為一校，三系併為一系", "兩校合併為一校，三系併為一系"),
        ("文化活动周期间，十周年", "文化活動週期間，十週年", "文化活動週期間，十週年"),
        ("宣布公布分布", "宣布公布分布", "宣布公布分布"),
    ],
)
def test_characters_are_those_of_the_press(text: str, taiwan: str, hong_kong: str) -> None:
    assert turned(text, "zh-Hans", "zh-Hant-TW", words=False) == taiwan
    assert turned(text, "zh-Hans", "zh-Hant-HK", words=False) == hong_kong


@pytest.mark.parametrize("source", ["zh-Hant", "zh-Hant-TW"])
def test_and_back(source: str) -> None:
    assert turned("這款軟體處理資訊。", source, "zh-Hans") == "这款软件处理信息。"


def test_they_may_be_left_out() -> None:
    assert turned("软件", "zh-Hans", "zh-Hant-TW", words=False) == "軟件"


def test_a_name_of_the_registry_keeps_its_words() -> None:
    assert turned("网络时报与网络", "zh-Hans", "zh-Hant-TW", names=("网络时报",)) == "網絡時報與網路"


def test_a_second_pass_changes_nothing() -> None:
    once = turned("志愿者用软件打印短信", "zh-Hans", "zh-Hant-TW")
    assert turned(once, "zh-Hant-TW", "zh-Hant-TW") == once
