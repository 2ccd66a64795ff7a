"""An unknown name is a usage error on the command line, and a fault of the settings in publisher.toml."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import ConfigError


def said(folder: Path, *words: str, settings: str = "") -> Result:
    (folder / "a.txt").write_text("青岚开馆\n\n图书馆今天开馆。\n", encoding="utf-8")
    (folder / "publisher.toml").write_text(settings, encoding="utf-8")
    command, *options = words
    place = ("--config", str(folder / "publisher.toml")) if command != "repair" else ()
    return CliRunner().invoke(cli, [command, str(folder / "a.txt"), *place, *options])


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        (("export", "--lang", "fr"), "zh-Hans"),
        (("export", "--lang", "zh-Hans+zh-Hant"), "zh-Hant-HK+en-GB"),
        (("export", "--format", "odt"), "docx"),
        (("export", "--font", "hann=F.ttf"), "latin-bold"),
        (("export", "--theme", "house"), "gongwen"),
        (("export", "--engine", "deep"), "argos"),
        (("export", "--pdf-engine", "prince"), "reportlab"),
        (("export", "--profile", "web"), "archive"),
        (("export", "--skip-repair", "spelling"), "whitespace"),
        (("repair", "--skip", "spelling"), "whitespace"),
        (("repair", "--to", "en"), "zh-Hant-HK"),
        (("translate", "--to", "fr"), "en-GB"),
        (("review", "--theme", "house"), "gongwen"),
        (("check", "--rules", "spelling"), "numbers"),
    ],
)
def test_an_unknown_name_on_the_command_line_is_a_usage_error_that_lists_the_known_ones(
    tmp_path: Path, words: tuple[str, ...], listed: str
) -> None:
    result = said(tmp_path, *words)
    assert result.exit_code == 2
    assert listed in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "publisher.toml"}


@pytest.mark.parametrize(
    "settings",
    [
        'languages = ["fr"]',
        'formats = ["odt"]',
        'theme = "house"',
        'pdf_engine = "prince"',
        'pdf_profile = "web"',
        'skip_repairs = ["spelling"]',
        '[fonts]\nhann = "F.ttf"',
    ],
)
def test_an_unknown_name_in_the_settings_is_a_fault_of_the_settings(tmp_path: Path, settings: str) -> None:
    result = said(tmp_path, "export", settings=settings)
    assert result.exit_code == ConfigError.exit_code


@pytest.mark.parametrize(
    ("words", "settings", "code"), [(("--theme", "house"), "", 2), ((), 'theme = "house"\n', 3)]
)
def test_a_folder_that_is_named_as_a_theme_is_told_with_its_slash(
    words: tuple[str, ...], settings: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "theme.toml").write_text('name = "house"\nbase = "press"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = said(tmp_path, "export", *words, settings=settings)
    assert result.exit_code == code
    assert "./house/" in result.stderr


@pytest.mark.parametrize("words", [("check", "gala"), ("copy", "gala", "mine")])
def test_an_unknown_theme_is_a_usage_error_of_the_commands_for_themes_too(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, ["themes", *words])
    assert result.exit_code == 2
    assert "gongwen" in result.stderr


def test_the_editions_of_a_theme_are_known_by_its_own_words(tmp_path: Path) -> None:
    theme = tmp_path / "house"
    (theme / "locales/zh_Hans_SG/LC_MESSAGES").mkdir(parents=True)
    (theme / "theme.toml").write_text('name = "house"\nbase = "press"\n', encoding="utf-8")
    catalog = theme / "locales/zh_Hans_SG/LC_MESSAGES/publisher.po"
    catalog.write_text('msgid ""\nmsgstr "Language: zh_Hans_SG\\n"\n', encoding="utf-8")
    out = str(tmp_path / "out")
    words = ("--theme", f"{theme}/", "--lang", "zh-Hans-SG", "--format", "wire", "--out", out)
    result = said(tmp_path, "export", *words)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("option", ["--lang", "--format", "--skip-repair"])
@pytest.mark.parametrize("empty", ["", ","])
def test_an_option_that_names_nothing_is_a_usage_error(tmp_path: Path, option: str, empty: str) -> None:
    result = said(tmp_path, "export", option, empty)
    assert result.exit_code == 2
    assert "names nothing" in result.stderr


def test_an_unknown_channel_is_a_usage_error() -> None:
    result = CliRunner().invoke(cli, ["copy", "pack", "place", "--channel", "pigeon"])
    assert result.exit_code == 2
    assert "there are: folder" in result.stderr
