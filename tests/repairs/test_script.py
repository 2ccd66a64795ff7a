from collections.abc import Callable

import pytest

from publisher.model import Article
from publisher.repairs.script import repair, to_script
from publisher.report import Report
from publisher.walk import texts

Build = Callable[..., Article]

MAINLAND = "市委宣傳部和市政府舉辦項目推介會，推進高質量發展，多家科技企業簽約，信息發布於河北省。"
TAIPEI = "立即發布：本公司在臺北發表新款軟體，資訊安全團隊說：「我們重視使用者。」"
HONG_KONG = "特區政府今日公布新計畫，立法會議員表示歡迎，撥款五億港元支援軟件業。"


def body(article: Article) -> str:
    return "".join(text for where, text in texts(article) if where.startswith("b"))


def test_mainland_text_in_traditional_script_goes_back(article: Build, report: Report) -> None:
    repaired = repair(article(MAINLAND, language="zh-Hant"), report)
    assert body(repaired).startswith("市委宣传部和市政府举办项目推介会，推进高质量发展")
    assert repaired.meta.language == "zh-Hans"
    assert {n.code for n in report} == {"script-converted"}


@pytest.mark.parametrize("text", [TAIPEI, HONG_KONG])
def test_genuine_traditional_text_stays(article: Build, report: Report, text: str) -> None:
    repaired = repair(article(text, language="zh-Hans"), report)
    assert body(repaired) == text
    assert repaired.meta.language == "zh-Hant"
    assert not report.notices


def test_a_region_in_the_language_tag_is_kept(article: Build, report: Report) -> None:
    assert repair(article(TAIPEI, language="zh-TW"), report).meta.language == "zh-TW"


def test_strays_in_simplified_text_are_converted(article: Build, report: Report) -> None:
    repaired = repair(article("我们学校举办了创業大赛，欢迎各位来宾参观。"), report)
    assert body(repaired) == "我们学校举办了创业大赛，欢迎各位来宾参观。"


@pytest.mark.parametrize(
    "text",
    ["乾县的王乾和著名作家李喆、张堃参观了后宫展览。", "他於上午乘车抵达现场，参观乾隆年间的建筑。"],
)
def test_simplified_text_keeps_its_names(article: Build, report: Report, text: str) -> None:
    assert body(repair(article(text), report)) == text


def test_one_form_of_several_meanings_is_chosen_by_its_phrase(article: Build, report: Report) -> None:
    text = "皇后看著乾隆年間的著作，後來在乾淨的屋子裏了解瞭望臺。"
    repaired = to_script(article(text, language="zh-Hant"), "zh-Hans", report)
    assert body(repaired) == "皇后看着乾隆年间的著作，后来在干净的屋子里了解瞭望台。"


def test_simplified_text_is_made_traditional_when_asked(article: Build, report: Report) -> None:
    repaired = to_script(article("举办创业活动"), "zh-Hant", report)
    assert (body(repaired), repaired.meta.language) == ("舉辦創業活動", "zh-Hant")


def test_an_unknown_script_is_refused(article: Build, report: Report) -> None:
    with pytest.raises(ValueError, match="zh-Hans, zh-Hant"):
        to_script(article("文"), "zh", report)


def test_english_text_is_not_touched(article: Build, report: Report) -> None:
    english = article("The hall is called 衡智眾創.", language="en")
    assert repair(english, report) == english
