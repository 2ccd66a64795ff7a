"""No command opens a socket: all of them run in one process in which none can be opened."""

import os
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

EVERY_COMMAND = """
import sys

def forbid(event, arguments):
    asked = event == "urllib.Request" and not arguments[0].startswith("data:")
    if event.startswith("socket.") or asked:
        raise RuntimeError(f"{event}{arguments}")

sys.addaudithook(forbid)
from click.testing import CliRunner
from publisher.cli import COMMANDS, cli

seeds, desk = sys.argv[1:]
article, memory = f"{desk}/open-day.txt", f"{seeds}/open-day.zh-en.tmx"
terms = f"{seeds}/open-day.glossary.csv"
known = ("--memory", memory, "--glossary", terms)
lines = [
    ("export", article, *known, "--out", f"{desk}/out"),
    ("export", article, *known, "--out", f"{desk}/out", "--format", "pdf", "--pdf-engine", "reportlab"),
    ("inspect", article),
    ("repair", article),
    ("translate", article, *known),
    ("review", article, *known, "-o", f"{desk}/review.docx"),
    ("review", "--apply", f"{desk}/review.docx"),
    ("check", memory),
    ("memory", "import", memory, "--into", f"{desk}/m.tm.sqlite"),
    ("memory", "stats", f"{desk}/m.tm.sqlite"),
    ("glossary", "list", terms),
    ("names", "check", f"{desk}/names.csv"),
    ("models", "list"),
    ("pack", "verify", f"{desk}/out/open-day"),
    ("mail", f"{desk}/out/open-day", "--to", "a@b.example", "--from", "c@d.example", "--attach", "pdf"),
    ("print", f"{desk}/out/open-day", "--layout", "booklet", "-o", f"{desk}/printed"),
    ("copy", f"{desk}/out/open-day", desk, "--ledger", f"{desk}/ledger.sqlite"),
    ("log", "--ledger", f"{desk}/ledger.sqlite"),
    ("themes",),
    ("doctor",),
]
for words in lines:
    result = CliRunner().invoke(cli, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, (words[0], result.output[-300:])
assert {words[0] for words in lines} == {command.name for command in COMMANDS}
"""


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    for name in ("open-day.txt", "open-day.png"):
        (tmp_path / name).write_bytes((SEEDS / name).read_bytes())
    (tmp_path / "names.csv").write_text("kind,zh-Hans,en\nperson,欧阳岚,Ouyang Lan\n", encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-c", EVERY_COMMAND, str(SEEDS), str(tmp_path)],
        env=os.environ | {"HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-2000:]
