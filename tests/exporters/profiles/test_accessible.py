"""``accessible``: one file that PDF/UA-1 and PDF/A-2a both accept."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page as checker
import pikepdf
import pytest

from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.profiles.accessible import Accessible
from publisher.exporters.profiles.weasyprint_tags import full_tags
from publisher.model import Release
from tests.exporters.profiles.conftest import Made


def elements(data: bytes) -> Iterator[Any]:
    """Yield the structure elements in reading order."""
    document = pikepdf.open(BytesIO(data))
    waiting: list[Any] = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in reversed(found) if isinstance(kid, pikepdf.Dictionary)]


@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_it_passes_both_standards(standard: str, release: Release, context: Context, made: Made) -> None:
    report = checker.validate_pdf_bytes(made("accessible", release, context), profile=standard)
    assert not [(f.rule_id, f.message) for f in report.failures]


@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_a_draft_passes_both_standards(
    standard: str, bilingual_release: Release, draft_context: Context, made: Made
) -> None:
    report = checker.validate_pdf_bytes(
        made("accessible", bilingual_release, draft_context), profile=standard
    )
    assert not [(f.rule_id, f.message) for f in report.failures]


def test_it_passes_its_own_preflight(release: Release, context: Context, made: Made) -> None:
    assert "structure" in Accessible().preflight(made("accessible", release, context), context)


def test_it_says_what_the_article_says(release: Release, draft_context: Context, made: Made) -> None:
    readback.check("x.pdf", made("accessible", release, draft_context), release, draft_context)


def test_it_is_the_same_each_time(bilingual_release: Release, context: Context, made: Made) -> None:
    assert Accessible().make(bilingual_release, context) == made("accessible", bilingual_release, context)


def test_english_beside_chinese_says_that_it_is_english(
    bilingual_release: Release, context: Context, made: Made
) -> None:
    languages = {
        str(e.Lang) for e in elements(made("accessible", bilingual_release, context)) if "/Lang" in e
    }
    assert languages == {"en"}


def test_a_pdf_without_a_profile_says_so_too(bilingual_release: Release, context: Context) -> None:
    data = WeasyPrintExporter().export(bilingual_release, context)
    assert {str(e.Lang) for e in elements(data) if "/Lang" in e} == {"en"}


def test_header_cells_have_a_scope(bilingual_release: Release, context: Context, made: Made) -> None:
    scopes = [
        str(e.A.Scope) for e in elements(made("accessible", bilingual_release, context)) if e.S == "/TH"
    ]
    assert scopes == ["/Column"] * 4


def test_no_text_hangs_outside_the_tree(bilingual_release: Release, context: Context, made: Made) -> None:
    document = pikepdf.open(BytesIO(made("accessible", bilingual_release, context)))
    program = pikepdf.parse_content_stream(document.pages[0])
    # what says only how a gap reads stands within a marked text
    opened = [
        step for step in program if str(step.operator) == "BDC" and "/ActualText" not in str(step.operands[1])
    ]
    feet = [step for step in opened if str(step.operands[0]) == "/Artifact"]
    numbers = {int(step.operands[1].MCID) for step in opened if step not in feet}
    parents = document.Root.StructTreeRoot.ParentTree.Nums[1]
    assert len(feet) == 3  # source and date in either language, page number
    assert numbers == {n for n, parent in enumerate(parents) if parent is not None}


def test_the_names_it_holds_on_to_are_there_in_this_weasyprint() -> None:
    from weasyprint.pdf import tags

    before = tags._build_box_tree
    with full_tags("en"):
        assert tags._build_box_tree is not before
    assert tags._build_box_tree is before
