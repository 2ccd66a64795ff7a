"""Make the OpenDocument texts beside this file; run by hand, what it makes is kept.

LibreOffice saves the Word documents of ``docx_files`` as .odt (``soffice``), pandoc makes its own of Markdown.
A program that is not there leaves its files as they are.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORD = HERE.parent / "docx_files"
NAMES = (
    "docx-npm", "hand-chinese-numbering", "hand-fields", "hand-letterhead", "hand-lists", "hand-looks",
    "hand-merged-cells", "hand-nested-tables", "hand-notes", "hand-objects", "hand-old-styles", "hand-page-breaks",
    "hand-pictures", "hand-signs", "hand-text-boxes", "hand-tracked-changes", "libreoffice-boxes", "libreoffice-html",
    "pandoc", "pandoc-han", "python-docx",
)  # fmt: skip
MARKDOWN = """---
title: Gull Island reading room opens
author: Ewan Brody
---

The reading room on Gull Island opened its doors on Monday, the harbor office said.[^1]

## What it holds

- **Books** of every kind
- Maps, *old* and new
    1. of the sound
    2. of the quay

> It is the island's own room.

![The room](a.png){width=40px}

| Day     | Hours  |
|---------|--------|
| Monday  | 9 to 5 |
| Tuesday | closed |

: When it is open

See [the page](https://example.com/room); H~2~O and m^2^.

[^1]: Counted at the gate.
"""


def with_libreoffice() -> None:
    """Save the Word documents as .odt."""
    program = shutil.which("soffice")
    if not program:
        return
    with tempfile.TemporaryDirectory() as folder:
        options = ["--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "odt"]
        files = [str(WORD / f"{name}.docx") for name in NAMES]
        subprocess.run([program, *options, "--outdir", str(HERE), *files], check=True, capture_output=True)


def with_pandoc() -> None:
    """Make a document of Markdown."""
    program = shutil.which("pandoc")
    if not program:
        return
    with tempfile.TemporaryDirectory() as folder:
        from tests.conftest import png

        (Path(folder) / "a.png").write_bytes(png())
        command = [
            program,
            "-f",
            "markdown",
            "-t",
            "odt",
            "-o",
            str(HERE / "pandoc-own.odt"),
            "--resource-path",
            folder,
        ]
        subprocess.run(command, input=MARKDOWN.encode(), check=True)


if __name__ == "__main__":
    with_libreoffice()
    with_pandoc()
