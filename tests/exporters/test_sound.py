"""Hostile characters and pictures: refused in one line that names them, before any file is begun."""

import struct
import zlib
from io import BytesIO

import msgspec
import pytest
from PIL import Image, ImageFile

from publisher.errors import ExportError
from publisher.exporters import sound
from publisher.exporters.glyphs import named
from publisher.model import Article, Asset, Figure, Paragraph, Release, Text
from tests.conftest import png


def release_of(article: Article, text: str) -> Release:
    """Return a release whose one paragraph, b1, is ``text``."""
    return Release((msgspec.structs.replace(article, blocks=(Paragraph("b1", (Text(text),)),)),))


def pictured(article: Article, data: bytes) -> Release:
    """Return a release with the picture ``data``."""
    asset = Asset("plan.png", "image/png", data, 8, 8)
    return Release((msgspec.structs.replace(article, blocks=(Figure("b1", "plan.png"),), assets=(asset,)),))


def jpeg() -> bytes:
    """Return a JPEG with something in it."""
    stream = BytesIO()
    Image.effect_noise((400, 300), 80).save(stream, "JPEG")
    return stream.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a small PNG whose header claims to be ``width`` × ``height``."""
    header = b"IHDR" + struct.pack(">II", width, height) + png()[24:29]
    return png()[:12] + header + struct.pack(">I", zlib.crc32(header)) + png()[33:]


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_file_can_hold_is_named_with_its_place(
    character: str, chinese_article: Article
) -> None:
    with pytest.raises(ExportError, match=rf"U\+{ord(character):04X} \(in b1\)"):
        sound.check(release_of(chinese_article, f"前{character}后"))


@pytest.mark.parametrize(
    "text", ["喆堃玥镕昇珺祎赟", "𠮷𡋾𬭎㛃", "👩‍👩‍👧 🇨🇳", "བོད་སྐད", "ئۇيغۇرچە", "a\tb\nc"]
)
def test_rare_characters_are_sound(text: str, chinese_article: Article) -> None:
    sound.check(release_of(chinese_article, text))


@pytest.mark.parametrize(("width", "height"), [(20_000, 400), (400, 20_000), (8_000, 10_000)])
def test_a_wide_a_tall_and_a_very_large_picture_are_sound(
    width: int, height: int, chinese_article: Article
) -> None:
    sound.check(pictured(chinese_article, claiming(width, height)))


@pytest.mark.parametrize(("width", "height"), [(8_001, 10_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_would_fill_the_memory_is_refused_unopened(
    width: int, height: int, chinese_article: Article
) -> None:
    with pytest.raises(ExportError, match=r"plan\.png has more than 80 million pixels"):
        sound.check(pictured(chinese_article, claiming(width, height)))


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a" + b"\0" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:40], png()[:-14],
     jpeg()[:30], jpeg()[: len(jpeg()) // 2]],
)  # fmt: skip
def test_a_damaged_or_foreign_picture_is_refused(data: bytes, chinese_article: Article) -> None:
    with pytest.raises(ExportError, match=r"plan\.png is damaged, or neither PNG nor JPEG"):
        sound.check(pictured(chinese_article, data))


def test_half_a_picture_is_refused_after_another_library_allowed_it(
    chinese_article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ExportError, match="is damaged"):
        sound.check(pictured(chinese_article, jpeg()[: len(jpeg()) // 2]))
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_whole_jpeg_is_sound(chinese_article: Article) -> None:
    sound.check(pictured(chinese_article, jpeg()))


def test_a_named_character_has_its_number_name_and_place(chinese_article: Article) -> None:
    release = release_of(chinese_article, "吴𠮷")
    assert named("𠮷", release) == "𠮷 (U+20BB7, CJK UNIFIED IDEOGRAPH-20BB7, in b1)"


def test_a_character_that_turns_the_line_around_is_not_in_the_message(chinese_article: Article) -> None:
    release = release_of(chinese_article, "a\u202eb")
    assert named("\u202e", release) == "U+202E (RIGHT-TO-LEFT OVERRIDE, in b1)"


def test_many_characters_are_counted_after_the_fifth(chinese_article: Article) -> None:
    told = named("ཀཁགངཅཆཇ", release_of(chinese_article, ""))
    assert told.endswith("(U+0F45, TIBETAN LETTER CA) and 2 more")
