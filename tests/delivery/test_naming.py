"""Files leave under names that say what they are and that every system takes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.delivery.naming import clean, file_names, slug
from publisher.delivery.pack import open_pack
from publisher.errors import ConfigError
from tests.delivery.conftest import NOW, write_pack


def test_the_name_says_day_headline_and_language(pack: Path) -> None:
    manifest = open_pack(pack).manifest
    assert file_names(manifest, manifest.files, now=NOW) == {
        "harbour.zh-Hans.pdf": "2026-03-05-海港灯塔重新点亮.zh-Hans.pdf",
        "harbour.zh-Hans.docx": "2026-03-05-海港灯塔重新点亮.zh-Hans.docx",
        "harbour.en.pdf": "2026-03-05-Harbour-lighthouse-lit-again.en.pdf",
        "harbour.en.docx": "2026-03-05-Harbour-lighthouse-lit-again.en.docx",
    }


def test_a_name_in_ascii_is_in_pinyin(pack: Path) -> None:
    manifest = open_pack(pack).manifest
    made = file_names(manifest, manifest.files[:1], now=NOW, pattern="{source}_{slug}.{ext}", ascii_only=True)
    assert list(made.values()) == ["yun-ting-shi-wen-lyu-ju_hai-gang-deng-ta-chong-xin-dian-liang.pdf"]


def test_an_embargo_stands_first_until_it_is_past(tmp_path: Path) -> None:
    until = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)
    manifest = open_pack(write_pack(tmp_path / "held", embargo=until)).manifest
    (held,) = file_names(manifest, manifest.files[:1], now=NOW).values()
    (past,) = file_names(manifest, manifest.files[:1], now=until + timedelta(seconds=1)).values()
    assert held == f"EMBARGO-20260306-1000-{past}"


def test_formats_with_one_ending_keep_what_tells_them_apart(pack: Path) -> None:
    manifest = open_pack(pack).manifest
    first = manifest.files[0]
    records = [
        msgspec.structs.replace(first, name=f"harbour.zh-Hans.{kind}.xml") for kind in ("newsml", "atom")
    ]
    assert [name.partition(".zh-Hans.")[2] for name in file_names(manifest, records, now=NOW).values()] == [
        "newsml.xml", "atom.xml",
    ]  # fmt: skip


def test_a_pattern_that_calls_two_files_the_same_is_refused(pack: Path) -> None:
    manifest = open_pack(pack).manifest
    with pytest.raises(ConfigError, match="calls both"):
        file_names(manifest, manifest.files, now=NOW, pattern="{date}.{ext}")


@pytest.mark.parametrize("pattern", ["{nobody}", "{", "{date!r:{slug}}{x}", "{slug.__class__}", "{0}"])
def test_a_pattern_with_anything_unknown_is_refused(pattern: str, pack: Path) -> None:
    manifest = open_pack(pack).manifest
    with pytest.raises(ConfigError):
        file_names(manifest, manifest.files[:1], now=NOW, pattern=pattern)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("2026年“开放日”：来了", "2026年-开放日-来了"),
        ("A day / night", "A-day-night"),
        ("…", "release"),
        ("长" * 100, "长" * 60),
    ],
)
def test_a_slug_is_words_and_hyphens(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text(max_size=300), st.booleans())
def test_a_clean_name_is_a_name_everywhere(text: str, ascii_only: bool) -> None:
    name = clean(f"{text}.pdf".encode("utf-8", "ignore").decode(), ascii_only=ascii_only)
    assert name
    assert len(name.encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\r\n\0\u202e')
    assert name == name.strip()
    assert name not in (".", "..")
    assert not ascii_only or name.isascii()
