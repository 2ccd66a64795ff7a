"""A glossary gives decided terms and names."""

from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.translation.glossary import Glossary

ROWS = "source,target,type\n东岭大学,Dongling University,organisation\n曾一,Zeng Yi,person\n"


def load(folder: Path, data: bytes) -> Glossary:
    path = folder / "g.csv"
    path.write_bytes(data)
    return Glossary.load([path])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_glossary_is_read_with_and_without_bom(tmp_path: Path, encoding: str) -> None:
    assert load(tmp_path, ROWS.encode(encoding)).lookup("东岭大学") == "Dongling University"


def test_a_term_is_found_from_its_target_too(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS.encode()).lookup("Dongling University") == "东岭大学"


def test_an_unknown_term_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS.encode()).lookup("西岭大学") is None


def test_names_are_the_people_alone(tmp_path: Path) -> None:
    assert dict(load(tmp_path, ROWS.encode()).names) == {"曾一": "Zeng Yi"}


def test_columns_are_found_by_name_and_others_ignored(tmp_path: Path) -> None:
    assert load(tmp_path, "note,type,target,source\nx,,Sea,海\n".encode()).lookup("海") == "Sea"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("海,Sea,term\n".encode(), "line 1: the header has no column"),
        (b"", "line 1: the header has no column"),
        ("source,target,type\n海,,term\n".encode(), "line 2: a row without"),
        ("source,target,type\n海,Sea,trem\n".encode(), "unknown type “trem”; valid are event"),
        ('source,target,type\n"海,Sea,term\n'.encode(), "line 2"),
        (ROWS.encode("gb18030"), "not UTF-8"),
    ],
)
def test_a_faulty_glossary_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(TranslationError, match=said) as caught:
        load(tmp_path, data)
    assert caught.value.hint


def test_a_missing_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        Glossary.load([tmp_path / "none.csv"])
