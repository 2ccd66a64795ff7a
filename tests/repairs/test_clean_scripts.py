"""Text whose script is right as it stands, and mixtures that are not."""

import pytest

from publisher.model import Paragraph
from publisher.repairs import script
from publisher.repairs.hanzi import traditional_only
from publisher.report import Report
from publisher.walk import plain

from .conftest import Mend, make_article

TRADITIONAL = [
    # words of Hong Kong that the mainland has, too
    "電台網絡直播，市民可下載軟件觀看視頻。",
    "軟件公司在網絡上公布數據，信息量不少。",
    # curly quotes
    "作家說：“我們都愛這塊土地。”",
    "孟子曰：“魚，我所欲也；熊掌，亦我所欲也。”",
    "他姓於，名叫於梨。他寫道：“天下為公。”",
]

STAYS = [
    # what the sentence is about
    "“发”对应繁体的“發”与“髮”两个字。",
    "“龍”字共十六画，“説”是“说”的旧字形。",
    "《後漢書》与《漢書》并称，都是正史。",
    # Japanese names
    "厳島神社与読売新聞社，髙橋先生和大塚先生。",
    # characters with a standing of their own, names, classics
    "扞格不入，他姓穀，王濛夺冠，沈鉅到会。",
    "二噁英和噁唑都要检测。",
    "人閒桂花落，有靦面目，龙旂阳阳。",
    # persons, and what an inscription says
    "他喜欢听鄧麗君的歌，也看陳喬恩的戏。",
    "碑文曰：“維新建國，永垂不朽。”字迹清晰。",
    # a sentence quoted in its own script
    "讲话全文如下，这里照录，一字不改，请对照原文阅读。\n臺北市大安區羅斯福路四段，郵遞區號另見說明。",
]

MIXED = [
    ("本队落後17分，最後8秒投进，数据高於对手。", "本队落后17分，最后8秒投进，数据高于对手。"),
    ("这个词里只有一个字是創业的错误写法。", "这个词里只有一个字是创业的错误写法。"),
    ("这是一個简体句子里的錯字，大家都看得出来。", "这是一个简体句子里的错字，大家都看得出来。"),
]  # fmt: skip


@pytest.mark.parametrize("text", TRADITIONAL)
def test_traditional_text_without_a_converters_faults_stays(mend: Mend, text: str) -> None:
    assert mend(script.repair, text, language="zh-Hant") == [text]


@pytest.mark.parametrize("text", STAYS)
def test_traditional_forms_that_belong_there_stay(mend: Mend, text: str) -> None:
    lines = text.split("\n")
    assert mend(script.repair, *lines) == lines


@pytest.mark.parametrize(("mixed", "mended"), MIXED)
def test_a_mixture_within_words_is_mended(mend: Mend, mixed: str, mended: str) -> None:
    assert mend(script.repair, mixed) == [mended]


def test_a_byte_that_was_lost_makes_no_mainland_text_of_hong_kongs() -> None:
    from publisher.repairs import byteslip

    report = Report()
    article = make_article(
        "政府統計處今日發表最新的零售業銷貨額數字。",
        "發言人補充說，政府會在不同地區舉辦更多活動，推動禷O氣氛。",
        language="zh-Hant",
    )
    repaired = script.repair(byteslip.repair(article, report), report)
    assert [plain(b.inlines)[:6] for b in repaired.blocks if isinstance(b, Paragraph)] == [
        "政府統計處今",
        "發言人補充說",
    ]


def test_mainland_text_with_few_words_of_its_own_still_goes_back(mend: Mend) -> None:
    text = "工程師說：“換乘站的運營時間將延長到晚上十一點。”"
    assert mend(script.repair, text, language="zh-Hant") == [
        "工程师说：“换乘站的运营时间将延长到晚上十一点。”"
    ]


@pytest.mark.parametrize("name", ["渡邊謙", "張國榮", "錢鍾書", "宮崎駿"])
def test_a_name_among_strays_is_converted_whole_or_not_at_all(mend: Mend, name: str) -> None:
    strays = "这里的经濟发展很快，产業园区的动力十足。"
    repaired = mend(
        script.repair, "城市规划经过专家论证，结构调整取得进展。", strays, f"演员{name}昨天来到会场。"
    )
    assert name in repaired[2] or not any(map(traditional_only, repaired[2]))


@pytest.mark.parametrize("places", ["九龍塘、銅鑼灣", "蒙古語、滿語"])
def test_names_in_a_row_are_converted_together(mend: Mend, places: str) -> None:
    repaired = mend(script.repair, "这个城市的规划经过专家论证。", f"他说的是{places}。")[1]
    assert not any(map(traditional_only, repaired))


def test_a_paragraph_wholly_traditional_is_told_of(mend: Mend, report: Report) -> None:
    quoted = "圖書館今日重新開放，歡迎鄉親前來參觀，並請預約入場時間。"
    repaired = mend(script.repair, "城市规划经过专家论证，结构调整取得进展。" * 3, quoted)
    assert repaired[1] == quoted
    assert [n.where for n in report if n.code == "traditional-kept"] == ["b2"]
