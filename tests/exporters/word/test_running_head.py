"""The running head in Word: the headline over every page but the first, where a theme asks."""

import io
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.model import Release


def opened(release: Release, context: Context, look: str, **tokens: Any) -> Any:
    made = theme.load(look, layout=tokens)
    context = msgspec.structs.replace(context, theme=made)
    return docx.Document(io.BytesIO(DocxExporter().export(release, context)))


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_every_page_but_the_first_says_the_headline(look: str, release: Release, context: Context) -> None:
    document = opened(release, context, look, running_head=True)
    section = document.sections[0]
    headers = [section.header]
    if document.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
    assert [h.paragraphs[0].text for h in headers] == [release.editions[0].meta.headline] * len(headers)
    assert section.different_first_page_header_footer
    assert not "".join(p.text for p in section.first_page_header.paragraphs)


@pytest.mark.parametrize("look", ["press", "newsletter"])
def test_the_foot_of_the_first_page_is_that_of_the_others(
    look: str, release: Release, context: Context
) -> None:
    section = opened(release, context, look, running_head=True).sections[0]
    first, other = section.first_page_footer._element, section.footer._element
    assert "".join(first.itertext()) == "".join(other.itertext()) != ""


def test_only_the_section_with_the_first_page_tells_it_apart(release: Release, context: Context) -> None:
    sections = opened(release, context, "newsletter").sections
    told = [section._sectPr.find(qn("w:titlePg")) is not None for section in sections]
    assert told == [True, *[False] * (len(sections) - 1)]


def test_a_theme_that_asks_for_none_has_no_head(release: Release, context: Context) -> None:
    section = opened(release, context, "press").sections[0]
    assert section.header.is_linked_to_previous
    assert not section.different_first_page_header_footer
