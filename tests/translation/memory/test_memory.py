"""A memory is read safely and finds texts whatever their width, spacing and quotes."""

import subprocess
import sys
from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.translation import memory as module
from publisher.translation.memory import Memory

PAIR = ("我们说：“好，2024年见！”", "“Good, see you in 2024!” we said.")


def tmx(*units: str, prolog: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}<tmx version="1.4"><header/><body>\n'
        + "\n".join(units)
        + "\n</body></tmx>"
    )


def unit(*variants: tuple[str, str], attributes: str = "") -> str:
    tuvs = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants)
    return f"<tu {attributes}>{tuvs}</tu>"


def write(folder: Path, text: str, name: str = "m.tmx") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def load(folder: Path, *units: str) -> Memory:
    return Memory.load([write(folder, tmx(*units))])


def text_of(memory: Memory, text: str, source: str = "zh-Hans", target: str = "en") -> str | None:
    match = memory.lookup(text, source, target)
    return match.text if match else None


@pytest.mark.parametrize(
    "asked",
    [
        PAIR[0],
        "我们说：「好，2024年见！」",
        "我们说:“好,2024年见!”",
        "我们说： “好， ２０２４ 年见！” ",
        '我们说："好，2024年见！"',
        "我们\u200b说：“好，\u00a02024年见！”",
    ],
)
def test_a_text_is_found_whatever_its_width_spacing_and_quotes(tmp_path: Path, asked: str) -> None:
    assert text_of(load(tmp_path, unit(("zh", PAIR[0]), ("en", PAIR[1]))), asked) == PAIR[1]


def test_a_superscript_is_another_text(tmp_path: Path) -> None:
    assert text_of(load(tmp_path, unit(("zh", "10²米"), ("en", "100 m"))), "102米") is None


def test_words_run_together_are_another_text(tmp_path: Path) -> None:
    assert text_of(load(tmp_path, unit(("en", "not able"), ("zh", "不能"))), "notable", "en", "zh") is None


def test_a_memory_serves_both_directions(tmp_path: Path) -> None:
    assert (
        text_of(load(tmp_path, unit(("zh", PAIR[0]), ("en", PAIR[1]))), PAIR[1], "en", "zh-Hans") == PAIR[0]
    )


@pytest.mark.parametrize(("stored", "asked"), [("EN-us", "en"), ("en", "en-GB"), ("en_US", "en-US")])
def test_languages_match_across_regions(tmp_path: Path, stored: str, asked: str) -> None:
    assert (
        text_of(load(tmp_path, unit(("zh-CN", "花"), (stored, "flower"))), "花", "zh-Hans", asked) == "flower"
    )


def test_the_asked_region_goes_first(tmp_path: Path) -> None:
    memory = load(tmp_path, unit(("zh", "色"), ("en-US", "color"), ("en-GB", "colour")))
    assert text_of(memory, "色", target="en-GB") == "colour"


def test_traditional_text_never_serves_a_simplified_edition(tmp_path: Path) -> None:
    assert (
        text_of(load(tmp_path, unit(("en", "flower"), ("zh-TW", "蘋果"))), "flower", "en", "zh-Hans") is None
    )


def test_a_later_memory_goes_before_an_earlier_one(tmp_path: Path) -> None:
    first = write(tmp_path, tmx(unit(("zh", "花"), ("en", "bloom"))), "1.tmx")
    second = write(tmp_path, tmx(unit(("zh", "花"), ("en", "flower"))), "2.tmx")
    assert text_of(Memory.load([first, second]), "花") == "flower"


def test_an_empty_target_is_no_translation(tmp_path: Path) -> None:
    assert text_of(load(tmp_path, unit(("zh", "花"), ("en", ""))), "花") is None


def test_inline_codes_are_left_out_and_highlights_kept(tmp_path: Path) -> None:
    marked = '<bpt i="1">&lt;b></bpt>春<ept i="1">&lt;/b></ept><ph>&lt;br></ph><hi>天</hi>来'
    assert text_of(load(tmp_path, unit(("zh", marked), ("en", "Spring"))), "春天来") == "Spring"


def test_line_ends_of_pretty_printed_xml_are_no_text(tmp_path: Path) -> None:
    memory = load(tmp_path, unit(("zh", "\n  春天，\n  来了\n"), ("en", "Spring\n   is here")))
    assert text_of(memory, "春天，来了") == "Spring is here"
    assert text_of(memory, "Spring is here", "en", "zh") == "春天，来了"


def test_a_unit_marked_as_machine_made_is_not_reviewed(tmp_path: Path) -> None:
    match = load(tmp_path, unit(("zh", "花"), ("en", "flower"), attributes='creationid="MT!"')).lookup(
        "花", "zh", "en"
    )
    assert match is not None
    assert not match.reviewed


def test_a_malformed_memory_is_refused_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, tmx(unit(("zh", "花"), ("en", "flower")), "<tu>"))
    with pytest.raises(TranslationError, match=r"m\.tmx: line 5") as caught:
        Memory.load([path])
    assert caught.value.hint


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="line 1"):
        Memory.load([write(tmp_path, "")])


def test_another_kind_of_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="root is <html>"):
        Memory.load([write(tmp_path, "<html/>")])


def test_a_variant_without_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="line 4: a <tuv> without xml:lang"):
        load(tmp_path, unit(("zh", "花")), "<tu><tuv><seg>x</seg></tuv></tu>")


def test_a_missing_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        Memory.load([tmp_path / "none.tmx"])


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        Memory.load([tmp_path])


def test_an_oversize_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 10)
    with pytest.raises(TranslationError, match="larger than"):
        load(tmp_path)


def test_an_outside_entity_is_not_read(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret", "secret.txt")
    prolog = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n'
    path = write(tmp_path, tmx(unit(("zh", "花"), ("en", "&x;")), prolog=prolog))
    with pytest.raises(TranslationError, match="entity"):
        Memory.load([path])


def test_a_missing_dtd_is_not_looked_for(tmp_path: Path) -> None:
    prolog = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    path = write(tmp_path, tmx(unit(("zh", "花"), ("en", "flower")), prolog=prolog))
    assert text_of(Memory.load([path]), "花") == "flower"


def test_the_room_is_imported_without_lxml() -> None:
    code = "import sys, publisher.translation.translator; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
