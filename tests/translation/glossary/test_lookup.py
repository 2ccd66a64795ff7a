"""A glossary gives decided terms and names, the user's before the built-in ones."""

from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.translation.glossary import Entry, Glossary

ROWS = "source,target,type\n东岭大学,Dongling University,organisation\n曾一,Zeng Yi,person\n"


def load(folder: Path, text: str, *, builtin: bool = False) -> Glossary:
    path = folder / "g.csv"
    path.write_text(text, encoding="utf-8")
    return Glossary.load([path], builtin=builtin)


def test_a_term_is_found_from_its_source(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS).lookup("东岭大学") == "Dongling University"


def test_a_term_is_found_from_its_target_too(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS).lookup("Dongling University") == "东岭大学"


def test_a_term_is_found_in_traditional_characters(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS).lookup("東嶺大學") == "Dongling University"


def test_a_term_is_found_from_an_alternative() -> None:
    assert Glossary([Entry("校长", "president", alternatives=("principal",))]).lookup("principal") == "校长"


def test_an_unknown_term_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS).lookup("西岭大学") is None


def test_names_are_the_people_alone(tmp_path: Path) -> None:
    assert dict(load(tmp_path, ROWS).names) == {"曾一": "Zeng Yi"}


def test_the_later_of_two_entries_is_used() -> None:
    assert Glossary([Entry("海", "sea"), Entry("海", "ocean")]).lookup("海") == "ocean"


def test_without_builtin_nothing_but_the_files_is_known(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS).lookup("宣传部") is None


def test_builtin_entries_are_there_when_asked_for(tmp_path: Path) -> None:
    assert load(tmp_path, ROWS, builtin=True).lookup("宣传部") == "Publicity Department"


def test_an_entry_of_the_user_replaces_the_builtin_one_of_the_same_source(tmp_path: Path) -> None:
    glossary = load(tmp_path, "source,target,type\n校长,principal,title\n", builtin=True)
    found = glossary.find("校长")
    assert found is not None
    assert (found.target, found.alternatives, found.builtin) == ("principal", (), False)


def test_an_english_title_of_many_chinese_ones_has_no_answer() -> None:
    assert Glossary.load([], builtin=True).lookup("director") is None


def test_what_the_user_says_of_an_ambiguous_title_is_the_answer(tmp_path: Path) -> None:
    assert load(tmp_path, "source,target\n台长,director\n", builtin=True).lookup("director") == "台长"


def test_entries_are_chosen_by_type_and_text(tmp_path: Path) -> None:
    glossary = load(tmp_path, ROWS)
    assert [e.source for e in glossary.chosen("person")] == ["曾一"]
    assert [e.source for e in glossary.chosen(search="dongling")] == ["东岭大学"]


def test_a_missing_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        Glossary.load([tmp_path / "none.csv"])
