"""Words that differ only by inflection or by the side of the Atlantic have one stem."""

import pytest

from publisher.translation.glossary.words import stem


@pytest.mark.parametrize(
    "words",
    [
        ("city", "cities", "city’s", "cities’"),
        ("launch", "launches", "launched", "launching"),
        ("announce", "announces", "announced", "announcing"),
        ("plan", "plans", "planned", "planning"),
        ("class", "classes"),
        ("organisation", "organization", "Organizations"),
        ("center", "centre", "centers", "centres"),
        ("labor", "labour"),
        ("program", "programme", "programs"),
        ("defence", "defense"),
        ("woman", "women"),
        ("Xi’an", "Xi'an", "Xi’an’s"),
        ("grow", "grew"),
    ],
)
def test_these_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("new", "news"), ("state", "station"), ("spring", "spr"), ("unit", "united")]
)
def test_these_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)
