"""Argos models translate whole documents at once, offline, through the real libraries."""

import sys
from pathlib import Path
from typing import Any

import pytest

from publisher.errors import ConfigError, TranslationError
from publisher.translation.engines import argos
from publisher.translation.engines.argos import ArgosEngine


@pytest.fixture(scope="module")
def engine(place: Path) -> ArgosEngine:
    return ArgosEngine((place,))


def test_it_translates_through_the_real_libraries(engine: ArgosEngine) -> None:
    assert engine.translate(["今年展览开幕。"], "zh-Hans", "en") == ["this year the exhibition opened."]


def test_it_translates_into_chinese(engine: ArgosEngine) -> None:
    assert engine.translate(["the exhibition opened."], "en", "zh-Hans") == ["展览开幕。"]


def test_it_supports_a_pair_whose_package_is_installed(engine: ArgosEngine) -> None:
    assert engine.supports("zh-Hans", "en")
    assert engine.supports("en-US", "zh-Hans-CN")


def test_it_does_not_support_a_pair_without_a_package(engine: ArgosEngine) -> None:
    assert not engine.supports("fr", "en")


def test_a_pair_without_a_package_is_refused_with_the_next_step(engine: ArgosEngine) -> None:
    with pytest.raises(TranslationError) as fault:
        engine.translate(["Bonjour."], "fr", "en")
    assert "publisher models install" in fault.value.hint


def test_traditional_chinese_goes_through_the_simplified_model(engine: ArgosEngine) -> None:
    assert engine.translate(["總投資達到37。"], "zh-Hant", "en") == ["total investment reached37."]


def test_an_edition_in_traditional_chinese_is_made_by_the_simplified_model(engine: ArgosEngine) -> None:
    assert engine.translate(["total investment reached."], "en", "zh-Hant-TW") == ["總投資達到。"]


def test_a_package_for_traditional_chinese_goes_before(tmp_path: Path, packages: dict[str, Path]) -> None:
    from publisher.translation.engines.package_file import install
    from tests import tiny_model

    for file in (packages["zh_en"], tiny_model.package(tmp_path, "zt", "en")):
        install(file, tmp_path / "packages")
    engine = ArgosEngine((tmp_path / "packages",))
    # the tiny package knows only Simplified words: that Traditional ones reach it shows that it was asked
    assert "總" in engine.translate(["總投資"], "zh-Hant", "en")[0]


def test_all_sentences_of_a_document_go_in_one_batch(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    run = argos._run

    def counted(loaded: Any, pieces: Any, name: str) -> list[str]:
        calls.append(len(pieces))
        return run(loaded, pieces, name)

    monkeypatch.setattr(argos, "_run", counted)
    texts = [f"今年有{n}家公司参加展览。" for n in range(200)]
    made = engine.translate(texts, "zh-Hans", "en")
    assert calls == [200]
    assert made[137] == "this year there are137 local companies joined the exhibition."


def test_line_breaks_stay_where_they_are(engine: ArgosEngine) -> None:
    assert engine.translate(["\n展览\n\n开幕\n"], "zh-Hans", "en") == ["\nthe exhibition\n\nopened\n"]


def test_sentences_of_one_text_are_joined_as_the_target_joins_them(engine: ArgosEngine) -> None:
    assert engine.translate(["展览开幕。市长说。"], "zh-Hans", "en") == [
        "the exhibition opened. the mayor said."
    ]
    assert engine.translate(["the exhibition opened. The end."], "en", "zh-Hans")[0].startswith("展览开幕。T")


def test_underscores_are_kept(engine: ArgosEngine) -> None:
    assert engine.translate(["a_b@example.com"], "zh-Hans", "en") == ["a_b@example.com"]


def test_a_sentence_longer_than_the_model_can_hold_loses_nothing(engine: ArgosEngine) -> None:
    made = engine.translate(["，".join(f"有{n}家公司" for n in range(100, 200)) + "。"], "zh-Hans", "en")[0]
    assert all(f"are{n} local companies" in made for n in range(100, 200))


def test_a_long_run_without_marks_loses_nothing(engine: ArgosEngine) -> None:
    assert engine.translate(["公司" * 700], "zh-Hans", "en")[0].count("companies") == 700


def test_empty_texts_cost_nothing(engine: ArgosEngine) -> None:
    assert engine.translate(["", "展览", ""], "zh-Hans", "en") == ["", "the exhibition", ""]


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    with pytest.raises(ConfigError) as fault:
        ArgosEngine().supports("zh-Hans", "en")
    assert "--no-deps argos-translate-lt" in fault.value.hint


def test_a_model_that_does_not_load_is_one_clear_line(packages: dict[str, Path], tmp_path: Path) -> None:
    from publisher.translation.engines.package_file import install

    model = install(packages["zh_en"], tmp_path).model
    (model.path / "model" / "model.bin").write_bytes(b"no weights")
    with pytest.raises(TranslationError) as fault:
        ArgosEngine((tmp_path,)).translate(["展览"], "zh-Hans", "en")
    assert model.name in str(fault.value)
    assert "\n" not in str(fault.value)
