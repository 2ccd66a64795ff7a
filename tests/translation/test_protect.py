"""What must not be translated goes through an engine and comes out in its place, however it was bent."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.translation.protect import Kind, Masked, Span, mask, restore

SENTENCE = "由青岚市主办，37家公司参加，总投资3.56亿元，三成已建成，详询a_b@example.com。"


def spans(text: str, *found: tuple[str, str, Kind]) -> tuple[Span, ...]:
    """Return the spans of the words ``found`` in ``text``, with their targets."""
    made = [Span(at := text.index(words), at + len(words), target, kind) for words, target, kind in found]
    return tuple(sorted(made, key=lambda span: span.start))


@pytest.fixture
def masked() -> Masked:
    return mask(
        SENTENCE,
        spans(
            SENTENCE,
            ("青岚市", "Qinglan City", Kind.NAME),
            ("37", "37", Kind.FIGURE),
            ("3.56亿元", "356 million yuan", Kind.FIGURE),
            ("三成", "30%", Kind.FIGURE),
            ("a_b@example.com", "a_b@example.com", Kind.ADDRESS),
        ),
    )


def name(text: str, target: str = "Qinglan City", kind: Kind = Kind.NAME) -> Masked:
    """Return a text whose 青岚市 is masked."""
    return mask(text, spans(text, ("青岚市", target, kind)))


def restored(made: str, masked: Masked) -> str:
    """Return the restored text of a translation that lost nothing."""
    result = restore(made, masked)
    assert not result.lost
    return result.text


# ── What stands in ───────────────────────────────────────────────────────────


def test_only_letters_figures_and_units_stand_in(masked: Masked) -> None:
    assert [slot.token for slot in masked.slots] == ["Q2X", "37", "417元", "638%", "Q3X"]
    assert masked.text == "由Q2X主办，37家公司参加，总投资417元，638%已建成，详询Q3X。"


def test_a_slot_knows_where_its_token_stands(masked: Masked) -> None:
    for slot in masked.slots:
        assert masked.text[slot.start :].startswith(slot.token)


def test_a_code_that_the_text_has_already_is_not_used() -> None:
    assert name("型号q-2 x和Q3X由青岚市制造").slots[0].token == "Q4X"


def test_a_figure_that_the_text_has_already_is_not_used() -> None:
    text = "417路公交，三百余人"
    assert mask(text, spans(text, ("三百余", "more than 300", Kind.FIGURE))).slots[0].token == "638"


def test_a_code_is_kept_apart_from_latin_beside_it() -> None:
    assert name("由A青岚市B主办").text == "由A Q2X B主办"


def test_many_spans_have_many_tokens() -> None:
    text = "三百" * 60
    every = [Span(n, n + 2, "300", Kind.FIGURE if n % 4 else Kind.NAME) for n in range(0, 120, 2)]
    tokens = [slot.token for slot in mask(text, every).slots]
    assert len(set(tokens)) == len(tokens)


def test_english_money_has_english_money_stand_in() -> None:
    text = "It cost 356 million yuan in all."
    made = mask(text, spans(text, ("356 million yuan", "3.56亿元", Kind.FIGURE)))
    assert made.text == "It cost 417 yuan in all."
    assert restored("共耗资417元。", made) == "共耗资3.56亿元。"


@pytest.mark.parametrize(
    "wrong", [(Span(0, 0, "x"),), (Span(0, 99, "x"),), (Span(1, 3, "x"), Span(2, 4, "y"))]
)
def test_spans_that_do_not_fit_are_refused(wrong: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        mask("一二三四五", wrong)


# ── What comes out ───────────────────────────────────────────────────────────


def test_every_value_is_put_back(masked: Masked) -> None:
    made = "Hosted by Q2X, 37 companies joined, total investment was 417 yuan, 638% is built; ask Q3X."
    assert restored(made, masked) == (
        "Hosted by Qinglan City, 37 companies joined, total investment was 356 million yuan, 30% is built; "
        "ask a_b@example.com."
    )


@pytest.mark.parametrize("token", ["Q2X", "q2x", "Q 2 X", "Ｑ２Ｘ", "Q-2X", "“Q2X”", "Q2X's", "(q2 x)"])
def test_a_bent_code_is_found(token: str) -> None:
    assert "Qinglan City" in restored(f"Hosted by {token} today.", name("今天由青岚市主办。"))


@pytest.mark.parametrize("token", ["Q2", "2X", "Q3X", "AQ2", "faq2xyz"])
def test_a_broken_code_is_lost(token: str) -> None:
    made = name("今天由青岚市主办。")
    assert restore(f"Hosted by {token} today.", made).lost == made.slots


@pytest.mark.parametrize(
    "amount", ["417 yuan", "417元", "RMB 417", "¥417", "417 Yuan", "417", "CNY 417", "RMB 417 yuan"]
)
def test_a_unit_that_stood_in_too_goes_with_its_figure(masked: Masked, amount: str) -> None:
    made = f"By Q2X, 37 firms, {amount} in all, 638%, Q3X."
    assert ", 356 million yuan in all" in restored(made, masked)


@pytest.mark.parametrize("share", ["638%", "638 %", "638 percent", "638 per cent", "638％"])
def test_a_percentage_is_found_in_every_spelling(masked: Masked, share: str) -> None:
    assert "30% built" in restored(f"By Q2X, 37 firms, 417 yuan, {share} built, Q3X.", masked)


@pytest.mark.parametrize("figure", ["4170", "1417", "417.5", "4,417", "0.417", "417,000"])
def test_another_figure_is_not_taken_for_the_one_that_stood_in(figure: str) -> None:
    text = "三百余人"
    made = mask(text, spans(text, ("三百余", "more than 300", Kind.FIGURE)))
    assert restore(f"{figure} people", made).lost == made.slots


def test_a_figure_is_not_taken_for_the_percentage_of_the_same_value() -> None:
    made = mask("12.3和12.3%", (Span(0, 4, "12.3", Kind.FIGURE), Span(5, 10, "12.3%", Kind.FIGURE)))
    assert restored("12.3% and 12.3", made) == "12.3% and 12.3"
    assert [slot.token for slot in restore("12.3%", made).lost] == ["12.3"]


def test_figures_with_a_chinese_comma_between_them_are_two() -> None:
    made = mask("37，200", (Span(0, 2, "37", Kind.FIGURE), Span(3, 6, "200", Kind.FIGURE)))
    assert restored("37，200", made) == "37，200"


def test_a_figure_that_is_the_same_in_both_is_verified() -> None:
    made = mask("共1200家", spans("共1200家", ("1200", "1200", Kind.FIGURE)))
    assert restored("1,200 companies", made) == "1200 companies"
    assert restore("1,300 companies", made).lost == made.slots


@pytest.mark.parametrize(
    ("source", "made"), [("3家", "three firms"), ("12名", "Twelve people"), ("2 firms", "两家")]
)
def test_a_small_figure_may_come_out_as_a_word(source: str, made: str) -> None:
    figure = re.match(r"\d+", source)
    assert figure is not None
    assert restored(made, mask(source, (Span(0, figure.end(), figure.group(), Kind.FIGURE),))) == made


def test_the_same_figure_twice_has_to_stand_twice() -> None:
    made = mask("37家和37人", (Span(0, 2, "37", Kind.FIGURE), Span(4, 6, "37", Kind.FIGURE)))
    assert len(restore("37 companies and people", made).lost) == 1
    assert not restore("37 companies and 37 people", made).lost


def test_a_doubled_code_is_removed_and_told() -> None:
    result = restore("Hosted by Q2X and Q2X today.", name("今天由青岚市主办。"))
    assert result.text == "Hosted by Qinglan City and today."
    assert [slot.token for slot in result.doubled] == ["Q2X"]


def test_a_value_that_looks_like_a_code_is_not_restored_again() -> None:
    text = "青岚市和黛山市"
    made = mask(text, spans(text, ("青岚市", "Q3X", Kind.NAME), ("黛山市", "Daishan", Kind.NAME)))
    assert [slot.token for slot in made.slots] == ["Q2X", "Q4X"]
    assert restored("Q2X and Q4X", made) == "Q3X and Daishan"


# ── How it reads on ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("made", "text"),
    [
        ("byQ2Xtoday", "by Qinglan City today"),
        ("by Q2X , today", "by Qinglan City, today"),
        ("here,Q2X", "here, Qinglan City"),
        ("( Q2X )", "(Qinglan City)"),
    ],
)
def test_words_are_kept_apart_in_english(made: str, text: str) -> None:
    assert restored(made, name("今天由青岚市主办。")) == text


def test_no_space_stands_beside_chinese() -> None:
    made = mask("by Qinglan City today", (Span(3, 15, "青岚市", Kind.NAME),))
    assert restored("今天由 Q2X 主办", made) == "今天由青岚市主办"


def test_a_line_break_beside_a_value_stays() -> None:
    assert restored("by\nQ2X\n\ntoday", name("今天由青岚市主办。")) == "by\nQinglan City\n\ntoday"


def test_an_article_does_not_stand_twice() -> None:
    masked = name("今天由青岚市主办。", "the City of Qinglan", Kind.TERM)
    assert restored("Hosted by the Q2X.", masked) == "Hosted by the City of Qinglan."
    assert restored("The Q2X hosts.", masked) == "The City of Qinglan hosts."


def test_a_term_begins_a_sentence_with_a_capital_and_a_name_stays_as_it_is() -> None:
    assert restored("Q2X hosts. Q2Xs", name("青岚市", "city hall", Kind.TERM)).startswith("City hall hosts.")
    assert restored("“Q2X hosts.”", name("青岚市", "eBay")) == "“eBay hosts.”"


# ── Properties ───────────────────────────────────────────────────────────────


@st.composite
def marked_text(draw: Callable[..., object]) -> tuple[str, tuple[Span, ...]]:
    words = st.text(alphabet="青岚市公司，。 aQX2417元%", max_size=6)
    targets = st.text(alphabet="Qinglan 青岚417", min_size=1, max_size=8).filter(
        lambda t: t == t.strip() != ""
    )
    parts = draw(st.lists(st.tuples(words, words.filter(bool), targets, st.sampled_from(Kind)), max_size=8))
    assert isinstance(parts, list)
    text, found = "", []
    for before, inside, target, kind in parts:
        text += before
        kind = kind if kind in ("figure", "name", "term", "address") else Kind.NAME
        found.append(Span(len(text), len(text) + len(inside), target, kind))
        text += inside
    return text, tuple(found)


@settings(max_examples=50)
@given(marked_text())
def test_an_engine_that_changes_nothing_loses_nothing(case: tuple[str, tuple[Span, ...]]) -> None:
    text, found = case
    masked = mask(text, found)
    assert len(masked.slots) == len(found)
    assert not restore(masked.text, masked).lost


@settings(max_examples=50)
@given(marked_text(), st.text(alphabet="Q2X3 417元%,.-qx青", max_size=40))
def test_whatever_comes_out_each_slot_is_put_back_or_told(
    case: tuple[str, tuple[Span, ...]], made: str
) -> None:
    masked = mask(*case)
    result = restore(made, masked)
    assert set(result.lost) <= set(masked.slots)
    assert len(result.lost) <= len(masked.slots)
