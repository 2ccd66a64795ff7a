"""The catalogs are whole and current, and found by language."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from publisher import localization, resources
from publisher.errors import ConfigError
from publisher.localization.catalog import KEYWORDS, Catalog, catalog_name, names

ROOM = Path(localization.__file__).parent
WORDS = resources.locales()

NAMES = ("en_GB", "en_US", "zh_Hans", "zh_Hant_HK", "zh_Hant_TW")
Key = tuple[str, str | None]


def read(path: Path) -> Messages:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def keys(messages: Messages) -> dict[Key, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the msgid with its plural, and the notes for translators, of each message."""
    return {(forms(m.id)[0], m.context): (forms(m.id), tuple(m.auto_comments)) for m in messages if m.id}


def extracted() -> dict[Key, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = extract_from_dir(
        ROOM,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,  # type: ignore[arg-type]  # Babel's type leaves out the form by number of arguments
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    return {(forms(text)[0], context): (forms(text), tuple(notes)) for _, _, text, notes, context in found}


def po(name: str) -> Messages:
    return read(WORDS / name / "LC_MESSAGES" / "publisher.po")


def test_there_are_catalogs_for_the_five_locales() -> None:
    assert set(names()) >= set(NAMES)


def test_the_template_holds_exactly_the_words_and_notes_of_the_sources() -> None:
    assert keys(read(WORDS / "publisher.pot")) == extracted()


def test_every_word_has_a_note_for_translators() -> None:
    assert [key for key, (_, notes) in extracted().items() if not notes] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_catalog_holds_exactly_the_words_and_notes_of_the_template(name: str) -> None:
    assert keys(po(name)) == keys(read(WORDS / "publisher.pot"))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_catalog_is_translated_for_certain(name: str) -> None:
    assert [m.id for m in po(name) if m.id and (not all(forms(m.string)) or m.fuzzy)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_catalog_has_no_obsolete_word(name: str) -> None:
    assert not po(name).obsolete


@pytest.mark.parametrize("name", NAMES)
def test_a_catalog_has_a_form_for_each_number_of_its_language(name: str) -> None:
    catalog = po(name)
    counted = [m for m in catalog if m.pluralizable]
    assert counted
    assert {len(forms(m.string)) for m in counted} == {catalog.num_plurals}


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_keeps_the_fields_of_its_pattern(name: str) -> None:
    field = re.compile(r"\{\w+\}")
    wrong = [
        m.id
        for m in po(name)
        if m.id and any(set(field.findall(s)) != set(field.findall(forms(m.id)[0])) for s in forms(m.string))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["zh_Hant_TW", "zh_Hant_HK"])
def test_a_traditional_catalog_holds_no_simplified_form(name: str) -> None:
    words = "".join(s for m in po(name) if m.id for s in forms(m.string))
    assert not set(words) & set("闻发图摄编辑审译联络电话邮网页传体经时间门")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-Hans", "zh_Hans"),
        ("zh-Hans-SG", "zh_Hans"),
        ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("zh-Hant", "zh_Hant_TW"),
        ("zh-Hant-HK", "zh_Hant_HK"),
        ("zh-Hant-MO", "zh_Hant_TW"),
        ("zh-Hans-HK", "zh_Hans"),
        ("zh-TW", "zh_Hant_TW"),
        ("zh_HK", "zh_Hant_HK"),
        ("en", "en_US"),
        ("en-ZZ", "en_US"),
        ("en-GB", "en_GB"),
        ("en-AU", "en_GB"),
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
    assert Catalog.load("en") is Catalog.load("en-US")
