"""A designer gets a folder to start from, and is told what is wrong with it; the guide names every token."""

import re
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from publisher import theme, theming
from publisher.cli import cli
from publisher.errors import ConfigError
from publisher.theme import tokens
from publisher.theme.contrast import contrast
from publisher.theme.conventions import Conventions

GUIDE = (Path(__file__).resolve().parents[1] / "docs" / "themes.md").read_text(encoding="utf-8")


def test_the_themes_are_listed_with_what_they_are() -> None:
    shown = CliRunner().invoke(cli, ["themes"]).output.splitlines()
    assert [line.split()[0] for line in shown] == ["gongwen", "newsletter", "press"]
    assert all(len(line.split()) > 3 for line in shown)


def test_a_copy_looks_as_its_base_until_a_line_is_changed(tmp_path: Path) -> None:
    made = theming.copy("press", tmp_path / "house")
    look, press = theme.load(f"{made.parent}/"), theme.load("press")
    assert look == msgspec.structs.replace(
        press, name="house", description="", folders=(str(made.parent), *press.folders)
    )
    text = made.read_text(encoding="utf-8")
    made.write_text(text.replace('# accent = "#9a2a22"', 'accent = "#004488"'), encoding="utf-8")
    assert theme.load(f"{made.parent}/").colours.accent == "#004488"


@pytest.mark.parametrize(
    ("table", "ink", "told"),
    [
        ("colours", "accent", "accent #ffffff on paper #ffffff has a contrast of 1.0 to 1; text needs 4.5"),
        ("colours", "secondary", "secondary #ffffff on paper #ffffff has a contrast of 1.0 to 1"),
        ("colours.dark", "text", "text #1e1c1a on paper #1e1c1a has a contrast of 1.0 to 1"),
    ],
)
def test_an_ink_that_the_paper_swallows_is_told(tmp_path: Path, table: str, ink: str, told: str) -> None:
    paper = "#ffffff" if table == "colours" else "#1e1c1a"
    tokens = f'base = "press"\nname = "pale"\n[{table}]\n{ink} = "{paper}"\n'
    (tmp_path / "theme.toml").write_text(tokens, encoding="utf-8")
    assert next(theming.check(f"{tmp_path}/")).startswith(f"{table}: {told}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#abcdef", "#abcdef", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ConfigError, match="not empty"):
        theming.copy("press", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", theme.names())
def test_our_themes_have_no_fault(name: str) -> None:
    assert list(theming.check(name)) == []


def test_a_fault_is_told_with_its_language_and_format(tmp_path: Path) -> None:
    theming.copy("press", tmp_path / "house")
    (tmp_path / "house" / "print.css.j2").write_text("{{ nobody }}")
    result = CliRunner().invoke(cli, ["themes", "check", f"{tmp_path}/house/"])
    assert result.exit_code == 3
    assert "zh-Hans, html: The theme 'house' cannot be used: 'nobody' is undefined" in result.output


def every_token() -> set[str]:
    tables = (
        tokens.Page, tokens.Colours, tokens.Font, tokens.Fonts, tokens.TypeStyle, tokens.TypeScale,
        tokens.Layout, Conventions,
    )  # fmt: skip
    return {name for table in tables for name in table.__struct_fields__}


def test_the_guide_names_every_token() -> None:
    prose = re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL)
    named = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", prose))))
    assert every_token() - named == set()


def test_a_copy_of_a_folder_finds_it_wherever_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = theming.copy("press", Path("house")).read_text(encoding="utf-8")
    Path("house/theme.toml").write_text(text.replace('# accent = "#9a2a22"', 'accent = "#004488"'), "utf-8")
    theming.copy("./house/", Path("more/mine"))
    monkeypatch.chdir("/")
    assert theme.load(f"{tmp_path}/more/mine/").colours.accent == "#004488"


def test_a_copy_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ConfigError, match="cannot be written") as caught:
        theming.copy("press", tmp_path / "file" / "house")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("template", "text", "told"),
    [
        ("article.html.j2", "<p>Nothing of it.", "zh-Hans, html: sample.html"),
        ("mail.txt.j2", "{{ nobody }}", "en, mail: The theme 'house' cannot be used"),
    ],
)
def test_a_template_that_loses_the_text_or_spoils_a_mail_is_a_fault(
    template: str, text: str, told: str, tmp_path: Path
) -> None:
    theming.copy("press", tmp_path / "house")
    (tmp_path / "house" / template).write_text(text)
    assert any(line.startswith(told) for line in theming.check(f"{tmp_path}/house/"))
