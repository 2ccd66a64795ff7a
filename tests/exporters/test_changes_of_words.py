"""What is marked in a changed text is what an editor would have marked."""

import pytest

from publisher.exporters.word.changes.differing import stretches
from publisher.exporters.word.changes.tokens import Row, Token
from publisher.exporters.word.changes.words import cut


def shown(old: str, new: str) -> str:
    """Return both texts as one: [-what went-]{+what came+}."""
    one, other = (Row(tuple(Token(word) for word in cut(text))) for text in (old, new))
    one, other = one.parted(other), other.parted(one)
    signs = {"equal": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    parts: list[str] = []
    for s in stretches(one.tokens, other.tokens):
        tokens = other.tokens[s.c : s.d] if s.tag == "ins" else one.tokens[s.a : s.b]
        parts.append(signs[s.tag].format("".join(token.said for token in tokens)))
    return "".join(parts)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "投资3.56亿元，增长12.3%",
            "投资3.65亿元，增长12.5%",
            "投资[-3.56-]{+3.65+}亿元，增长[-12.3%-]{+12.5%+}",
        ),
        ("about 11,000 jobs", "about 12,000 jobs", "about [-11,000-]{+12,000+} jobs"),
        ("10:20开幕", "10:30开幕", "[-10:20-]{+10:30+}开幕"),
    ],
)
def test_a_figure_changes_as_a_whole(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("学院校长致辞", "学院副校长致辞", "学院{+副+}校长致辞"),
        ("在青岚市举行", "在青岚举行", "在青岚[-市-]举行"),
        ("in the city", "in this city", "in [-the-]{+this+} city"),
    ],
)
def test_of_a_word_no_more_is_marked_than_changed(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("A。B。", "A。C。B。", "A。{+C。+}B。"),
        ("以赛促教；苦练技术。", "以赛促教；开放岗位；苦练技术。", "以赛促教；{+开放岗位；+}苦练技术。"),
        ("One. Two. Three.", "One. Three.", "One. [-Two. -]Three."),
    ],
)
def test_a_sentence_comes_or_goes_with_its_own_end(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


def test_a_space_between_two_new_words_does_not_part_the_change() -> None:
    assert shown("very good thing", "quite bad thing") == "[-very good-]{+quite bad+} thing"


def test_a_word_among_many_new_ones_does_not_stay() -> None:
    old, new = "长长的一句旧话，他的意思", "完全不同于从前，我的看法"
    assert shown(old, new).count("[-") == 1


@pytest.mark.parametrize("text", ["", "same", "一样的。", "a\tb\nc"])
def test_what_is_the_same_has_no_marks(text: str) -> None:
    assert shown(text, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月5日，青岚市37家企业（约1.2万人）参加。",
        "It’s a well-known\u00a0fact: 3.5% — OK?",
        "\U00020000𠮷\x85",
    ],
)
def test_words_together_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text
