"""The models on the machine are found, listed and removed; what else lies there is left alone."""

import json
from pathlib import Path

import pytest

from publisher.errors import ConfigError
from publisher.translation.engines.models import find, installed, pair, remove


def model(place: Path, name: str, **metadata: object) -> None:
    (place / name).mkdir(parents=True)
    (place / name / "metadata.json").write_text(
        json.dumps({"from_code": "zh", "to_code": "en", "package_version": "1.0"} | metadata)
    )


def test_stray_files_and_folders_do_not_break_the_list(tmp_path: Path) -> None:
    model(tmp_path, "zh_en")
    (tmp_path / "stray").mkdir()
    (tmp_path / "stray.txt").write_text("")
    model(tmp_path, "wrong", from_code=["zh"])
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "metadata.json").write_bytes(b"\xff{")
    assert [m.name for m in installed((tmp_path, tmp_path / "missing"))] == ["zh_en"]


def test_the_newest_of_a_pair_comes_first(tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "1.0"):
        model(tmp_path, version, package_version=version)
    assert [m.version for m in installed((tmp_path,))] == ["1.10", "1.9", "1.0"]


def test_a_model_is_what_its_folder_holds(tmp_path: Path) -> None:
    model(tmp_path, "zh_en")
    (tmp_path / "zh_en" / "model").mkdir()
    (tmp_path / "zh_en" / "model" / "model.bin").write_bytes(bytes(1000))
    (found,) = installed((tmp_path,))
    assert found.bytes == 1000 + (tmp_path / "zh_en" / "metadata.json").stat().st_size


@pytest.mark.parametrize("name", ["zh_en", "zh-en", "translate-zh_en", "ZH_EN"])
def test_a_pair_has_several_spellings(name: str) -> None:
    assert pair(name) == ("zh", "en")


@pytest.mark.parametrize("name", ["", "zh", "zh_en.argosmodel", "../zh_en", "zhen"])
def test_other_names_are_no_pair(name: str) -> None:
    assert pair(name) is None


def test_a_model_is_removed_by_the_name_of_its_pair(tmp_path: Path) -> None:
    model(tmp_path, "translate-zh_en-1_0")
    model(tmp_path, "translate-en_zh-1_0", from_code="en", to_code="zh")
    remove(find("zh_en", installed((tmp_path,))))
    assert [p.name for p in tmp_path.iterdir()] == ["translate-en_zh-1_0"]


def test_a_link_to_a_model_is_removed_and_the_model_is_not(tmp_path: Path) -> None:
    model(tmp_path / "elsewhere", "zh_en")
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages" / "zh_en").symlink_to(tmp_path / "elsewhere" / "zh_en")
    remove(find("zh_en", installed((tmp_path / "packages",))))
    assert (tmp_path / "elsewhere" / "zh_en" / "metadata.json").exists()
    assert not list((tmp_path / "packages").iterdir())


def test_a_name_that_means_two_models_is_refused_with_both(tmp_path: Path) -> None:
    model(tmp_path, "a")
    model(tmp_path, "b")
    with pytest.raises(ConfigError, match="means 2 models") as fault:
        find("zh_en", installed((tmp_path,)))
    assert fault.value.hint == "Installed: a, b."


def test_no_path_is_a_name(tmp_path: Path) -> None:
    model(tmp_path / "packages", "zh_en")
    model(tmp_path, "outside")
    with pytest.raises(ConfigError, match="No model named"):
        find("../outside", installed((tmp_path / "packages",)))
