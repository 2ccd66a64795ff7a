"""``publisher memory`` takes TMX in, gives it out, and says what it did."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import TranslationError

UNIT = '<tu><tuv xml:lang="zh"><seg>{0}</seg></tuv><tuv xml:lang="en"><seg>{1}</seg></tuv></tu>'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    units = UNIT.format("开放日", "Open Day") + UNIT.format("花", "flower") + UNIT.format("空", "")
    Path("a.tmx").write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>', encoding="utf-8")
    return tmp_path


def memory(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["memory", *arguments], catch_exceptions=True)


def said(*arguments: str) -> str:
    result = memory(*arguments)
    assert result.exit_code == 0, result.output
    return str(result.output)


def test_a_memory_goes_in_and_out() -> None:
    assert "3 units added; 3 in all" in said("import", "a.tmx", "--into", "m.tm.sqlite")
    assert "0 units added, 3 known already; 3 in all" in said("import", "a.tmx", "--into", "m.tm.sqlite")
    assert "o.tmx: 3 units" in said("export", "m.tm.sqlite", "-o", "o.tmx", "--from", "zh", "--to", "en")
    assert "3 units added" in said("import", "o.tmx", "--into", "n.tm.sqlite")


def test_the_memory_of_the_project_is_the_one_it_names() -> None:
    Path("publisher.toml").write_text('memory = ["house.tm.sqlite", "a.tmx"]', encoding="utf-8")
    assert "house.tm.sqlite: 3 units" in said("import", "a.tmx")


def test_without_a_named_memory_nothing_is_made(folder: Path) -> None:
    result = memory("import", "a.tmx")
    assert result.exit_code == 2
    assert "--into" in result.output
    assert sorted(path.name for path in folder.iterdir()) == ["a.tmx"]


def test_a_memory_is_not_made_under_the_name_of_a_tmx_file() -> None:
    result = memory("import", "a.tmx", "--into", "b.tmx")
    assert result.exit_code == 2
    assert "NAME.tm.sqlite" in result.output


def test_a_file_that_cannot_be_read_leaves_no_memory_behind() -> None:
    result = memory("import", "a.tmx", "none.tmx", "--into", "m.tm.sqlite")
    assert isinstance(result.exception, TranslationError)
    assert not Path("m.tm.sqlite").exists()


def test_a_memory_is_counted_for_programs() -> None:
    said("import", "a.tmx", "--into", "m.tm.sqlite")
    figures = json.loads(said("stats", "m.tm.sqlite", "--json"))
    assert (figures["units"], figures["languages"]) == (3, {"en": 3, "zh": 3})
    assert "3 units" in said("stats", "a.tmx")


def test_pruning_says_what_it_removed() -> None:
    said("import", "a.tmx", "--into", "m.tm.sqlite")
    assert "1 would go" in said("prune", "m.tm.sqlite", "--empty", "--dry-run")
    assert "1 removed" in said("prune", "m.tm.sqlite", "--empty")
    assert json.loads(said("prune", "m.tm.sqlite", "--empty", "--json"))["left"] == 2


def test_pruning_asks_what_to_remove() -> None:
    assert memory("prune", "m.tm.sqlite").exit_code == 2
    assert isinstance(memory("prune", "m.tm.sqlite", "--empty").exception, TranslationError)
    assert not Path("m.tm.sqlite").exists()


def test_a_text_is_searched() -> None:
    said("import", "a.tmx", "--into", "m.tm.sqlite")
    assert "Open Day" in said("search", "m.tm.sqlite", "开放")
    assert "nothing found" in said("search", "m.tm.sqlite", "没有")


@pytest.mark.parametrize("name", ["e.docx", "e", "e.tmx.zip"])
def test_a_memory_is_not_written_under_the_name_of_another_kind_of_file(name: str) -> None:
    said("import", "a.tmx", "--into", "m.tm.sqlite")
    result = memory("export", "m.tm.sqlite", "-o", name)
    assert result.exit_code == 2
    assert not Path(name).exists()


def test_a_pair_that_the_memory_has_not_is_refused_with_what_it_has() -> None:
    said("import", "a.tmx", "--into", "m.tm.sqlite")
    result = memory("export", "m.tm.sqlite", "-o", "o.tmx", "--from", "fr", "--to", "en")
    assert isinstance(result.exception, TranslationError)
    assert "zh" in result.exception.hint
    assert not Path("o.tmx").exists()


def test_a_memory_that_is_not_there_is_told_without_options_that_the_command_has_not() -> None:
    result = memory("search", "nofile", "x")
    assert isinstance(result.exception, TranslationError)
    assert "--memory" not in result.exception.hint


def test_an_entity_is_told_with_the_line_that_declares_it() -> None:
    Path("bomb.tmx").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE tmx [<!ENTITY a "aa">]>\n<tmx version="1.4"><header/><body/></tmx>',
        encoding="utf-8",
    )
    result = memory("import", "bomb.tmx", "--into", "m.tm.sqlite")
    assert "bomb.tmx: line 2: declares an entity" in str(result.exception)
