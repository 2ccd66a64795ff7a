"""Each glyph of a PDF is drawn as its text reads: what the file says of it is not believed."""

import io

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from tests.exporters.drawn import drawn_wrongly, says
from tests.visual.cases import NAMES
from tests.visual.conftest import pdf

every_case = pytest.mark.parametrize("name", NAMES)


@every_case
@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_every_glyph_is_drawn_as_it_reads(engine: str, name: str) -> None:
    assert drawn_wrongly(pdf(engine, name)) == []


@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_a_glyph_drawn_as_another_is_found(engine: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(engine, "press.en"))) as made:
        used = next(o for o in made.objects if isinstance(o, pikepdf.Dictionary) and "/DescendantFonts" in o)
        stream = used.DescendantFonts[0].FontDescriptor.FontFile2
        font = TTFont(io.BytesIO(stream.read_bytes()))
        glyphs, order = font["glyf"], font.getGlyphOrder()
        letters = [order[code] for code, text in says(used.ToUnicode.read_bytes()).items() if text.isalpha()]
        one, other = letters[:2]
        glyphs[one], glyphs[other] = glyphs[other], glyphs[one]
        swapped, saved = io.BytesIO(), io.BytesIO()
        font.save(swapped)
        stream.write(swapped.getvalue())
        made.save(saved)
    assert len(drawn_wrongly(saved.getvalue())) == 2
