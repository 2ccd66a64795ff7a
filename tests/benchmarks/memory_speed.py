"""Time a memory of 100,000 units: in, out, the same text, similar texts, beside rapidfuzz over every unit.

    python tests/benchmarks/memory_speed.py [UNITS]

The sentences are made of the corpus's clauses, some of whose words, names and
figures are replaced by others of the corpus, so that pieces of text are as
common or rare as in news, and many sentences are nearly the same. The queries
are such sentences changed again: figures, words, a clause; and sentences of
which no memory has the like. Searches are timed twice: by the clock, which
other work on the machine slows down, and by the processor. Recall is the share of queries whose best match,
by brute force over all units with the same score, is what the memory finds.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from xml.sax.saxutils import escape

import rjieba
from rapidfuzz import fuzz, process

from publisher.translation.memory import Memory, Store
from publisher.translation.memory.fuzzy import closest, masked
from publisher.translation.memory.tmx_writer import write_tmx

CORPUS = Path(__file__).parent / "corpus"
QUERIES = 60
"""So many of each kind."""

FACES = {"zh-Hans": ("，", "。"), "en": (", ", ".")}
_FIGURES = re.compile(r"\d")
Words = list[str]
Result = TypeVar("Result")


class Language:
    """The clauses and words of one language, and sentences made of them."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.rng = random.Random(seed)
        text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
        cut = re.split(r"[，。；：！？“”‘’（）\n]+" if name != "en" else r"[,.;:!?“”()\n—]+\s*", text)
        self.clauses: list[Words] = [self.words(clause) for clause in cut if len(clause) > 3]
        self.vocabulary = [word for clause in self.clauses for word in clause]

    def words(self, clause: str) -> Words:
        """Return the words of a clause."""
        return list(rjieba.cut(clause)) if self.name != "en" else clause.split()

    def clause(self) -> Words:
        """Return a clause of the corpus, a fifth of its words another."""
        return [
            self.word(word) if self.rng.random() < 0.2 else word for word in self.rng.choice(self.clauses)
        ]

    def word(self, word: str) -> str:
        """Return another word, or another figure for a figure."""
        if _FIGURES.search(word):
            return _FIGURES.sub(lambda _: str(self.rng.randrange(1, 10)), word)
        return self.rng.choice(self.vocabulary)

    def sentence(self) -> list[Words]:
        """Return a sentence of one to five clauses."""
        return [self.clause() for _ in range(self.rng.choice((1, 2, 3, 3, 4, 5)))]

    def said(self, sentence: list[Words]) -> str:
        """Return a sentence as text."""
        comma, stop = FACES[self.name]
        gap = " " if self.name == "en" else ""
        return comma.join(gap.join(clause) for clause in sentence) + stop

    def changed(self, sentence: list[Words], kind: str) -> list[Words]:
        """Return a sentence changed as the next release would change it."""
        rng = self.rng
        if kind == "figures":
            return [[self.word(w) if _FIGURES.search(w) else w for w in clause] for clause in sentence]
        if kind == "clause" and len(sentence) > 1:
            at = rng.randrange(len(sentence))
            return [self.clause() if n == at else clause for n, clause in enumerate(sentence)]
        out = []
        for clause in sentence:
            new: Words = []
            for word in clause:
                chance = rng.random()
                if chance < 0.06:  # left out
                    continue
                new.append(self.word(word) if chance < 0.14 else word)
                if chance > 0.95:
                    new.append(rng.choice(self.vocabulary))
            out.append(new or clause)
        return out

    def foreign(self) -> str:
        """Return words in no order: nothing is like it, and each of its words is known."""
        words = [self.rng.choice(self.vocabulary) for _ in range(20 if self.name == "en" else 24)]
        return (" " if self.name == "en" else "").join(words)


def write_units(path: Path, pairs: list[tuple[str, str]]) -> None:
    """Write a TMX file as a translation tool does."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="x" ')
        stream.write('creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-Hans" ')
        stream.write('datatype="plaintext"/><body>\n')
        for number, (zh, en) in enumerate(pairs):
            day = f"2025{number % 12 + 1:02}{number % 28 + 1:02}T080000Z"
            stream.write(
                f'<tu tuid="{number}" creationdate="{day}" creationid="lin" usagecount="{number % 7}">'
                f'<prop type="project">news</prop><tuv xml:lang="zh-Hans"><seg>{escape(zh)}</seg></tuv>'
                f'<tuv xml:lang="en"><seg>{escape(en)}</seg></tuv></tu>\n'
            )
        stream.write("</body></tmx>\n")


class Timed:
    """How long something took, in seconds, by the clock and by the processor."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    def __call__(self, work: Callable[[], Result]) -> Result:
        """Do ``work`` and remember how long it took."""
        clock, processor = time.perf_counter(), time.process_time()
        result = work()
        self.processor.append(time.process_time() - processor)
        self.clock.append(time.perf_counter() - clock)
        return result

    def said(self, unit: str = "ms", each: int = 1) -> str:
        """Return the means in words."""
        scale = (1000 if unit == "ms" else 1) / each
        clock, processor = (statistics.mean(times) * scale for times in (self.clock, self.processor))
        return f"{clock:9.3f} {unit}{processor:9.3f} {unit}"


def say(what: str, figure: str) -> None:
    """Print a row."""
    sys.stdout.write(f"{what:<40}{figure:>26}\n")
    sys.stdout.flush()


def search(memory: Memory, language: Language, other: str, sentences: list[list[Words]]) -> None:
    """Time and check the search in one language."""
    rng = language.rng
    queries = {
        kind: [language.said(language.changed(rng.choice(sentences), kind)) for _ in range(QUERIES)]
        for kind in ("figures", "words", "clause")
    }
    queries["no match"] = [language.foreign() for _ in range(QUERIES)]
    texts = [language.said(sentence) for sentence in sentences]
    rows = [(masked(text), text) for text in texts]
    plain = [row[0] for row in rows]
    known = [language.said(rng.choice(sentences)) for _ in range(500)]
    memory.fuzzy(known[0], language.name, other)
    exact, every, brute = Timed(), Timed(), Timed()
    exact(lambda: [memory.lookup(text, language.name, other) for text in known])
    say(f"{language.name}: same text", exact.said(each=len(known)))
    right = asked = 0
    for kind, of_kind in queries.items():
        times = Timed()
        for text in of_kind:
            found = times(partial(memory.fuzzy, text, language.name, other))
            brute(partial(process.extract, masked(text), plain, scorer=fuzz.ratio, limit=3))
            best = closest(text, language.name, rows, limit=1, threshold=0.7)
            if best:
                asked += 1
                right += bool(found) and found[0].score >= best[0][0] - 1e-9
        every.clock += times.clock
        every.processor += times.processor
        say(f"{language.name}: similar text, {kind}", times.said())
    say(f"{language.name}: similar text, mean", every.said())
    say(f"{language.name}: rapidfuzz over every unit", brute.said())
    ratios = (sum(mine) / sum(theirs) for mine, theirs in zip(_times(every), _times(brute), strict=True))
    say(f"{language.name}: ratio", "".join(f"{ratio:9.3f}   " for ratio in ratios))
    say(f"{language.name}: best match found", f"{right} of {asked}")


def _times(timed: Timed) -> tuple[list[float], list[float]]:
    return timed.clock, timed.processor


def main(count: int) -> None:
    """Measure everything."""
    zh, en = Language("zh-Hans", 1), Language("en", 2)
    chinese = [zh.sentence() for _ in range(count)]
    english = [en.sentence() for _ in range(count)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tmx, path = folder / "in.tmx", folder / "m.tm.sqlite"
        write_units(tmx, [(zh.said(c), en.said(e)) for c, e in zip(chinese, english, strict=True)])
        say("", f"{'clock':>12}{'processor':>12}")
        say("TMX", f"{tmx.stat().st_size / 2**20:.1f} MB")
        took, gave, opened = Timed(), Timed(), Timed()
        with Store.open(path, write=True) as store:
            took(partial(store.import_tmx, [tmx]))
        say(f"import of {count:,} units", took.said("s "))
        say("memory", f"{path.stat().st_size / 2**20:.1f} MB")
        with Store.open(path) as store:
            gave(partial(write_tmx, folder / "out.tmx", store.headers(), store.units()))
        say("export", gave.said("s "))
        opened(partial(Memory.load, [path]))
        say("open", opened.said())
        memory = Memory.load([path])
        search(memory, zh, "en", chinese)
        search(memory, en, "zh-Hans", english)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
