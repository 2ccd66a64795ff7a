"""``archive``: PDF/A-3u that holds what it was made from."""

from io import BytesIO

import page as checker
import pikepdf
import pytest

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import readback
from publisher.exporters.profiles.archive import Archive
from publisher.exporters.word import DocxExporter
from publisher.model import Release
from publisher.serialize import article_from_json
from tests.exporters.profiles.conftest import Made


@pytest.mark.parametrize("standard", ["3u", "ua1"])
def test_it_passes_both_standards(standard: str, release: Release, context: Context, made: Made) -> None:
    report = checker.validate_pdf_bytes(made("archive", release, context), profile=standard)
    assert not [(f.rule_id, f.message) for f in report.failures]


def test_a_draft_passes_too(bilingual_release: Release, draft_context: Context, made: Made) -> None:
    report = checker.validate_pdf_bytes(made("archive", bilingual_release, draft_context), profile="3u")
    assert not [(f.rule_id, f.message) for f in report.failures]


def test_it_passes_its_own_preflight(release: Release, context: Context, made: Made) -> None:
    data = made("archive", release, context)
    assert "attachments" in Archive().preflight(data, context)
    readback.check("x.pdf", data, release, context)


def test_it_is_the_same_each_time(bilingual_release: Release, context: Context, made: Made) -> None:
    assert Archive().make(bilingual_release, context) == made("archive", bilingual_release, context)


def test_the_article_comes_out_of_it_again(bilingual_release: Release, context: Context, made: Made) -> None:
    document = pikepdf.open(BytesIO(made("archive", bilingual_release, context)))
    for article in bilingual_release.editions:
        data = document.attachments[f"article.{article.meta.language}.json"].get_file().read_bytes()
        assert article_from_json(data) == article


def test_the_word_file_comes_out_of_it_again(release: Release, context: Context, made: Made) -> None:
    document = pikepdf.open(BytesIO(made("archive", release, context)))
    data = document.attachments["article.docx"].get_file().read_bytes()
    assert data == DocxExporter().export(release, context)


def test_each_attachment_says_what_it_is_to_the_document(
    release: Release, context: Context, made: Made
) -> None:
    document = pikepdf.open(BytesIO(made("archive", release, context)))
    kinds = {str(file.UF): str(file.AFRelationship) for file in document.Root.AF}
    assert kinds["article.docx"] == "/Source"
    assert {kind for name, kind in kinds.items() if name.endswith(".json")} == {"/Data"}


def test_a_file_without_its_article_is_refused(
    bilingual_release: Release, context: Context, made: Made
) -> None:
    with pikepdf.open(BytesIO(made("archive", bilingual_release, context))) as document:
        del document.Root.AF
        out = BytesIO()
        document.save(out, deterministic_id=True)
    with pytest.raises(ExportError, match="not associated"):
        Archive().preflight(out.getvalue(), context)
