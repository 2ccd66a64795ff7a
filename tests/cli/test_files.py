"""A file or folder that cannot be used is told in one line and the next step, before anything is made."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import ExportError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("青岚开馆\n\n图书馆今天开馆。\n", encoding="utf-8")
    Path("texts").mkdir()
    return tmp_path


def export(*words: str) -> Result:
    return CliRunner().invoke(cli, ["export", *words])


@pytest.mark.parametrize("name", ["none.tmx", "none.xlf", "none.tm.sqlite", "texts"])
@pytest.mark.parametrize("languages", ["zh-Hans", "en"])
def test_a_memory_that_is_not_there_is_told_whether_or_not_it_is_needed(name: str, languages: str) -> None:
    result = export("a.txt", "--lang", languages, "--format", "wire", "--memory", name)
    assert result.exit_code == 5
    assert f"{name}: the memory cannot be read" in result.stderr
    assert "→ check the name and the folder" in result.stderr
    assert not Path("out").exists()


def test_a_glossary_in_the_place_of_a_memory_is_told_before_anything_is_written() -> None:
    Path("terms.csv").write_text("zh,en\n园区,park\n", encoding="utf-8")
    result = export("a.txt", "--memory", "terms.csv")
    assert result.exit_code == 5
    assert "terms.csv is a glossary, not a memory" in result.stderr
    assert "--glossary terms.csv" in result.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize("name", [".", "..", "texts", "texts/"])
def test_a_folder_in_place_of_an_article_is_called_one(name: str) -> None:
    result = export(name)
    assert result.exit_code == 4
    assert result.stderr.splitlines() == [
        f"publisher: {Path(name)} is a folder.",
        f"  → Name files in it: {Path(name) / '*.docx'}.",
    ]


@pytest.mark.parametrize("option", ["--icc", "--config", "--reference", "--compare"])
def test_a_file_that_is_missing_is_told_with_the_next_step(option: str) -> None:
    more = ("--profile", "press") if option == "--icc" else ()
    result = CliRunner().invoke(cli, ["export", "a.txt", "--lang", "zh-Hans", *more, option, "none"])
    fault = result.stderr.splitlines() or [
        str(result.exception),
        f"→ {getattr(result.exception, 'hint', '')}",
    ]
    assert "none" in fault[0]
    assert "→ " in fault[1]
    assert not Path("out").exists()


def test_a_folder_in_place_of_a_file_to_write_is_called_one() -> None:
    result = CliRunner().invoke(cli, ["repair", "a.txt", "-o", "texts"])
    assert isinstance(result.exception, ExportError)
    assert str(result.exception) == "texts is a folder."
    assert result.exception.hint


@pytest.mark.parametrize("files", [("pairs.csv",), ("a.txt", "b.txt")])
def test_a_memory_for_texts_that_are_translated_is_a_usage_error(files: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, ["check", *files, "--memory", "m.tmx"])
    assert result.exit_code == 2
    assert "--memory is for one article" in result.stderr


def test_a_check_without_a_rule_is_a_usage_error() -> None:
    words = ("--rules", "numbers,dates", "--skip", "numbers,dates")
    result = CliRunner().invoke(cli, ["check", "a.txt", "b.txt", *words])
    assert result.exit_code == 2
    assert "leaves out every check" in result.stderr


def test_two_forms_of_what_was_repaired_are_a_usage_error() -> None:
    result = CliRunner().invoke(cli, ["repair", "a.txt", "--diff", "--json"])
    assert result.exit_code == 2
    assert "say one" in result.stderr


def test_settings_that_begin_with_a_byte_order_mark_are_read() -> None:
    Path("bom.toml").write_bytes(b'\xef\xbb\xbfformats = ["wire"]\n')
    assert export("a.txt", "--lang", "zh-Hans", "--config", "bom.toml").exit_code == 0
    assert Path("out/a/a.zh-Hans.txt").is_file()


def test_settings_in_another_encoding_are_told_so() -> None:
    Path("own.toml").write_bytes('author = "青岚"\n'.encode("gb18030"))
    result = export("a.txt", "--config", "own.toml")
    assert "own.toml are not TOML: they are not UTF-8" in str(result.exception)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "made", "--pages", "1-2"), "-o prints nothing: leave it out, or --pages."),
        (("-o", "made", "--copies", "2", "--wait"), "or --copies and --wait."),
        (("--printer", "desk", "--sheet", "a3"), "--sheet is for --layout"),
    ],
)
def test_what_no_printing_has_a_use_for_is_a_usage_error(words: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(cli, ["print", "pack", *words])
    assert result.exit_code == 2
    assert told in result.stderr
