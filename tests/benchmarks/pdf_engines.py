"""PDFs in one run, zh, en and bilingual: our two engines and six peers.

They are typst, fpdf2, LibreOffice, Chromium, and WeasyPrint by itself with the
system's Noto Serif CJK.

Each sets paragraphs of the corpus at 11.5 pt on a measure of 156 mm, cold (a
process of its own) and, where it is a library, warm (again in that process).
The finished files are measured where the characters stand: lines that begin or
end with a mark that must not, and how far full Chinese lines that end in Han are
from flush. typst and fpdf2 are run by the Python that PEERS names, or by this
one (``pip install typst fpdf2``); what is not here is left out and said.
Names of texts (zh, en, bilingual) on the command line measure those alone.
"""

import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from ctypes import c_double
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "templates" / "fonts"
CORPUS = Path(__file__).parent / "corpus"
PEERS = os.environ.get("PEERS", sys.executable)
TEXTS = ("zh", "en", "bilingual")
SYSTEM = "Noto Serif CJK SC"
RUNS = 3
SIZE = 11.5
GAP = 12.0
"""Characters of one baseline so many pt apart stand in two columns."""

NO_START = frozenset("、，。．：；！？”’）］｝〕》〉】〗」』–～·・‧／/%‰℃")
NO_END = frozenset("“‘（［｛〔《〈【〖「『")

TWICE = """
import sys, time
def twice(make):
    make()
    start = time.perf_counter()
    make()
    sys.stderr.write(f"warm {time.perf_counter() - start}\\n")
"""
OURS = f"""{TWICE}
import json
from publisher import plugins, theme
from publisher.contracts import Context
from publisher.localization.furniture import furniture
from publisher.model import Article, Meta, Paragraph, Release, Text
from publisher.report import Report
text, engine, out = sys.argv[1:]
given = json.load(open(text, encoding="utf-8"))
names = {{"zh": ("zh-Hans", "测量用文稿"), "en": ("en", "A text to measure")}}
editions = tuple(
    Article(
        Meta(language=names[key][0], headline=names[key][1]),
        tuple(Paragraph(f"b{{n}}", (Text(line),)) for n, line in enumerate(lines)),
    )
    for key, lines in given.items()
)
words = {{edition.meta.language: furniture(edition) for edition in editions}}
exporter = plugins.load("pdf_engines", engine)()
def make():
    context = Context(theme.load("press"), words, Report())
    open(out, "wb").write(exporter.export(Release(editions), context))
twice(make)
"""
TYPST = f"""{TWICE}
import typst
twice(lambda: typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]]))
"""
PLAIN = f"""{TWICE}
import weasyprint
text = open(sys.argv[1], encoding="utf-8").read()
twice(lambda: weasyprint.HTML(string=text).write_pdf(sys.argv[2]))
"""
FPDF = f"""{TWICE}
from fpdf import FPDF
def make():
    pdf = FPDF("P", "pt", "A4")
    pdf.set_margins(76.5, 74)
    pdf.add_font("text", fname=sys.argv[3])
    pdf.set_font("text", size=11.5)
    pdf.add_page()
    for text in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
        pdf.multi_cell(442.2, 20, text, align="J", wrapmode=sys.argv[4])
    pdf.output(sys.argv[2])
twice(make)
"""


class Engine(NamedTuple):
    """How an engine is run on a text, and the file it makes."""

    run: Callable[[], str]
    made: Path


def texts(name: str) -> dict[str, list[str]]:
    """Return the paragraphs of a text by language: about three pages of each."""
    files = {"zh": ("zh-Hans.txt", 40, 90), "en": ("en.txt", 40, 30)}
    found = {
        key: [line for line in (CORPUS / file).read_text(encoding="utf-8").split("\n") if len(line) > least][
            :most
        ]
        for key, (file, least, most) in files.items()
        if name in (key, "bilingual")
    }
    fewest = min(len(lines) for lines in found.values())
    return {key: lines[:fewest] for key, lines in found.items()} if name == "bilingual" else found


def inputs(name: str, folder: Path) -> dict[str, Path]:
    """Write the text ``name`` as each engine reads it."""
    given = texts(name)
    paths = {kind: folder / f"{name}.{kind}" for kind in ("json", "txt", "html", "plain.html", "typ")}
    paths["json"].write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    paths["txt"].write_text("\n".join(next(iter(given.values()))), encoding="utf-8")
    serif, latin = (
        (FONTS / file).as_uri() for file in ("NotoSerifSC-Regular.ttf", "SourceSerif4-Regular.ttf")
    )
    rows = list(zip(*given.values(), strict=True))
    cells = ["".join(f"<td lang={key}><p>{t}</p>" for key, t in zip(given, row, strict=True)) for row in rows]
    body = "".join(f"<tr>{row}" for row in cells)
    body = f"<table>{body}</table>" if len(given) > 1 else "".join(f"<p>{row[0]}</p>" for row in rows)
    style = (
        "@page{size:A4;margin:26mm 27mm}"
        "body{margin:0;font:11.5pt/20pt s}td{width:50%;vertical-align:top}:lang(en){font-family:l}"
        "p{margin:0;text-align:justify;line-break:strict}:lang(zh) p{text-indent:2em}"
    )
    page = f"<html lang={next(iter(given))}><meta charset=utf-8><style>{{}}</style>{body}"
    faces = f"@font-face{{font-family:s;src:url({serif})}}@font-face{{font-family:l;src:url({latin})}}"
    paths["html"].write_text(page.replace("{}", faces + style, 1), encoding="utf-8")
    system = style.replace("pt s}", f"pt '{SYSTEM}'}}").replace("font-family:l", f"font-family:'{SYSTEM}'")
    paths["plain.html"].write_text(page.replace("{}", system, 1), encoding="utf-8")
    typed = ["".join(f"[#{json.dumps(text, ensure_ascii=False)}]" for text in row) for row in rows]
    grid = "\n\n".join(row.strip("[]") for row in typed)
    if len(given) > 1:
        filled = ", ".join(typed).replace("][", "], [")
        grid = f"#grid(columns: 2, column-gutter: 16pt, row-gutter: 8pt, {filled})"
    indent = "" if name == "en" else ", first-line-indent: (amount: 2em, all: true)"
    paths["typ"].write_text(
        '#set page(paper: "a4", margin: (x: 27mm, y: 26mm))\n'
        f'#set text(font: ("Source Serif 4", "Noto Serif SC"), size: 11.5pt, lang: "{next(iter(given))}")\n'
        f"#set par(justify: true, leading: 8.5pt{indent})\n{grid}",
        encoding="utf-8",
    )
    return paths


def engines(name: str, given: dict[str, Path], folder: Path) -> Iterator[tuple[str, Engine]]:
    """Yield each engine that is here, with how it is run."""

    def call(*words: str) -> Callable[[], str]:
        return lambda: subprocess.run(words, check=True, capture_output=True, text=True).stderr

    for engine in ("reportlab", "weasyprint"):
        made = folder / f"{name}.{engine}.pdf"
        yield (
            f"ours, {engine}",
            Engine(call(sys.executable, "-c", OURS, str(given["json"]), engine, str(made)), made),
        )
    if SYSTEM in _output("fc-list", ":", "family"):
        made = folder / f"{name}.plain.pdf"
        yield (
            "WeasyPrint alone",
            Engine(call(sys.executable, "-c", PLAIN, str(given["plain.html"]), str(made)), made),
        )
    else:
        sys.stdout.write(f"the system has no {SYSTEM} for WeasyPrint alone: apt install fonts-noto-cjk\n")
    font = FONTS / ("SourceSerif4-Regular.ttf" if name == "en" else "NotoSerifSC-Regular.ttf")
    for peer, module, script, more in (
        ("typst", "typst", TYPST, (str(given["typ"]), str(FONTS))),
        ("fpdf2", "fpdf", FPDF, (str(given["txt"]), str(font), "WORD" if name == "en" else "CHAR")),
    ):
        if subprocess.run([PEERS, "-c", f"import {module}"], capture_output=True, check=False).returncode:
            sys.stdout.write(f"{peer} is not here: pip install {peer}\n")
        elif peer == "fpdf2" and name == "bilingual":
            sys.stdout.write("fpdf2 sets no columns beside one another\n")
        else:
            made = folder / f"{name}.{peer}.pdf"
            yield peer, Engine(call(PEERS, "-c", script, more[0], str(made), *more[1:]), made)
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder))
        yield "LibreOffice", Engine(call(*words, str(given["html"])), folder / f"{name}.pdf")
    if browser := shutil.which("chromium"):
        made = folder / f"{name}.chromium.pdf"
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        yield "Chromium", Engine(call(browser, *quiet, f"--print-to-pdf={made}", str(given["html"])), made)


def _output(*words: str) -> str:
    """Return what a program prints; nothing where it is missing."""
    if shutil.which(words[0]) is None:
        return ""
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


class Line(NamedTuple):
    """A line of one column: its left edge, its text, and where its last character ends, in pt."""

    left: float
    text: str
    right: float


def columns(page: pypdfium2.PdfPage) -> Iterator[list[Line]]:
    """Yield the lines of each column of a page, from top to bottom."""
    text = page.get_textpage()
    rows: dict[int, list[Line]] = defaultdict(list)
    for n in range(text.count_chars()):
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        char = text.get_text_range(n, 1)
        if char.strip():
            rows[round(y.value)].append(Line(x.value, char, text.get_charbox(n, loose=True)[2]))
    text.close()
    parts: list[Line] = []
    for _, row in sorted(rows.items(), reverse=True):
        part: list[Line] = []
        for char in sorted(row):
            if part and char.left - part[-1].right > GAP:
                parts.append(_line(part))
                part = []
            part.append(char)
        parts.append(_line(part))
    edge = _right_edge(parts)
    sides: dict[bool, list[Line]] = defaultdict(list)
    for line in parts:
        sides[line.left > edge].append(line)
    yield from sides.values()


def _right_edge(parts: list[Line]) -> float:
    """Return what divides two columns: just left of where most lines begin that do not at the page's left."""
    starts = Counter(round(line.left) for line in parts if len(line.text) >= 8)
    first = min(starts, default=0)
    beside = Counter({start: count for start, count in starts.items() if start > first + 100})
    ((start, count),) = beside.most_common(1) or [(0, 0)]
    return start - 2 if count > 3 else float("inf")


def _line(part: list[Line]) -> Line:
    return Line(part[0].left, "".join(char.text for char in part), part[-1].right)


class Measured(NamedTuple):
    """Pages, lines, wrong starts and ends, how far full Chinese lines differ at the right, and tags."""

    pages: int
    lines: int
    starts: int
    ends: int
    off: float
    tagged: bool


def measured(data: bytes) -> Measured:
    """Measure a finished PDF."""
    starts = ends = count = 0
    off = 0.0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        for column in columns(page):
            full = [line for line in column if len(line.text) >= 8]  # no page's foot, no last line
            count += len(full)
            starts += sum(line.text[0] in NO_START for line in full)
            ends += sum(line.text[-1] in NO_END for line in full)
            left = min((line.left for line in full), default=0.0)
            edges = [
                line.right
                for line, following in pairwise(column)
                # the next line begins no paragraph; behind a figure the gap counts to the character
                if len(line.text) >= 8
                and following.left < left + SIZE
                and all("\u4e00" <= char <= "\u9fff" for char in line.text[-2:])
            ]
            off = max(off, max(edges) - min(edges)) if edges else off
    pages = len(document)
    document.close()
    with pikepdf.open(io.BytesIO(data)) as opened:
        tagged = "/StructTreeRoot" in opened.Root
    return Measured(pages, count, starts, ends, off, tagged)


def row(engine: Engine) -> tuple[float, float | None, int, Measured]:
    """Return the times of an engine, cold and warm, and what is measured in its file."""
    cold, warm = [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        told = engine.run()
        took = time.perf_counter() - start
        again = [float(line.split()[1]) for line in told.splitlines() if line.startswith("warm ")]
        cold.append(took - sum(again))
        warm += again
    data = engine.made.read_bytes()
    return statistics.median(cold), statistics.median(warm) if warm else None, len(data), measured(data)


_HEAD = "engine            cold s      ×  warm s     KB  pages  lines  starts  ends  off flush  tags"


def main() -> None:
    """Measure each engine on each text and print a row for it."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        for name in sys.argv[1:] or TEXTS:
            found = {label: row(engine) for label, engine in engines(name, inputs(name, folder), folder)}
            peer = "typst" if "typst" in found else next(iter(found))
            base = found[peer][0]
            sys.stdout.write(f"\n{name} (× is the cold time of {peer})\n{_HEAD}\n")
            for label, (cold, warm, size, seen) in found.items():
                cells = (
                    f"{label:<16}",
                    f"{cold:>6.2f}",
                    f"{cold / base:>5.1f}",
                    f"{warm:>6.2f}" if warm is not None else "     –",
                    f"{size / 1024:>5.0f}",
                    f"{seen.pages:>5}",
                    f"{seen.lines:>5}",
                    f"{seen.starts:>6}",
                    f"{seen.ends:>4}",
                    f"{seen.off:>9.2f}" if name != "en" else "        –",
                    f"{'yes' if seen.tagged else 'no':>4}",
                )
                sys.stdout.write("  ".join(cells) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
