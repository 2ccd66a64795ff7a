"""What small models do wrong is caught, tried again by clauses, and otherwise left to a person."""

from collections.abc import Callable, Sequence

import pytest

from publisher.errors import TranslationError
from publisher.translation.guards import Fault, Guarded, find_fault, guarded
from publisher.translation.protect import Kind, Masked, Span, mask

ZH = "今年春天，学校组织师生参观了新建成的科技展览馆，并与工程师座谈。"
EN = "This spring, the school took teachers and students to the new science museum to meet its engineers."
LOOP = "The school took students to see and to see and to see and to see the museum with engineers."


class Scripted:
    """An engine that says what a test tells it to, and remembers what it was asked."""

    name = "scripted"

    def __init__(self, answer: Callable[[str], str]) -> None:
        self._answer = answer
        self.asked: list[list[str]] = []

    def supports(self, source: str, target: str) -> bool:
        return True

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.asked.append(list(texts))
        return [self._answer(text) for text in texts]


def plain(text: str) -> Masked:
    return mask(text, ())


def zh_en(text: str, made: str) -> Fault | None:
    return find_fault(plain(text), made, "zh-Hans", "en")


def en_zh(text: str, made: str) -> Fault | None:
    return find_fault(plain(text), made, "en", "zh-Hans")


def test_a_good_translation_has_no_fault() -> None:
    assert zh_en(ZH, EN) is None
    assert en_zh(EN, ZH) is None


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        ("", Fault.EMPTY),
        (" . ", Fault.EMPTY),
        (ZH, Fault.COPIED),
        (ZH.replace("，", ","), Fault.COPIED),
        ("今年春天学校组织师生", Fault.SCRIPT),
        ("This spring 学校组织 teachers and 学生 to the museum", Fault.SCRIPT),
        (LOOP, Fault.REPEATED),
        ("The school school school school school school went to the museum of science.", Fault.REPEATED),
        ("a b c d e. a b c d f. a b c d g. a b c d h.", Fault.REPEATED),
        (" ".join(f"word{n}" for n in range(80)), Fault.LONG),
        ("The.", Fault.SHORT),
    ],
)
def test_each_fault_is_found_in_english(made: str, fault: Fault) -> None:
    assert zh_en(ZH, made) is fault


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (EN, Fault.COPIED),
        ("This spring the school went to the museum.", Fault.SCRIPT),
        ("今年春天，学校组织学校组织学校组织学校组织师生参观。", Fault.REPEATED),
        ("今年今今今今今今今年春天", Fault.REPEATED),
        ("今年春", Fault.SHORT),
    ],
)
def test_each_fault_is_found_in_chinese(made: str, fault: Fault) -> None:
    assert en_zh(EN, made) is fault


def test_what_the_source_repeats_may_be_repeated() -> None:
    assert zh_en("加油，加油，加油，加油，加油，加油！", "Go on, go on, go on, go on, go on, go on!") is None


def test_a_row_of_figures_is_no_stutter() -> None:
    assert zh_en("比分为0 0 0 0 0 0 0。", "The score was 0 0 0 0 0 0 0.") is None


def test_names_and_acronyms_may_stay_latin_in_chinese() -> None:
    assert en_zh("NASA and IBM met Siemens at Expo.", "NASA、IBM 与 Siemens 在 Expo 会面。") is None


def test_a_headline_of_capitals_that_stays_latin_is_a_fault() -> None:
    assert en_zh("Siemens Opens New Plant In Qingdao", "Siemens Opens New Plant") is Fault.SCRIPT


def test_text_of_codes_alone_may_come_out_as_it_is() -> None:
    text = mask("青岚市", (Span(0, 3, "Qinglan City"),))
    assert find_fault(text, "Q2X", "zh-Hans", "en") is None


def test_a_lost_value_is_a_fault() -> None:
    text = mask("由青岚市主办。", (Span(1, 4, "Qinglan City"),))
    assert find_fault(text, "Hosted by the city.", "zh-Hans", "en") is Fault.LOST
    assert find_fault(text, "Hosted by Q2X.", "zh-Hans", "en") is None


def test_lost_markup_is_no_fault() -> None:
    from publisher.model import Strong, Text
    from publisher.translation.projection import mask_inlines

    text = mask_inlines((Text("由"), Strong((Text("学校"),)), Text("主办。"))).masked
    assert find_fault(text, "Hosted by the school.", "zh-Hans", "en") is None


# ── The second try ───────────────────────────────────────────────────────────


def test_sound_texts_are_asked_for_once() -> None:
    engine = Scripted(lambda text: EN)
    assert guarded(engine, [plain(ZH), plain(ZH)], "zh-Hans", "en") == (Guarded(EN), Guarded(EN))
    assert engine.asked == [[ZH]]


def test_faulty_texts_are_tried_again_by_clauses_in_one_more_call() -> None:
    clauses = {"今年春天": "This spring.", "学校开学": "The school opened", "师生参观": "students came."}
    engine = Scripted(lambda text: clauses.get(text.rstrip("。"), LOOP))
    text = "今年春天，学校开学；师生参观。"
    made = guarded(engine, [plain(ZH.replace("，", "")), plain(text), plain(text)], "zh-Hans", "en")
    assert len(engine.asked) == 2
    assert engine.asked[1] == ["今年春天", "学校开学", "师生参观。"]
    assert made[1] == Guarded("This spring, the school opened; students came.", Fault.REPEATED, retried=True)
    assert made[0] == Guarded(None, Fault.REPEATED)


def test_chinese_clauses_are_joined_with_chinese_marks() -> None:
    clauses = {"This spring": "今年春天。", "the school opened": "学校开学", "see, here.": "见此。"}
    engine = Scripted(lambda text: clauses.get(text, text))
    (made,) = guarded(engine, [plain("This spring, the school opened: see, here.")], "en", "zh-Hans")
    assert made.text == "今年春天，学校开学：见此。"


def test_a_figure_or_a_code_is_not_cut() -> None:
    engine = Scripted(lambda text: "")
    text = "The project cost 1,200 dollars, and 3:15 is its time."
    guarded(engine, [mask(text, (Span(17, 22, "1,200", Kind.FIGURE),))], "en", "zh-Hans")
    assert engine.asked[1] == ["The project cost 1,200 dollars", "and 3:15 is its time."]


def test_each_clause_has_to_keep_its_own_values() -> None:
    text = mask("今年由青岚市主办，明年由黛山市主办。", (Span(3, 6, "Qinglan"), Span(12, 15, "Daishan")))
    engine = Scripted(lambda text: "Hosted this year and the next." if "，" in text else f"In {text[3:6]}.")
    (made,) = guarded(engine, [text], "zh-Hans", "en")
    assert made == Guarded("In Q2X, in Q3X.", Fault.LOST, retried=True)


def test_what_is_faulty_twice_is_left_untranslated() -> None:
    (made,) = guarded(Scripted(lambda text: LOOP), [plain(ZH)], "zh-Hans", "en")
    assert made == Guarded(None, Fault.REPEATED, retried=True)


def test_an_empty_text_is_fine() -> None:
    assert guarded(Scripted(lambda text: text), [plain("")], "zh-Hans", "en") == (Guarded(""),)


def test_an_engine_that_loses_texts_is_named() -> None:
    engine = Scripted(str)
    engine.translate = lambda texts, source, target: []  # type: ignore[method-assign]
    with pytest.raises(TranslationError, match="scripted returned 0 texts for 1"):
        guarded(engine, [plain(ZH)], "zh-Hans", "en")
