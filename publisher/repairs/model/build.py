"""Make ``characters.xz`` of jieba's dictionary: ``python -m publisher.repairs.model.build dict.txt``.

The dictionary (MIT licence, see ``LICENSE-jieba.txt``) is in the package jieba
on PyPI. Counts are kept in half steps of log2.
"""

import lzma
import math
import re
import sys
from collections import Counter
from pathlib import Path

_HAN_WORD = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_RARE = 3
"""Pairs counted no more often than this are those of words that the dictionary's makers only guessed at."""


def build(lines: list[str]) -> bytes:
    """Return the model's file for the dictionary's ``lines`` (word, frequency, part of speech)."""
    chars, starts, ends, pairs = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        word, frequency, *_ = line.split(" ")
        if not _HAN_WORD.fullmatch(word):
            continue
        count = int(frequency)
        starts[word[0]] += count
        ends[word[-1]] += count
        for char in word:
            chars[char] += count
        for at in range(len(word) - 1):
            pairs[word[at : at + 2]] += count
    order = [char for char, count in chars.most_common() if count]
    levels: dict[int, list[str]] = {}
    for pair, count in sorted(pairs.items()):
        if count > _RARE:
            levels.setdefault(round(2 * math.log2(count)), []).append(pair)
    rows = ["".join(order)]
    rows += ["".join(_level(counter[c]) for c in order) for counter in (chars, starts, ends)]
    rows += ["".join(levels.get(level, ())) for level in range(max(levels) + 1)]
    return lzma.compress("\n".join(rows).encode("utf-8"), preset=9)


def _level(count: int) -> str:
    return chr(48 + (max(1, round(2 * math.log2(count))) if count else 0))


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    Path(__file__).with_name("characters.xz").write_bytes(build(source))
