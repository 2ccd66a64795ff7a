"""A browser for the whole run, and releases long enough to break over pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.model import Article, Heading, Meta, Paragraph, Release, Text
from tests.exporters.html import chromium

CHINESE = (
    "青岚市星火众创展示周3月5日在职业技术学院开幕，来自全市37家企业和12所学校的代表到场。",
    "院长顾明远说：“机器人不是来替代人的，而是来帮人把重复、繁重的活干完。”",
    "展厅共分六个区域，陈列机械臂、无人机、智能焊接等120个项目，其中三分之一由学生独立完成。",
    "过去两年，学院与63家企业共建实训基地，孵化学生团队27个，毕业生就业率达96.8%，比上年提高1.5个百分点。",
    "市教育局副局长程砚秋在致辞中希望各校以展促学、以赛促教，让更多孩子亲手试一试。",
    "活动现场，记者看到《青岚青年创新案例集》的样书——它收录了四十余个真实项目的经过与得失。",
    "五年级学生唐小满第一次按下启动键，看着机械臂稳稳放下最后一块积木，兴奋地喊：“它听懂了！”",
    "展示周将持续到3月8日，每天上午9时至下午5时免费开放，市民凭身份证即可入场参观。",
    "据介绍，明年的展示周还将增设社区专场，把课堂搬到居民家门口，预计惠及3.2万人次。",
)
ENGLISH = (
    "Qinglan’s “Spark” week of innovation opened on March 5 at the vocational college, with guests from "
    "37 companies and 12 schools.",
    "“Robots are not here to replace people,” said Gu Mingyuan, the president. “They are here to finish the "
    "work that is heavy and dull.”",
    "The hall has six areas with 120 projects, from robotic arms and drones to intelligent welding; students "
    "made a third of them by themselves.",
    "Over the past two years the college has built training bases with 63 companies and fostered 27 student "
    "teams; 96.8% of its graduates found work, up 1.5 percentage points from the year before.",
    "Cheng Yanqiu, deputy director of the municipal education bureau, hoped that schools would learn by "
    "showing and teach by competing, and let more children try for themselves.",
    "On a table lay a first copy of the Casebook of Young Innovation in Qinglan, which tells how more than "
    "40 real projects came about, and what went wrong.",
    "Tang Xiaoman, a fifth grader, pressed the start button for the first time and watched a robotic arm set "
    "down the last block. “It understood me!” she cried.",
    "The week runs through March 8 and is free to the public from 9 a.m. to 5 p.m. daily; an identity card "
    "is enough to come in.",
    "Next year the organizers will take the classroom to the neighborhoods of the city, and expect to reach "
    "32,000 people.",
)


def long_article(language: str, paragraphs: int) -> Article:
    """Return an article of this many paragraphs under three headings, each paragraph another mix."""
    chinese = language.startswith("zh")
    sentences, between = (CHINESE, "") if chinese else (ENGLISH, " ")
    headline = "青岚市星火众创展示周在职业技术学院开幕" if chinese else "Qinglan opens its week of innovation"
    blocks: list[Paragraph | Heading] = []
    for n in range(paragraphs):
        if n and n % 7 == 0:
            title = f"{'一二三四五六'[n // 7 - 1]}、现场" if chinese else f"Part {n // 7}"
            blocks.append(Heading(f"h{n}", (Text(title),)))
        chosen = (sentences[(n * 4 + k * 2) % len(sentences)] for k in range(3 + n % 3))
        blocks.append(Paragraph(f"b{n}", (Text(between.join(chosen)),)))
    return Article(Meta(language=language, headline=headline), tuple(blocks))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Chromium]:
    if chromium.program() is None:
        pytest.skip("Chromium is not on this machine (Debian: apt install chromium)")
    with chromium.Chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(params=["zh-Hans", "en", "bilingual"])
def long_release(request: pytest.FixtureRequest) -> Release:
    """Return a release of about three pages."""
    if request.param == "bilingual":
        return Release((long_article("zh-Hans", 9), long_article("en", 9)))
    return Release((long_article(request.param, 15 if request.param == "zh-Hans" else 11),))


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    return tmp_path / "page.html"
