"""A British edition has the day first, whatever the memory was written for."""

import pytest

from publisher.localization.date_style import with_dates
from publisher.model import Article, Meta, Paragraph, Text


def written(text: str, language: str) -> str:
    article = Article(Meta(language=language, headline="x"), (Paragraph("b1", (Text(text),)),))
    (block,) = with_dates(article).blocks
    assert isinstance(block, Paragraph)
    (node,) = block.inlines
    assert isinstance(node, Text)
    return node.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("held on the afternoon of Oct. 19 in the hall", "held on the afternoon of 19 October in the hall"),
        ("On Oct. 19, 2021, he said", "On 19 October 2021, he said"),
        ("by Sept. 3, 2025", "by 3 September 2025"),
        ("on May 4", "on 4 May"),
        ("Tuesday, Oct. 19", "Tuesday, 19 October"),
    ],
)
def test_the_day_comes_first(text: str, said: str) -> None:
    assert written(text, "en-GB") == said


@pytest.mark.parametrize(
    "text",
    [
        "from Oct. 19 to 25", "March 4 and 5", "in October 2021", "in May", "the 1980s", "19 October 2021",
        "more than 5 May events", "Oct. 10/19", "May 2021", "the May 35 club", "He may 5 times",
    ],
)  # fmt: skip
def test_what_is_no_single_date_stays(text: str) -> None:
    assert written(text, "en-GB") == text


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_an_american_edition_keeps_its_dates(language: str) -> None:
    assert written("On Oct. 19, 2021, he said", language) == "On Oct. 19, 2021, he said"
