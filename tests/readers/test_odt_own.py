"""A document of ours that LibreOffice saved as OpenDocument text comes back as what it was."""

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
from publisher.model import Article, PageBreak, Release
from publisher.readers.odt import OdtReader
from publisher.report import Report
from tests.conftest import chinese, english
from tests.readers.blocks import ARTICLES as BODIES
from tests.readers.test_docx_round import _full

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine"
)
LOOKS = ("press", "gongwen", "newsletter")


ARTICLES = {article.meta.language: _full(article) for article in (chinese(), english())}
BILINGUAL = ("columns", "alternating")


def written(release: Release, look: str, layout: str = "columns") -> bytes:
    made = theme.load(look, layout={"bilingual": layout})
    release = Release(tuple(with_dateline(article) for article in release.editions))
    words = {article.meta.language: furniture(article, look=made) for article in release.editions}
    return DocxExporter().export(release, Context(made, words, Report()))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what LibreOffice makes of each document of ours."""
    folder = tmp_path_factory.mktemp("saved")
    for look in LOOKS:
        for language, article in ARTICLES.items():
            (folder / f"{look}.{language}.docx").write_bytes(written(Release((article,)), look))
        for layout in BILINGUAL:
            data = written(Release(tuple(ARTICLES.values())), look, layout)
            (folder / f"{look}.{layout}.docx").write_bytes(data)
    for number, article in enumerate(BODIES.values()):
        (folder / f"body{number}.docx").write_bytes(written(Release((article,)), LOOKS[number % 3]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    documents = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "odt", "--outdir", str(folder), *documents],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


def read(path: Path) -> tuple[Article, Report]:
    report = Report()
    return OdtReader().read(Source(path.name, path.read_bytes(), path.parent), report), report


def bare(article: Article) -> Any:
    """Return ``article`` without keys, labels, and the names that LibreOffice gives to pictures."""
    left_out = ("key", "id", "labels", "asset", "assets")

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: clean(v) for k, v in value.items() if k not in left_out}
        return [clean(v) for v in value] if isinstance(value, list | tuple) else value

    return clean(msgspec.to_builtins(article, builtin_types=(bytes,)))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", ARTICLES)
def test_a_document_comes_back_from_opendocument_as_it_was(saved: Path, look: str, language: str) -> None:
    article, report = read(saved / f"{look}.{language}.odt")
    assert bare(article) == bare(ARTICLES[language])
    assert [picture.data for picture in article.assets] == [p.data for p in ARTICLES[language].assets]
    assert not report.warnings


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("layout", BILINGUAL)
def test_a_bilingual_document_gives_its_first_edition_and_says_so(
    saved: Path, look: str, layout: str
) -> None:
    """LibreOffice saves no page end in a table."""
    article, report = read(saved / f"{look}.{layout}.odt")
    first = ARTICLES["zh-Hans"]
    kept = tuple(b for b in first.blocks if layout == "alternating" or not isinstance(b, PageBreak))
    assert bare(article) == bare(msgspec.structs.replace(first, blocks=kept))
    assert [notice.code for notice in report.warnings] == ["bilingual-first"]


@pytest.mark.parametrize(("number", "name"), list(enumerate(BODIES)), ids=BODIES)
def test_no_block_is_taken_for_another_in_opendocument(saved: Path, number: int, name: str) -> None:
    article, report = read(saved / f"body{number}.odt")
    assert bare(article)["blocks"] == bare(BODIES[name])["blocks"]
    assert not report.warnings
