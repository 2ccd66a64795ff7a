from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Article
from publisher.repairs import annotations, byteslip, punctuation, script, whitespace
from publisher.report import Report
from publisher.walk import texts

Build = Callable[..., Article]

RULES = (byteslip.repair, annotations.repair, script.repair, punctuation.repair, whitespace.repair)
REAL = Path(__file__).parents[3] / "shared" / "seeds" / "000_642ec57122cbe5d0.txt"

CLEAN = [
    "昨天下午，首届青年创客大会在滨河新区开幕，来自16个省的500余名代表参加。",
    "“我们将继续努力！”校长李喆说，“欢迎大家常来（每周一至周五）。”",
    "会议于10:30开始，全市GDP增长3.5%，达到1,234.5亿元……",
    "项目官网为https://example.com/a?b=1，联系邮箱press@example.com。",
    "《中国日报》记者——王淼——报道：U.S.市场占比3:2。",
    "工程师用C++和Python 3编写了系统，New York Times作了报道。",
    "皇后镇距此3公里，干部们在乾县考察，著名学者于谦作报告。",
    "一、总则",
    "1.总体要求",
    "不忘初心 牢记使命",
    "图为签约现场。张淼 摄",
]
CLEAN_TRADITIONAL = [
    "臺北市政府昨日宣布，「智慧城市」計畫將於明年啟動。",
    "執行長陳大文表示：「我們的軟體團隊已準備就緒！」",
    "民國113年，資訊展吸引逾10,000人次參觀。",
]
CLEAN_ENGLISH = [
    'HENGSHUI, China, March 5, 2026 – "We are ready," said Li Zhe, president.',
    "It's a 3.5% rise -- to $1,234.5 million (see https://example.com/a,b)...",
]
DAMAGED = [
    "市委宣傳部,創(chuàng)業(yè)活動 啟動儀式(圖)在 我校 舉行.共 37 家企業(yè)!",
    '　　他說:"歡迎..."然後--走了 , AI,"GDP".',
    "\ufeff网络\u200b安全　　宣传周 开幕,共 5 天...(未完)",
]


def repaired(article: Article, report: Report) -> Article:
    for rule in RULES:
        article = rule(article, report)
    return article


@pytest.mark.parametrize(
    ("paragraphs", "language"),
    [(CLEAN, "zh-Hans"), (CLEAN_TRADITIONAL, "zh-Hant"), (CLEAN_ENGLISH, "en")],
)
def test_clean_text_passes_to_the_character(
    article: Build, report: Report, paragraphs: list[str], language: str
) -> None:
    clean = article(*paragraphs, language=language, headline=paragraphs[0])
    assert repaired(clean, report) == clean
    assert not report.notices


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_rule_is_idempotent(article: Build, report: Report, rule: object, language: str) -> None:
    assert callable(rule)
    once = rule(article(*DAMAGED, language=language, headline=DAMAGED[0]), report)
    count = len(report)
    assert rule(once, report) == once
    assert len(report) == count


def test_the_rules_together_are_idempotent(article: Build, report: Report) -> None:
    once = repaired(article(*DAMAGED, language="zh-Hant", headline=DAMAGED[0]), report)
    assert repaired(once, Report()) == once


def test_a_real_article_is_made_whole(article: Build, report: Report) -> None:
    if not REAL.exists():
        pytest.skip(f"the article {REAL.name} is not on this machine")
    lines = [line for line in REAL.read_text(encoding="utf-8").splitlines() if line]
    mended = repaired(article(*lines[1:], language="zh-Hant", headline=lines[0]), report)
    text = "\n".join(t for _, t in texts(mended))
    assert "我校“衡智众创空间”荣获" in text
    assert mended.meta.language == "zh-Hans"
    assert not any(mark in text for mark in ",(!")
    assert [notice.code for notice in report.warnings] == ["bytes-restored"]
    assert repaired(mended, Report()) == mended
