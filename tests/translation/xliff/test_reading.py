"""XLIFF of other makers is understood, and hostile XLIFF refused in one line."""

import pytest

from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.translation import xliff
from publisher.translation.bitext import Bitext


def old(*units: str, attributes: str = "", head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<xliff version="1.2" {attributes} '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.docx" datatype="x" '
        f'source-language="zh-CN" target-language="en-GB"><body>{"".join(units)}</body></file></xliff>'
    ).encode()


def new(*units: str, head: str = "", version: str = "2.0", attributes: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<xliff version="{version}" srcLang="zh" trgLang="en" '
        f'xmlns="urn:oasis:names:tc:xliff:document:2.0" {attributes}><file id="f" original="a">'
        f"{''.join(units)}</file></xliff>"
    ).encode()


def states(data: bytes) -> list[State]:
    return [unit.state for unit in xliff.read(data, "t.xlf").units]


def texts(data: bytes) -> list[tuple[str, str, str]]:
    return [(unit.key, unit.source, unit.target) for unit in xliff.read(data, "t.xlf").units]


def test_segments_that_another_tool_marked_in_a_unit_are_units() -> None:
    unit = (
        '<trans-unit id="7"><source>一。二。</source><seg-source><g id="1"><mrk mtype="seg" mid="1">一。</mrk>'
        '</g><mrk mtype="seg" mid="2">二。</mrk></seg-source><target><g id="1"><mrk mtype="seg" mid="1">One.'
        '</mrk></g> <mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit>'
    )
    assert texts(old(unit)) == [("7.1", "一。", "One."), ("7.2", "二。", "Two.")]


def test_foreign_elements_and_attributes_are_passed_over() -> None:
    unit = (
        '<group><trans-unit id="7" sdl:a="b" '
        'xmlns:sdl="urn:s"><source>一<sdl:cm>no</sdl:cm></source><target>One</target>'
        '<sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs></trans-unit></group>'
    )
    assert texts(old(unit)) == [("7", "一", "One")]


def test_cdata_inline_codes_and_comments_leave_the_text() -> None:
    unit = (
        '<trans-unit id="7"><source><![CDATA[<一>]]></source><target>On<!-- no -->e '
        '<bpt id="1">&lt;b&gt;</bpt>bold<ept id="1">&lt;/b&gt;</ept><x id="2" ctype="lb"/><g id="3">g</g><ph id="4">no</ph></target>'
        "</trans-unit>"
    )
    assert texts(old(unit)) == [("7", "<一>", "One bold\ng")]


def test_white_space_of_pretty_printing_is_not_the_text_s() -> None:
    unit = '<trans-unit id="7"><source>\n   一\n </source><target>\n One\n   two </target></trans-unit>'
    assert texts(old(unit)) == [("7", "一", "One two")]


def test_white_space_that_is_declared_to_be_kept_is_kept() -> None:
    unit = '<trans-unit id="7" xml:space="preserve"><source> 一</source><target>One\n </target></trans-unit>'
    assert texts(old(unit)) == [("7", " 一", "One\n ")]


@pytest.mark.parametrize(
    ("attributes", "target", "state"),
    [
        ('approved="yes"', "<target>x</target>", State.REVIEWED),
        ('approved="yes"', "<target/>", State.DRAFT),
        ("", '<target state="final">x</target>', State.FINAL),
        ("", '<target state="signed-off">x</target>', State.REVIEWED),
        ("", '<target state="translated">x</target>', State.REVIEWED),
        ("", '<target state="translated" state-qualifier="mt-suggestion">x</target>', State.DRAFT),
        ("", '<target state="needs-review-translation">x</target>', State.DRAFT),
        ("", '<target state="x-confirmed">x</target>', State.DRAFT),
        ("", "<target>x</target>", State.DRAFT),
    ],
)
def test_the_state_words_of_1_2(attributes: str, target: str, state: State) -> None:
    assert states(old(f'<trans-unit id="1" {attributes}><source>一</source>{target}</trans-unit>')) == [state]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ('state="initial"', State.DRAFT),
        ('state="translated"', State.REVIEWED),
        ('state="reviewed"', State.REVIEWED),
        ('state="final" subState="okp:x"', State.FINAL),
        ("", State.DRAFT),
    ],
)
def test_the_state_words_of_2_x(word: str, state: State) -> None:
    unit = f'<unit id="1"><segment {word}><source>一</source><target>x</target></segment></unit>'
    assert states(new(unit)) == [state]


def test_several_segments_of_a_2_x_unit_are_units_and_what_lies_between_is_not() -> None:
    unit = (
        '<group id="g"><unit id="u1"><segment id="a"><source>一。</source><target>One.</target></segment>'
        '<ignorable><source> </source></ignorable><segment><source><pc id="1">二<ph id="2"/></pc>'
        '<cp hex="0007"/><mrk id="m1" type="term">。</mrk></source></segment></unit></group>'
    )
    assert texts(new(unit)) == [("u1.a", "一。", "One."), ("u1.2", "二\x07。", "")]


def test_units_that_are_not_to_be_translated_are_left_out() -> None:
    assert texts(old('<trans-unit id="1" translate="no"><source>一</source></trans-unit>')) == []


def test_a_target_that_names_its_machine_has_its_origin() -> None:
    target = '<target state-qualifier="mt-suggestion">x</target>'
    unit = f'<trans-unit id="1"><source>一</source>{target}</trans-unit>'
    assert xliff.read(old(unit), "t").units[0].origin is Origin.ENGINE


def test_files_that_share_an_id_give_keys_of_their_own() -> None:
    one = old('<trans-unit id="1"><source>一</source></trans-unit>').decode()
    file = one[one.index("<file") : one.index("</xliff>")]
    assert [key for key, _, _ in texts(one.replace(file, file + file).encode())] == ["1", "1#2"]


def test_utf_16_and_gb18030_are_read() -> None:
    unit = '<trans-unit id="1"><source>一</source><target>x</target></trans-unit>'
    data = old(unit).decode()
    for encoding in ("UTF-16", "GB18030"):
        declared = data.replace('encoding="UTF-8"', f'encoding="{encoding}"')
        assert texts(declared.encode(encoding)) == [("1", "一", "x")]


def test_an_empty_file_element_is_a_bitext_without_units() -> None:
    assert xliff.read(old(), "t.xlf") == Bitext("zh-CN", "en-GB", (), "a.docx")


# ── Hostile ──────────────────────────────────────────────────────────────────

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]>"
)
HOSTILE = {
    "an entity bomb": old('<trans-unit id="1"><source>&a9;</source></trans-unit>', head=BOMB),
    "an external entity": old(
        '<trans-unit id="1"><source>&e;</source></trans-unit>',
        head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    ),
    "a document type": new(head='<!DOCTYPE xliff SYSTEM "http://example.com/x.dtd">'),
    "an undeclared entity": old('<trans-unit id="1"><source>&e;</source></trans-unit>'),
    "deep nesting": old("<group>" * 5000),
    "deep inline nesting": old('<trans-unit id="1"><source>' + '<g id="1">' * 5000),
    "another root": b"<html/>",
    "an unknown version": new(version="9.9"),
    "no xml": "这不是 XML".encode(),
    "nothing": b"",
    "a wrong encoding": old('<trans-unit id="1"><source>').replace(b"<source>", b"<source>\xc4\xe3\xba\xc3"),
    "an unknown encoding": old().replace(b"UTF-8", b"UTF-99"),
    "no source": old('<trans-unit id="1"><target>x</target></trans-unit>'),
    "no source in 2.x": new('<unit id="1"><segment><target>x</target></segment></unit>'),
    "a character beyond Unicode": new(
        '<unit id="1"><segment><source><cp hex="FFFFFFFF"/></source></segment></unit>'
    ),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_sound_xliff_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(TranslationError) as caught:
        xliff.read(data, "t.xlf")
    assert str(caught.value).startswith("t.xlf: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_too_many_units_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xliff, "MOST_UNITS", 10)
    units = ('<trans-unit id="1"><source>一</source></trans-unit>',) * 11
    with pytest.raises(TranslationError, match="more than 10 units"):
        xliff.read(old(*units), "t.xlf")


def test_a_file_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xliff, "LIMIT", 1024 * 1024)
    with pytest.raises(TranslationError, match="larger than 1 MB"):
        xliff.read(b" " * (1024 * 1024 + 1), "t.xlf")
