"""WOFF2: smaller, and the same font again when it is unpacked."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from publisher.typesetting import fonts, woff2

NAMES = ("NotoSerifSC-Regular.ttf", "SourceSerif4-Italic.ttf")
CHARACTERS = frozenset("青岚市机器人，。“”abcfi 0123456789")


@pytest.fixture(params=NAMES)
def font(request: pytest.FixtureRequest) -> bytes:
    return fonts.cut(request.param, CHARACTERS, fonts.FOR_SCREEN)


def test_every_table_comes_back_to_the_byte(font: bytes) -> None:
    before, after = TTFont(BytesIO(font)), TTFont(BytesIO(woff2.pack(font)))
    assert after.flavor == "woff2"
    assert set(before.keys()) == set(after.keys())
    for tag in set(before.keys()) - {"GlyphOrder", "head"}:
        assert before.getTableData(tag) == after.getTableData(tag), tag
    assert after["head"].flags & 1 << 11


def test_its_header_tells_its_length_and_that_of_the_font(font: bytes) -> None:
    packed = woff2.pack(font)
    assert int.from_bytes(packed[8:12]) == len(packed)
    assert int.from_bytes(packed[16:20]) == len(font)


def test_it_is_smaller_and_the_same_each_time(font: bytes) -> None:
    packed = woff2.pack(font)
    assert len(packed) < 0.75 * len(font)
    assert packed == woff2.pack(font)


@pytest.mark.parametrize(("number", "made"), [(0, "00"), (127, "7f"), (128, "8100"), (1 << 21, "81808000")])
def test_lengths_are_written_in_sevens_of_bits(number: int, made: str) -> None:
    assert woff2._base128(number).hex() == made
