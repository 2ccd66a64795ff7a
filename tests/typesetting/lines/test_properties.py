"""What holds for every paragraph at every measure."""

import random
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.typesetting.lines import Align, Line, Run, Setting, compose, compose_measured
from publisher.typesetting.lines.clusters import clusters

SIZE = 11.5
HAN, LATIN = "NotoSerifSC-Regular.ttf", "SourceSerif4-Regular.ttf"
CORPUS = Path(__file__).parents[2] / "benchmarks" / "corpus"
NO_START = frozenset("、，。．：；！？”’）］｝〕》〉】〗」』–—～·・‧／/%‰℃…")
HAN_PAIR = re.compile("[一-鿿]{2}")
NO_END = frozenset("“‘（［｛〔《〈【〖「『")
_EMS = (8, 9.5, 11, 12.2, 13, 14.7, 16, 17.5, 18, 20, 21.3, 23, 25, 26.6, 28, 30)
MEASURES = [*(SIZE * em for em in _EMS), 442.2, 380.0, 215.7, 467.7]


def paragraphs(name: str) -> list[str]:
    """Return the paragraphs of a corpus file."""
    return [p for p in (CORPUS / name).read_text(encoding="utf-8").split("\n") if len(p) > 20]


def shown(line: Line) -> str:
    """Return the characters of a line."""
    return "".join(piece.text for piece in line.pieces)


def assert_sound(text: str, lines: tuple[Line, ...], setting: Setting) -> None:
    """Hold the lines of ``text`` to what every paragraph must keep."""
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert shown(line).removesuffix("-" if line.hyphen else "") == text[line.start : line.end].rstrip(" ")
        x = 0.0
        for piece in line.pieces:
            assert piece.x >= x - 1e-6
            assert all(advance >= -1e-6 for advance in piece.advances)
            x = piece.x + sum(piece.advances)
        assert line.width <= setting.measure + 0.1 or len(shown(line)) == 1


@pytest.mark.parametrize("measure", MEASURES)
def test_no_chinese_line_starts_or_ends_wrongly_and_every_full_line_is_flush(measure: float) -> None:
    setting = Setting(measure=measure, language="zh-Hans", indent=2 * SIZE)
    for text in paragraphs("zh-Hans.txt")[::4]:
        lines = compose((Run(text, HAN, LATIN, SIZE),), setting)
        assert_sound(text, lines, setting)
        for line in lines[1:]:
            assert shown(line)[0] not in NO_START
        for line in lines[:-1]:
            assert shown(line)[-1] not in NO_END
            if HAN_PAIR.search(shown(line)):  # a line of one address has nothing to stretch
                assert line.width == pytest.approx(measure, abs=0.1)


@pytest.mark.parametrize("measure", [150.0, 230.0, 442.2])
def test_justified_english_is_flush_and_loses_nothing(measure: float) -> None:
    setting = Setting(measure=measure, language="en", hyphenate=True)
    for text in paragraphs("en.txt")[::8]:
        lines = compose((Run(text, HAN, LATIN, SIZE),), setting)
        assert_sound(text, lines, setting)
        for line in lines[:-1]:
            if " " in shown(line):
                assert line.width == pytest.approx(measure, abs=0.1)


ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from("，。、；：！？“”‘’（）《》【】「」—…·～/-.%$ 0123456789aZé\n\u200b\u2060\u00a0"),
        st.sampled_from("Internationalization"),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "M", "Zs")),
    ),
    max_size=120,
)


@settings(max_examples=300)
@given(
    text=ANY,
    em=st.floats(1.2, 30),
    align=st.sampled_from(Align),
    chinese=st.booleans(),
    hyphenate=st.booleans(),
)
def test_any_text_at_any_measure_keeps_its_characters_in_order(
    text: str, em: float, align: Align, chinese: bool, hyphenate: bool
) -> None:
    language = "zh-Hans" if chinese else "en"
    setting = Setting(measure=em * SIZE, language=language, align=align, hyphenate=hyphenate)
    lines = compose((Run(text, HAN, LATIN, SIZE),), setting)
    assert "\n".join("".join(text[line.start : line.end] for line in part) for part in _parts(lines)) == text


def _parts(lines: tuple[Line, ...]) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    for line in lines:
        parts[-1].append(line)
        if line.last:
            parts.append([])
    return parts[:-1]


@pytest.mark.parametrize("measure", [100.0, 113.0, 126.0, 139.0, 152.0, 165.0, 178.0])
def test_texts_measured_with_another_rounding_break_alike(measure: float) -> None:
    # one character more than full lines hold: one of them gives another to the last, and it may be any
    text = "启动仪式结束后与会嘉宾参观了展区看了入驻的项目和运用现场市民可在三月五日至十二日免费入场"
    setting = Setting(measure=measure, language="zh-Hans", align=Align.JUSTIFY)
    noise = random.Random(7)
    for length in range(20, len(text)):
        run = Run(text[:length], HAN, LATIN, 11.0)
        made = clusters((run,), chinese=True)
        rounded = [msgspec.structs.replace(c, body=c.body * (1 - 2e-5 * noise.random())) for c in made]
        one, other = (compose_measured(tuple(c), [run], setting) for c in (made, rounded))
        assert [line.start for line in one] == [line.start for line in other]
