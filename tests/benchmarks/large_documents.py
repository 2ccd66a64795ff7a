"""Time and memory of large and strange articles in every exporter, each in a process of its own.

    python tests/benchmarks/large_documents.py [NAME ...]

A row has processor time in s at a quarter of the size and at the whole of it,
their ratio (4 if time grows as the text does), and the peak of memory in MB.
What is refused shows its one line.
"""

import resource
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.errors import PublisherError
from publisher.exporters import readback
from publisher.localization.localizer import furniture
from publisher.model import (
    Article,
    Asset,
    Block,
    Cell,
    Figure,
    Heading,
    Meta,
    NoteRef,
    Paragraph,
    Release,
    Table,
    Text,
)
from publisher.report import Report

CORPUS = Path(__file__).parent / "corpus"
WAYS = ("docx", "html", "pdf-reportlab", "pdf-weasyprint")


def paragraphs(count: int, language: str = "zh-Hans") -> tuple[Block, ...]:
    """Return ``count`` paragraphs of the corpus, again from its start where it ends."""
    texts = (CORPUS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(Paragraph(f"b{n}", (Text(texts[n % len(texts)]),)) for n in range(count))


def rows(count: int, width: int) -> tuple[Block, ...]:
    """Return a table of ``count`` rows."""
    head = tuple(Cell(f"t.h{n}", (Text("指标"),)) for n in range(width))
    body = tuple(
        tuple(Cell(f"t.{m}.{n}", (Text(f"第{m}行{n}"),)) for n in range(width)) for m in range(count)
    )
    return (Table("t", body, head),)


def picture(pixels: int) -> Asset:
    """Return a picture ``pixels`` wide."""
    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (pixels, 400), "#99aabb").save(stream, "PNG")
    return Asset("wide.png", "image/png", stream.getvalue(), pixels, 400)


def article(name: str, share: float) -> Article:
    """Return the article ``name`` at ``share`` of its size."""

    def of(whole: int) -> int:
        return max(round(whole * share), 1)

    english = "English" in name
    meta = Meta(language="en" if english else "zh-Hans", headline="Test" if english else "测试")
    assets: tuple[Asset, ...] = ()
    match name:
        case "300 pages":
            blocks = paragraphs(of(2400))
        case "300 pages, English":
            blocks = paragraphs(of(1500), "en")
        case "2,000 rows":
            blocks = rows(of(2000), 4)
        case "60 columns":
            blocks = rows(of(40), 60)
        case "a paragraph of 100,000 Han":
            text = "".join(part.inlines[0].text for part in paragraphs(1400))  # type: ignore[union-attr]
            blocks = (Paragraph("b1", (Text(text[: of(100_000)]),)),)
        case "a word of 100,000 letters, English":
            blocks = (Paragraph("b1", (Text("a" * of(100_000)),)),)
        case "a picture of 20,000 pixels":
            assets = (picture(of(20_000)),)
            blocks = (Figure("b1", "wide.png"),)
        case "1,000 headings":
            blocks = tuple(Heading(f"b{n}", (Text(f"第{n}节"),), n % 4 + 1) for n in range(of(1000)))
        case "3,000 notes":
            blocks = tuple(Paragraph(f"b{n}", (Text("文字"), NoteRef("注"))) for n in range(of(3000)))
        case "names":
            blocks = (Paragraph("b1", (Text("喆堃玥镕昇珺祎赟"),)),)
        case "emoji":
            blocks = (Paragraph("b1", (Text("今天😀天气好"),)),)
        case "Tibetan and Uyghur":
            blocks = (Paragraph("b1", (Text("བོད་སྐད་和ئۇيغۇرچە"),)),)
        case _:
            raise SystemExit(f"There is no article {name!r}.")
    return Article(meta, blocks, assets)


NAMES = (
    "300 pages", "300 pages, English", "2,000 rows", "60 columns", "a paragraph of 100,000 Han",
    "a word of 100,000 letters, English", "a picture of 20,000 pixels", "1,000 headings", "3,000 notes",
    "names", "emoji", "Tibetan and Uyghur",
)  # fmt: skip


def measure(name: str, way: str, share: float) -> str:
    """Export one article and read it back; return time, memory and what came of it, with tabs between."""
    made = article(name, share)
    kind, _, engine = way.partition("-")
    context = Context(theme.load("press"), {made.meta.language: furniture(made)}, Report(), engine or "auto")
    start = time.process_time()
    try:
        exporter = plugins.load("exporters", kind)()
        data = exporter.export(Release((made,)), context)
        back = readback.check(f"x{exporter.suffix}", data, Release((made,)), context)
        said = f"{len(data) // 1024} KB" + (f", {back.pages} pages" if back.pages else "")
        said += "".join(f"; {notice.message}" for notice in context.report if notice.severity == "warning")
    except PublisherError as error:
        said = f"refused: {error}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{time.process_time() - start:.2f}\t{peak:.0f}\t{said}"


def main() -> None:
    """Print a row for each article and exporter."""
    if len(sys.argv) == 5 and sys.argv[1] == "--one":
        sys.stdout.write(measure(sys.argv[2], sys.argv[3], float(sys.argv[4])))
        return
    for name in sys.argv[1:] or NAMES:
        for way in WAYS:
            found = []
            for share in ("0.25", "1"):
                command = [sys.executable, __file__, "--one", name, way, share]
                done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
                found.append(done.stdout.split("\t") if done.stdout else ["0", "0", done.stderr[-200:]])
            (short, _, _), (whole, peak, said) = found
            ratio = float(whole) / max(float(short), 0.01)
            sys.stdout.write(f"{name:<36}{way:<16}{short:>7}{whole:>8}{ratio:>6.1f}{peak:>7} MB  {said}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
