"""The commands for glossaries list, convert and check."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import TranslationError
from publisher.translation.glossary import read

ROWS = """\
source,target,type,forbidden
东岭大学,Dongling University,organisation,East Ridge University
曾一,Zeng Yi,person,
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["glossary", *map(str, arguments)])


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_the_builtin_entries_are_listed() -> None:
    assert "宣传部\tPublicity Department | publicity department\torganisation" in run("list").stdout


def test_a_list_is_narrowed_by_type_and_text(terms: Path) -> None:
    assert run("list", "--type", "person", terms).stdout == "曾一\tZeng Yi\tperson\n"
    assert (
        run("list", "--search", "dongling", terms).stdout == "东岭大学\tDongling University\torganisation\n"
    )


def test_a_list_for_programs_is_json(terms: Path) -> None:
    (entry,) = json.loads(run("list", "--search", "dongling", "--json", terms).stdout)
    assert (entry["source"], entry["forbidden"]) == ("东岭大学", ["East Ridge University"])


def test_an_unknown_type_is_refused_with_the_valid_ones() -> None:
    result = run("list", "--type", "thing")
    assert (result.exit_code, "there are event, organisation" in result.output) == (2, True)


@pytest.mark.parametrize("style", ["dct", "dca"])
def test_a_glossary_comes_back_from_tbx_as_it_was(terms: Path, tmp_path: Path, style: str) -> None:
    exported = run("export", terms, "-o", tmp_path / "t.tbx", "--style", style)
    imported = run("import", tmp_path / "t.tbx", "-o", tmp_path / "back.csv")
    assert (exported.stdout, imported.stdout) == (
        f"{tmp_path / 't.tbx'}: 2 entries\n",
        f"{tmp_path / 'back.csv'}: 2 entries\n",
    )
    assert read(tmp_path / "back.csv") == read(terms)


def test_a_sound_glossary_passes_the_check(terms: Path) -> None:
    assert (run("check", terms).exit_code, run("check", terms).stdout) == (0, "")


def test_a_doubtful_glossary_is_told_and_exits_8(terms: Path) -> None:
    terms.write_text(ROWS + "曾一,Tseng Yi,person,\n", encoding="utf-8")
    result = run("check", terms)
    assert (
        result.stdout
        == "contradiction: 曾一: stands twice, as “Zeng Yi” and as “Tseng Yi”; the later is used\n"
    )
    assert result.exit_code == 8


def test_a_check_for_programs_is_json(terms: Path) -> None:
    terms.write_text(ROWS + "曾一,Tseng Yi,person,\n", encoding="utf-8")
    assert [finding["rule"] for finding in json.loads(run("check", "--json", terms).stdout)] == [
        "contradiction"
    ]


def test_an_empty_term_base_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("source,target\n", encoding="utf-8")
    result = run("import", tmp_path / "t.csv", "-o", tmp_path / "out.csv")
    assert isinstance(result.exception, TranslationError)
    assert not (tmp_path / "out.csv").exists()


def test_the_help_says_what_the_exit_code_of_a_check_means() -> None:
    assert "Here 8 means that there is a doubt." in " ".join(run("check", "--help").stdout.split())
