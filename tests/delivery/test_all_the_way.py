"""The sample goes all the way: made, mailed, printed, dropped for the wire; other clients read its mail."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.delivery.message import encode
from tests.delivery.print_room import print_room
from tests.delivery.smtp_server import Inbox, make_certificate, running
from tests.delivery.test_message import MESSAGE, NAMES

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def run(*words: object) -> Result:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == 0, (words, result.output, result.exception)
    return result


def test_the_sample_goes_from_the_article_to_the_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLISHER_LEDGER", str(tmp_path / "ledger.sqlite"))
    (tmp_path / "hot").mkdir()
    inbox, certificate = Inbox(), make_certificate(tmp_path)
    with running(inbox, certificate) as port, print_room() as room:
        Path("publisher.toml").write_text(
            f'formats = ["docx", "pdf", "ninjs", "wire"]\nlanguages = ["zh-Hans", "en"]\n'
            f'memory = ["{SEEDS}/open-day.zh-en.tmx"]\nglossary = ["{SEEDS}/open-day.glossary.csv"]\n'
            f'[mail]\nhost = "localhost"\nport = {port}\nca_file = "{certificate.certificate}"\n'
            'sender = "云汀职业技术学院 <press@yunting.example.com>"\nper_minute = 0\n',
            encoding="utf-8",
        )
        Path("press.csv").write_text("address,language\nzh@paper.example,zh\nen@wire.example,en\n")
        run("export", SEEDS / "open-day.txt")
        run("pack", "verify", "out/open-day")
        run("mail", "out/open-day", "--list", "press.csv", "--send")
        run("print", "out/open-day", "--printer", room.press, "--lang", "zh-Hans", "--duplex", "--wait")
        run("copy", "out/open-day", "hot", "--format", "ninjs,wire", "--ascii")
        run("pack", "zip", "out/open-day", "-o", "press.zip")
        printed = [path.read_bytes() for path in room.press_tray.glob("*.pdf")]
    assert [envelope.rcpt_tos for envelope in inbox.arrived] == [["zh@paper.example"], ["en@wire.example"]]
    assert printed == [Path("out/open-day/open-day.zh-Hans.pdf").read_bytes()]
    assert len(list(Path("hot").iterdir())) == 4
    assert run("log").output.count(" sent ") == 4


@pytest.fixture
def mu() -> str:
    found = shutil.which("mu")
    if not found:
        pytest.skip("the mail client mu is not installed (Debian: maildir-utils)")
    return found


def test_another_client_finds_the_same_files_under_the_same_names(mu: str, tmp_path: Path) -> None:
    message = tmp_path / "message.eml"
    message.write_bytes(encode(MESSAGE))
    (tmp_path / "out").mkdir()
    command = [mu, "extract", "--save-attachments", f"--target-dir={tmp_path / 'out'}", str(message)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    found = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    for name, file in zip(NAMES, MESSAGE.attachments, strict=True):
        assert found[name.replace(" ", "-")] == file.data  # mu writes no spaces


def test_another_client_shows_the_same_subject_and_sender(mu: str, tmp_path: Path) -> None:
    message = tmp_path / "message.eml"
    message.write_bytes(encode(MESSAGE))
    shown = subprocess.run(
        [mu, "view", str(message)], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    assert f"Subject: {MESSAGE.subject}" in shown
    assert f"{MESSAGE.sender[0]} <{MESSAGE.sender[1]}>" in shown
    assert "灯塔今晚重新点亮。" in shown
