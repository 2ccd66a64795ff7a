"""What a translation is taken from, in order: memory, glossary, similar texts, an engine."""

import re
from collections.abc import Callable, Sequence

import pytest

from publisher.model import (
    Article,
    Inline,
    LineBreak,
    Link,
    Meta,
    NoteRef,
    Origin,
    Paragraph,
    State,
    Strong,
    Text,
)
from publisher.report import Report
from publisher.translation.glossary import Entry, Glossary
from publisher.translation.memory import Memory, MemoryUnit, Variant
from publisher.translation.translator import TranslationResult, UntranslatedError, translate


class Engine:
    """Answers by rules of whole words, as a model does: what stands in comes out as it went in."""

    name = "rules"

    def __init__(self, change: Callable[[str], str]) -> None:
        self._change = change
        self.asked: list[str] = []
        self.calls = 0

    def supports(self, source: str, target: str) -> bool:
        return True

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.calls += 1
        self.asked += texts
        return [self._change(text) for text in texts]


def by_words(**words: str) -> Engine:
    """Return an engine that puts English words for Chinese ones."""

    def change(text: str) -> str:
        for chinese, english in words.items():
            text = text.replace(chinese, f" {english} ")
        return re.sub(r"\s+([.,])", r"\1", " ".join(text.replace("。", ".").replace("，", ",").split()))

    return Engine(change)


def memory(*pairs: tuple[str, str]) -> Memory:
    return Memory.of([MemoryUnit((Variant("zh-Hans", zh), Variant("en", en))) for zh, en in pairs], "m.tmx")


def run(
    *inlines: Inline | str,
    engine: Engine | None = None,
    known: Memory | None = None,
    terms: Sequence[Entry] = (),
    draft: bool = False,
    report: Report | None = None,
) -> TranslationResult:
    nodes = tuple(Text(node) if isinstance(node, str) else node for node in inlines)
    article = Article(Meta(language="zh-Hans", headline="2026"), (Paragraph("b1", nodes),))
    return translate(
        article,
        "en",
        memory=known or memory(),
        glossary=Glossary(terms),
        engine=engine,
        draft=draft,
        report=Report() if report is None else report,
    )


def body(result: TranslationResult) -> tuple[Inline, ...]:
    (block,) = result.article.blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def text(result: TranslationResult) -> str:
    (node,) = body(result)
    assert isinstance(node, Text)
    return node.text


def test_an_amount_is_said_by_rule_and_not_by_the_engine() -> None:
    engine = by_words(营收="revenue reached", 达到="")
    assert text(run("营收达到3.56亿元。", engine=engine)) == "revenue reached 356 million yuan."
    assert "亿" not in engine.asked[0]


@pytest.mark.parametrize("figure", ["9", "37", "2025"])
def test_a_plain_figure_reaches_the_engine_as_it_is(figure: str) -> None:
    engine = by_words(届毕业生="graduates", 共="In all")
    run(f"共{figure}届毕业生。", engine=engine)
    assert figure in engine.asked[0]


def test_a_name_of_the_glossary_never_reaches_the_engine() -> None:
    engine = by_words(访问="visited")
    terms = [Entry("沈知微", "Shen Zhiwei", "person"), Entry("青岚学院", "Qinglan College", "organisation")]
    assert (
        text(run("沈知微访问青岚学院。", engine=engine, terms=terms))
        == "Shen Zhiwei visited Qinglan College."
    )
    assert "青岚" not in engine.asked[0]


def test_a_translation_that_lost_a_figure_is_not_taken() -> None:
    report = Report()
    engine = Engine(lambda _: "Many companies took part in it.")
    result = run("共有37家企业参加活动。", engine=engine, draft=True, report=report)
    assert result.translations[-1].origin is Origin.UNTRANSLATED
    assert "engine-refused" in [notice.code for notice in report.warnings]


def test_markup_goes_through_an_engine() -> None:
    engine = by_words(学院="the college", 发布="published", 年鉴="a yearbook")
    link = Link("https://example.com/", (Text("年鉴"),))
    nodes = body(run("学院发布", Strong((link,)), "。", engine=engine))
    assert nodes == (
        Text("the college published "),
        Strong((Link("https://example.com/", (Text("a yearbook"),)),)),
        Text("."),
    )


def test_a_link_that_an_engine_lost_stands_at_the_end() -> None:
    engine = Engine(lambda _: "the college published it.")
    nodes = body(run("学院发布", Link("https://example.com/", (Text("年鉴"),)), "。", engine=engine))
    assert nodes[-1] == Link("https://example.com/", (Text("https://example.com/"),))


def test_known_and_machine_made_sentences_keep_their_markup_in_one_paragraph() -> None:
    known = memory(("春天来了。", "Spring is here."))
    engine = by_words(学院="the college", 开放="opens")
    nodes = body(run("春天来了。", Strong((Text("学院"),)), "开放。", engine=engine, known=known))
    assert nodes == (Text("Spring is here. "), Strong((Text("the college"),)), Text(" opens."))


def test_notes_and_line_breaks_stay_with_their_sentences() -> None:
    known = memory(("数据截至二月。", "Data to February."))
    engine = by_words(学院="the college", 开放="opens", 公园="the park")
    nodes = body(
        run(
            "学院", NoteRef("数据截至二月。"), "开放。", LineBreak(), "公园开放。", engine=engine, known=known
        )
    )
    assert NoteRef("Data to February.") in nodes
    assert LineBreak() in nodes
    assert nodes[-1] == Text("the park opens.")


def test_a_similar_text_is_taken_where_only_figures_differ() -> None:
    known = memory(
        ("今年共有37家企业、1.2万人参加展会。", "This year 37 companies and 12,000 people took part.")
    )
    result = run("今年共有42家企业、3.5万人参加展会。", known=known)
    assert text(result) == "This year 42 companies and 35,000 people took part."
    translation = result.translations[-1]
    assert (translation.origin, translation.state) == (Origin.FUZZY, State.DRAFT)


def test_a_similar_text_is_offered_where_words_differ() -> None:
    known = memory(("市长出席了开幕式并讲话。", "The mayor spoke at the opening."))
    result = run("市长出席了闭幕式并讲话。", known=known, draft=True)
    assert result.translations[-1].origin is Origin.UNTRANSLATED
    assert [offer.text for offer in result.offers["b1.1"]] == ["The mayor spoke at the opening."]


def test_a_document_of_200_sentences_is_one_call() -> None:
    engine = by_words(学院="The college", 开放="opens")
    run("".join(f"学院{n}开放。" for n in range(200)), engine=engine)
    assert (engine.calls, len(engine.asked)) == (1, 200)


def test_memory_goes_before_an_engine() -> None:
    engine = by_words(春天="spring")
    known = memory(("春天来了。", "Spring is here."))
    assert text(run("春天来了。", engine=engine, known=known)) == "Spring is here."
    assert engine.asked == []


def test_the_neighbours_decide_between_two_translations() -> None:
    article = [
        MemoryUnit((Variant("zh-Hans", "好。", before="花开了。"), Variant("en", "Lovely."))),
        MemoryUnit((Variant("zh-Hans", "好。", before="他答应了。"), Variant("en", "Agreed."))),
    ]
    pairs = [
        MemoryUnit((Variant("zh-Hans", zh), Variant("en", en)))
        for zh, en in (("花开了。", "Flowers bloom."), ("他答应了。", "He said yes."))
    ]
    known = Memory.of([*article, *pairs], "m.tmx")
    assert text(run("花开了。好。", known=known)) == "Flowers bloom. Lovely."
    assert text(run("他答应了。好。", known=known)) == "He said yes. Agreed."


def test_without_engine_or_memory_nothing_is_made_up() -> None:
    with pytest.raises(UntranslatedError):
        run("学院开放。")
