"""The built-in glossaries are consistent, and big enough to help."""

import re
from collections import Counter

from publisher import resources
from publisher.translation.folding import has_han
from publisher.translation.glossary import Entry, check, csv_terms, read_builtin

ENTRIES = read_builtin()
DOMAINS = {
    "business",
    "education",
    "health",
    "media-and-events",
    "official-titles",
    "organisations",
    "party-and-government",
    "places",
    "science-and-technology",
}


def english(entry: Entry) -> tuple[str, ...]:
    return (entry.target, *entry.alternatives, *entry.forbidden)


def test_there_are_many_entries_in_each_domain() -> None:
    counts = Counter(entry.domain for entry in ENTRIES)
    assert set(counts) == DOMAINS
    assert min(counts.values()) >= 60
    assert sum(counts.values()) >= 2000


def test_no_source_stands_twice() -> None:
    assert [source for source, n in Counter(e.source for e in ENTRIES).items() if n > 1] == []


def test_no_entry_is_doubtful() -> None:
    assert [finding.message for finding in check(ENTRIES)] == []


def test_sources_are_chinese_and_translations_english() -> None:
    assert [e.source for e in ENTRIES if not has_han(e.source) or any(has_han(t) for t in english(e))] == []


def test_english_has_no_mark_of_a_typewriter_or_of_chinese() -> None:
    assert [t for e in ENTRIES for t in english(e) if re.search(r"['\"，。（）：；]", t)] == []


def test_titles_are_in_lower_case_but_for_names_and_initials() -> None:
    def is_common(word: str) -> bool:
        return word.lower() in (
            "president",
            "director",
            "minister",
            "secretary",
            "chairman",
            "professor",
            "deputy",
        )

    wrong = [
        e.target
        for e in ENTRIES
        if e.type == "title"
        for w in e.target.split()
        if is_common(w) and w[0].isupper()
    ]
    assert wrong == []


def test_names_are_capitalised() -> None:
    wrong = [
        e.target
        for e in ENTRIES
        if e.type == "place" and not e.target[0].isupper() and "Strait" not in e.target
    ]
    assert wrong == []


def test_a_forbidden_translation_is_not_the_right_one_of_the_same_source() -> None:
    wrong = [
        t
        for e in ENTRIES
        for t in e.forbidden
        if t.lower() in {a.lower() for a in (e.target, *e.alternatives)}
    ]
    assert wrong == []


def test_the_files_are_sorted_out_by_domain_and_can_be_read_as_any_glossary() -> None:
    paths = sorted(resources.glossaries().glob("*.csv"))
    assert sum(len(csv_terms.read(path)) for path in paths) == len(ENTRIES)
