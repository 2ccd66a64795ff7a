"""Fonts are cut to the document, the same bytes for the same characters."""

import io

import pytest

from publisher.typesetting import fonts

HAN = "NotoSerifSC-Regular.ttf"


def test_a_cut_font_has_the_characters_asked_for() -> None:
    from fontTools.ttLib import TTFont

    cut = TTFont(io.BytesIO(fonts.cut(HAN, frozenset("青岚，"))))
    assert {ord(c) for c in "青岚，"} <= set(cut.getBestCmap())


def test_a_cut_font_keeps_the_feature_that_squeezes_adjacent_marks() -> None:
    from fontTools.ttLib import TTFont

    cut = TTFont(io.BytesIO(fonts.cut(HAN, frozenset("“”（），。"))))
    assert "chws" in {record.FeatureTag for record in cut["GPOS"].table.FeatureList.FeatureRecord}


def test_the_same_characters_give_the_same_bytes() -> None:
    assert fonts.cut(HAN, frozenset("青岚市")) == fonts.cut(HAN, frozenset("市岚青"))


def test_a_han_character_is_one_em_wide() -> None:
    assert fonts.advance(HAN, "青岚") == pytest.approx(2.0)


@pytest.mark.parametrize("character", list("喆堃玥镕昇珺祎赟"))
def test_characters_of_names_outside_gb2312_have_glyphs(character: str) -> None:
    assert ord(character) in fonts.coverage(HAN)


def test_a_font_cut_for_screens_has_fewer_glyphs_and_the_features_named() -> None:
    from fontTools.ttLib import TTFont

    latin, text = "SourceSerif4-Regular.ttf", frozenset("Robot fi 2026")
    whole, cut = (TTFont(io.BytesIO(fonts.cut(latin, text, only))) for only in (None, fonts.FOR_SCREEN))
    assert len(cut.getGlyphOrder()) < len(whole.getGlyphOrder()) / 2
    found = {r.FeatureTag for tag in ("GSUB", "GPOS") for r in cut[tag].table.FeatureList.FeatureRecord}
    assert {"kern", "liga"} <= found <= fonts.FOR_SCREEN


def test_a_font_can_reach_as_far_as_another() -> None:
    from fontTools.ttLib import TTFont

    latin = fonts.cut("SourceSerif4-Regular.ttf", frozenset("ab"))
    made = TTFont(io.BytesIO(fonts.with_extents(latin, HAN)))
    ascent, descent = fonts.extents(HAN)
    em = made["head"].unitsPerEm
    assert (made["hhea"].ascent, made["hhea"].descent) == (round(ascent * em), -round(descent * em))
    assert (made["OS/2"].sTypoAscender, made["OS/2"].usWinDescent) == (
        round(ascent * em),
        round(descent * em),
    )


def test_a_chinese_dash_takes_two_squares() -> None:
    assert fonts.advance("NotoSerifSC-Regular.ttf", "——") == 2
    assert fonts.advance("NotoSerifSC-Regular.ttf", "春——天") == 4


@pytest.mark.parametrize("name", ["SourceSerif4-Regular.ttf", "SourceSerif4-Bold.ttf"])
def test_kerning_goes_through_a_long_text(name: str) -> None:
    words = "technology, “Today” "  # its length and that of a stretch have few divisors in common
    once = fonts.advances(name, words)
    repeated = fonts.advances(name, words * 60)
    assert [round(a, 4) for a in repeated] == [round(a, 4) for a in once] * 60
