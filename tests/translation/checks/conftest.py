"""What the tests of the rules share: one pair, checked by one rule."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.translation.checks import Finding, Pair, check_pairs

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def found() -> Check:
    """Return what one rule finds in one pair; the languages are told from ``turned``."""

    def run(rule: str, source: str, target: str, *, turned: bool = False) -> tuple[Finding, ...]:
        languages = ("en", "zh-Hans") if turned else ("zh-Hans", "en")
        return check_pairs([Pair("1", source, target, *languages)], [rule])

    return run


@pytest.fixture(scope="session", params=["press-one.tsv", "press-two.tsv"])
def press(request: pytest.FixtureRequest) -> Path:
    """Return a file of pairs in the manner of the press; the second was written when the rules stood."""
    return Path(__file__).with_name(request.param)
