"""Sentences are cut where a reader would cut them, and nothing is lost."""

import pytest

from publisher.model import (
    Article,
    Cell,
    Contact,
    Credit,
    CreditRole,
    Figure,
    LineBreak,
    List,
    ListItem,
    Meta,
    NoteRef,
    Paragraph,
    Strong,
    Table,
    Text,
)
from publisher.translation.segments import segments, split

CHINESE = {
    "plain": ("春天来了。花开了！你看见了吗？", ("春天来了。", "花开了！", "你看见了吗？")),
    "no mark at the end": ("第一句。第二句没有句号", ("第一句。", "第二句没有句号")),
    "closing quote stays": ("她喊：“出发！”众人起身。", ("她喊：“出发！”", "众人起身。")),
    "speech goes on": ("“我们准备好了。”他说。“开始吧。”", ("“我们准备好了。”他说。", "“开始吧。”")),
    "speech goes on with a title": (
        "“机会难得！”园区主任陈一说，“请珍惜。”散会。",
        ("“机会难得！”园区主任陈一说，“请珍惜。”", "散会。"),
    ),
    "two sentences quoted": ("他说：“天晴了。走吧。”大家笑了。", ("他说：“天晴了。走吧。”", "大家笑了。")),
    "quoted slogan": ("“向前！”的口号响起。", ("“向前！”的口号响起。",)),
    "brackets": ("地图（见下页。）很清楚。好。", ("地图（见下页。）很清楚。", "好。")),
    "decimal": ("增长3.5%。减少1.2万吨。", ("增长3.5%。", "减少1.2万吨。")),
    "several marks": ("真的吗？！太好了！！", ("真的吗？！", "太好了！！")),
    "half-width marks": ("太好了!走吧.他说完了", ("太好了!", "走吧.", "他说完了")),
    "abbreviation in Chinese": ("由ABC Inc. 公司承办。好。", ("由ABC Inc. 公司承办。", "好。")),
    "the whole is quoted": ("“天晴了。走吧。”", ("“天晴了。", "走吧。”")),
    "unclosed quote": ("“天晴了。走吧。", ("“天晴了。", "走吧。")),
}
ENGLISH = {
    "plain": ("It rained. We left! Why?", ("It rained.", "We left!", "Why?")),
    "title": ("Mr. Lin spoke. Dr. Wu listened.", ("Mr. Lin spoke.", "Dr. Wu listened.")),
    "country": ("A U.S. team came. It won.", ("A U.S. team came.", "It won.")),
    "country at the end": ("They flew to the U.S. They won.", ("They flew to the U.S.", "They won.")),
    "month": ("It opens on Oct. 7 in town. Come.", ("It opens on Oct. 7 in town.", "Come.")),
    "number": ("The No. 3 school won. Good.", ("The No. 3 school won.", "Good.")),
    "no is a word": ("He said no. Then he left.", ("He said no.", "Then he left.")),
    "time": ("It starts at 3 p.m. Monday. Come.", ("It starts at 3 p.m. Monday.", "Come.")),
    "time at the end": ("It ends at 3 p.m. The hall closes.", ("It ends at 3 p.m.", "The hall closes.")),
    "decimal": ("Up 3.5 percent. Good.", ("Up 3.5 percent.", "Good.")),
    "initials": ("J. R. Hu won. Fine.", ("J. R. Hu won.", "Fine.")),
    "domain": ("See www.example.org. Then write.", ("See www.example.org.", "Then write.")),
    "closing quote": ("“It works.” Nobody moved.", ("“It works.”", "Nobody moved.")),
    "asked": ("“Ready?” she asked. Yes.", ("“Ready?” she asked.", "Yes.")),
    "said by a name": ("“Great!” Chen Yi said. Good.", ("“Great!” Chen Yi said.", "Good.")),
    "straight quotes": (
        'He wrote "Go. Now." in red. Then he left.',
        ('He wrote "Go. Now." in red.', "Then he left."),
    ),
    "apostrophes": ("The students’ hall opened. It’s new.", ("The students’ hall opened.", "It’s new.")),
    "figure first": ("It began in 2019. 12 firms came.", ("It began in 2019.", "12 firms came.")),
    "enumeration": ("1. Open the door.", ("1. Open the door.",)),
    "ellipsis": ("Wait ... then go. Done.", ("Wait ... then go.", "Done.")),
}


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_is_cut_into_sentences(name: str) -> None:
    text, expected = CHINESE[name]
    assert split(text, "zh-Hans") == expected


@pytest.mark.parametrize("name", ENGLISH)
def test_english_is_cut_into_sentences(name: str) -> None:
    text, expected = ENGLISH[name]
    assert split(text, "en") == expected


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_sentences_joined_are_the_text(name: str) -> None:
    spaced = CHINESE[name][0].replace("。", "。 ")
    assert "".join(split(spaced, "zh")) == spaced


@pytest.mark.parametrize("name", ENGLISH)
def test_english_sentences_joined_by_a_space_are_the_text(name: str) -> None:
    text = ENGLISH[name][0]
    assert " ".join(split(text, "en")) == text


def test_nested_cuts_inside_a_quotation() -> None:
    assert split("他说：“天晴了。走吧。”", "zh", nested=True) == ("他说：“天晴了。", "走吧。”")


def test_a_long_quotation_is_cut_inside() -> None:
    text = "他说：“" + "这一句话讲了很多事情。" * 30 + "”完。"
    assert len(split(text, "zh")) > 20


def test_an_empty_text_has_no_sentence() -> None:
    assert split("", "zh") == ()


@pytest.mark.parametrize(
    "text", ["“（好。" * 50_000 + "”" * 50_000, "“好。”" * 50_000, "好" * 200_000 + ". A"]
)
def test_a_hostile_text_is_cut_to_its_end(text: str) -> None:
    assert "".join(split(text, "zh")).replace(" ", "") == text.replace(" ", "")


def _article() -> Article:
    meta = Meta(
        language="zh-Hans",
        headline="园区开放",
        source="东岭大学",
        keywords=("创新",),
        credits=(Credit(CreditRole.TEXT, ("陈一",)),),
        contacts=(Contact(name="王二", organisation="宣传部", phone="010-1234", address="东岭路1号"),),
        boilerplate=(Paragraph("p1", (Text("学校介绍。"),)),),
    )
    return Article(
        meta,
        (
            Paragraph("b1", (Text("甲。"), Strong((Text("乙。"),)), NoteRef("注释。"))),
            Paragraph("b2", (Text("上行"), LineBreak(), Text("下行"))),
            List("b3", (ListItem("b3.i1", (Text("一项"),)),)),
            Table("b4", ((Cell("b4.r1c1", (Text("单元"),)),),), caption=(Text("表题"),)),
            Figure("b5", "a.png", alt="图像", caption=(Text("图题"),), credit="李三 摄"),
        ),
    )


def test_segments_are_keyed_by_place_and_number_in_reading_order() -> None:
    assert [s.key for s in segments(_article())] == [
        "headline.1",
        "source.1",
        "keyword1.1",
        "p1.1",
        "contact1.organisation.1",
        "contact1.address.1",
        "b1.1",
        "b1.2",
        "b1.note1.1",
        "b2.1",
        "b2.2",
        "b3.i1.1",
        "b4.r1c1.1",
        "b4.caption.1",
        "b5.caption.1",
        "b5.alt.1",
    ]


def test_names_of_people_are_no_segments() -> None:
    sources = {s.source for s in segments(_article())}
    assert not sources & {"陈一", "王二", "李三 摄", "010-1234"}
