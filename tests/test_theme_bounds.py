"""A theme that no page can be set with is refused in one line that names the token."""

from pathlib import Path

import pytest

from publisher import theme
from publisher.errors import ConfigError


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        ('[colours]\naccent = "red"', "colours.accent is no colour: 'red', not #rrggbb"),
        ('[colours.dark]\ntext = "#12345"', "colours.dark.text is no colour"),
        ('[fonts.han]\nfamily = "Song"\nregular = "x.ttf"', "fonts.han.regular is not there: x.ttf"),
        ("[type.zh.body]\nsize = -4", "type.zh.body.size is not above 0"),
        ("[page]\nleft = 150\nright = 150", "page leaves no room for text: -90 mm wide, not 40"),
        ('[colors]\naccent = "#112233"', "nothing is called 'colors'"),
        ("[page]\nleft = nan", "page leaves no room for text"),
        ("[layout]\ncolumns = 0", "layout.columns is not above 0"),
        ("[layout]\ngap = -9", "layout.gap is below 0"),
        ("bse = 1", "nothing is called 'bse'"),
    ],
)
def test_a_broken_theme_is_refused_and_its_fault_named(tokens: str, told: str, tmp_path: Path) -> None:
    base = "" if tokens.startswith("[") else tokens
    tables = tokens if tokens.startswith("[") else ""
    (tmp_path / "theme.toml").write_text(f'base = "press"\n{base}\n{tables}\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        theme.load(str(tmp_path))
    assert told in str(caught.value)
    assert str(tmp_path / "theme.toml") in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("name", theme.names())
def test_our_themes_are_sound(name: str) -> None:
    assert theme.load(name).name == name
