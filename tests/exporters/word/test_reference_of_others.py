"""A document of another program stands in for a template, or is refused in one line."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from publisher.contracts import Context
from publisher.errors import ConfigError
from publisher.exporters import readback
from publisher.model import Article, Release
from tests.exporters.word.templates import exported

OTHERS = sorted((Path(__file__).resolve().parents[2] / "readers" / "docx_files").glob("*.docx"))
UNSOUND = frozenset(
    (
        "hand-broken-text",
        "hand-broken-styles",
        "hand-no-word",
        "hand-outside-entity",
        "hand-strict",
        "hand-xml-bomb",
        "hand-zip-bomb",
    )
)


@pytest.mark.parametrize("path", [p for p in OTHERS if p.stem not in UNSOUND], ids=lambda path: path.stem)
def test_a_document_of_any_program_can_stand_in(
    path: Path, chinese_article: Article, context: Context
) -> None:
    release = Release((chinese_article,))
    assert readback.check("a.docx", exported(release, context, path), release, context).characters


@pytest.mark.parametrize("path", [p for p in OTHERS if p.stem in UNSOUND], ids=lambda path: path.stem)
def test_an_unsound_document_is_refused_in_one_line(
    path: Path, chinese_article: Article, context: Context
) -> None:
    with pytest.raises(ConfigError) as refused:
        exported(Release((chinese_article,)), context, path)
    assert "\n" not in str(refused.value)
    assert refused.value.hint


@pytest.mark.parametrize("name", ["docx-npm", "libreoffice-again", "hand-letterhead", "hand-wps"])
def test_a_document_on_that_of_another_program_is_valid(
    name: str, bilingual_release: Release, context: Context, tmp_path: Path
) -> None:
    path = next(path for path in OTHERS if path.stem == name)
    made = tmp_path / "made.docx"
    made.write_bytes(exported(bilingual_release, context, path))
    assert not OpenXmlValidator().validate(made).errors
