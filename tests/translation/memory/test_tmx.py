"""TMX goes in and out without loss, and hostile TMX is refused in one line."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publisher.errors import TranslationError
from publisher.translation.memory import Header, MemoryUnit, Store, store, tmx_reader
from publisher.translation.memory.tmx_writer import write_tmx

RICH = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Tool &amp; Co" creationtoolversion="9" segtype="block" o-tmf="own" adminlang="en-us"
  srclang="zh-CN" datatype="html" o-encoding="gb18030" creationdate="20240102T030405Z" creationid="lin"
  changedate="20240203T040506Z" changeid="zhou">
  <note xml:lang="zh">新闻 &lt;稿&gt;</note>
  <prop type="project">press</prop>
  <ude name="own marks" base="gb18030"><map unicode="#xF8FF"
    code="#xF0" ent="Apple_logo" subst="[Apple]"/></ude>
</header>
<body>
<tu tuid="u1" o-encoding="gb18030" datatype="plaintext" usagecount="7" lastusagedate="20240506T070809Z"
  creationtool="t" creationtoolversion="1" creationdate="20240301T000000Z" creationid="wu"
  changedate="20240401T000000Z" segtype="sentence" changeid="zheng" o-tmf="x" srclang="zh-CN">
  <note o-encoding="x">check the name</note><prop type="domain" xml:lang="en">sport</prop>
  <prop type="prev">前一句。</prop><prop type="next">后一句。</prop>
  <tuv xml:lang="zh-CN" usagecount="2" creationdate="20240301T000000Z"><prop type="p">v</prop>
<seg>比赛<bpt i="1" x="1" type="bold">&lt;b t="<sub>提示</sub>"&gt;</bpt>今天<ept i="1">&lt;/b&gt;</ept>开
    始了<ph x="2" assoc="p">&lt;br/&gt;</ph>，<it pos="begin">&lt;i&gt;</it><hi
    type="term">决赛</hi>周日举行。</seg></tuv>
  <tuv xml:lang="en-US" changeid="qian"><seg>The <hi>games</hi> begin today &amp; end on Sunday.</seg></tuv>
  <tuv xml:lang="en-GB"><seg>The games start today.</seg></tuv>
</tu>
<tu><tuv xml:lang="zh-CN"><seg><![CDATA[甲 < 乙]]></seg></tuv>
  <tuv xml:lang="en"><seg>A &lt; B</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg> 空 </seg></tuv><tuv xml:lang="en"><seg/></tuv></tu>
<tu tuid="u4"><tuv xml:lang="zh-CN"><seg>同</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>
<tu tuid="u5"><tuv xml:lang="zh-CN"><seg>同</seg></tuv><tuv xml:lang="en"><seg>another</seg></tuv></tu>
</body></tmx>
"""

Tree = tuple[str, dict[str, str], str, tuple["Tree", ...], str]


def tree(element: ElementTree.Element, inline: bool = False) -> Tree:
    """Return an element without the line ends between the elements that hold no text."""
    inline = inline or element.tag in ("seg", "note", "prop")
    text, tail = element.text or "", element.tail or ""
    children = tuple(tree(child, inline) for child in element)
    tail = tail if inline and element.tag not in ("seg", "note", "prop") else tail.strip()
    return (str(element.tag), dict(element.attrib), text if inline else text.strip(), children, tail)


def round_trip(path: Path, *more: Path, encoding: str = "utf-8") -> Path:
    """Take TMX files into a memory and write them out again."""
    out = path.with_name("out.tmx")
    memory = path.with_name("m.tm.sqlite")
    with Store.open(memory, write=True) as new:
        new.import_tmx([path, *more])
    with Store.open(memory) as kept:
        write_tmx(out, kept.headers(), kept.units(), encoding)
    return out


def write(folder: Path, text: str, name: str = "in.tmx", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def body(*units: str, prolog: str = "", header: str = "") -> str:
    return (
        f'<?xml version="1.0"?>\n{prolog}<tmx version="1.4"><header {header}/><body>\n'
        + "\n".join(units)
        + "</body></tmx>"
    )


def tu(zh: str, en: str, attributes: str = "") -> str:
    return (
        f'<tu {attributes}><tuv xml:lang="zh"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{en}</seg></tuv></tu>'
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tmx_goes_in_and_out_without_loss(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, RICH.replace("UTF-8", encoding.upper()), encoding=encoding)
    out = round_trip(path, encoding=encoding)
    assert tree(ElementTree.parse(out).getroot()) == tree(ElementTree.parse(path).getroot())
    assert out.read_bytes().startswith(b"<?xml" if encoding == "utf-8" else b"\xff\xfe")


def test_the_same_memory_gives_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, RICH)
    first = round_trip(path).read_bytes()
    (tmp_path / "m.tm.sqlite").unlink()
    assert round_trip(write(tmp_path, first.decode(), "again.tmx")).read_bytes() == first


def test_what_headers_disagree_on_goes_to_the_units(tmp_path: Path) -> None:
    one = write(tmp_path, body(tu("一", "one"), header='srclang="zh" datatype="html"'), "1.tmx")
    two = write(tmp_path, body(tu("二", "two"), header='srclang="en" datatype="html"'), "2.tmx")
    root = ElementTree.parse(round_trip(one, two)).getroot()
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == "*all*"
    assert header.get("datatype") == "html"
    assert [unit.get("srclang") for unit in root.iter("tu")] == ["zh", "en"]


def test_a_namespace_makes_no_difference(tmp_path: Path) -> None:
    text = RICH.replace('<tmx version="1.4">', '<tmx version="1.4" xmlns="http://www.lisa.org/tmx14">')
    out = round_trip(write(tmp_path, text))
    assert len(list(ElementTree.parse(out).getroot().iter("tuv"))) == 11


def test_a_pair_of_languages_is_written_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        memory.import_tmx([write(tmp_path, RICH)])
        units = [unit for _, unit in memory.units("zh-Hans", "en-GB")]
    assert [v.language for v in units[0].variants] == ["zh-CN", "en-US", "en-GB"]
    with Store.open(tmp_path / "m.tm.sqlite") as memory:
        assert not list(memory.units("zh-Hant", "en"))


def test_writing_leaves_the_old_file_where_it_fails(tmp_path: Path) -> None:
    out = write(tmp_path, "old", "out.tmx")

    def broken() -> Iterator[tuple[Header, MemoryUnit]]:
        yield Header(), MemoryUnit(())
        raise TranslationError("stop")

    with pytest.raises(TranslationError, match="stop"):
        write_tmx(out, (), broken())
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.tmx"]


LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
GOOD = tu("春", "spring")
HOSTILE = {
    "entity bomb": (body(GOOD, tu("&i;", "x"), prolog=LAUGHS + "]>"), "entit"),
    "entity bomb in an attribute": (
        (LAUGHS + "]>" + '<tmx version="&i;"><header/><body></body></tmx>'),
        "entit|[Aa]mplification|loop",
    ),
    "outside entity": (
        body(tu("&x;", "x"), prolog='<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "entity",
    ),
    "outside parameter entity": (
        body(GOOD, prolog='<!DOCTYPE tmx [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
        "entity",
    ),
    "deep nesting": (body(GOOD, tu("<hi>" * 400 + "春" + "</hi>" * 400, "x")), "line 4"),
    "huge segment": (body(GOOD, tu("春" * 70_000, "x")), "more than 65,536 characters"),
    "enormous segment": (body(GOOD, tu("a" * 11_000_000, "x")), "line 4"),
    "endless unit": (
        body(GOOD, "<tu>" + '<tuv xml:lang="zh"><seg>a</seg></tuv>' * 6_000 + "</tu>"),
        "more than 10,000 elements",
    ),
    "cut off": (body(GOOD, tu("夏", "summer"))[:-30], "line"),
    "another version of XML": ("<?xml version='7'?><tmx/>", "line|root"),
    "no XML": ("PK\x03\x04" + "x" * 100, "line 1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tmx_is_refused_in_one_line_and_nothing_taken_in(tmp_path: Path, name: str) -> None:
    text, expected = HOSTILE[name]
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        with pytest.raises(TranslationError, match=expected) as caught:
            memory.import_tmx([write(tmp_path, text)])
        assert len(memory) == 0
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (body(tu("春天来了", "x")), "gbk"),
        (body(tu("春天", "x")).replace('"1.0"', '"1.0" encoding="UTF-16"'), "utf-8"),
        (body(tu("春天", "x")).replace('"1.0"', '"1.0" encoding="no-such"'), "utf-8"),
    ],
)
def test_a_wrong_encoding_is_refused(tmp_path: Path, text: str, encoding: str) -> None:
    with (
        Store.open(tmp_path / "m.tm.sqlite", write=True) as memory,
        pytest.raises(TranslationError, match="line"),
    ):
        memory.import_tmx([write(tmp_path, text, encoding=encoding)])


def test_a_declared_encoding_is_read(tmp_path: Path) -> None:
    text = body(tu("春天", "spring")).replace('"1.0"', '"1.0" encoding="gb18030"')
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        memory.import_tmx([write(tmp_path, text, encoding="gb18030")])
        assert memory.lookup("春天", "zh", "en") is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_too_many_units_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(tmx_reader, "UNIT_LIMIT", 3)
    text = body(*(tu(str(n), str(n)) for n in range(5))).replace('"1.0"', f'"1.0" encoding="{encoding}"')
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        with pytest.raises(TranslationError, match="more than 3 units"):
            memory.import_tmx([write(tmp_path, text, encoding=encoding)])
        assert len(memory) == 0


def test_millions_of_units_are_refused_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "in.tmx"
    with path.open("wb") as stream:
        stream.write(b"<tmx><header/><body>")
        for _ in range(21):
            stream.write(b"<tu><tuv/></tu>" * 100_000)
    with (
        Store.open(tmp_path / "m.tm.sqlite", write=True) as memory,
        pytest.raises(TranslationError, match="more than 2,000,000 units"),
    ):
        memory.import_tmx([path])


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "IMPORT_LIMIT", 100)
    with (
        Store.open(tmp_path / "m.tm.sqlite", write=True) as memory,
        pytest.raises(TranslationError, match="larger than"),
    ):
        memory.import_tmx([write(tmp_path, RICH)])


def test_one_bad_file_of_several_keeps_the_good_ones_out(tmp_path: Path) -> None:
    good, bad = write(tmp_path, body(GOOD), "1.tmx"), write(tmp_path, "<html/>", "2.tmx")
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        with pytest.raises(TranslationError, match=r"2\.tmx"):
            memory.import_tmx([good, bad])
        assert len(memory) == 0


def test_what_stands_between_units_is_passed_over(tmp_path: Path) -> None:
    text = body(GOOD, "<junk><a/></junk>" * 20_000, tu("夏", "summer"))
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as memory:
        assert memory.import_tmx([write(tmp_path, text)]).added == 2
