"""What the press does to English beyond spelling: titles, series, dashes, stops beside quotes, headlines."""

import msgspec
import pytest

from publisher import theme
from publisher.localization.localizer import localize
from publisher.localization.press_english import with_press_english
from publisher.model import Article, Meta, Paragraph, Text
from publisher.report import Report
from publisher.theme import Conventions, conventions_of
from publisher.walk import plain

PRESS = theme.load("press")


def said(language: str, text: str) -> str:
    article = Article(Meta(language=language, headline=""), (Paragraph("b1", (Text(text),)),))
    (block,) = localize(article, {}, Report(), PRESS).blocks
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


BOTH = [  # as a translation has it, as both presses write it
    # a rank is large before a name alone
    ("Li Ming, President of the college, came", "Li Ming, president of the college, came"),
    ("Li Ming, the Mayor of Hengshui", "Li Ming, the mayor of Hengshui"),
    ("Li Ming, Deputy Secretary-General of it", "Li Ming, deputy secretary-general of it"),
    ("Li Ming, Party Secretary of it", "Li Ming, Party secretary of it"),
    ("Ouyang Jian Ming, Director, spoke", "Ouyang Jian Ming, director, spoke"),
    ("he met Li Ming, Head of it, there", "he met Li Ming, head of it, there"),
    ("President Li Ming spoke", "President Li Ming spoke"),
    ("In Beijing, President of all hearts", "In Beijing, President of all hearts"),
    # no courtesy titles but in what somebody said
    ("Mr. Wang came", "Wang came"),
    ("Ms Zhao Hua came", "Zhao Hua came"),
    ("“Mr. Wang came,” she said", "“Mr. Wang came,” she said"),
    ("Mr. and Mrs. Smith left", "Mr. and Mrs. Smith left"),
    ("Dr. Wang came", "Dr. Wang came"),
    # no comma before the last of a plain series
    ("training, research, and service.", "training, research and service."),
    ("in art, music, and dance in schools", "in art, music and dance in schools"),
    ("red, blue, or green;", "red, blue or green;"),
    ("he came, he saw, and he left.", "he came, he saw, and he left."),
    ("the dean, who spoke, and others came", "the dean, who spoke, and others came"),
    ("red and blue.", "red and blue."),
    # figures take the sign
    ("12 percent of it", "12% of it"),
    ("12.5 per cent of it", "12.5% of it"),
    ("2 percentage points", "2 percentage points"),
    # a quoted sentence keeps its stop
    ("“We go,” he said.", "“We go,” he said."),
    ("He said, “We go.”", "He said, “We go.”"),
    ("He said: “We go.”", "He said: “We go.”"),
    ("He said “We go.”", "He said “We go.”"),
    ("“I was—”", "“I was—”"),
    ("see https://x.org/a—b", "see https://x.org/a—b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_both_presses_write(text: str, expected: str) -> None:
    assert said("en-US", text) == expected
    assert said("en-GB", text) == expected


APART = [  # as a translation has it, en-US (AP), en-GB
    ("late—again", "late — again", "late – again"),
    ("late — again", "late — again", "late – again"),
    ("12%—again", "12% — again", "12% – again"),
    ("the theme “be bold,” he said", "the theme “be bold,” he said", "the theme “be bold”, he said"),
    ("He called it “a spur.”", "He called it “a spur.”", "He called it “a spur”."),
    ("listed in “Casebook of Youth.”", "listed in “Casebook of Youth.”", "listed in “Casebook of Youth”."),
    ("listed in “Casebook of Youth”.", "listed in “Casebook of Youth.”", "listed in “Casebook of Youth”."),
    ("some percent", "some percent", "some per cent"),
]


@pytest.mark.parametrize(("text", "american", "british"), APART)
def test_the_presses_part(text: str, american: str, british: str) -> None:
    assert (said("en-US", text), said("en-GB", text)) == (american, british)


@pytest.mark.parametrize("language", ["en", "en-US", "en-GB"])
def test_a_second_pass_changes_nothing(language: str) -> None:
    text = " ".join(row[0] for row in (*BOTH, *APART))
    once = said(language, text)
    assert said(language, once) == once


HEADLINES = [
    ("City calls plan “a spur”", "City calls plan ‘a spur’"),
    ("City calls “plan ‘a’ spur”", "City calls “plan ‘a’ spur”"),
    ("City opens park", "City opens park"),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_quotes_with_single_marks(headline: str, expected: str) -> None:
    article = Article(Meta(language="en-GB", headline=headline), ())
    assert localize(article, {}, Report(), PRESS).meta.headline == expected


def test_each_rule_is_told_with_its_count() -> None:
    report = Report()
    article = Article(Meta(language="en", headline=""), (Paragraph("b1", (Text("Mr. Li met Ms. Wu"),)),))
    with_press_english(article, conventions_of("en", {}), report)
    assert [n.message for n in report.notices] == ["courtesy titles as the press of en writes, 2 times"]


def test_a_house_may_want_none_of_it() -> None:
    text = "Mr. Li, President of it—late—sells art, music, and dance. 12 percent"
    article = Article(Meta(language="en", headline="“A”"), (Paragraph("b1", (Text(text),)),))
    assert with_press_english(article, Conventions(), Report()) == article


def test_quotes_of_headlines_are_two_marks() -> None:
    with pytest.raises(msgspec.ValidationError, match="headline_quotes"):
        conventions_of("en", {"en": {"headline_quotes": "‘"}})
