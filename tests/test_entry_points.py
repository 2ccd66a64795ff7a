"""Parts and themes of other distributions are found, and cost nothing where there are none."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publisher import plugins, theme
from publisher.entry_points import entry_points
from publisher.errors import ConfigError, PluginError

MADE = "made-elsewhere"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that distributions can be put into as if they were installed."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def declare(folder: Path, text: str, name: str = MADE) -> None:
    """Put a distribution that declares ``text`` into ``folder``."""
    distribution = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (distribution / "entry_points.txt").write_text(text)


def test_a_part_of_another_distribution_is_loaded_by_its_name(installed: Path) -> None:
    (installed / "elsewhere.py").write_text("class Telegraph: pass\n")
    declare(installed, "[publisher.exporters]\ntelegraph = elsewhere:Telegraph\n")
    assert plugins.load("exporters", "telegraph").__name__ == "Telegraph"
    assert plugins.names("exporters")[-1] == "telegraph"


def test_a_name_that_is_ours_is_refused_and_its_distribution_named(installed: Path) -> None:
    declare(installed, "[publisher.exporters]\ndocx = elsewhere:Word\n")
    with pytest.raises(PluginError, match=f"{MADE} offers 'docx'"):
        plugins.names("exporters")


def test_a_name_that_two_distributions_take_is_refused_and_both_are_named(installed: Path) -> None:
    for name in ("first-one", "second-one"):
        declare(installed, "[publisher.channels]\npigeon = elsewhere:Pigeon\n", name)
    with pytest.raises(PluginError, match=r"(first|second)-one and (first|second)-one both offer 'pigeon'"):
        plugins.load("channels", "pigeon")


def test_a_part_that_does_not_load_is_told_with_its_distribution(installed: Path) -> None:
    declare(installed, "[publisher.readers]\nwordstar = nowhere_at_all:Reader\n")
    with pytest.raises(PluginError, match=rf"'wordstar' \({MADE}\) cannot be loaded"):
        plugins.load("readers", "wordstar")


def test_a_theme_of_another_distribution_is_loaded_by_its_name(installed: Path) -> None:
    package = installed / "house_theme"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "theme.toml").write_text('base = "press"\ndescription = "Ours."\n')
    declare(installed, "[publisher.themes]\nhouse = house_theme\n")
    assert theme.load("house").description == "Ours."


def test_a_theme_with_the_name_of_ours_is_refused(installed: Path) -> None:
    declare(installed, "[publisher.themes]\npress = house_theme\n")
    with pytest.raises(ConfigError, match=f"{MADE} offers the theme 'press'"):
        theme.names()


def test_a_distribution_installed_while_the_program_runs_is_found(installed: Path) -> None:
    assert entry_points("publisher.engines") == ()
    declare(installed, "[publisher.engines]\noracle = elsewhere:Oracle\n")
    assert [point.name for point in entry_points("publisher.engines")] == ["oracle"]


def test_a_distribution_in_an_archive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "parts.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("made-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: made\nVersion: 1.0\n")
        packed.writestr("made-1.0.dist-info/entry_points.txt", "[publisher.engines]\noracle = made:Oracle\n")
    monkeypatch.syspath_prepend(archive)
    assert [point.name for point in entry_points("publisher.engines")] == ["oracle"]


def test_without_another_distribution_nothing_reads_metadata() -> None:
    script = (
        "import sys\n"
        "from publisher import plugins, theme\n"
        "plugins.names('exporters'), theme.load('press')\n"
        "sys.exit('importlib.metadata' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
