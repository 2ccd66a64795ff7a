"""Cold `publisher export --format docx` against pandoc making the same Word documents.

First the sample: a damaged text that is repaired, translated from a memory,
checked and set three times. Then a clean one, set once, which is nearer to
what pandoc does. Pandoc gets texts that are clean and translated already, and
reads nothing back. Prints the medians of five runs, by turns, and the ratios.
Run with `make bench`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
AIM = 2.0


def publisher(folder: Path, article: str, *options: str) -> None:
    """Make a pack of a sample article, in Word unless ``options`` say more."""
    seeds = ROOT / "seeds"
    command = [sys.executable, "-m", "publisher", "export", str(seeds / article), "--out", str(folder)]
    command += ["--memory", str(seeds / "open-day.zh-en.tmx"), "--format", "docx"]
    command += ["--glossary", str(seeds / "open-day.glossary.csv"), *options]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=kept)  # a user's Python compiles once


def pandoc(folder: Path, texts: list[Path]) -> None:
    """Make a Word document of each text."""
    folder.mkdir()
    for text in texts:
        subprocess.run(["pandoc", str(text), "-o", str(folder / f"{text.stem}.docx")], check=True)


def clean_texts(folder: Path, article: str, *options: str) -> list[Path]:
    """Return Markdown of each edition, with its picture beside it, from the HTML that a first run made."""
    publisher(folder, article, "--format", "docx,html", *options)  # the last format wins
    found = []
    for page in sorted(folder.glob("*/*.html")):
        found.append(page.with_suffix(".md"))
        command = ["pandoc", "-f", "html", "-t", "markdown", f"--extract-media={folder}"]
        subprocess.run([*command, str(page), "-o", str(found[-1])], check=True)
    return found


def measured(name: str, article: str, *options: str) -> str:
    """Return the medians of one article, and their ratio, as lines to print."""
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        texts = clean_texts(folder / "warm", article, *options)
        for number in range(RUNS):
            start = time.perf_counter()
            publisher(folder / f"publisher-{number}", article, *options)
            between = time.perf_counter()
            pandoc(folder / f"pandoc-{number}", texts)
            ours.append(between - start)
            theirs.append(time.perf_counter() - between)
    mine, peer = statistics.median(ours), statistics.median(theirs)
    return (
        f"{name}, {len(texts)} in Word\n"
        f"  publisher, read back:  {mine:.2f} s\n"
        f"  pandoc, bare:          {peer:.2f} s\n"
        f"  ratio: {mine / peer:.2f} (aim: {AIM:g})\n"
    )


def main() -> None:
    """Measure both articles and print the ratios."""
    if shutil.which("pandoc") is None:
        sys.exit("pandoc is missing; on Debian: apt install pandoc.")
    sys.stdout.write(measured("The sample, repaired and translated", "open-day.txt"))
    sys.stdout.write(measured("A clean article in its own language", "harbor-light.en.txt", "--lang", "en"))


if __name__ == "__main__":
    main()
