"""Saving: the same bytes, and streams that end where they say."""

import re
import zlib
from io import BytesIO

import pikepdf

from publisher.exporters.profiles.saving import saved


def document(content: bytes) -> pikepdf.Pdf:
    made = pikepdf.new()
    made.add_blank_page()
    made.pages[0].Contents = made.make_stream(content)
    return made


def ending_in_a_return() -> bytes:
    """Return operators whose compressed form ends in a carriage return."""
    candidates = (b"%% %d\n0 0 9 9 re f\n" % n for n in range(100_000))
    return next(text for text in candidates if zlib.compress(text).endswith(b"\r"))


def test_no_stream_ends_in_a_carriage_return() -> None:
    content = ending_in_a_return()
    data = saved(document(content), "1.7")
    assert not re.search(rb"\r\n?endstream", data)
    with pikepdf.open(BytesIO(data)) as again:
        assert again.pages[0].Contents.read_bytes() == content


def test_it_is_the_same_each_time() -> None:
    content = ending_in_a_return()
    assert saved(document(content), "1.7") == saved(document(content), "1.7")


def test_the_version_is_the_one_asked_for() -> None:
    assert saved(document(b""), "1.6").startswith(b"%PDF-1.6")
