"""Documents of our own, opened and saved by LibreOffice, say what they said: nothing of the model is lost."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Source
from publisher.exporters.word import DocxExporter
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture
from publisher.model import Article, Release
from publisher.readers.docx import DocxReader
from publisher.report import Report
from tests.conftest import both, chinese, english

LOOKS = ("press", "gongwen", "newsletter")
RELEASES = {"zh-Hans": Release((chinese(),)), "en": Release((english(),)), "bilingual": both()}
CASES = [(look, language) for look in LOOKS for language in RELEASES]

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine"
)


def written(release: Release, look: str) -> bytes:
    made = theme.load(look)
    editions = tuple(with_dateline(article) for article in release.editions)
    release = msgspec.structs.replace(release, editions=editions)
    words = {article.meta.language: furniture(article, look=made) for article in editions}
    return DocxExporter().export(release, Context(made, words, Report()))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with each document as we wrote it and, in ``again``, as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("saved")
    for look, language in CASES:
        (folder / f"{look}.{language}.docx").write_bytes(written(RELEASES[language], look))
    again = folder / "again"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(again)),
            *(str(path) for path in sorted(folder.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


def said(path: Path) -> Any:
    """Return what the document in ``path`` says, without the keys that a reader gives."""
    article: Article = DocxReader().read(Source("a.docx", path.read_bytes(), path.parent), Report())

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(v) for key, v in value.items() if key not in ("key", "id")}
        return [bare(v) for v in value] if isinstance(value, list | tuple) else value

    return bare(msgspec.to_builtins(article, builtin_types=(bytes,)))


@pytest.mark.parametrize(("look", "language"), CASES, ids=lambda case: case)
def test_nothing_is_lost_when_libreoffice_saves_a_document(saved: Path, look: str, language: str) -> None:
    name = f"{look}.{language}.docx"
    assert said(saved / "again" / name) == said(saved / name)
