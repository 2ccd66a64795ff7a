"""Time the repairs on an article of one line of 1 MB, clean and damaged, beside ftfy on the same text.

    python tests/benchmarks/repair_speed.py

The processor time counts, for the clock says what else the machine does. The
ratio to the clean text tells whether damage is dear, the ratio of 1 MB to
0.5 MB whether the time is linear (2 if it is); both are of processor time.
Then rows of one sign, which show where a pattern backtracks.
"""

import random
import time
from itertools import cycle, islice
from pathlib import Path

import ftfy

from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairing import repair
from publisher.report import Report

CORPUS = Path(__file__).parent / "corpus" / "zh-Hans.txt"
MEGABYTE = 1_000_000


def line(size: int) -> str:
    """Return clean text of ``size`` bytes in one line."""
    paragraphs = CORPUS.read_text(encoding="utf-8").splitlines()
    text = "".join(islice(cycle(paragraphs), size // 200))
    return text.encode()[:size].decode("utf-8", "ignore")


def seconds(text: str) -> tuple[float, float]:
    """Return how long all repairs take on ``text``: of processor time, and by the clock."""
    article = Article(Meta(language="zh-Hans", headline="新闻"), (Paragraph("b1", (Text(text),)),))
    clock, start = time.perf_counter(), time.process_time()
    repair(article, Report())
    return time.process_time() - start, time.perf_counter() - clock


def damaged(text: str) -> dict[str, str]:
    """Return ``text`` damaged in several ways, none longer than 1 MB in UTF-8."""
    rng = random.Random(1)
    third = text[: len(text) // 2]
    narrow = text.translate(str.maketrans("，。：（）；！？", ",.:();!?"))
    return {
        "clean": text,
        "marks in half width": narrow,
        "spaces": " ".join(text[: len(text) * 3 // 4]),
        "UTF-8 as CP1252": third.encode().decode("latin-1"),
        "GBK as CP1252": third.encode("gbk", "ignore").decode("latin-1"),
        "UTF-8 as GBK": third.encode().decode("gb18030", "replace"),
        "GBK as Big5": text.encode("gbk", "ignore").decode("cp950", "replace"),
        "readings": "".join(c + "(chuàng)" if rng.random() < 0.05 else c for c in third),
        "entities": "".join(f"&#{ord(c)};" for c in third[: len(third) // 3]),
        "noise": "".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(MEGABYTE // 3)),
    }


ROWS = (
    "a",
    "1",
    ".",
    "-",
    "?*",
    "a.",
    "a@",
    "<br>",
    "<!--",
    "&#",
    "（",
    "“",
    "首页>",
    "返回首页",
    "責任編輯：",
    "創\n",
)


if __name__ == "__main__":
    seconds("浣犲ソ，昂庵潜妱(chuàng)空间,創(chuàng)業(yè)")  # loads dictionaries
    half, whole = damaged(line(MEGABYTE // 2)), damaged(line(MEGABYTE))
    base = 0.0
    for name, text in whole.items():
        (took, clock), (took_half, _) = seconds(text), seconds(half[name])
        base = base or took
        start = time.process_time()
        ftfy.fix_text(text)
        peer = time.process_time() - start
        print(  # noqa: T201
            f"{name:<22} {len(text.encode()) / 1e6:.2f} MB  {took:5.2f} s of processor"
            f"  {clock:5.2f} s by the clock"
            f"  {took / base:5.1f} × clean  {took / took_half:4.1f} × half  {took / peer:5.1f} × ftfy"
        )
    for row in ROWS:
        whole_row = row * (MEGABYTE // len(row.encode()))
        (took, clock), (took_half, _) = seconds(whole_row), seconds(whole_row[: len(whole_row) // 2])
        times = f"{took:5.2f} s of processor  {clock:5.2f} s by clock"
        print(  # noqa: T201
            f"{ascii(row):<22} 1.00 MB  {times}  {took / base:5.1f} × clean  {took / took_half:4.1f} × half"  # noqa: RUF010
        )
