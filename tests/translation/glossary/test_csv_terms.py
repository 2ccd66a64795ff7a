"""A glossary is read from what spreadsheets write, or refused with the line that is wrong."""

from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.translation.glossary import Entry, csv_terms

ROWS = "source,target,type\n东岭大学,Dongling University,organisation\n"
FULL = Entry(
    "校长",
    "president",
    "title",
    alternatives=("principal", "headteacher"),
    forbidden=("schoolmaster",),
    part_of_speech="noun",
    case="title",
    domain="schools",
    note="principal, of a school",
    traditional="校長",
)
FROM_ENGLISH = Entry("open day", "开放日", source_language="en", target_language="zh-Hans")


def read(folder: Path, data: bytes) -> tuple[Entry, ...]:
    path = folder / "g.csv"
    path.write_bytes(data)
    return csv_terms.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_spreadsheets_are_recognised(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, ROWS.encode(encoding))[0].source == "东岭大学"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separators_of_spreadsheets_are_recognised(tmp_path: Path, separator: str) -> None:
    assert read(tmp_path, ROWS.replace(",", separator).encode())[0].target == "Dongling University"


def test_a_line_that_names_the_separator_is_no_header(tmp_path: Path) -> None:
    assert len(read(tmp_path, b"sep=;\nsource;target\nx;y\n")) == 1


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "note,Target,SOURCE\nsalt water,sea,海\n".encode())
    assert (entry.source, entry.target, entry.type, entry.note) == ("海", "sea", "term", "salt water")


def test_several_values_are_parted_by_a_bar(tmp_path: Path) -> None:
    (entry,) = read(
        tmp_path, "source,target,alternatives,forbidden\n海,sea,ocean | main,lake|pond\n".encode()
    )
    assert (entry.alternatives, entry.forbidden) == (("ocean", "main"), ("lake", "pond"))


def test_an_english_source_beside_a_chinese_target_says_its_direction(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "source,target\nsea,海\n".encode())
    assert (entry.source_language, entry.target_language) == ("en", "zh-Hans")


def test_empty_rows_are_passed_over(tmp_path: Path) -> None:
    assert len(read(tmp_path, "source,target\n\n,\n海,sea\n".encode())) == 1


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    assert read(tmp_path, csv_terms.write((FULL, FROM_ENGLISH))) == (FULL, FROM_ENGLISH)


def test_only_columns_in_use_are_written() -> None:
    assert csv_terms.write((Entry("海", "sea"),)).splitlines()[0].decode("utf-8-sig") == "source,target,type"


def test_a_value_with_the_mark_between_values_cannot_be_written() -> None:
    with pytest.raises(TranslationError, match=r"海: “a\|b” has the mark"):
        csv_terms.write((Entry("海", "sea", alternatives=("a|b",)),))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("海,sea,term\n".encode(), "line 1: the header has no column source, target; valid are source"),
        (b"", "line 1: the header has no column"),
        (b"source,target,colour\n", "line 1: unknown column colour; valid are source, target, type"),
        (b"source,target,target\n", "line 1: the header has two columns target"),
        ("source,target\n海,\n".encode(), "line 2: a term without"),
        ("source,target\n海,sea,blue\n".encode(), "line 2: more cells"),
        (
            "source,target,type\n海,sea,term\n海,sea,trem\n".encode(),
            "line 3: unknown type “trem”; valid are event",
        ),
        ("source,target,case\n海,sea,upper\n".encode(), "line 2: unknown case “upper”; valid are as-is"),
        ("source,target,part_of_speech\n海,sea,n\n".encode(), "line 2: unknown part of speech “n”"),
        ('source,target\n"海,sea\n'.encode(), "line 2: not CSV"),
        (f"source,target\n海,{'x' * 501}\n".encode(), "line 2: a term longer than 500"),
        ("source,target\n海,sea\x1b[31m\n".encode(), r"line 2: a term with the character U\+001B"),
        (b"source,target\n\xff\xff\xff\xff,x\n", "neither UTF-8, UTF-16 nor GB18030"),
    ],
)
def test_a_faulty_glossary_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(TranslationError, match=said) as caught:
        read(tmp_path, data)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_glossary_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="larger than 16 MB"):
        read(tmp_path, b" " * (csv_terms.LIMIT + 1))
