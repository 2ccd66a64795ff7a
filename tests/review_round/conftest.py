"""The folder of a press officer."""

from pathlib import Path

import pytest

from tests.review_round.desk import lay_out


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an article and its memory, and work in it."""
    folder = tmp_path / "desk"
    lay_out(folder)
    monkeypatch.chdir(folder)
    return folder
