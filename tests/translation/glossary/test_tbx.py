"""Term bases are read in every dialect of TBX, written as TBX-Basic, and never trusted."""

from pathlib import Path

import pytest
from lxml import etree

from publisher.errors import TranslationError
from publisher.translation.glossary import Entry, tbx

ENTRIES = (
    Entry(
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
    ),
    Entry(
        "open day",
        "开放日",
        "event",
        alternatives=("开放活动日",),
        source_language="en",
        target_language="zh-Hans",
    ),
    Entry("R&D <lab>", "研发室", source_language="en", target_language="zh-Hans"),
    Entry("海", "sea"),
)
DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>terms</p></sourceDesc></fileDesc></tbxHeader>
  <text><body><conceptEntry id="c1"><min:subjectField>sea</min:subjectField>
    <langSec xml:lang="en">
      <termSec><term>lake</term>
        <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>ocean</term>
        <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>sea</term>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec>
    <langSec xml:lang="zh"><termSec><term>海</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
      <termSec><term>大海</term></termSec></langSec>
  </conceptEntry></body></text></tbx>"""
MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
  <text><body><termEntry id="1"><descripGrp><descrip type="subjectField">sea</descrip></descripGrp>
    <langSet xml:lang="zh-CN"><ntig><termGrp><term>海</term></termGrp></ntig></langSet>
    <langSet xml:lang="en-US"><tig><term>sea</term><termNote type="partOfSpeech">noun</termNote></tig>
      <tig><term>lake</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
  </termEntry></body></text></martif>"""


def read(folder: Path, data: str | bytes) -> tuple[Entry, ...]:
    path = folder / "t.tbx"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return tbx.read(path)


@pytest.mark.parametrize("style", ["dct", "dca"])
def test_what_is_written_is_read_as_it_was(tmp_path: Path, style: tbx.Style) -> None:
    assert read(tmp_path, tbx.write(ENTRIES, style)) == ENTRIES


def test_the_same_entries_give_the_same_bytes() -> None:
    assert tbx.write(ENTRIES) == tbx.write(ENTRIES)


@pytest.mark.parametrize("style", ["dct", "dca"])
def test_a_concept_is_written_with_the_structure_of_the_standard(style: tbx.Style) -> None:
    root = etree.fromstring(tbx.write(ENTRIES, style))
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    assert (root.tag, root.get("type"), root.get("style")) == (f"{{{space['t']}}}tbx", "TBX-Basic", style)
    assert len(root.findall("t:text/t:body/t:conceptEntry/t:langSec/t:termSec/t:term", space)) == 13


def test_a_category_is_a_tag_in_one_style_and_an_attribute_in_the_other() -> None:
    assert b"<min:partOfSpeech>noun</min:partOfSpeech>" in tbx.write(ENTRIES, "dct")
    assert b'<termNote type="partOfSpeech">noun</termNote>' in tbx.write(ENTRIES, "dca")


def test_the_status_of_terms_decides_what_each_is(tmp_path: Path) -> None:
    first, second = read(tmp_path, DCT)
    assert (first.source, first.target, first.alternatives, first.forbidden) == (
        "海",
        "sea",
        ("ocean",),
        ("lake",),
    )
    assert (first.part_of_speech, first.domain) == ("noun", "sea")
    assert (second.source, second.target) == ("大海", "sea")


def test_the_older_martif_is_read_without_its_dtd(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, MARTIF)
    assert (entry.source, entry.target, entry.forbidden, entry.domain) == ("海", "sea", ("lake",), "sea")


def test_a_concept_in_one_language_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, DCT.replace('xml:lang="zh"', 'xml:lang="de"')) == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (DCT.replace("海", "\0"), "line 14: Invalid character"),
        ("<tmx/>", "line 1: no TBX: the root is <tmx>"),
        (DCT[:300], "line 5: "),
        (DCT.replace(' xml:lang="zh"', ""), "a <langSec> without xml:lang"),
        (DCT.replace("<term>海</term>", "<term> </term>"), "without <term>"),
        (
            MARTIF.replace('"TBXcoreStructV02.dtd"', '"x" [<!ENTITY a "boo">]').replace("海", "&a;"),
            "an entity",
        ),
        (
            MARTIF.replace(
                '"TBXcoreStructV02.dtd"', '"x" [<!ENTITY a SYSTEM "file:///etc/hostname">]'
            ).replace("<term>sea", "<term>&a;"),
            "an entity",
        ),
    ],
)
def test_a_faulty_term_base_is_refused_in_one_line(tmp_path: Path, data: str, said: str) -> None:
    with pytest.raises(TranslationError, match=said) as caught:
        read(tmp_path, data)
    assert "\n" not in str(caught.value)


def test_an_entity_bomb_does_not_go_off(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = MARTIF.replace('"TBXcoreStructV02.dtd"', f'"x" [<!ENTITY a0 "ha">{levels}]').replace("海", "&a11;")
    with pytest.raises(TranslationError):
        read(tmp_path, bomb)


def test_a_term_base_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.tbx"
    with path.open("wb") as file:
        file.truncate(tbx.LIMIT + 1)
    with pytest.raises(TranslationError, match="larger than 64 MB"):
        tbx.read(path)
