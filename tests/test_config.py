"""Settings, themes and plugins: a wrong one is an error that says what is right."""

import shutil
from pathlib import Path

import pytest

from publisher import config, plugins, resources, theme
from publisher.errors import ConfigError, PluginError


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.load() == config.Settings()


def test_a_settings_file_beside_the_user_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("publisher.toml").write_text('formats = ["html"]\n', encoding="utf-8")
    assert config.load().formats == ("html",)


def test_an_unknown_key_is_an_error_that_lists_the_valid_ones(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text("formatz = []\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="formatz") as caught:
        config.load(path)
    assert "formats" in caught.value.hint


def test_an_unknown_key_of_a_table_is_an_error_that_lists_the_keys_of_that_table(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text('[mail]\nhots = "mail.example.org"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="hots") as caught:
        config.load(path)
    assert "under [mail]: host, port" in caught.value.hint
    assert "formats" not in caught.value.hint


def test_a_rate_of_exchange_is_read_with_its_date(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text('[exchange]\nrate = 7.1\ndate = 2026-03-05\nsource = "PBOC"\n', encoding="utf-8")
    found = config.load(path).exchange
    assert (found.rate, found.currency, str(found.date), found.source) == (7.1, "USD", "2026-03-05", "PBOC")


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("rate = 7.1", "date is missing"),
        ("rate = -7.1\ndate = 2026-03-05", "rate is"),
        ("rate = nan\ndate = 2026-03-05", "rate is"),
        ('rate = 1.0\ndate = 2026-03-05\ncurrency = "CNY"', "currency is"),
        ('rate = 7.1\ndate = 2026-03-05\ncurrency = "dollars"', "currency is"),
    ],
)
def test_a_rate_that_cannot_be_used_is_an_error(tmp_path: Path, table: str, wrong: str) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text(f"[exchange]\n{table}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=wrong):
        config.load(path)


def test_settings_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path / "none.toml")


def test_settings_that_are_not_toml_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text("= nothing", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"cannot be used|not TOML"):
        config.load(path)


def test_an_unknown_theme_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="gala") as caught:
        theme.load("gala")
    assert "press" in caught.value.hint


def _based_on_press(folder: Path, tokens: str) -> str:
    folder.mkdir()
    (folder / "theme.toml").write_text(f'base = "press"\nname = "house"\n{tokens}', encoding="utf-8")
    return f"{folder}/"


def test_a_folder_is_a_theme_that_says_only_what_differs_from_its_base(tmp_path: Path) -> None:
    name = _based_on_press(tmp_path / "house", '[colours]\naccent = "#004488"\n[type.zh.body]\nsize = 12.0\n')
    look, press = theme.load(name), theme.load("press")
    assert (look.name, look.colours.accent, look.colours.text) == ("house", "#004488", press.colours.text)
    assert (look.type.zh.body.size, look.type.zh.body.leading) == (12.0, press.type.zh.body.leading)
    assert look.folders == (str(tmp_path / "house"), *press.folders)


def test_a_theme_brings_its_own_fonts(tmp_path: Path) -> None:
    name = _based_on_press(
        tmp_path / "house", '[fonts.han]\nregular = "Own.ttf"\nbold = "NotoSerifSC-Bold.ttf"\n'
    )
    (tmp_path / "house" / "fonts").mkdir()
    shutil.copy(resources.font("PressMarksTC-Regular.ttf"), tmp_path / "house" / "fonts" / "Own.ttf")
    han = theme.load(name).fonts.han
    assert (han.regular, han.bold) == (str(tmp_path / "house" / "fonts" / "Own.ttf"), "NotoSerifSC-Bold.ttf")


def test_an_unknown_token_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    name = _based_on_press(tmp_path / "house", '[colours]\nacent = "#004488"\n')
    with pytest.raises(ConfigError, match=r"acent.*theme\.toml"):
        theme.load(name)


def test_themes_based_on_one_another_are_an_error(tmp_path: Path) -> None:
    for own, base in (("one", "two"), ("two", "one")):
        (tmp_path / own).mkdir()
        (tmp_path / own / "theme.toml").write_text(f'name = "{own}"\nbase = "{tmp_path}/{base}"\n')
    with pytest.raises(ConfigError, match="no end"):
        theme.load(f"{tmp_path}/one")


def test_a_folder_without_a_theme_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"theme\.toml is missing"):
        theme.load(f"{tmp_path}/")


def test_the_bilingual_scale_overrides_the_single_one() -> None:
    look = theme.load("press")
    assert look.type_bilingual.zh.body.size < look.type.zh.body.size
    assert look.type_bilingual.zh.masthead == look.type.zh.masthead


@pytest.mark.parametrize("group", plugins.GROUPS)
def test_every_built_in_part_loads(group: str) -> None:
    for name in plugins.BUILT_IN[group]:
        assert plugins.load(group, name)


def test_an_unknown_part_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(PluginError, match="odt") as caught:
        plugins.load("exporters", "odt")
    assert "docx" in caught.value.hint


def test_a_theme_on_other_paper_keeps_its_margins_and_takes_a_new_measure() -> None:
    letter, own = theme.load("press", "letter"), theme.load("press")
    assert (letter.page.width, letter.page.height) == (215.9, 279.4)
    assert letter.page_bilingual.width == 215.9
    assert letter.page.left == own.page.left
    assert letter.page.measure > own.page.measure


def test_paper_that_is_not_known_is_an_error_that_names_the_known(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text('page = "a5"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="a5"):
        config.load(path)


def test_a_font_of_the_command_line_goes_over_that_of_the_settings(tmp_path: Path) -> None:
    from publisher.cli.console import settings

    path = tmp_path / "publisher.toml"
    path.write_text('[fonts]\nhan = "Song.ttf"\nkai = "Kai.ttf"\n', encoding="utf-8")
    assert settings(path, {"fonts": (("han", "Own.ttf"),)}).fonts == {"han": "Own.ttf", "kai": "Kai.ttf"}


@pytest.mark.parametrize(
    ("line", "fault", "step"),
    [
        ('page = "a5"', "page: invalid enum value 'a5'", "page is one of: a4, letter."),
        ("toc = 5", "toc: expected", "toc is one of: auto, true, false."),
        ('[mail]\nsecurity = "ssl"', "mail.security:", "one of: starttls, tls, none."),
        ('memory = "ours.tmx"', "memory: expected `array`", 'memory = ["…"]'),
        ("[fonts]\nhan = 3", "fonts: expected `str`", "Valid keys"),
        ("formats = []", "formats names none", "Valid keys"),
        ("mail = 3", "mail: expected", "under [mail]: host"),
    ],
)
def test_a_value_that_cannot_stand_is_told_with_its_place_and_what_may(
    line: str, fault: str, step: str, tmp_path: Path
) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert fault in str(caught.value)
    assert step in caught.value.hint


@pytest.mark.parametrize(
    "line", ["port = 99999", "port = -1", "timeout = -1", "timeout = nan", "per_minute = -5", 'host = "a b"']
)
def test_a_mail_server_that_cannot_be_reached_is_an_error_of_the_settings(line: str, tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text(f"[mail]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"mail: {line.partition(' ')[0]} is .*, but has to be") as caught:
        config.load(path)
    assert "under [mail]" in caught.value.hint


def test_an_empty_name_is_no_theme() -> None:
    with pytest.raises(ConfigError, match="no theme named ''") as caught:
        theme.load("")
    assert "press" in caught.value.hint
