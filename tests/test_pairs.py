"""Two editions side by side: rows align, columns balance, nothing is lost."""

import pytest

from publisher.model import (
    Article,
    Inline,
    Meta,
    NoteRef,
    Origin,
    Paragraph,
    Release,
    Segment,
    Strong,
    Text,
    Translation,
)
from publisher.pairs import pairs, shares, sides
from publisher.walk import plain

ZH = [f"第{n}句说明了今年这项工作的第{n}个方面，并举出了若干有代表性的事例和数字。" for n in range(1, 7)]
EN = [
    f"Sentence {n} explains aspect {n} of this year’s work, with examples and figures." for n in range(1, 7)
]


def release(*, translations: bool = True) -> Release:
    zh = Article(Meta(language="zh-Hans", headline="题"), (Paragraph("b1", (Text("".join(ZH)),)),))
    en = Article(Meta(language="en", headline="Title"), (Paragraph("b1", (Text(" ".join(EN)),)),))
    segments = tuple(Segment(f"b1.{n}", text) for n, text in enumerate(ZH, 1))
    targets = tuple(Translation(f"b1.{n}", text, Origin.MEMORY) for n, text in enumerate(EN, 1))
    return Release((zh, en), segments, targets) if translations else Release((zh, en))


def test_a_long_paragraph_is_cut_at_the_same_sentences() -> None:
    rows = pairs(release())
    assert len(rows) > 1
    for row in rows:
        assert isinstance(row.left, Paragraph)
        assert isinstance(row.right, Paragraph)
        assert plain(row.left.inlines).count("句") == plain(row.right.inlines).count("Sentence")


def replaced(zh: tuple[Inline, ...], en: tuple[Inline, ...]) -> Release:
    """Return the release with other words in its editions than its segments have."""
    there = release()
    editions = zip(there.editions, (zh, en), strict=True)
    return Release(
        tuple(Article(a.meta, (Paragraph("b1", inlines),)) for a, inlines in editions),
        there.segments,
        there.translations,
    )


def test_editions_of_another_script_and_spelling_are_cut_at_the_same_sentences() -> None:
    zh = "".join(ZH).replace("说", "說").replace("这项", "這一項").replace("数字", "數字")
    en = " ".join(EN).replace("aspect", "the aspect").replace("figures", "numbers")
    rows = pairs(replaced((Text(zh),), (Text(en),)))
    assert len(rows) == len(pairs(release()))
    for row in rows:
        assert isinstance(row.left, Paragraph)
        assert isinstance(row.right, Paragraph)
        assert plain(row.left.inlines).endswith("。")
        assert plain(row.right.inlines).endswith(".")
        assert plain(row.left.inlines).count("句") == plain(row.right.inlines).count("Sentence")


def test_marks_and_notes_stay_where_they_are_in_a_paragraph_that_is_cut() -> None:
    note = NoteRef("出处")
    zh = (Text(ZH[0]), Strong((Text(ZH[1]),)), note, Text("".join(ZH[2:])))
    rows = pairs(replaced(zh, (Strong((Text(" ".join(EN)),)),)))
    assert len(rows) > 1
    left = [row.left.inlines for row in rows if isinstance(row.left, Paragraph)]
    assert left[0] == zh[:3]
    assert all(isinstance(row.right, Paragraph) and isinstance(row.right.inlines[0], Strong) for row in rows)


@pytest.mark.parametrize("text", ["别的话。", "x" * 30_000])
def test_a_paragraph_that_says_something_else_stays_whole(text: str) -> None:
    assert len(pairs(replaced((Text(text),), (Text(" ".join(EN)),)))) == 1


def test_only_the_first_part_is_first_and_only_the_last_is_last() -> None:
    rows = pairs(release())
    assert [row.first for row in rows] == [True] + [False] * (len(rows) - 1)
    assert [row.last for row in rows] == [False] * (len(rows) - 1) + [True]


def test_no_text_is_lost() -> None:
    rows = pairs(release())
    left = "".join(plain(row.left.inlines) for row in rows if isinstance(row.left, Paragraph))
    assert left == "".join(ZH)


def test_a_paragraph_without_aligned_sentences_stays_whole() -> None:
    assert len(pairs(release(translations=False))) == 1


def test_chinese_stands_on_the_left_whichever_came_first() -> None:
    there = release()
    back = Release((there.editions[1], there.editions[0]))
    assert sides(back)[0].meta.language == "zh-Hans"


def test_the_longer_text_gets_more_of_the_measure() -> None:
    left, right = shares(release())
    assert left + right == 1
    assert 0.36 <= left <= 0.5


def test_a_block_of_one_edition_alone_has_a_row() -> None:
    there = release()
    more = Article(there.editions[1].meta, (*there.editions[1].blocks, Paragraph("b2", (Text("More."),))))
    assert pairs(Release((there.editions[0], more)))[-1].left is None
