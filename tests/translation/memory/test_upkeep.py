"""A memory is counted, searched and kept small."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.translation.memory import MemoryUnit, Store, Variant
from publisher.translation.memory.upkeep import Pruned, Rules, concordance, prune, stats


def unit(zh: str, en: str, day: int = 0, author: str = "lin", *, reviewed: bool = True) -> MemoryUnit:
    changed = datetime(2026, 3, day, tzinfo=UTC) if day else None
    return MemoryUnit.pair(
        Variant("zh-Hans", zh), Variant("en", en), changed=changed, author=author, reviewed=reviewed
    )


UNITS = (
    unit("花", "flower", 1),
    unit("花", "flower", 2),
    unit("花", "bloom", 3, "wu"),
    unit("草", "weed", 4, "mt", reviewed=False),
    unit("空", ""),
    unit("COVID-19", "COVID-19", 5),
    unit("树", "wood", 6),
    unit("树", "tree", 7),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    filled = Store.open(tmp_path / "m.tm.sqlite", write=True)
    # as two memories that were merged elsewhere: the same said twice under two names
    named = (
        MemoryUnit(u.variants, u.reviewed, u.changed, u.author, (*u.attributes, ("tuid", str(n))), u.extras)
        for n, u in enumerate(UNITS)
    )
    filled.add(named, supersede=False)
    return filled


def texts(store: Store) -> list[str]:
    return [u.variants[1].text for _, u in store.units()]


@pytest.mark.parametrize(
    ("rules", "pruned", "gone"),
    [
        (Rules(duplicates=True), Pruned(duplicates=1, left=7), {0}),
        (Rules(empty=True), Pruned(empty=1, left=7), {4}),
        (Rules(identical=True), Pruned(identical=1, left=7), {5}),
        (Rules(machine=True), Pruned(machine=1, left=7), {3}),
        (Rules(superseded=True), Pruned(superseded=2, left=6), {0, 6}),
        (Rules(older_than=datetime(2026, 3, 4, tzinfo=UTC)), Pruned(older_than=3, left=5), {0, 1, 2}),
        (
            Rules(duplicates=True, superseded=True, empty=True),
            Pruned(duplicates=1, superseded=1, empty=1, left=5),
            {0, 4, 6},
        ),
    ],
)
def test_each_rule_removes_what_it_says_and_counts_it_once(
    store: Store, rules: Rules, pruned: Pruned, gone: set[int]
) -> None:
    assert prune(store, rules, dry_run=True) == pruned
    assert len(store) == len(UNITS)
    assert prune(store, rules) == pruned
    assert texts(store) == [u.variants[1].text for n, u in enumerate(UNITS) if n not in gone]
    assert prune(store, rules).left == pruned.left


def test_what_was_pruned_is_found_no_more_and_the_rest_still_is(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as store:
        store.add(
            unit(f"第{n}场比赛今天在体育馆{chr(0x4E00 + n)}厅举行", str(n), n % 28 + 1) for n in range(40)
        )
        prune(store, Rules(older_than=datetime(2026, 3, 15, tzinfo=UTC)))
        found = store.fuzzy("第7场比赛今天在体育馆厅举行", "zh-Hans", "en", limit=50)
        assert {int(match.text) % 28 for match in found} == set(range(14, 28))
        assert store.lookup("第20场比赛今天在体育馆" + chr(0x4E00 + 20) + "厅举行", "zh", "en") is not None


def test_the_best_of_duplicates_is_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as store:
        new, best = unit("花", "flower", 9, "a", reviewed=False), unit("花", "flower", 1, "b")
        store.add([new, best], supersede=False)
        prune(store, Rules(duplicates=True))
        assert [u.author for _, u in store.units()] == ["b"]


def test_a_memory_is_counted(store: Store) -> None:
    figures = stats(store)
    assert figures.units == 8
    assert figures.languages == {"en": 8, "zh-Hans": 8}
    assert figures.authors == {"lin": 6, "mt": 1, "wu": 1}
    assert (figures.reviewed, figures.unreviewed) == (7, 1)
    assert (figures.oldest, figures.newest) == (
        datetime(2026, 3, 1, tzinfo=UTC),
        datetime(2026, 3, 7, tzinfo=UTC),
    )


def test_a_text_is_shown_wherever_it_stands(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.tm.sqlite", write=True) as store:
        store.add([unit("2026年开放日", "Open Day 2026", 1), unit("2027年开放日", "Open Day 2027", 2)])
        assert [u.texts["en"] for u in concordance(store, "open day")] == ["Open Day 2027", "Open Day 2026"]
        assert [u.texts["zh-Hans"] for u in concordance(store, "２０２６年")] == ["2026年开放日"]
        assert len(concordance(store, "开放", limit=1)) == 1
        assert not concordance(store, "%")
