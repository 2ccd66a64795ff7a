"""No command opens a socket unless it names a server or a download: tried where none can be opened."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import sys

def forbid(event, arguments):
    if event.startswith("socket.") or event == "urllib.Request":
        raise RuntimeError(f"{event}{arguments}")

sys.addaudithook(forbid)
from publisher.cli import main
try:
    main()
finally:
    loaded = {name.partition(".")[0] for name in sys.modules}
    heavy = loaded & {"onnxruntime", "minisbd", "stanza", "spacy", "torch"}
    assert not heavy, heavy
"""


def watched(*arguments: str | Path, place: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run ``publisher`` in a process that may open no socket."""
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *map(str, arguments)],
        env=os.environ | {"ARGOS_PACKAGES_DIR": str(place), "HOME": str(home), "TMPDIR": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_watch_would_see_a_socket(tmp_path: Path) -> None:
    made = watched("models", "install", "zh_en", "--download", place=tmp_path, home=tmp_path)
    assert made.returncode == 1
    assert "unexpected fault" in made.stderr


def test_an_export_through_argos_opens_no_socket(tmp_path: Path, place: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "展览开幕\n\n今年有37家公司参加展览，总投资达到417。\n\n市长说：“新项目建成。”\n", "utf-8"
    )
    made = watched(
        "export", article, "--engine", "argos", "--lang", "en", "--format", "html", "--out", tmp_path / "out",
        place=place, home=tmp_path,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    page = (tmp_path / "out" / "article" / "article.en.html").read_text("utf-8")
    assert "the exhibition opened" in page
    assert "37" in page


def test_models_are_installed_listed_and_removed_without_a_socket(
    tmp_path: Path, packages: dict[str, Path]
) -> None:
    place = tmp_path / "packages"
    made = watched("models", "install", packages["zh_en"], place=place, home=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "sha256 " in made.stdout
    (place / "stray").mkdir()
    listed = watched("models", "list", "--json", place=place, home=tmp_path)
    (model,) = json.loads(listed.stdout)
    assert (model["source"], model["target"], model["version"]) == ("zh", "en", "1.0")
    removed = watched("models", "remove", "zh_en", place=place, home=tmp_path)
    assert removed.stdout.startswith("removed translate-zh_en-1_0")


@pytest.mark.parametrize("name", ["zh_en", "missing.argosmodel"])
def test_a_name_alone_fetches_nothing(tmp_path: Path, name: str) -> None:
    made = watched("models", "install", name, place=tmp_path, home=tmp_path)
    assert made.returncode == 3
    assert len(made.stderr.splitlines()) == 2
