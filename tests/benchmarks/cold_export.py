"""Cold `publisher export` of the nine files against pandoc and LibreOffice doing the six Word and PDF files.

Prints the median of three runs of each, and their ratio. Run with `make bench`.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
LANGUAGES = ("zh-Hans", "en", "bilingual")


def publisher(folder: Path) -> None:
    """Make nine files: read, repaired, translated, set, read back."""
    seeds = ROOT / "seeds"
    command = [sys.executable, "-m", "publisher", "export", str(seeds / "open-day.txt")]
    command += ["--memory", str(seeds / "open-day.zh-en.tmx"), "--out", str(folder)]
    command += ["--glossary", str(seeds / "open-day.glossary.csv")]
    subprocess.run(command, check=True, capture_output=True)


def peer(texts: dict[str, Path]) -> Callable[[Path], None]:
    """Return a run of pandoc and LibreOffice over texts that are already clean and translated."""

    def make(folder: Path) -> None:
        folder.mkdir()
        for language, text in texts.items():
            docx = folder / f"{language}.docx"
            subprocess.run(["pandoc", str(text), "-o", str(docx)], check=True)
            command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
            command += ["--convert-to", "pdf", "--outdir", str(folder), str(docx)]
            subprocess.run(command, check=True, capture_output=True)

    return make


def clean_texts(pack: Path, folder: Path) -> dict[str, Path]:
    """Return Markdown of each edition, from the HTML that a first run made."""
    found = {}
    for language in LANGUAGES:
        page = pack / "open-day" / f"open-day.{language}.html"
        found[language] = folder / f"{language}.md"
        subprocess.run(
            ["pandoc", "-f", "html", "-t", "plain", str(page), "-o", str(found[language])], check=True
        )
    return found


def median(make: Callable[[Path], None], folder: Path) -> float:
    """Return the median time of RUNS runs, in seconds."""
    times = []
    for number in range(RUNS):
        start = time.perf_counter()
        make(folder / f"{make.__name__}-{number}")
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Measure both and print the ratio."""
    for program in ("pandoc", "soffice"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is missing; on Debian: apt install pandoc libreoffice-writer.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        publisher(folder / "warm")
        texts = clean_texts(folder / "warm", folder)
        ours = median(publisher, folder)
        theirs = median(peer(texts), folder)
    sys.stdout.write(
        f"publisher, nine files read back:       {ours:.2f} s\n"
        f"pandoc + LibreOffice, six bare files:  {theirs:.2f} s\n"
        f"ratio: {ours / theirs:.2f}\n"
    )


if __name__ == "__main__":
    main()
