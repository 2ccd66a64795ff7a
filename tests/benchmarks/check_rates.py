"""False alarms of the checks on good translations, and how many seeded errors they find.

    python tests/benchmarks/check_rates.py [FILE.tmx|.tsv|.csv|.xlf ...]

Without a file it reads the pairs of the tests. A false alarm is a segment of a
good translation with an error; a seeded error is found where the checks say
more of the segment than they said before.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

import msgspec

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests" / "translation" / "checks"
sys.path.insert(0, str(ROOT))

from publisher.translation.checks import Finding, Level, Pair, check_pairs  # noqa: E402
from publisher.translation.checks.files import read_pairs  # noqa: E402
from tests.translation.checks.seeding import SEEDS  # noqa: E402

_TRIES = 2


def rates(
    pairs: tuple[Pair, ...], *, details: bool = False
) -> tuple[float, float, dict[str, tuple[int, int]]]:
    """Return the shares with an error, with an error or warning, and for each seed found and made."""
    clean = check_pairs(pairs)
    errors = {f.segment for f in clean if f.severity is Level.ERROR}
    doubted = {f.segment for f in clean if f.severity is not Level.INFO}
    before: dict[str, set[tuple[str, str]]] = {}
    for finding in clean:
        before.setdefault(finding.segment, set()).add(_sign(finding))
    found: dict[str, tuple[int, int]] = {}
    for name, seed in SEEDS.items():
        random = Random(name)
        hits = made = 0
        spoiled = []
        for pair in pairs:
            for _ in range(_TRIES):
                put = seed(pair, pairs, random)
                if put is not None and put != pair.target:
                    spoiled.append((pair, put))
        for (pair, target), findings in zip(spoiled, _findings(spoiled, pairs), strict=True):
            made += 1
            new = [
                f
                for f in findings
                if f.severity is not Level.INFO and _sign(f) not in before.get(pair.key, ())
            ]
            hits += bool(new)
            if details and not new:
                print(f"  missed: {name}: {pair.chinese} | {target}")  # noqa: T201
        found[name] = hits, made
    return len(errors) / len(pairs), len(doubted) / len(pairs), found


def _findings(spoiled: list[tuple[Pair, str]], pairs: tuple[Pair, ...]) -> list[list[Finding]]:
    """Check all spoiled pairs beside their article at once: one at a time takes the square of it."""
    out: list[list[Finding]] = [[] for _ in spoiled]
    numbered = [msgspec.structs.replace(p, key=f"spoiled{n}", target=t) for n, (p, t) in enumerate(spoiled)]
    for finding in check_pairs((*pairs, *numbered)):
        if finding.segment.startswith("spoiled") and finding.rule != "repeats":
            out[int(finding.segment.removeprefix("spoiled"))].append(finding)
    return out


def _sign(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def turned(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return ``pairs`` with source and target exchanged."""
    return tuple(Pair(p.key, p.target, p.source, p.target_language, p.source_language) for p in pairs)


def main() -> None:
    """Print the rates for each file, in both directions."""
    details = "-v" in sys.argv
    files = [Path(name) for name in sys.argv[1:] if name != "-v"] or sorted(HERE.glob("press-*.tsv"))
    for path in files:
        for pairs in (read_pairs(path), turned(read_pairs(path))):
            start = perf_counter()
            by_rule = Counter((f.rule, f.severity.value) for f in check_pairs(pairs))
            took = perf_counter() - start
            errors, doubted, found = rates(pairs, details=details)
            way = f"{pairs[0].source_language}→{pairs[0].target_language}"
            print(f"{path.name} {way}: {len(pairs)} segments, {took / len(pairs) * 1000:.1f} ms each")  # noqa: T201
            print(f"  with an error {errors:.1%}, with a warning or an error {doubted:.1%}")  # noqa: T201
            print("  " + ", ".join(f"{r} {s} {n}" for (r, s), n in sorted(by_rule.items())))  # noqa: T201
            for name, (hits, made) in found.items():
                print(f"  {name}: {hits} of {made} found" + (f", {hits / made:.1%}" if made else ""))  # noqa: T201


if __name__ == "__main__":
    main()
