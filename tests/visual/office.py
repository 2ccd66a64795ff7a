"""LibreOffice as the tests run it: with the project's fonts alone, once for all documents."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from publisher import theme
from tests.visual.fonts import configuration


@cache
def version() -> str:
    """Return LibreOffice's name and version, 7.4 for 7.4.7; empty where it is not installed."""
    if not shutil.which("soffice"):
        return ""
    told = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"LibreOffice \d+\.\d+", told)
    return found[0] if found else told.strip()


def pdfs(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the PDF of each Word document by its name; one start of LibreOffice makes all of them."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    themes = tuple(theme.load(name) for name in theme.names())
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in documents),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(configuration(folder, themes))},
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in documents}
