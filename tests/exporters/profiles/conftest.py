"""Files of each profile, made once for all the tests that only look at them."""

from collections.abc import Callable

import pytest

from publisher.contracts import Context
from publisher.exporters.profiles import load
from publisher.model import Release

Made = Callable[[str, Release, Context], bytes]


@pytest.fixture(scope="session")
def made() -> Made:
    """Return what makes the file of a profile, or gives the one that was made before."""
    kept: dict[tuple[str, Release, str], bytes] = {}

    def make(profile: str, release: Release, context: Context) -> bytes:
        key = (profile, release, repr(context.furniture))
        if key not in kept:
            kept[key] = load(profile).make(release, context)
        return kept[key]

    return make
