"""An article is translated whole, or refused with what is missing."""

from collections.abc import Mapping, Sequence

import pytest

from publisher.contracts import Engine
from publisher.errors import TranslationError
from publisher.model import (
    Article,
    Asset,
    Block,
    Contact,
    Credit,
    CreditRole,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    Meta,
    NoteRef,
    Official,
    Origin,
    Paragraph,
    State,
    Strong,
    Text,
)
from publisher.report import Report
from publisher.translation.engines.pseudo import PseudoEngine
from publisher.translation.glossary import Entry, Glossary
from publisher.translation.memory import Memory, MemoryUnit, Variant
from publisher.translation.translator import TranslationResult, UntranslatedError, translate

PAIRS = {"园区开放": "Park opens", "春天来了。": "Spring is here.", "花开了！": "Flowers bloom!"}


class BirdEngine:
    name = "bird"

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def supports(self, source: str, target: str) -> bool:
        return target == "en"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.asked.append(list(texts))
        return [f"Birds sing number {n}." for n, _ in enumerate(texts)]


class ShortEngine(BirdEngine):
    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        return []


def memory(more: Mapping[str, str]) -> Memory:
    return Memory.of(
        MemoryUnit.pair(Variant("zh", zh), Variant("en", en)) for zh, en in {**PAIRS, **more}.items()
    )


def run(
    *blocks: Block | tuple[Inline, ...] | str,
    meta: Meta | None = None,
    target: str = "en",
    engine: Engine | None = None,
    glossary: Sequence[Entry] = (),
    draft: bool = False,
    report: Report | None = None,
    known: Mapping[str, str] | None = None,
) -> TranslationResult:
    made: list[Block] = []
    for n, block in enumerate(blocks, 1):
        inlines = (Text(block),) if isinstance(block, str) else block
        made.append(Paragraph(f"b{n}", inlines) if isinstance(inlines, tuple) else inlines)
    article = Article(
        meta or Meta(language="zh-Hans", headline="园区开放"),
        tuple(made),
        (Asset("a.png", "image/png", b"x", 1, 1),),
    )
    return translate(
        article,
        target,
        memory=memory(known or {}),
        glossary=Glossary(glossary),
        engine=engine,
        draft=draft,
        report=Report() if report is None else report,
    )


def inlines(result: TranslationResult, n: int = 0) -> tuple[Inline, ...]:
    block = result.article.blocks[n]
    assert isinstance(block, Paragraph)
    return block.inlines


def test_english_sentences_are_joined_by_a_space() -> None:
    assert inlines(run("春天来了。花开了！")) == (Text("Spring is here. Flowers bloom!"),)


def test_chinese_sentences_are_joined_without_a_space() -> None:
    meta = Meta(language="en", headline="Park opens")
    assert inlines(run("Spring is here. Flowers bloom!", meta=meta, target="zh-Hans")) == (
        Text("春天来了。花开了！"),
    )


def test_the_new_article_is_in_the_target_language_with_the_same_keys_and_assets() -> None:
    article = run("春天来了。").article
    assert (article.meta.language, article.meta.headline) == ("en", "Park opens")
    assert (article.blocks[0].key, article.assets[0].name) == ("b1", "a.png")


def test_memory_matches_are_reviewed() -> None:
    assert {(t.origin, t.state) for t in run("春天来了。").translations} == {(Origin.MEMORY, State.REVIEWED)}


def test_the_label_of_an_annex_is_known_and_an_official_number_a_draft_by_sound() -> None:
    meta = Meta(language="zh-Hans", headline="园区开放", official=Official(number="青政发〔2026〕5号"))
    result = run("附件1", meta=meta)
    made = result.article.meta.official
    assert inlines(result) == (Text("Attachment 1"),)
    assert made is not None
    assert made.number == "Qingzhengfa [2026] No. 5"
    states = {t.key: t.state for t in result.translations}
    assert (states["b1.1"], states["official.number.1"]) == (State.REVIEWED, State.DRAFT)


def test_segments_and_translations_share_their_keys() -> None:
    result = run("春天来了。花开了！")
    assert (
        [s.key for s in result.segments]
        == [t.key for t in result.translations]
        == ["headline.1", "b1.1", "b1.2"]
    )


def test_a_whole_paragraph_in_memory_goes_before_its_sentences() -> None:
    assert inlines(run("春天来了。花开了！", known={"春天来了。花开了！": "Spring blooms."})) == (
        Text("Spring blooms."),
    )


def test_two_sentences_known_together_are_found_in_a_longer_paragraph() -> None:
    result = run("春天来了。鸟叫了。花开了！", known={"春天来了。鸟叫了。": "Spring and birds."})
    assert inlines(result) == (Text("Spring and birds. Flowers bloom!"),)


def test_sentences_inside_a_quotation_are_found_one_by_one() -> None:
    result = run(
        "他说：“天晴了。走吧。”", known={"他说：“天晴了。": "“It is fine,” he said.", "走吧。”": "“Go.”"}
    )
    assert inlines(result) == (Text("“It is fine,” he said. “Go.”"),)


def test_the_glossary_translates_what_memory_does_not_know() -> None:
    meta = Meta(language="zh-Hans", headline="园区开放", source="东岭大学")
    result = run(meta=meta, glossary=[Entry("东岭大学", "Dongling University", "organisation")])
    assert result.article.meta.source == "Dongling University"


def test_the_engine_gets_each_unknown_sentence_once_and_is_a_draft() -> None:
    engine = BirdEngine()
    result = run("鸟叫了。春天来了。鸟叫了。", engine=engine)
    assert engine.asked == [["鸟叫了。"]]
    assert [t.state for t in result.translations if t.origin is Origin.ENGINE] == [State.DRAFT] * 2


def test_an_engine_that_returns_too_few_texts_is_an_error() -> None:
    with pytest.raises(TranslationError, match="returned 0 texts for 1"):
        run("鸟叫了。", engine=ShortEngine())


def test_an_engine_that_does_not_serve_the_pair_is_named() -> None:
    with pytest.raises(UntranslatedError, match="bird does not serve"):
        run("鸟叫了。", target="en-GB", engine=BirdEngine())


def test_pseudo_translation_fills_every_gap() -> None:
    assert all(t.text for t in run("鸟叫了。", engine=PseudoEngine()).translations)


def test_figures_and_latin_are_copied() -> None:
    assert [inlines(run("３７％", "IBM"), n) for n in (0, 1)] == [(Text("37%"),), (Text("IBM"),)]


def test_a_missing_translation_is_refused_with_count_and_first_three() -> None:
    with pytest.raises(UntranslatedError) as caught:
        run("一句。二句。三句。四句。春天来了。")
    error = caught.value
    assert (error.count, error.total, len(error.segments), error.exit_code) == (4, 6, 4, 5)
    assert all(text in str(error) for text in ("4 of 6", "一句。", "二句。", "三句。"))
    assert "四句。" not in str(error)


def test_the_refusal_names_the_next_steps() -> None:
    with pytest.raises(UntranslatedError) as caught:
        run("一句。")
    assert all(step in caught.value.hint for step in ("--memory", "--engine", "--draft"))


def test_a_draft_marks_the_source_text_in_place() -> None:
    assert inlines(run("一句。春天来了。", draft=True)) == (Text("[[一句。]] Spring is here."),)


def test_a_draft_files_one_warning_for_all_the_gaps() -> None:
    report = Report()
    run("一句。春天来了。", "二句。", draft=True, report=report)
    assert [(n.code, n.message) for n in report.warnings] == [
        (
            "untranslated",
            "2 of 4 segments have no translation into en, "
            "their source text stands between [[ and ]]: b1.1, b2.1",
        )
    ]


def test_markup_around_a_sentence_of_several_is_around_its_translation() -> None:
    run_ = (Strong((Text("春天来了。"),)), Text("花开了！"))
    report = Report()
    assert inlines(run(run_, report=report)) == (
        Strong((Text("Spring is here."),)),
        Text(" Flowers bloom!"),
    )
    assert report.warnings == ()


def test_the_same_language_is_refused() -> None:
    with pytest.raises(TranslationError, match="already"):
        run(target="zh-Hant")


def test_two_blocks_with_one_key_are_refused() -> None:
    with pytest.raises(TranslationError, match="key b1"):
        run(Paragraph("b1", (Text("春天来了。"),)), Paragraph("b1", (Text("花开了！"),)))


def test_names_phones_and_credits_are_left_to_localization() -> None:
    meta = Meta(
        language="zh-Hans",
        headline="园区开放",
        credits=(Credit(CreditRole.TEXT, ("陈一",)),),
        contacts=(Contact(name="王二", phone="010"),),
    )
    new = run(meta=meta).article.meta
    assert (new.credits[0].names, new.contacts[0].name, new.contacts[0].phone) == (("陈一",), "王二", "010")


def test_a_figure_has_its_words_translated() -> None:
    figure = Figure("b1", "a.png", alt="园区开放", caption=(Text("春天来了。"),), credit="李三")
    new = run(figure).article.blocks[0]
    assert new == Figure("b1", "a.png", alt="Park opens", caption=(Text("Spring is here."),), credit="李三")


def test_line_breaks_stay() -> None:
    broken = (Text("春天来了。"), LineBreak(), Text("花开了！"))
    assert inlines(run(broken)) == (Text("Spring is here."), LineBreak(), Text("Flowers bloom!"))


def test_a_mark_around_the_whole_text_is_kept() -> None:
    assert inlines(run((Strong((Text("春天来了。"),)),))) == (Strong((Text("Spring is here."),)),)


def test_a_mark_whose_words_are_known_is_kept() -> None:
    run_of_marks = (Emphasis((Text("春天"),)), Text("来了。"))
    assert inlines(run(run_of_marks, glossary=[Entry("春天", "Spring")])) == (
        Emphasis((Text("Spring"),)),
        Text(" is here."),
    )


def test_a_mark_that_finds_no_place_is_noticed_once_a_block() -> None:
    report = Report()
    result = run((Strong((Text("春"),)), Emphasis((Text("天"),)), Text("来了。")), report=report)
    assert inlines(result) == (Text("Spring is here."),)
    assert [(n.code, n.where) for n in report.warnings] == [("markup-lost", "b1")]


def test_a_link_whose_text_stands_in_the_translation_is_kept() -> None:
    source = (Text("请看"), Link("https://a.example/", (Text("a.example"),)), Text("。"))
    result = run(source, known={"请看a.example。": "See a.example."})
    assert inlines(result) == (
        Text("See "),
        Link("https://a.example/", (Text("a.example"),)),
        Text("."),
    )


def test_an_address_is_never_lost() -> None:
    source = (Strong((Text("春"), Link("https://a.example/", (Text("天"),)))), Text("来了。"))
    assert Link("https://a.example/", (Text("https://a.example/"),)) in inlines(run(source))


def test_a_note_is_translated_and_stands_at_the_end() -> None:
    assert inlines(run((Text("春天来了。"), NoteRef("花开了！")))) == (
        Text("Spring is here."),
        NoteRef("Flowers bloom!"),
    )


def contact(name: str, language: str, known: Mapping[str, str]) -> str:
    meta = Meta(language=language, headline="2026", contacts=(Contact(name=name),))
    target = "en" if language == "zh-Hans" else "zh-Hans"
    return run(meta=meta, target=target, known=known).article.meta.contacts[0].name


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Ana Ruiz, Blue Quay Shipping", "en", "安娜·鲁伊斯，蓝码头航运"),
        ("Press Office", "en", "新闻办公室"),
        ("Ana Ruiz", "en", "安娜·鲁伊斯"),
        ("林一舟（新闻办公室）", "zh-Hans", "Lin Yizhou, Press Office"),
    ],
)
def test_a_contact_is_called_as_memory_has_it(name: str, language: str, said: str) -> None:
    pair = {said: name} if language == "en" else {name: said}
    assert contact(name, language, pair) == said


@pytest.mark.parametrize("name", ["Ana Ruiz, Blue Quay Shipping", "Media Relations"])
def test_a_contact_that_is_more_than_a_person_is_missing_without_a_translation(name: str) -> None:
    with pytest.raises(UntranslatedError, match=r"contact1\.name"):
        contact(name, "en", {})


@pytest.mark.parametrize(
    ("name", "language"), [("Ana Ruiz, Ph.D.", "en"), ("Ana Ruiz", "en"), ("林一舟、吕绿", "zh-Hans")]
)
def test_a_contact_that_is_a_person_is_no_segment(name: str, language: str) -> None:
    assert contact(name, language, {}) == name
