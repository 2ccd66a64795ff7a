"""A registry of names is read safely, told about, and found in the glossary."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from publisher.cli import cli
from publisher.config import Settings, load
from publisher.editions import glossary
from publisher.errors import TranslationError
from publisher.localization.registry import LIMIT, Name, check, read
from publisher.translation.glossary.registered import entries

ROWS = """\
kind,zh-Hans,zh-Hant,zh-Hant-TW,en,en-GB,title zh-Hans,title en,short en,note
person,林知远 | 林知遠先生,林知遠,,Lin Zhiyuan,,市长,Mayor,Lin,seed
place,悉尼,,雪梨,Sydney,,,,,
organization,东岭劳动局,,,Dongling Labor Bureau,Dongling Labour Bureau,,,,
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "names.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def names(tmp_path: Path) -> tuple[Name, ...]:
    return read(write(tmp_path, ROWS))


@pytest.mark.parametrize(
    ("index", "language", "form"),
    [
        (0, "zh-Hans", "林知远"),
        (0, "zh-Hans-CN", "林知远"),
        (0, "zh-Hant-HK", "林知遠"),
        (0, "en-US", "Lin Zhiyuan"),
        (0, "fr", ""),
        (1, "zh-Hant-TW", "雪梨"),
        (1, "zh-Hant-HK", ""),
        (2, "en-GB", "Dongling Labour Bureau"),
        (2, "en-US", "Dongling Labor Bureau"),
    ],
)
def test_a_form_is_that_of_the_nearest_wider_tag(
    names: tuple[Name, ...], index: int, language: str, form: str
) -> None:
    assert names[index].form(language) == form


def test_title_and_short_form_follow_the_language(names: tuple[Name, ...]) -> None:
    assert (names[0].title("zh-Hans"), names[0].title("en-GB"), names[0].short("en-US")) == (
        "市长",
        "Mayor",
        "Lin",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the header has no column kind"),
        ("kind\n", "line 1: the header has no column with a language"),
        ("kind,en,colour\n", "line 1: unknown column colour"),
        ("kind,en,en\n", "line 1: the header has two columns form en"),
        ("kind,en\nperson,A\nhero,B\n", "line 3: unknown kind “hero”"),
        ("kind,en\n\nperson,\n", "line 3: a name without a form"),
        ("kind,en\nperson,A,B\n", "line 2: more cells than the header has columns"),
        ("kind,en\nperson,A\u202eB\n", "line 2: a cell with the character U+202E"),
        (f"kind,en\nperson,{'a' * 201}\n", "line 2: a cell longer than 200 characters"),
        ('kind,en\nperson,"A\n', "not CSV"),
        (b"\xff\xff\xff", "neither UTF-8 nor GB18030"),
        (b"a" * (LIMIT + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_registry_is_told_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(TranslationError, match=re.escape(said)):
        read(write(tmp_path, text))


def test_a_missing_registry_is_told(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        read(tmp_path / "none.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_registry_is_read_in_the_encodings_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    assert read(write(tmp_path, ROWS.encode(encoding)))[0].form("zh-Hans") == "林知远"


@pytest.mark.parametrize(
    ("rows", "rules"),
    [
        ("person,陈一,Chen Yi,\nperson,陈一,Chen Yi,\n", ["duplicate"]),
        ("person,陈一,Chen Yi,\nperson,陈一,Chan Yat,\n", ["conflict"]),
        ("person,陈一,Chen Yi,\nplace,陈镇,Chen Yi,\n", ["conflict"]),
        ("person,陈一,Chen Yi,Chan\n", ["short-not-in-name"]),
        ("person,陈一,Chen Yi,Chen\nperson,陈二,Chen Er,Chen\n", []),
    ],
)
def test_duplicates_and_conflicts_are_told(tmp_path: Path, rows: str, rules: list[str]) -> None:
    found = check(read(write(tmp_path, "kind,zh-Hans,en,short en\n" + rows)))
    assert [doubt.rule for doubt in found] == rules


def test_a_doubt_names_the_line_of_both(tmp_path: Path) -> None:
    path = write(tmp_path, "kind,en\nperson,A\nplace,A\n")
    (doubt,) = check(read(path))
    assert doubt.line == 3
    assert doubt.message.endswith("line 2")


def test_names_become_entries_with_every_form_that_is_right(names: tuple[Name, ...]) -> None:
    made = {entry.source: entry for entry in entries(names)}
    assert made["林知远"].target == "Lin Zhiyuan"
    assert made["林知远"].alternatives == ("Lin",)
    assert made["林知远"].traditional == "林知遠"
    assert made["林知遠先生"].target == "Lin Zhiyuan"
    assert made["东岭劳动局"].alternatives == ("Dongling Labour Bureau",)


def test_the_glossary_of_a_project_knows_its_names(tmp_path: Path) -> None:
    path = write(tmp_path, ROWS)
    terms = glossary(Settings(names=(str(path),)))
    assert terms.names["林知远"] == "Lin Zhiyuan"
    assert terms.lookup("悉尼") == "Sydney"


def test_names_beside_the_settings_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, ROWS)
    (tmp_path / "publisher.toml").write_text("", encoding="utf-8")
    assert load(tmp_path / "publisher.toml").names == (str(path),)


def test_names_in_the_settings_go_before_those_beside_them(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    (tmp_path / "publisher.toml").write_text('names = ["other.csv"]', encoding="utf-8")
    assert load(tmp_path / "publisher.toml").names == ("other.csv",)


def test_the_command_lists_names(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["names", "list", str(write(tmp_path, ROWS))])
    assert "place\tzh-Hans: 悉尼\tzh-Hant-TW: 雪梨\ten: Sydney\n" in result.stdout


def test_the_command_checks_names_and_fails_on_a_doubt(tmp_path: Path) -> None:
    path = write(tmp_path, "kind,en\nperson,A\nplace,A\n")
    result = CliRunner().invoke(cli, ["names", "check", str(path)])
    assert result.exit_code == 8
    assert "line 3: conflict" in result.stdout
