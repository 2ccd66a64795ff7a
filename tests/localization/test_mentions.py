"""Registered names in an edition: short after the first mention, regional forms, and what is doubted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.localization.mentions import with_short_names
from publisher.localization.regional import with_regional_names
from publisher.localization.registry import Name
from publisher.localization.usage import check_usage
from publisher.model import Article, Figure, Heading, Meta, Paragraph, Quote, Strong, Text
from publisher.report import Report
from publisher.walk import plain


def person(chinese: str, english: str, short: str = "", title: str = "", title_zh: str = "") -> Name:
    return Name(
        kind="person",
        forms=(("zh-Hans", (chinese,)), ("en", tuple(english.split(" | ")))),
        titles=tuple((tag, said) for tag, said in (("en", title), ("zh-Hans", title_zh)) if said),
        shorts=(("en", short),) if short else (),
    )


NAMES = (
    person("张伟", "Zhang Wei", "Zhang"),
    person("简史密", "Jane Smith", "Smith"),
    person("林一", "Lin Yi", "Lin"),
    person("林二", "Lin Er", "Lin"),
)
PLACE = Name(kind="place", forms=(("zh-Hans", ("悉尼",)), ("zh-Hant-TW", ("雪梨",)), ("en", ("Sydney",))))
NEW_ZEALAND = Name(
    kind="place", forms=(("zh-Hans", ("新西兰",)), ("zh-Hant-TW", ("紐西蘭",)), ("zh-Hant-HK", ("新西蘭",)))
)


def article(*paragraphs: str, language: str = "en") -> Article:
    blocks = tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(paragraphs, 1))
    return Article(Meta(language=language, headline=""), blocks)


def said(of: Article) -> list[str]:
    return [plain(block.inlines) for block in of.blocks if isinstance(block, Paragraph)]


CASES = [
    ("Zhang Wei came. Zhang Wei left.", "Zhang Wei came. Zhang left."),
    ("Zhang Wei came; Zhang Wei’s son left.", "Zhang Wei came; Zhang’s son left."),
    ("Zhang Wei came. “Zhang Wei left,” he said.", "Zhang Wei came. “Zhang Wei left,” he said."),
    ("“Zhang Wei left,” he said. Zhang Wei came.", "“Zhang Wei left,” he said. Zhang Wei came."),
    ("Zhang Wei came. Mayor Zhang Wei left.", "Zhang Wei came. Mayor Zhang Wei left."),
    ("Zhang Wei came. Dr. Zhang Wei left.", "Zhang Wei came. Dr. Zhang Wei left."),
    ("Zhang Wei came to China. Zhang Wei left.", "Zhang Wei came to China. Zhang left."),
    ("Zhang Wei gave to the Zhang Wei Fund.", "Zhang Wei gave to the Zhang Wei Fund."),
    ("Zhang Wei and Zhang Min met. Zhang Wei left.", "Zhang Wei and Zhang Min met. Zhang Wei left."),
    ("Zhang Wei met Zhang Weimin, then Zhang Wei left.", "Zhang Wei met Zhang Weimin, then Zhang Wei left."),
    ("Jane Smith came. Then Jane Smith left.", "Jane Smith came. Then Jane Smith left."),
    ("Jane Smith came, and Jane Smith left.", "Jane Smith came, and Smith left."),
    ("Jane Smith met Tom Smith, and Jane Smith left.", "Jane Smith met Tom Smith, and Jane Smith left."),
    ("Lin Yi met Lin Er; Lin Yi left.", "Lin Yi met Lin Er; Lin Yi left."),
    ("Lin Yi came; Lin Yi left.", "Lin Yi came; Lin left."),
    ("Nobody came.", "Nobody came."),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_later_mention_is_short_where_that_is_safe(text: str, expected: str) -> None:
    assert said(with_short_names(article(text), NAMES, Report())) == [expected]


def test_the_first_mention_counts_over_paragraphs_and_is_told_once() -> None:
    report = Report()
    changed = with_short_names(article("Zhang Wei came.", "Zhang Wei ate.", "Zhang Wei left."), NAMES, report)
    assert said(changed) == ["Zhang Wei came.", "Zhang ate.", "Zhang left."]
    assert [(n.code, n.where) for n in report.notices] == [("name-shortened", "b1")]


def test_headings_captions_and_block_quotes_keep_the_full_name() -> None:
    full = (Text("Zhang Wei"),)
    blocks = (
        Paragraph("b1", full), Heading("b2", full, 2), Quote("b3", full), Figure("b4", "a", "", full)
    )  # fmt: skip
    before = Article(Meta(language="en", headline="Zhang Wei"), blocks)
    assert with_short_names(before, NAMES, Report()) == before


def test_a_quotation_is_followed_over_bold_runs() -> None:
    inlines = (Text("Zhang Wei spoke. “We and "), Strong((Text("Zhang Wei"),)), Text(" agree,” she said."))
    before = Article(Meta(language="en", headline=""), (Paragraph("b1", inlines),))
    assert with_short_names(before, NAMES, Report()) == before


def test_chinese_keeps_its_full_names() -> None:
    before = article("张伟来了。张伟走了。", language="zh-Hans")
    assert with_short_names(before, NAMES, Report()) == before


PIECES = ("Zhang Wei", "Jane Smith", "Lin Yi", "Lin Er", "Zhang", "“", "”", " ", ". ", "Mayor ", "and ")
PARAGRAPHS = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=4)


@settings(max_examples=300)
@given(PARAGRAPHS)
def test_shortening_twice_is_shortening_once(paragraphs: list[str]) -> None:
    once = with_short_names(article(*paragraphs), NAMES, Report())
    assert with_short_names(once, NAMES, Report()) == once


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("在悉尼", "zh-Hant-TW", "在雪梨"),
        ("在悉尼", "zh-Hant-HK", "在悉尼"),
        ("在雪梨", "zh-Hans", "在悉尼"),
        ("去新西蘭", "zh-Hant-TW", "去紐西蘭"),
        ("去紐西蘭", "zh-Hant-HK", "去新西蘭"),
        ("去纽西兰", "zh-Hans", "去新西兰"),
        ("悉尼與新西蘭", "zh-Hant-TW", "雪梨與紐西蘭"),
        ("Sydney", "en", "Sydney"),
    ],
)
def test_an_edition_has_its_own_form_of_a_registered_name(text: str, language: str, expected: str) -> None:
    names = (PLACE, NEW_ZEALAND)
    once = with_regional_names(article(text, language=language), names, Report())
    assert said(once) == [expected]
    assert with_regional_names(once, names, Report()) == once


def test_a_form_that_stands_for_two_names_is_left() -> None:
    other = Name(kind="person", forms=(("zh-Hans", ("悉尼",)), ("zh-Hant-TW", ("席妮",))))
    before = article("在悉尼", language="zh-Hant-TW")
    assert with_regional_names(before, (PLACE, other), Report()) == before


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Mayor Zhang Wei came.", "en", []),
        ("The mayor, Zhang Wei, came.", "en", []),
        ("Zhang Wei came.", "en", ["first-mention-title"]),
        ("Zhang Weimin came.", "en", []),
        ("市长张伟来了。", "zh-Hans", []),
        ("张伟来了。", "zh-Hans", ["first-mention-title"]),
        ("Mayor Zhang Wei and Zhang Way came.", "en", ["name-two-spellings"]),
        ("Mayor Zhang Way came.", "en", []),
    ],
)
def test_usage_is_doubted(text: str, language: str, codes: list[str]) -> None:
    report = Report()
    check_usage(
        article(text, language=language),
        (person("张伟", "Zhang Wei | Zhang Way", "", "Mayor", "市长"),),
        report,
    )
    assert [notice.code for notice in report.notices] == codes


def test_two_spellings_tell_both_places() -> None:
    report = Report()
    check_usage(article("Zhang Wei", "Zhang Way"), (person("张伟", "Zhang Wei | Zhang Way"),), report)
    (notice,) = report.notices
    assert "Zhang Wei in b1 and Zhang Way in b2" in notice.message
