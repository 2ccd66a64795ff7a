"""Marks of Chinese rows that were English: paired over runs, fullwidth beside Han, titles in 《》."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher import theme
from publisher.localization.chinese_rows import with_chinese_marks
from publisher.localization.localizer import localize
from publisher.localization.work_titles import is_title
from publisher.model import Article, Emphasis, Inline, LineBreak, Link, Meta, NoteRef, Paragraph, Strong, Text
from publisher.report import Report
from publisher.walk import plain

BREAK = "He came — late."


def one(language: str, inlines: tuple[Inline, ...], headline: str = "") -> Article:
    return Article(Meta(language=language, headline=headline), (Paragraph("b1", inlines),))


def row(*inlines: Inline, source: tuple[Inline, ...] = (Text("He came."),)) -> tuple[Inline, ...]:
    (block,) = with_chinese_marks(one("zh-Hans", inlines), one("en", source)).blocks
    assert isinstance(block, Paragraph)
    return block.inlines


TEXTS = [
    # quotes
    ('他说"好的"。', "他说“好的”。"),
    ("他说“他听见'好'了”。", "他说“他听见‘好’了”。"),
    ('他说:"我来."', "他说：“我来。”"),
    ('使用 "Hello" 命令', "使用“Hello”命令"),
    ('"开放日" 今天开始', "“开放日”今天开始"),
    ("它高6'2\"。", "它高6'2\"。"),
    ('他说"好的。', '他说"好的。'),
    # apostrophes, addresses, numbers
    ("西安Xi'an的城墙", "西安Xi’an的城墙"),
    ("用“It's OK”回答", "用“It’s OK”回答"),
    ("O'Connor", "O’Connor"),
    ("见 https://x.cn/a'b 。", "见 https://x.cn/a'b。"),
    ("L’Oréal的门店", "L’Oréal的门店"),
    ("见 https://x.cn/a,b?c=d 。", "见 https://x.cn/a,b?c=d。"),
    ("信箱 press@x.example.com 可用", "信箱 press@x.example.com 可用"),
    ("增长3.5%,共1,900吨.", "增长3.5%，共1,900吨。"),
    ("上午10:30开始", "上午10:30开始"),
    ("电话 010-6250 1234 转2", "电话 010-6250 1234 转2"),
    # commas, stops, colons, semicolons, question and exclamation marks
    ("今天,他来了.", "今天，他来了。"),
    ("地点:北京;时间:三月", "地点：北京；时间：三月"),
    ("他来了吗?来了!", "他来了吗？来了！"),
    ("他用AI. 她也用。", "他用AI。她也用。"),
    ("Acme Inc. 的工厂", "Acme Inc. 的工厂"),
    ("他来了, 她走了.", "他来了，她走了。"),
    # brackets
    ("世界卫生组织(WHO)说", "世界卫生组织（WHO）说"),
    ("(新华社)", "（新华社）"),
    ("世界卫生组织 (WHO) 说", "世界卫生组织（WHO）说"),
    ("f(x)是函数", "f(x)是函数"),
    # dots
    ("他走了...", "他走了……"),
    ("他走了…", "他走了……"),
    ("他走了……", "他走了……"),
    # spaces
    ("在 2026 年 3 月", "在2026年3月"),
    ("用 Python 写", "用Python写"),
    ("增长 38 % 。", "增长38%。"),
    ("价格 $18.5 百万", "价格$18.5百万"),
    ("王伟 李强", "王伟 李强"),
    ("1) 第一", "1) 第一"),
    ("Only English, here.", "Only English, here."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "made"), TEXTS)
def test_marks_of_a_chinese_text_are_chinese(text: str, made: str) -> None:
    assert plain(row(Text(text))) == made


@pytest.mark.parametrize(("text", "made"), TEXTS)
def test_a_marked_text_is_left_alone(text: str, made: str) -> None:
    assert plain(row(Text(made))) == made, text


DASHES = [
    ("他来了—很晚。", BREAK, "他来了——很晚。"),
    ("他来了 — 很晚。", BREAK, "他来了——很晚。"),
    ("他来了 – 很晚。", "He came – late.", "他来了——很晚。"),
    ("他来了--很晚。", "He came.", "他来了——很晚。"),
    ("北京—上海铁路", "The Beijing–Shanghai line", "北京—上海铁路"),
    ("10—15人", "10–15 people", "10—15人"),
    ("1989–2026年", "He came — from 1989–2026.", "1989–2026年"),
]


@pytest.mark.parametrize(("text", "source", "made"), DASHES)
def test_a_dash_is_doubled_where_it_breaks_off_in_the_source(text: str, source: str, made: str) -> None:
    assert plain(row(Text(text), source=(Text(source),))) == made


ROWS: list[tuple[tuple[Inline, ...], tuple[Inline, ...]]] = [
    (
        (Text('他说"'), Strong((Text("好"),)), Text('"，走了')),
        (Text("他说“"), Strong((Text("好"),)), Text("”，走了")),
    ),
    (
        (Link("https://x.cn", (Text('"好'),)), Text('",他说')),
        (Link("https://x.cn", (Text("“好"),)), Text("”，他说")),
    ),
    ((Strong((Text("好"),)), Text(",他说")), (Strong((Text("好"),)), Text("，他说"))),
    ((Text("用 "), Strong((Text("AI"),)), Text(" 写")), (Text("用"), Strong((Text("AI"),)), Text("写"))),
    ((Text("好"), LineBreak(), Text("的,他说")), (Text("好"), LineBreak(), Text("的，他说"))),
    ((Text("好"), NoteRef('见"注".'), Text("的")), (Text("好"), NoteRef("见“注”。"), Text("的"))),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_a_row_is_marked_over_its_runs(before: tuple[Inline, ...], after: tuple[Inline, ...]) -> None:
    assert row(*before) == after


TITLES = [
    ("The Three-Body Problem", "He read ", True),
    ("Dream of the Red Chamber", "", True),
    ("The Tempest", "", True),
    ("Ulysses", "He read ", True),
    ("Gone With the Wind", "", True),
    ("1984 and After", "", False),
    ("Ulysses", "", False),
    ("Never", "", False),
    ("Never", "He came. ", False),
    ("never", "He ", False),
    ("NOT", "He did ", False),
    ("de facto", "It is ", False),
    ("very much so", "It is ", False),
    ("The river of this town", "", False),
    ("", "", False),
]


@pytest.mark.parametrize(("words", "before", "told"), TITLES)
def test_a_title_is_told_from_stress_by_its_capitals(words: str, before: str, told: bool) -> None:
    assert is_title(words, before) is told


SPRING = (Text("He read "), Emphasis((Text("Spring Tide"),)), Text("."))
STRESS = (Text("He "), Emphasis((Text("never"),)), Text(" came."))
EMPHASES: list[tuple[tuple[Inline, ...], tuple[Inline, ...], tuple[Inline, ...]]] = [
    (SPRING, (Text("读了"), Emphasis((Text("春潮"),))), (Text("读了"), Text("《"), Text("春潮"), Text("》"))),
    (SPRING, (Text("读"), Emphasis((Text("Spring Tide"),))), (Text("读"), Emphasis((Text("Spring Tide"),)))),
    (SPRING, (Emphasis((Text("《春潮》"),)),), (Text("《春潮》"),)),
    (SPRING, (Text("《"), Emphasis((Text("春潮"),)), Text("》")), (Text("《"), Text("春潮"), Text("》"))),
    (SPRING, (Emphasis((Text("春潮《一》"),)),), (Text("《"), Text("春潮〈一〉"), Text("》"))),
    (SPRING, (Strong((Emphasis((Text("春潮"),)),)),), (Strong((Text("《"), Text("春潮"), Text("》"))),)),
    (STRESS, (Text("他"), Emphasis((Text("从未"),))), (Text("他"), Emphasis((Text("从未"),)))),
    ((*SPRING, *STRESS), (Emphasis((Text("春潮"),)), Emphasis((Text("从未"),))),
     (Text("《"), Text("春潮"), Text("》"), Emphasis((Text("从未"),)))),
    ((*SPRING, *STRESS), (Emphasis((Text("春潮"),)),), (Emphasis((Text("春潮"),)),)),
    ((Text("He read it."),), (Emphasis((Text("春潮"),)),), (Emphasis((Text("春潮"),)),)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "before", "after"), EMPHASES)
def test_an_emphasised_title_takes_title_marks(
    source: tuple[Inline, ...], before: tuple[Inline, ...], after: tuple[Inline, ...]
) -> None:
    assert row(*before, source=source) == after


@pytest.mark.parametrize(
    ("language", "made"),
    [
        ("zh-Hans", "他说：“我读‘书’。”"),
        ("zh-Hant-TW", "他说：「我读『书』。」"),
        ("zh-Hant-HK", "他说：「我读『书』。」"),
    ],
)
def test_an_edition_takes_the_quotes_of_its_region(language: str, made: str) -> None:
    article = one(language, (Text("他说:\"我读'书'.\""),))
    (block,) = localize(article, {}, Report(), theme.load("press"), one("en", (Text("x"),))).blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == made


def test_an_edition_in_the_articles_own_language_keeps_its_marks_and_its_emphasis() -> None:
    article = one("zh-Hans", (Text("他说,"), Emphasis((Text("春潮"),))))
    assert localize(article, {}, Report()) == article


def test_the_marks_of_a_headline_and_a_note_of_the_source_do_not_matter_to_another_place() -> None:
    article = with_chinese_marks(one("zh-Hans", (Text("北京—上海"),), '"好"'), one("en", (Text("x"),), BREAK))
    assert article.meta.headline == "“好”"
    assert article.blocks == (Paragraph("b1", (Text("北京—上海"),)),)


ALPHABET = "他来了书AIx19 \"'“”‘’「」《》,.!?:;()（），。：…—-–@%/"
RUNS = st.lists(
    st.text(st.sampled_from(ALPHABET), max_size=12).map(Text)
    | st.text(st.sampled_from(ALPHABET), max_size=6).map(lambda text: Strong((Text(text),)))
    | st.text(st.sampled_from(ALPHABET), max_size=6).map(lambda text: Emphasis((Text(text),))),
    max_size=5,
)


@settings(max_examples=400)
@given(RUNS, st.booleans())
def test_letters_han_and_digits_stay_as_they_are(runs: list[Inline], broken: bool) -> None:
    def letters(nodes: tuple[Inline, ...]) -> str:
        return "".join(filter(str.isalnum, plain(nodes)))

    source = (Text(BREAK if broken else "x"), Emphasis((Text("Spring Tide"),)))
    assert letters(row(*runs, source=source)) == letters(tuple(runs))


@settings(max_examples=400)
@given(RUNS, st.booleans())
@example([Text("1:;:!:;:;:。")], False)
@example([Text("，. . . ")], False)
@example([Text("，, . ! , . ! , .)—: ,，A")], True)
def test_a_second_pass_changes_nothing(runs: list[Inline], broken: bool) -> None:
    source = (Text(BREAK if broken else "x"), Emphasis((Text("Spring Tide"),)))
    once = row(*runs, source=source)
    assert row(*once, source=source) == once


WORDS = st.text(st.sampled_from("他来了读书"), min_size=1, max_size=5)


@settings(max_examples=200)
@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6))
def test_straight_quotes_about_chinese_come_out_paired(parts: list[tuple[str, bool]]) -> None:
    text = plain(row(Text(",".join(f'"{words}"' if quoted else words for words, quoted in parts))))
    assert text.count("“") == text.count("”") == sum(quoted for _, quoted in parts)
    assert '"' not in text
    assert "," not in text
