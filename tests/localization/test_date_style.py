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
        ("on March 4th", "on 4 March"),
        ("from March 4 to 6", "from 4 to 6 March"),
        ("March 4 to March 6", "4 March to 6 March"),
        ("on March 4-6", "on 4–6 March"),
        ("on March 4–6, 2026, in Hengshui", "on 4–6 March 2026, in Hengshui"),
        ("March 4 through 6, 2026", "4 to 6 March 2026"),
        ("Sept. 30-Oct. 7", "30 September – 7 October"),
        ("Sept. 30 to Oct. 7, 2026", "30 September to 7 October 2026"),
        ("Dec. 30, 2025, to Jan. 2, 2026", "30 December 2025 to 2 January 2026"),
        ("on March 4 and 5", "on 4 and 5 March"),
        ("March 4, 5 and 6 in the hall", "4, 5 and 6 March in the hall"),
        ("between March 4 and 6.", "between 4 and 6 March."),
        ("from 9 a.m. to 5 p.m. daily", "from 9am to 5pm daily"),
        ("at 3:30 p.m. Beijing time on March 4.", "at 3.30pm Beijing time on 4 March."),
        ("It began at 3 p.m. The hall was full.", "It began at 3pm. The hall was full."),
        ("It ended at 11 a.m.", "It ended at 11am."),
        ("at 3 p.m. Monday", "at 3pm Monday"),
    ],
)
def test_the_day_comes_first_in_a_british_edition(text: str, said: str) -> None:
    assert written(text, "en-GB") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on 19 October in the hall", "on Oct. 19 in the hall"),
        ("On 19 October 2021 he said", "On Oct. 19, 2021, he said"),
        ("On 19 October 2021, he said", "On Oct. 19, 2021, he said"),
        ("held on 4–6 March 2026.", "held on March 4-6, 2026."),
        ("from 4 to 6 March", "from March 4 to 6"),
        ("4 and 5 March", "March 4 and 5"),
        ("30 September to 7 October 2026", "Sept. 30 to Oct. 7, 2026"),
        ("on 4th May", "on May 4"),
        ("from 9am to 5.30pm daily", "from 9 a.m. to 5:30 p.m. daily"),
        ("It began at 3pm. The hall was full.", "It began at 3 p.m. The hall was full."),
    ],
)
def test_the_month_comes_first_in_an_american_edition(text: str, said: str) -> None:
    assert written(text, "en-US") == said


@pytest.mark.parametrize(
    "text",
    [
        "in October 2021", "in May", "the 1980s", "19 October 2021", "4–6 March", "more than 5 May events",
        "Oct. 10/19", "May 2021", "the May 35 club", "He may 5 times", "v1.0 March",
    ],
)  # fmt: skip
def test_what_is_no_american_date_stays_in_a_british_edition(text: str) -> None:
    assert written(text, "en-GB") == text


def test_what_is_counted_behind_a_date_is_no_second_day() -> None:
    assert written("On March 4 and 10 companies", "en-GB") == "On 4 March and 10 companies"


@pytest.mark.parametrize(
    "text", ["On Oct. 19, 2021, he said", "more than 5 May events", "March 4-6", "in May 2021", "16.5 May"]
)
def test_an_american_edition_keeps_its_dates(text: str) -> None:
    assert written(text, "en-US") == text


def test_english_of_no_region_is_left() -> None:
    assert written("Oct. 19 and 20 October", "en") == "Oct. 19 and 20 October"
