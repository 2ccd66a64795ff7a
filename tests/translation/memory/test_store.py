"""A memory in a file answers with the best unit, and refuses what is no memory."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.translation.memory import Match, Memory, MemoryUnit, Store, Variant, schema


def day(number: int) -> datetime:
    return datetime(2026, 3, number, tzinfo=UTC)


def unit(
    zh: str,
    en: str,
    *,
    before: str = "",
    after: str = "",
    changed: datetime | None = None,
    author: str = "",
    reviewed: bool = True,
) -> MemoryUnit:
    return MemoryUnit.pair(
        Variant("zh-Hans", zh, before, after),
        Variant("en", en),
        changed=changed,
        author=author,
        reviewed=reviewed,
    )


def filled(folder: Path, *units: MemoryUnit, supersede: bool = True, name: str = "m.tm.sqlite") -> Path:
    path = folder / name
    with Store.open(path, write=True) as store:
        for one in units:
            store.add([one], supersede=supersede)
    return path


def ask(path: Path, text: str, source: str = "zh-Hans", target: str = "en") -> Match | None:
    return Memory.load([path]).lookup(text, source, target)


def texts(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [u.variants[1].text for _, u in store.units()]


def test_a_match_says_who_and_when_and_where(tmp_path: Path) -> None:
    path = filled(tmp_path, unit("花", "flower", changed=day(4), author="lin"))
    assert ask(path, "花") == Match("花", "flower", "m.tm.sqlite", changed=day(4), author="lin")


def test_a_unit_serves_the_other_direction(tmp_path: Path) -> None:
    match = ask(filled(tmp_path, unit("花", "flower")), "flower", "en", "zh-Hans")
    assert match is not None
    assert match.text == "花"


def test_the_newest_goes_first(tmp_path: Path) -> None:
    new, old = unit("花", "flower", changed=day(2)), unit("花", "bloom", changed=day(1))
    match = ask(filled(tmp_path, new, old, supersede=False), "花")
    assert match is not None
    assert match.text == "flower"


def test_a_reviewed_unit_goes_before_a_newer_one_made_by_a_machine(tmp_path: Path) -> None:
    machine = unit("花", "spend", changed=day(9), reviewed=False)
    path = filled(tmp_path, unit("花", "flower", changed=day(1)), machine, supersede=False)
    match = ask(path, "花")
    assert match is not None
    assert (match.text, match.reviewed) == ("flower", True)


def test_the_same_neighbours_go_before_a_newer_unit(tmp_path: Path) -> None:
    here = unit("是的。", "She did.", before="她来了吗？", after="太好了。", changed=day(1))
    path = filled(tmp_path, here, unit("是的。", "Yes.", changed=day(2)))
    memory = Memory.load([path])
    found = memory.lookup("是的。", "zh-Hans", "en", before="她来了吗?", after="太好了。")
    assert found is not None
    assert (found.text, found.context) == ("She did.", True)
    elsewhere = memory.lookup("是的。", "zh-Hans", "en", before="你好。", after="再见。")
    assert elsewhere is not None
    assert (elsewhere.text, elsewhere.context) == ("Yes.", False)


def test_the_first_segment_of_a_text_has_nothing_before_it(tmp_path: Path) -> None:
    memory = Memory.load([filled(tmp_path, unit("是的。", "She did.", after="太好了。"))])
    found = memory.lookup("是的。", "zh-Hans", "en", after="太好了。")
    later = memory.lookup("是的。", "zh-Hans", "en", before="谁？", after="太好了。")
    assert found is not None
    assert later is not None
    assert (found.context, later.context) == (True, False)


def test_neighbours_are_read_from_the_tmx_of_other_tools(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(
        '<tmx version="1.4"><header srclang="zh-CN"/><body><tu>'
        '<prop type="prev">前。</prop><prop type="x-context-post">&lt;seg>后。&lt;/seg></prop>'
        '<tuv xml:lang="zh-CN"><seg>花</seg></tuv><tuv xml:lang="en"><seg>flower</seg></tuv>'
        "</tu></body></tmx>",
        encoding="utf-8",
    )
    match = Memory.load([path]).lookup("花", "zh-Hans", "en", before="前。", after="后。")
    assert match is not None
    assert match.context


@pytest.mark.parametrize(
    ("source", "asked", "target", "expected"),
    [
        ("zh-HK", "顏色", "en-US", "color"),
        ("zh-HK", "顏色", "en-GB", "colour"),
        ("en-US", "color", "zh-HK", "顏色"),
        ("en-GB", "colour", "zh-CN", "颜色"),
        ("en-GB", "colour", "zh-Hant", "顏色"),
        ("zh-CN", "颜色", "en-AU", "colour"),  # another region's rather than none
    ],
)
def test_regions_serve_each_other_within_a_script(
    tmp_path: Path, source: str, asked: str, target: str, expected: str
) -> None:
    words = {"zh-CN": "颜色", "zh-TW": "顏色", "en-GB": "colour", "en-US": "color"}
    path = filled(tmp_path, MemoryUnit(tuple(Variant(*item) for item in words.items())))
    match = ask(path, asked, source, target)
    assert match is not None
    assert match.text == expected


def test_a_written_script_goes_before_that_of_the_region(tmp_path: Path) -> None:
    path = filled(tmp_path, MemoryUnit((Variant("en", "flower"), Variant("zh-Hans-HK", "花"))))
    assert ask(path, "flower", "en", "zh-Hans") is not None
    assert ask(path, "flower", "en", "zh-Hant") is None


# ── Several memories ─────────────────────────────────────────────────────────


def test_the_last_memory_given_goes_first_whatever_its_kind(tmp_path: Path) -> None:
    mine = filled(tmp_path, unit("花", "flower", changed=day(9)))
    theirs = tmp_path / "t.tmx"
    theirs.write_text(
        '<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh"><seg>花</seg></tuv>'
        '<tuv xml:lang="en"><seg>bloom</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    for paths, expected in (((mine, theirs), "bloom"), ((theirs, mine), "flower")):
        match = Memory.load(paths).lookup("花", "zh", "en")
        assert match is not None
        assert match.text == expected


def test_similar_texts_of_several_memories_come_best_first(tmp_path: Path) -> None:
    near = filled(tmp_path, unit("今天上午会议在北京举行。", "a"), name="1.tm.sqlite")
    far = filled(tmp_path, unit("今天上午会议在上海市闭幕。", "b"), name="2.tm.sqlite")
    found = Memory.load([near, far]).fuzzy("今天下午会议在北京举行。", "zh", "en", threshold=0.5)
    assert [match.text for match in found] == ["a", "b"]


# ── Adding ───────────────────────────────────────────────────────────────────


def test_what_an_author_says_anew_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = filled(
        tmp_path,
        unit("花", "bloom", changed=day(1), author="lin"),
        unit("花", "flower", changed=day(2), author="lin"),
    )
    assert texts(path) == ["flower"]


def test_an_older_unit_takes_nobodys_place(tmp_path: Path) -> None:
    path = filled(
        tmp_path,
        unit("花", "flower", changed=day(2), author="lin"),
        unit("花", "bloom", changed=day(1), author="lin"),
    )
    assert texts(path) == ["flower", "bloom"]
    match = ask(path, "花")
    assert match is not None
    assert match.text == "flower"


def test_two_authors_who_disagree_are_both_kept(tmp_path: Path) -> None:
    path = filled(
        tmp_path,
        unit("花", "bloom", changed=day(1), author="lin"),
        unit("花", "flower", changed=day(2), author="wu"),
    )
    assert texts(path) == ["bloom", "flower"]


def test_a_reviewed_unit_takes_the_place_of_a_draft_and_never_the_other_way(tmp_path: Path) -> None:
    draft = unit("花", "spend", changed=day(1), author="engine", reviewed=False)
    late = unit("花", "blossoms", changed=day(3), author="lin", reviewed=False)
    path = filled(tmp_path, draft, unit("花", "flower", changed=day(2), author="lin"), late)
    assert texts(path) == ["flower", "blossoms"]


def test_another_place_is_another_unit(tmp_path: Path) -> None:
    path = filled(tmp_path, unit("是的。", "Yes.", before="甲"), unit("是的。", "It is.", before="乙"))
    assert texts(path) == ["Yes.", "It is."]


def test_a_further_language_of_a_superseded_unit_stands(tmp_path: Path) -> None:
    old = MemoryUnit((Variant("zh-Hans", "花"), Variant("en", "bloom"), Variant("fr", "fleur")))
    path = filled(tmp_path, old, unit("花", "flower"))
    with Store.open(path) as store:
        kept = [[v.text for v in u.variants] for _, u in store.units()]
    assert kept == [["花", "fleur"], ["花", "flower"]]


def test_the_same_unit_is_kept_once_and_used_more_often(tmp_path: Path) -> None:
    path = tmp_path / "m.tm.sqlite"
    once = MemoryUnit((Variant("zh", "花"), Variant("en", "flower")), attributes=(("usagecount", "2"),))
    with Store.open(path, write=True) as store:
        assert store.add([once]).added == 1
        assert store.add([once]).known == 1
        more = MemoryUnit(once.variants, attributes=(("usagecount", "5"),))
        assert store.add([more]).superseded == 1
        assert [dict(u.attributes) for _, u in store.units()] == [{"usagecount": "5"}]


def test_a_fault_among_units_adds_none(tmp_path: Path) -> None:
    def broken() -> Iterator[MemoryUnit]:
        yield unit("草", "grass")
        raise TranslationError("stop")

    path = filled(tmp_path, unit("花", "flower"))
    with Store.open(path, write=True) as store:
        with pytest.raises(TranslationError):
            store.add(broken())
        assert len(store) == 1


def test_a_new_unit_is_written_to_tmx_with_its_state_and_neighbours(tmp_path: Path) -> None:
    from publisher.translation.memory.tmx_writer import write_tmx

    made = unit("花", "flower", before="前", after="后", changed=day(5), author="lin", reviewed=False)
    with Store.open(filled(tmp_path, made)) as store:
        write_tmx(tmp_path / "o.tmx", store.headers(), store.units())
    with Store.open(tmp_path / "2.tm.sqlite", write=True) as again:
        again.import_tmx([tmp_path / "o.tmx"])
        ((_, read),) = again.units()
    assert read == made


def test_signs_that_xml_cannot_say_are_left_out(tmp_path: Path) -> None:
    path = filled(tmp_path, unit("花\x00\x1b[31m", "flower\ud800"))
    match = ask(path, "花[31m")
    assert match is not None
    assert match.text == "flower"


# ── Files that are none ──────────────────────────────────────────────────────


def test_a_newer_memory_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path, unit("花", "flower"))
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(TranslationError, match="newer program"):
        Memory.load([path])


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(TranslationError, match="no memory"):
            Store.open(path, write=write)
    assert path.read_bytes() == before


def test_a_memory_with_a_trigger_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path, unit("花", "flower"))
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM variant; END")
    connection.close()
    with pytest.raises(TranslationError, match="not those of a memory"):
        Store.open(path, write=True)


@pytest.mark.parametrize("write", [False, True])
def test_a_text_file_is_no_memory(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "m.tm.sqlite"
    path.write_text("not at all", encoding="utf-8")
    with pytest.raises(TranslationError, match="no memory"):
        Store.open(path, write=write)
    assert path.read_text(encoding="utf-8") == "not at all"


@pytest.mark.parametrize("damage", ["cut", "noise", "head"])
def test_a_damaged_memory_is_refused_in_one_line(tmp_path: Path, damage: str) -> None:
    path = filled(tmp_path, *(unit(f"第{n}句话很长很长。", f"Sentence {n} is long.") for n in range(60)))
    data = path.read_bytes()
    if damage == "cut":
        data = data[: len(data) // 3]
    elif damage == "noise":
        data = data[:4096] + os.urandom(len(data) - 4096)
    else:
        data = data[:16] + b"\xff" * 200 + data[216:]
    path.write_bytes(data)
    with pytest.raises(TranslationError, match=r"damaged|no memory") as caught:
        _use(path)
    assert "\n" not in str(caught.value)


def _use(path: Path) -> None:
    memory = Memory.load([path])
    memory.lookup("第1句话很长很长。", "zh", "en")
    memory.fuzzy("第7句话很长。", "zh", "en")
    with Store.open(path) as store:
        list(store.units())


def test_a_missing_memory_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="cannot be read"):
        Store.open(tmp_path / "m.tm.sqlite")
    assert not list(tmp_path.iterdir())
