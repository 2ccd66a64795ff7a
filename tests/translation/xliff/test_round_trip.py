"""What is written as XLIFF says the same when it is read, and obeys the schemas of OASIS."""

import os
import re
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from publisher.translation import xliff
from publisher.translation.bitext import Bitext, BitextUnit, digest

VERSIONS: tuple[xliff.Version, ...] = ("1.2", "2.1")
SCHEMAS = Path(os.environ.get("XLIFF_SCHEMAS", ".cache/xliff-schemas"))
NAMES = {"1.2": "xliff-core-1.2-strict.xsd", "2.1": "xliff-core-2.0.xsd"}
"""The core of 2.1 is the core of 2.0: it kept the namespace and the schema."""

both = pytest.mark.parametrize("version", VERSIONS)


def schema(version: str) -> etree.XMLSchema:
    path = SCHEMAS / NAMES[version]
    if not path.is_file():
        pytest.skip("the schemas of XLIFF are not here; .ci/run fetches them")
    beside = re.sub(rb'schemaLocation="[^"]*/xml.xsd"', b'schemaLocation="xml.xsd"', path.read_bytes())
    return etree.XMLSchema(etree.fromstring(beside, base_url=str(path)))


def unsent(value: Bitext) -> Bitext:
    units = tuple(msgspec.structs.replace(unit, sent="") for unit in value.units)
    return msgspec.structs.replace(value, units=units)


@both
def test_a_bitext_comes_back_from_xliff_as_it_was(everything: Bitext, version: xliff.Version) -> None:
    assert unsent(xliff.read(xliff.write(everything, version), "t.xlf")) == everything


@both
def test_each_unit_tells_which_target_was_sent(everything: Bitext, version: xliff.Version) -> None:
    back = xliff.read(xliff.write(everything, version), "t.xlf")
    assert [u.sent for u in back.units] == [digest(u.coded_target) for u in everything.units]


@both
def test_the_same_bitext_gives_the_same_bytes(everything: Bitext, version: xliff.Version) -> None:
    assert xliff.write(everything, version) == xliff.write(everything, version)


@both
def test_what_is_written_obeys_the_schema(everything: Bitext, version: xliff.Version) -> None:
    tree = etree.fromstring(xliff.write(everything, version))
    schema(version).assertValid(tree)


def test_the_schema_check_sees_a_fault(everything: Bitext) -> None:
    wrong = xliff.write(everything, "2.1").replace(b'state="final"', b'state="finished"')
    assert not schema("2.1").validate(etree.fromstring(wrong))


def test_2_1_says_in_the_words_of_the_standard_how_far_a_segment_is(everything: Bitext) -> None:
    tree = etree.fromstring(xliff.write(everything, "2.1"))
    space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    said = [(s.get("state"), s.get("subState")) for s in tree.iterfind(".//x:segment", space)]
    assert said[:5] == [
        ("initial", "publisher:engine"),
        ("initial", "publisher:untranslated"),
        ("reviewed", "publisher:memory"),
        ("final", "publisher:hand"),
        ("initial", "publisher:fuzzy"),
    ]


def test_2_1_offers_a_fuzzy_match_by_the_module_for_candidates(everything: Bitext) -> None:
    tree = etree.fromstring(xliff.write(everything, "2.1"))
    match = tree.find(".//{urn:oasis:names:tc:xliff:matches:2.0}match")
    assert match is not None
    assert (match.get("ref"), match.get("matchQuality"), match.get("origin")) == ("#s1", "87", "ours.tmx")


def test_1_2_says_in_the_words_of_the_standard_how_far_a_unit_is(everything: Bitext) -> None:
    tree = etree.fromstring(xliff.write(everything, "1.2"))
    space = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    said = [
        (u.get("approved"), t.get("state"), t.get("state-qualifier"))
        for u in tree.iterfind(".//x:trans-unit", space)
        for t in u.iterfind("x:target", space)
    ]
    assert said[:4] == [
        (None, "needs-review-translation", "leveraged-mt"),
        ("yes", "signed-off", "leveraged-tm"),
        ("yes", "final", None),
        (None, "needs-review-translation", "fuzzy-match"),
    ]


@both
def test_an_untranslated_segment_has_no_target(everything: Bitext, version: xliff.Version) -> None:
    one = Bitext("zh-Hans", "en", (BitextUnit("b1.1", "未译"),), "a.txt")
    assert b"<target" not in xliff.write(one, version)
