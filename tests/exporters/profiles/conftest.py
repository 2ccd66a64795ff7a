"""Files of each profile, made once for all the tests that only look at them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

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


def photo(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    """Return a picture of two colours, one of them transparent where ``mode`` knows that."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    picture.paste((154, 42, 34), (0, 0, size[0] // 2, size[1]))
    made = picture.convert(mode)
    if mode == "RGBA":
        made.putalpha(Image.linear_gradient("L").resize(size))
    stream = BytesIO()
    made.save(stream, kind)
    return stream.getvalue()
