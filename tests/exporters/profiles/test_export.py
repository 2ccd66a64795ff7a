"""The command: a profile by its name, and what the manifest says of it."""

import json
from pathlib import Path

import msgspec
import page as checker
import pytest
from click.testing import CliRunner

from publisher import Job, export, resources, theme
from publisher.cli import cli
from publisher.config import Settings
from publisher.contracts import Context
from publisher.errors import ConfigError
from publisher.exporters import profiles
from publisher.model import Release

ARTICLE = "清溪步道今日开放\n\n全长12.5公里的清溪步道今日向市民开放。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trail.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def settings(tmp_path: Path, **more: str) -> Settings:
    return Settings(out=str(tmp_path / "out"), languages=("zh-Hans",), formats=("pdf",), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("profile", "standards"),
    [("accessible", "PDF/UA-1, PDF/A-2a"), ("archive", "PDF/UA-1, PDF/A-3u"), ("press", "PDF/X-4")],
)
def test_the_manifest_says_which_profile_a_file_holds_to(
    profile: str, standards: str, article: Path, tmp_path: Path
) -> None:
    outcome = export(Job(path=article, settings=settings(tmp_path, pdf_profile=profile)))
    assert [file.checks["preflight"].partition(":")[0] for file in outcome.files] == [
        f"{profile} ({standards})"
    ]


def test_without_a_profile_the_manifest_speaks_of_none(article: Path, tmp_path: Path) -> None:
    outcome = export(Job(path=article, settings=settings(tmp_path)))
    assert "preflight" not in outcome.files[0].checks


def test_the_command_takes_a_profile(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["export", str(article), "--lang", "zh-Hans", "--format", "pdf", "--profile", "press"]
    result = CliRunner().invoke(cli, [*arguments, "--out", str(out), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["files"][0]["checks"]["preflight"].startswith("press (PDF/X-4)")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pdf_profile": "web"}, "no PDF profile 'web'"),
        ({"pdf_profile": "press", "pdf_engine": "weasyprint"}, "made by reportlab"),
        ({"pdf_profile": "press", "icc_profile": "paper.icc"}, r"paper\.icc cannot be read"),
    ],
)
def test_settings_that_contradict_are_refused_before_the_work(
    more: dict[str, str], said: str, article: Path, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=said):
        export(Job(path=article, settings=settings(tmp_path, **more)))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("profile", profiles.NAMES)
@pytest.mark.parametrize("look", sorted(p.parent.name for p in resources.templates().glob("*/theme.toml")))
def test_every_theme_holds_to_every_profile(
    look: str, profile: str, bilingual_release: Release, draft_context: Context
) -> None:
    context = msgspec.structs.replace(draft_context, theme=theme.load(look), pdf_profile=profile)
    data = profiles.load(profile).make(bilingual_release, context)
    assert profiles.certify(data, context).startswith(profile)
    for standard in {"accessible": ("ua1", "2a"), "archive": ("ua1", "3u")}.get(profile, ()):
        report = checker.validate_pdf_bytes(data, profile=standard)
        assert not [(f.rule_id, f.message) for f in report.failures]
