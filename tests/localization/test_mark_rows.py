"""Marks of English rows: paired over runs, stops inside quotes in American English, titles emphasized."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.localization.mark_rows import with_english_marks
from publisher.localization.marks import curled, tucked
from publisher.model import Article, Emphasis, Inline, LineBreak, Link, Meta, NoteRef, Paragraph, Strong, Text
from publisher.walk import plain


def row(*inlines: Inline, language: str = "en-US") -> tuple[Inline, ...]:
    (block,) = with_english_marks(
        Article(Meta(language=language, headline=""), (Paragraph("b1", inlines),))
    ).blocks
    assert isinstance(block, Paragraph)
    return block.inlines


TUCKED = [
    ("He said “yes”.", "He said “yes.”"),
    ("“Yes”, he said", "“Yes,” he said"),
    ("“He said ‘yes’”.", "“He said ‘yes.’”"),
    ("“He said ‘yes’,” she said", "“He said ‘yes,’” she said"),
    ("“Yes.” No", "“Yes.” No"),
    ("“Yes”; no", "“Yes”; no"),
    ("“Yes”: no", "“Yes”: no"),
    ("Is it “yes”?", "Is it “yes”?"),
    ("the students’, who", "the students’, who"),
    ("“the students’”, he said", "“the students’,” he said"),
    ("up “10%”, he said", "up “10%,” he said"),
    ("“Yes”... no", "“Yes”... no"),
    ("“Yes!”, he said", "“Yes!”, he said"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TUCKED)
def test_comma_and_stop_go_inside_the_quote_in_american_english(text: str, expected: str) -> None:
    assert plain(row(Text(text))) == expected


@pytest.mark.parametrize("text", [text for text, _ in TUCKED])
def test_british_english_keeps_comma_and_stop_where_they_are(text: str) -> None:
    assert plain(row(Text(text), language="en-GB")) == text


ROWS: list[tuple[tuple[Inline, ...], tuple[Inline, ...]]] = [
    (
        (Text('He said "'), Strong((Text("yes"),)), Text('" and left')),
        (Text("He said “"), Strong((Text("yes"),)), Text("” and left")),
    ),
    (
        (Text("the "), Strong((Text("city"),)), Text("'s plan")),
        (Text("the "), Strong((Text("city"),)), Text("’s plan")),
    ),
    (
        (Link("https://x.cn", (Text('"Yes'),)), Text('", he said')),
        (Link("https://x.cn", (Text("“Yes"),)), Text(",” he said")),
    ),
    ((Text("read 《Spring》 now"),), (Text("read "), Emphasis((Text("Spring"),)), Text(" now"))),
    ((Text("《A 〈B〉》"),), (Emphasis((Text("A ‘B’"),)),)),
    ((Strong((Text("《A》"),)),), (Strong((Emphasis((Text("A"),)),)),)),
    ((Emphasis((Text("《A》"),)),), (Emphasis((Text("“A”"),)),)),
    ((Text('"a'), LineBreak(), Text('b"')), (Text("“a"), LineBreak(), Text("b”"))),
    ((Text("a"), NoteRef('"b"'), Text("c")), (Text("a"), NoteRef("“b”"), Text("c"))),
    ((Text("用 《书》"),), (Text("用 《书》"),)),
    ((Text(""),), (Text(""),)),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_a_row_is_marked_over_its_runs(before: tuple[Inline, ...], after: tuple[Inline, ...]) -> None:
    assert row(*before) == after


def test_a_title_in_a_headline_takes_quotes() -> None:
    changed = with_english_marks(Article(Meta(language="en", headline="《Spring》 opens"), ()))
    assert changed.meta.headline == "“Spring” opens"


RUNS = st.lists(
    st.text(st.sampled_from("ab s1\"'“”‘’,.!()《》〈〉，。：（）—-"), max_size=12).map(Text)
    | st.text(st.sampled_from("ab \"'“”,.，"), max_size=6).map(lambda text: Strong((Text(text),))),
    max_size=5,
)


@settings(max_examples=500)
@given(RUNS)
def test_letters_and_digits_stay_as_they_are(runs: list[Inline]) -> None:
    def letters(nodes: tuple[Inline, ...]) -> str:
        return "".join(filter(str.isalnum, plain(nodes)))

    assert letters(row(*runs)) == letters(tuple(runs))


WORDS = st.recursive(
    st.sampled_from(["yes", "no", "it's", "don't"]),
    lambda inner: st.tuples(inner, inner).map(lambda two: f"{two[0]} {two[1]}"),
    max_leaves=5,
)


@settings(max_examples=300)
@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6))
def test_straight_quotes_come_out_paired_and_a_second_pass_changes_nothing(
    parts: list[tuple[str, bool]],
) -> None:
    once = row(Text(" ".join(f'"{words}",' if quoted else words for words, quoted in parts)))
    text = plain(once)
    assert text.count("“") == text.count("”") == sum(quoted for _, quoted in parts)
    assert row(*once) == once


@given(st.text(st.sampled_from("ab s\"'“”‘’,. "), max_size=20))
def test_curling_and_tucking_keep_the_length(text: str) -> None:
    assert len(curled(text)) == len(tucked(text)) == len(text)
