"""What a Word document says of itself: its properties, true and clean."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Origin, Release, State, Translation
from publisher.serialize import to_json


def part(release: Release, context: Context, name: str) -> Any:
    package = zipfile.ZipFile(io.BytesIO(DocxExporter().export(release, context)))
    return etree.fromstring(package.read(name))


def custom(release: Release, context: Context) -> dict[str, str]:
    root = part(release, context, "docProps/custom.xml")
    return {element.get("name"): element[0].text for element in root}


def with_meta(article: Article, **changes: Any) -> Article:
    return msgspec.structs.replace(article, meta=msgspec.structs.replace(article.meta, **changes))


def test_the_custom_properties_say_where_the_document_comes_from(
    chinese_article: Article, context: Context
) -> None:
    said = custom(Release((chinese_article,)), context)
    assert said["Source"] == chinese_article.meta.source
    assert said["Issued"] == "2026-03-05T02:20:30Z"
    assert said["Language"] == "zh-Hans"
    assert said["SHA-256 zh-Hans"] == hashlib.sha256(to_json(chinese_article)).hexdigest()


def test_a_document_side_by_side_has_the_sum_of_each_edition(
    bilingual_release: Release, context: Context
) -> None:
    said = custom(bilingual_release, context)
    assert said["Language"] == "zh-Hans, en"
    for article in bilingual_release.editions:
        name = f"SHA-256 {article.meta.language}"
        assert said[name] == hashlib.sha256(to_json(article)).hexdigest()


def test_an_embargo_is_a_date_in_the_properties(chinese_article: Article, context: Context) -> None:
    held = with_meta(chinese_article, embargo=datetime(2026, 3, 6, 1, 0, tzinfo=UTC))
    root = part(Release((held,)), context, "docProps/custom.xml")
    (value,) = [element[0] for element in root if element.get("name") == "Embargo"]
    assert etree.QName(value).localname == "filetime"
    assert value.text == "2026-03-06T01:00:00Z"


def test_an_article_without_an_embargo_names_none(chinese_article: Article, context: Context) -> None:
    assert "Embargo" not in custom(Release((chinese_article,)), context)


def test_the_states_of_the_translation_are_counted(bilingual_release: Release, context: Context) -> None:
    states = (State.DRAFT, State.REVIEWED, State.REVIEWED)
    made = tuple(Translation(f"b2.{n}", "x", Origin.HAND, 1.0, s) for n, s in enumerate(states))
    said = custom(msgspec.structs.replace(bilingual_release, translations=made), context)
    assert {name: count for name, count in said.items() if name.endswith(" segments")} == {
        "Draft segments": "1",
        "Reviewed segments": "2",
        "Final segments": "0",
    }


def test_an_article_that_is_no_translation_counts_no_segments(
    chinese_article: Article, context: Context
) -> None:
    assert not [name for name in custom(Release((chinese_article,)), context) if "segments" in name]


def test_the_extended_properties_name_the_issuer_and_this_program(
    chinese_article: Article, context: Context
) -> None:
    root = part(Release((chinese_article,)), context, "docProps/app.xml")
    said = {etree.QName(element).localname: element.text for element in root}
    assert said["Company"] == chinese_article.meta.source
    assert said["Application"] == "Publisher"
    assert "Pages" not in said


@pytest.mark.parametrize("hostile", ["<w:p/>&amp;\"']]>", "a\x0bb\x00c\ufffe", "长" * 100_000, "\\1\\g<0>"])
def test_hostile_words_in_the_properties_stay_words_and_short(
    hostile: str, chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    release = Release((with_meta(chinese_article, source=hostile, keywords=(hostile,)),))
    path = tmp_path / "hostile.docx"
    path.write_bytes(DocxExporter().export(release, context))
    assert not OpenXmlValidator().validate(path).errors
    said = custom(release, context)["Source"]
    assert said == (
        hostile.replace("\x0b", "").replace("\x00", "").replace("\ufffe", "")
        if len(hostile) < 255
        else hostile[:254] + "…"
    )
