"""Chinese PDFs side by side in one run: our two engines, typst, fpdf2, LibreOffice and Chromium.

Each sets the paragraphs of the corpus at 11.5 pt on a measure of 156 mm, cold
(a process of its own) and, where it can, warm. The finished files are measured
where the characters stand: lines that begin or end with a mark that must not,
and how far full lines that end in Han are from flush. typst and fpdf2 come with
``pip install typst fpdf2``; what is not here is left out and said.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from ctypes import c_double
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "templates" / "fonts"
CORPUS = Path(__file__).parent / "corpus" / "zh-Hans.txt"
RUNS = 3
SIZE, MEASURE = 11.5, 156 * 72 / 25.4
LEFT = 27 * 72 / 25.4
NO_START = frozenset("、，。．：；！？”’）］｝〕》〉】〗」』–～·・‧／/%‰℃")
NO_END = frozenset("“‘（［｛〔《〈【〖「『")

OURS = """
import sys
from pathlib import Path
from publisher import pipeline
from publisher.config import Settings
article, engine, out = sys.argv[1:]
settings = Settings(formats=("pdf",), languages=("zh-Hans",), out=out, pdf_engine=engine)
pipeline.run(pipeline.Job(path=Path(article), settings=settings))
"""
TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])
"""
FPDF = """
import sys
from fpdf import FPDF
pdf = FPDF("P", "pt", "A4")
pdf.set_margins(76.5, 74)
pdf.add_font("han", fname=sys.argv[3])
pdf.set_font("han", size=11.5)
pdf.add_page()
for text in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
    pdf.multi_cell(442.2, 20, text, align="J", wrapmode="CHAR")
pdf.output(sys.argv[2])
"""


def paragraphs() -> list[str]:
    """Return 90 paragraphs of the corpus: about three pages."""
    found = [line for line in CORPUS.read_text(encoding="utf-8").split("\n") if len(line) > 40]
    return found[:90]


def inputs(folder: Path) -> dict[str, Path]:
    """Write the text as each engine reads it."""
    texts = paragraphs()
    article = folder / "article.txt"
    article.write_text("测量用文稿\n\n" + "\n\n".join(texts), encoding="utf-8")
    plain = folder / "plain.txt"
    plain.write_text("\n".join(texts), encoding="utf-8")
    page = folder / "page.html"
    font = (FONTS / "NotoSerifSC-Regular.ttf").as_uri()
    page.write_text(
        f"<html lang=zh-Hans><meta charset=utf-8><style>@font-face{{font-family:s;src:url({font})}}"
        "@page{size:A4;margin:26mm 27mm}body{margin:0;font:11.5pt/20pt s}"
        "p{margin:0;text-align:justify;text-indent:2em;line-break:strict}</style>"
        + "".join(f"<p>{text}</p>" for text in texts),
        encoding="utf-8",
    )
    typ = folder / "page.typ"
    typ.write_text(
        '#set page(paper: "a4", margin: (x: 27mm, y: 26mm))\n'
        '#set text(font: "Noto Serif SC", size: 11.5pt, lang: "zh", region: "cn")\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 8.5pt)\n"
        + "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in texts),
        encoding="utf-8",
    )
    return {"article": article, "plain": plain, "html": page, "typst": typ}


def runs(given: dict[str, Path], folder: Path) -> dict[str, tuple[Callable[[], object], Path]]:
    """Return how each engine here is run, and the file it makes."""
    python = sys.executable
    serif = str(FONTS / "NotoSerifSC-Regular.ttf")

    def call(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run(words, check=True, capture_output=True)

    found: dict[str, tuple[Callable[[], object], Path]] = {}
    for engine in ("reportlab", "weasyprint"):
        out = folder / engine
        made = out / "article" / "article.zh-Hans.pdf"
        found[f"ours, {engine}"] = (call(python, "-c", OURS, str(given["article"]), engine, str(out)), made)
    for name, module, script, source, font in (
        ("typst", "typst", TYPST, "typst", str(FONTS)),
        ("fpdf2", "fpdf", FPDF, "plain", serif),
    ):
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode:
            sys.stdout.write(f"{name} is not here: pip install {name}\n")
            continue
        made = folder / f"{name}.pdf"
        found[name] = (call(python, "-c", script, str(given[source]), str(made), font), made)
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder))
        found["LibreOffice"] = (call(*words, str(given["html"])), folder / "page.pdf")
    if browser := shutil.which("chromium"):
        made = folder / "chromium.pdf"
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        found["Chromium"] = (call(browser, *quiet, f"--print-to-pdf={made}", str(given["html"])), made)
    return found


def measured(data: bytes) -> tuple[int, int, int, float]:
    """Return lines of body text, wrong starts, wrong ends, and how far full lines differ at the right."""
    starts = ends = count = 0
    edges: list[float] = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        rows: dict[int, list[tuple[float, str, float]]] = {}
        for n in range(text.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, n, x, y)
            char = text.get_text_range(n, 1)
            if char.strip():
                rows.setdefault(round(y.value), []).append(
                    (x.value, char, text.get_charbox(n, loose=True)[2])
                )
        ordered = [sorted(row) for _, row in sorted(rows.items(), reverse=True)]
        for row, following in pairwise([*ordered, []]):
            line = "".join(char for _, char, _ in row)
            if len(line) < 12:
                continue  # a page's foot, a last line
            count += 1
            starts += line[0] in NO_START
            ends += line[-1] in NO_END
            inside = following and following[0][0] < LEFT + SIZE  # the next line begins no paragraph
            # behind a figure the gap counts to the character: its box tells less exactly
            if inside and all("\u4e00" <= char <= "\u9fff" for char in line[-2:]):
                edges.append(row[-1][2])
    return count, starts, ends, max(edges) - min(edges)


def main() -> None:
    """Measure each engine and print a row for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = inputs(folder)
        rows = []
        for engine, (run, made) in runs(given, folder).items():
            times = []
            for _ in range(RUNS):
                start = time.perf_counter()
                run()
                times.append(time.perf_counter() - start)
            data = made.read_bytes()
            rows.append((engine, statistics.median(times), len(data), *measured(data)))
        peer = "typst" if any(engine == "typst" for engine, *_ in rows) else rows[0][0]
        base = next(cold for engine, cold, *_ in rows if engine == peer)
        sys.stdout.write(f"× is the time of {peer}.\n")
        sys.stdout.write("engine             cold s       ×     KB  lines  starts  ends  off flush\n")
        for engine, cold, size, count, starts, ends, off in rows:
            sys.stdout.write(
                f"{engine:<18} {cold:>6.2f}  {cold / base:>6.1f}  {size / 1024:>5.0f}  {count:>5}"
                f"  {starts:>6}  {ends:>4}  {off:>6.2f} pt\n"
            )


if __name__ == "__main__":
    main()
