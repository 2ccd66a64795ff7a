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
