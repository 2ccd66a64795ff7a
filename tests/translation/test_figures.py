"""What a rule writes into an English sentence reads as if it had been written there."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from publisher.config import Exchange
from publisher.localization.values import RenderOptions
from publisher.model import Article, Meta, Paragraph, Text
from publisher.report import Report
from publisher.translation.glossary import Glossary
from publisher.translation.joining import comma, gap, opens
from publisher.translation.memory import Memory, MemoryUnit, Variant
from publisher.translation.translator import translate

PLAIN = RenderOptions()
RATE = Exchange(rate=7.1, date=date(2026, 3, 5))


class Engine:
    """Puts what stands in for the figures of a sentence into an English one, in order."""

    name = "frames"

    def __init__(self, change: Callable[[str], str]) -> None:
        self._change = change

    def supports(self, source: str, target: str) -> bool:
        return True

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        return [self._change(text) for text in texts]


def made(
    *frames: tuple[str, str],
    options: RenderOptions = PLAIN,
    edition: str = "",
    known: Memory | None = None,
) -> list[str]:
    """Return the translations of the Chinese texts: in the English ones {} is where a figure came out."""

    def change(text: str) -> str:
        digits = "".join(c if c.isascii() and (c.isalnum() or c in "%.") else " " for c in text).split()
        figures = [d for d in digits if any(c.isdigit() for c in d)]
        english = next(en for zh, en in frames if _bare(zh) == _bare(text))
        return english.format(*figures)

    meta = Meta(language="zh-Hans", headline="")
    blocks = tuple(Paragraph(f"b{n}", (Text(zh),)) for n, (zh, _) in enumerate(frames, 1))
    result = translate(
        Article(meta, blocks),
        "en",
        memory=known or Memory.of([], "m.tmx"),
        glossary=Glossary(),
        engine=Engine(change),
        draft=False,
        report=Report(),
        edition=edition,
        options=options,
    )
    return [t.text for t in result.translations]


def _bare(text: str) -> str:
    """Return the words around the figures."""
    return "".join(c for c in text if c in "企业参加会议投资举行全长市")


@pytest.mark.parametrize(
    ("chinese", "english", "said"),
    [
        ("37家企业参加。", "{} companies took part.", "Thirty-seven companies took part."),
        ("3家企业参加。", "{} companies took part.", "Three companies took part."),
        ("会议有3家企业参加。", "The meeting drew {} companies.", "The meeting drew three companies."),
        ("会议有37家企业参加。", "The meeting drew {} companies.", "The meeting drew 37 companies."),
        ("37家企业参加", "{} companies take part", "37 companies take part"),
        (
            "2026年3月5日会议举行。",
            "On {} the meeting was held.",
            "On March 5, 2026, the meeting was held.",
        ),
        ("会议2026年3月5日举行。", "The meeting was held on {}.", "The meeting was held on March 5, 2026."),
    ],
)
def test_a_figure_fits_its_place(chinese: str, english: str, said: str) -> None:
    assert made((chinese, english)) == [said]


def test_a_british_edition_has_its_own_figures() -> None:
    frame = ("会议2026年3月5日下午3时举行。", "The meeting was held on {} at {}.")
    assert made(frame, edition="en-GB") == ["The meeting was held on 5 March 2026 at 3pm."]


def test_an_amount_has_its_equivalent_where_the_article_first_states_it() -> None:
    frames = (("企业投资3.56亿元。", "The firm put in {}."), ("全市投资3.56亿元。", "The city put in {}."))
    assert made(*frames, options=RenderOptions(exchange=RATE)) == [
        "The firm put in 356 million yuan ($50.1 million).",
        "The city put in 356 million yuan.",
    ]


def test_an_equivalent_of_the_source_is_not_said_twice() -> None:
    frame = ("企业投资3.56亿元（5000万美元）。", "The firm put in {} ({}).")
    assert made(frame, options=RenderOptions(exchange=RATE)) == [
        "The firm put in 356 million yuan ($50 million)."
    ]


@pytest.mark.parametrize(
    ("chinese", "english", "said"),
    [
        ("全长120公里。", "It is {} long.", "It is 120 kilometers (75 miles) long."),
        ("全市120公里/小时。", "It runs at {}/h.", "It runs at 120 kilometers/h."),
        ("全市38摄氏度。", "It was {}.", "It was 38 degrees Celsius (100 degrees Fahrenheit)."),
        ("全市零下5摄氏度。", "It was minus {}.", "It was minus 5 degrees Celsius."),
        ("全市下降8摄氏度。", "It fell by {}.", "It fell by 8 degrees Celsius."),
    ],
)
def test_a_measure_is_converted_unless_it_is_a_speed_or_a_difference(
    chinese: str, english: str, said: str
) -> None:
    options = RenderOptions(convert_units=True)
    assert made((chinese, english), options=options, edition="en-US") == [said]


def test_a_similar_sentence_of_a_memory_takes_new_figures_as_they_read_there() -> None:
    unit = MemoryUnit.pair(
        Variant("zh-Hans", "37家企业3月4日参加会议。"),
        Variant("en", "Thirty-seven companies took part on March 4 in the meeting."),
    )
    frame = ("42家企业2026年3月5日参加会议。", "-")
    assert made(frame, known=Memory.of([unit], "m.tmx")) == [
        "Forty-two companies took part on March 5, 2026, in the meeting."
    ]


def test_a_similar_sentence_with_the_old_equivalent_is_not_taken() -> None:
    unit = MemoryUnit.pair(
        Variant("zh-Hans", "企业投资3.56亿元。"),
        Variant("en", "The firm put in 356 million yuan ($50 million)."),
    )
    frame = ("企业投资4亿元。", "It spent {}.")
    assert made(frame, known=Memory.of([unit], "m.tmx")) == ["It spent 400 million yuan."]


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("", True),
        ("It rained. ", True),
        ("“", True),
        ("He said: “Go!” ", True),
        ("at 3 p.m. ", False),
        ("No. ", False),
        ("the ", False),
    ],
)
def test_a_sentence_starts_behind_a_stop_that_shortens_nothing(before: str, start: bool) -> None:
    assert opens(before) is start


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        ("on March 5, 2026", " the city", ","),
        ("On Oct. 19, 2021", "he", ","),
        ("on March 4-6, 2026", " in Hengshui", ","),
        ("in March 2026", " the city", ""),
        ("on 5 March 2026", " the city", ""),
        ("on March 5, 2026", ".", ""),
        ("on March 5, 2026", " (Thursday)", ""),
    ],
)
def test_a_comma_closes_the_year_of_a_full_date(before: str, after: str, mark: str) -> None:
    assert comma(before, after) == mark


def test_a_gap_takes_the_comma_with_it() -> None:
    assert gap("on March 5, 2026", "the city", " ") == ", "
