"""An option that nothing made has a use for is refused, for it was meant to do something."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli


def export(folder: Path, *words: str, settings: str = "") -> Result:
    (folder / "a.txt").write_text("青岚开馆\n\n图书馆今天开馆。\n", encoding="utf-8")
    (folder / "publisher.toml").write_text(settings, encoding="utf-8")
    place = ("--config", str(folder / "publisher.toml"), "--out", str(folder / "out"), "--lang", "zh-Hans")
    return CliRunner().invoke(cli, ["export", str(folder / "a.txt"), *place, *words])


@pytest.mark.parametrize(
    ("formats", "option"),
    [
        ("pdf", ("--comments",)),
        ("pdf,html", ("--compare", "old.txt")),
        ("html", ("--reference", "house.dotx")),
        ("html", ("--embed-fonts",)),
        ("html", ("--toc",)),
        ("docx,html", ("--pdf-engine", "reportlab")),
        ("docx", ("--profile", "accessible")),
        ("docx", ("--profile", "press", "--icc", "paper.icc")),
        ("wire", ("--font", "han=Song.ttf")),
        ("ninjs,md", ("--page", "letter")),
        ("atom", ("--bilingual", "alternating")),
    ],
)
def test_an_option_for_a_format_that_is_not_made_is_a_usage_error_that_names_both(
    tmp_path: Path, formats: str, option: tuple[str, ...]
) -> None:
    result = export(tmp_path, "--format", formats, *option)
    assert result.exit_code == 2
    assert option[0] in result.stderr
    assert formats.rpartition(",")[2] in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--no-toc", "--no-embed-fonts"])
def test_what_asks_for_nothing_is_not_missed(tmp_path: Path, option: str) -> None:
    assert export(tmp_path, "--format", "wire", option).exit_code == 0


def test_settings_for_other_formats_wait_for_these(tmp_path: Path) -> None:
    settings = (
        'formats = ["wire"]\npdf_engine = "reportlab"\ntoc = true\npage = "letter"\nembed_fonts = true\n'
    )
    assert export(tmp_path, settings=settings).exit_code == 0


def test_the_word_file_inside_an_archived_pdf_has_its_options(tmp_path: Path) -> None:
    archived = ("--format", "pdf", "--profile", "archive")
    result = export(tmp_path, *archived, "--reference", str(tmp_path / "none.dotx"))
    assert result.exit_code == 3  # the template is looked for
    assert export(tmp_path, *archived, "--comments").exit_code == 2


def test_formats_of_the_settings_are_added_to_on_the_command_line(tmp_path: Path) -> None:
    result = export(tmp_path, "--toc", settings='formats = ["html"]')
    assert result.exit_code == 2
    assert "add docx to --format" in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--bilingual", "alternating"), "add bilingual to --lang"),  # zh-Hans alone is made
        (("--format", "pdf", "--icc", "paper.icc"), "add --profile press"),
        (("--format", "pdf", "--profile", "archive", "--icc", "paper.icc"), "add --profile press"),
        (("--format", "pdf", "--profile", "press", "--pdf-engine", "weasyprint"), "made by reportlab"),
    ],
)
def test_an_option_without_the_other_that_it_needs_is_a_usage_error(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    result = export(tmp_path, *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_colour_profile_of_the_settings_waits_for_the_press(tmp_path: Path) -> None:
    settings = 'icc_profile = "none.icc"\nbilingual = "alternating"\nformats = ["html"]\n'
    assert export(tmp_path, settings=settings).exit_code == 0
    result = export(tmp_path, "--format", "pdf", "--profile", "press", settings=settings)
    assert result.exit_code == 3
    assert "none.icc cannot be read" in result.stderr
    assert "→" in result.stderr
