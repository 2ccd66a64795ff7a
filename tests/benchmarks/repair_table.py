"""Measure the repairs on clean paragraphs, damaged kind by kind, beside ftfy and OpenCC alone.

    python tests/benchmarks/repair_table.py [--write docs/repairs.md]

Restored is the share of the damage (edit distance) that is gone; wrongly
changed are characters that were right in the damaged text and are not in the
repaired one.
"""

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import ftfy
from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

from publisher.model import Article, Heading, Meta, Paragraph, Text
from publisher.repairing import repair
from publisher.repairs.hanzi import HAN
from publisher.repairs.residue import residue
from publisher.report import Report, Severity
from publisher.walk import plain

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
from tests.repairs.damage import ENGLISH, KINDS  # noqa: E402

_BETWEEN_HAN = re.compile(f"(?<=[{HAN}])[{HAN}](?=[{HAN}])")
SIZE = 5  # paragraphs in an article
SEED = 20240501


def corpus(name: str) -> list[str]:
    """Return the clean paragraphs of one language."""
    return (HERE / "corpus" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def article(lines: Sequence[str], language: str) -> Article:
    """Return an article of ``lines``."""
    blocks = tuple(Paragraph(f"b{n}", (Text(line),)) for n, line in enumerate(lines, 1))
    return Article(Meta(language=language, headline="新闻" if language.startswith("zh") else "News"), blocks)


def ours(lines: Sequence[str], language: str) -> tuple[list[str], Report]:
    """Return what the repairs make of ``lines``, and their notices."""
    report = Report()
    repaired = repair(article(lines, language), report)
    texts = [plain(b.inlines) for b in repaired.blocks if isinstance(b, Paragraph | Heading)]
    return [t for t in texts if t], report


def wrong(clean: str, damaged: str, repaired: str) -> int:
    """Return how many characters of ``clean`` that ``damaged`` still had ``repaired`` has lost."""
    kept = _kept(clean, damaged)
    return len(kept - _kept(clean, repaired)) if repaired != clean else 0


def _kept(clean: str, other: str) -> set[int]:
    kept: set[int] = set()
    for step in Levenshtein.opcodes(clean, other):
        if step.tag == "equal":
            kept.update(range(step.src_start, step.src_end))
    return kept


class Score:
    """Sums of one kind."""

    def __init__(self) -> None:
        self.damage = self.left = self.wrong = self.characters = 0
        self.stretches = self.handled = self.silent = self.warnings = 0

    def add(self, clean: str, damaged: str, repaired: str) -> None:
        """Count one article."""
        self.damage += Levenshtein.distance(clean, damaged)
        self.left += Levenshtein.distance(clean, repaired)
        self.wrong += wrong(clean, damaged, repaired)
        self.characters += len(clean)

    @property
    def restored(self) -> str:
        """The share of the damage that is gone."""
        return f"{max(0.0, 100 * (1 - self.left / self.damage)):.1f} %" if self.damage else "–"


def measure(show: str = "") -> tuple[dict[str, dict[str, Score]], dict[str, Score]]:
    """Return the scores by damage and tool, and what was done to clean text."""
    t2s = OpenCC("t2s").convert
    gentle = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False)  # Chinese needs both
    tools: dict[str, Callable[[Sequence[str], str], Sequence[str]]] = {
        "ftfy": lambda lines, _: [ftfy.fix_text(line, gentle) for line in lines],
        "OpenCC": lambda lines, _: [t2s(line) for line in lines],
    }
    scores: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    for kinds, name, language in ((KINDS, "zh-Hans", "zh-Hans"), (ENGLISH, "en", "en")):
        paragraphs = corpus(name)
        groups = [paragraphs[n : n + SIZE] for n in range(0, len(paragraphs), SIZE)]
        for damage, (_, change) in kinds.items():
            label = damage if name == "zh-Hans" else f"{damage} (English)"
            for number, clean in enumerate(groups):
                damaged = change(clean, random.Random(SEED + number))
                guess = "zh-Hant" if damage in ("readings", "script") else language
                repaired, report = ours(damaged, guess)
                one, two = "\n".join(clean), "\n".join(damaged)
                score = scores[label]["ours"]
                score.add(one, two, "\n".join(repaired))
                if show == label and "\n".join(repaired) != one:
                    for a, b in zip(clean, repaired, strict=False):
                        if a != b:
                            print(f"- {a}\n+ {b}\n")  # noqa: T201
                if damage == "lost-byte":
                    score.stretches += 1
                    told = any(n.code in ("bytes-restored", "bytes-lost") for n in report)
                    score.handled += told or repaired == list(clean)
                    score.silent += not len(report) and repaired not in (damaged, list(clean))
                for tool, mend in tools.items():
                    scores[label][tool].add(one, two, "\n".join(mend(damaged, language)))
    untouched: dict[str, Score] = {}
    for name, language in (
        ("zh-Hans", "zh-Hans"),
        ("zh-Hant-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("en", "en"),
    ):
        untouched[name] = Score()
        paragraphs = corpus(name)
        for n in range(0, len(paragraphs), SIZE):
            clean = paragraphs[n : n + SIZE]
            repaired, report = ours(clean, language)
            untouched[name].warnings += sum(n.severity is Severity.WARNING for n in report)
            untouched[name].add("\n".join(clean), "\n".join(clean), "\n".join(repaired))
            if show == "clean":
                for a, b in zip(clean, repaired, strict=False):
                    if a != b:
                        print(f"- {a}\n+ {b}\n")  # noqa: T201
    return scores, untouched


def residue_of_big5() -> str:
    """Return how often the sign is pointed at that a character of Big5 leaves when its first byte is lost."""
    lines = [line for name in ("zh-Hant-TW", "zh-Hant-HK") for line in corpus(name)]
    found = pointed_at = 0
    for line in lines:
        for match in _BETWEEN_HAN.finditer(line):
            code = match[0].encode("cp950", "ignore")
            if len(code) == 2 and 0x40 <= code[1] < 0x7F:
                damaged = line[: match.start()] + chr(code[1]) + line[match.end() :]
                found += 1
                pointed_at += any(residue([("b1", damaged)], traditional=True, traces=False))
    return (
        f"Of the {found} characters that leave a letter or a mark between two others when Big5 loses their"
        f" first byte, {100 * pointed_at / found:.0f} % are pointed at."
    )


def table(scores: dict[str, dict[str, Score]], untouched: dict[str, Score]) -> str:
    """Return the scores as Markdown."""
    rows = [
        "| damage | ours: restored | wrongly changed | ftfy: restored | wrongly changed"
        " | OpenCC: restored | wrongly changed |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for damage, tools in scores.items():
        kind = {**KINDS, **ENGLISH}[damage.removesuffix(" (English)")][0]
        cells = [f"{t.restored} | {t.wrong}" for t in (tools["ours"], tools["ftfy"], tools["OpenCC"])]
        rows.append(f"| {kind}: {damage} | " + " | ".join(cells) + " |")
    lost = scores["lost-byte"]["ours"]
    rows += [
        "",
        f"Of {lost.stretches} stretches that had lost a byte, "
        f"{100 * lost.handled / max(1, lost.stretches):.0f} % were restored"
        f" or pointed at, {lost.silent} changed without a notice.",
        "",
        residue_of_big5(),
        "",
        "| clean text | characters | changed | warnings |",
        "|---|---:|---:|---:|",
        *(
            f"| {name} | {s.characters} | {s.wrong + max(0, s.left - s.wrong)} | {s.warnings} |"
            for name, s in untouched.items()
        ),
    ]
    return "\n".join(rows) + "\n"


PAGE = """# What the repairs do, measured

Made by `make repairs` (`tests/benchmarks/repair_table.py`) from {paragraphs} clean paragraphs that were
written for this project (`tests/benchmarks/corpus`), five to an article, each damaged in every way that
`tests/repairs/damage.py` knows, with a fixed seed. *Restored* is the share of the damage, as edit distance,
that is gone. *Wrongly changed* are characters that were right in the damaged text and are not in the
repaired one. ftfy runs with its changes of quotes and widths turned off, for Chinese needs both; OpenCC is
its `t2s` alone.

Three of the mojibake rows cannot reach 100 %: read as GBK, Big5 or Korean, some bytes are no character, and
the wrong decoder dropped them. What is filled in there is a guess from the language, and is told as a
warning. A lost byte hides one or two characters for good: a stretch is restored only where one reading
clearly wins, otherwise it is left and pointed at, with what it probably was. What it leaves of a character
of Big5, a letter or a mark between two others, is never changed, for many characters may have stood there;
it is pointed at where no word has it. A warning on clean text is a false one.

{table}"""

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--show", default="", help="print what is not restored of this damage")
    asked = parser.parse_args()
    text = table(*measure(asked.show))
    print(text)  # noqa: T201
    if asked.write:
        total = sum(len(corpus(name)) for name in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"))
        asked.write.write_text(PAGE.format(paragraphs=total, table=text), encoding="utf-8")
