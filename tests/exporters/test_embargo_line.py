"""The line of an embargo in finished PDFs: it stands out alike, whichever engine set it."""

from datetime import UTC, datetime

import msgspec
import pypdfium2
import pypdfium2.raw as raw
import pytest

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.model import Article, Release

LINES = {"zh-Hans": "禁发至三月六日", "en": "Embargoed until 6 March"}


def looks(data: bytes, words: str) -> set[tuple[str, bool]]:
    """Return the colours, as ``#rrggbb``, in which ``words`` stand on the first page, and whether bold."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    found = text.search(words).get_next()
    assert found is not None
    start, count = found
    seen = set()
    for n in range(start, start + count):
        if text.get_text_range(n, 1).isspace():
            continue
        red, green, blue, alpha = (raw.c_uint() for _ in range(4))
        assert raw.FPDFText_GetFillColor(text, n, red, green, blue, alpha)
        name = raw.create_string_buffer(200)
        raw.FPDFText_GetFontInfo(text, n, name, 200, None)
        seen.add((f"#{red.value:02x}{green.value:02x}{blue.value:02x}", b"bold" in name.value.lower()))
    return seen


@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_the_release_line_is_bold_and_in_the_accent_under_an_embargo_alone(
    engine: str, held: bool, release: Release, context: Context
) -> None:
    until = datetime(2999, 3, 6, tzinfo=UTC) if held else None
    # a single edition that is held holds the page
    first, *others = (
        msgspec.structs.replace(edition, meta=msgspec.structs.replace(edition.meta, embargo=None))
        for edition in release.editions
    )
    first = msgspec.structs.replace(first, meta=msgspec.structs.replace(first.meta, embargo=until))
    furniture = {
        language: msgspec.structs.replace(words, release_line=LINES[language])
        for language, words in context.furniture.items()
    }
    told = msgspec.structs.replace(context, furniture=furniture)
    data = plugins.load("pdf_engines", engine)().export(Release((first, *others)), told)
    colours = context.theme.colours
    wanted = (colours.accent, True) if held else (colours.secondary, False)
    for edition in release.editions:
        assert looks(data, LINES[edition.meta.language]) == {wanted}


@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_a_page_without_a_masthead_tells_of_the_embargo_as_loudly(
    engine: str, chinese_article: Article, context: Context
) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, embargo=datetime(2999, 3, 6, tzinfo=UTC))
    look = theme.load("gongwen")
    words = msgspec.structs.replace(context.furniture["zh-Hans"], release_line=LINES["zh-Hans"])
    told = msgspec.structs.replace(context, theme=look, furniture={"zh-Hans": words})
    release = Release((msgspec.structs.replace(chinese_article, meta=meta),))
    data = plugins.load("pdf_engines", engine)().export(release, told)
    assert looks(data, LINES["zh-Hans"]) == {(look.colours.accent, True)}
