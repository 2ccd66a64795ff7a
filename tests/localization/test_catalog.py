"""The catalogs are whole and current, and found by language."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from publisher import localization, resources
from publisher.errors import ConfigError
from publisher.localization.catalog import CATALOGS, KEYWORDS, Catalog, catalog_name

ROOM = Path(localization.__file__).parent
WORDS = resources.locales()

Key = tuple[str, str | None]


def read(path: Path) -> Messages:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def keys(messages: Messages) -> set[Key]:
    return {(str(m.id), m.context) for m in messages if m.id}


def extracted() -> set[Key]:
    # Babel's type of a keyword leaves out the form by number of arguments, which its code takes
    found = extract_from_dir(ROOM, method_map=[("**.py", "python")], keywords=KEYWORDS)  # type: ignore[arg-type]
    return {(str(message), context) for _, _, message, _, context in found}


def test_the_template_holds_exactly_the_words_of_the_sources() -> None:
    assert keys(read(WORDS / "publisher.pot")) == extracted()


@pytest.mark.parametrize("name", CATALOGS)
def test_a_catalog_holds_exactly_the_words_of_the_template(name: str) -> None:
    assert keys(read(WORDS / name / "LC_MESSAGES" / "publisher.po")) == keys(read(WORDS / "publisher.pot"))


@pytest.mark.parametrize("name", CATALOGS)
def test_every_word_of_a_catalog_is_translated_for_certain(name: str) -> None:
    messages = [m for m in read(WORDS / name / "LC_MESSAGES" / "publisher.po") if m.id]
    assert [m.id for m in messages if not m.string or m.fuzzy] == []


@pytest.mark.parametrize("name", CATALOGS)
def test_a_translation_keeps_the_fields_of_its_pattern(name: str) -> None:
    messages = [m for m in read(WORDS / name / "LC_MESSAGES" / "publisher.po") if m.id]
    field = re.compile(r"\{\w+\}")
    wrong = [m.id for m in messages if set(field.findall(str(m.id))) != set(field.findall(str(m.string)))]
    assert wrong == []


def test_the_traditional_catalog_holds_no_simplified_form() -> None:
    words = "".join(str(m.string) for m in read(WORDS / "zh_Hant/LC_MESSAGES/publisher.po") if m.id)
    assert not set(words) & set("闻发图摄编辑审译联络电话邮网页传体经时间门")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-Hans", "zh_Hans"),
        ("zh-Hans-SG", "zh_Hans"),
        ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("zh-Hant", "zh_Hant"),
        ("zh-Hant-HK", "zh_Hant"),
        ("zh-TW", "zh_Hant"),
        ("en", "en"),
        ("en-GB", "en"),
    ],
)
def test_a_language_finds_its_catalog_by_script_or_region(language: str, name: str) -> None:
    assert catalog_name(language) == name


def test_a_language_without_a_catalog_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(ConfigError, match="'fr'") as caught:
        Catalog.load("fr")
    assert "zh-Hans" in caught.value.hint


def test_a_word_that_is_not_in_the_catalog_is_an_error() -> None:
    with pytest.raises(KeyError):
        Catalog.load("en").text("Nonsense")


def test_a_catalog_is_read_once() -> None:
    assert Catalog.load("en") is Catalog.load("en-GB")
