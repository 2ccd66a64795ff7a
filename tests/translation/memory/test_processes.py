"""Several processes share a memory, and one that is killed harms nothing."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from publisher.translation.memory import Store

WRITER = """
import sys
from pathlib import Path
from publisher.translation.memory import MemoryUnit, Store, Variant

path, name = Path(sys.argv[1]), sys.argv[2]
for n in range(25):
    with Store.open(path, write=True) as store:
        store.add([MemoryUnit.pair(Variant("zh", f"{name}写的第{n}句"), Variant("en", f"{name} wrote {n}"))])
"""

IMPORTER = """
import sys
from pathlib import Path
from publisher.translation.memory import Store

with Store.open(Path(sys.argv[1]), write=True) as store:
    store.import_tmx([Path(sys.argv[2])], lambda said: print(said, flush=True))
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def write_tmx(path: Path, count: int) -> Path:
    units = (
        f'<tu><tuv xml:lang="zh"><seg>第{n}句讲的是{n % 977}号展台。</seg></tuv>'
        f'<tuv xml:lang="en"><seg>Sentence {n} is about stand {n % 977}.</seg></tuv></tu>'
        for n in range(count)
    )
    path.write_text(
        '<tmx version="1.4"><header/><body>' + "\n".join(units) + "</body></tmx>", encoding="utf-8"
    )
    return path


def check(path: Path) -> None:
    """Fail unless the file is sound, by the database's own word."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    connection.close()


def test_processes_that_make_and_fill_a_memory_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "m.tm.sqlite"
    running = [start(WRITER, path, name) for name in ("甲", "乙", "丙")]
    for process in running:
        _, fault = process.communicate(timeout=60)
        assert process.returncode == 0, fault
    check(path)
    with Store.open(path) as store:
        said = {unit.variants[0].text for _, unit in store.units()}
        assert said == {f"{name}写的第{n}句" for name in "甲乙丙" for n in range(25)}
        assert all(store.fuzzy(f"{name}写的第7句", "zh", "en") for name in "甲乙丙")


def test_a_process_killed_while_it_imports_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "m.tm.sqlite"
    with Store.open(path, write=True) as store:
        store.import_tmx([write_tmx(tmp_path / "old.tmx", 100)])
    process = start(IMPORTER, path, write_tmx(tmp_path / "new.tmx", 40_000))
    assert process.stdout is not None
    assert process.stderr is not None
    assert "5,000" in process.stdout.readline()  # it is in the middle of it
    process.kill()
    process.wait(timeout=30)
    process.stdout.close()
    process.stderr.close()
    check(path)
    with Store.open(path, write=True) as store:
        assert len(store) == 100
        assert store.import_tmx([write_tmx(tmp_path / "more.tmx", 120)]).added == 20
    with Store.open(path) as store:
        assert store.lookup("第110句讲的是110号展台。", "zh", "en") is not None


def test_a_reader_sees_the_memory_of_before_while_another_imports(tmp_path: Path) -> None:
    path = tmp_path / "m.tm.sqlite"
    with Store.open(path, write=True) as store:
        store.import_tmx([write_tmx(tmp_path / "old.tmx", 10)])
    process = start(IMPORTER, path, write_tmx(tmp_path / "new.tmx", 8_000))
    assert process.stdout is not None
    assert "5,000" in process.stdout.readline()
    with Store.open(path) as store:
        found = len(store), process.poll()
    assert found == (10, None)
    _, fault = process.communicate(timeout=60)
    assert process.returncode == 0, fault
    with Store.open(path) as store:
        assert len(store) == 8_000
