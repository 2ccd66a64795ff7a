"""`publisher mail`: each recipient's edition, as a draft to look at or sent, each once."""

import email
import email.policy
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.delivery.recipients import Recipient, load
from publisher.errors import ConfigError, PublisherError
from tests.delivery.conftest import FILES, write_pack
from tests.delivery.smtp_server import Inbox, make_certificate, running

SENDER = ("--from", "云汀市文旅局 <press@yunting.example>")


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["mail", *map(str, words)])


def refused(*words: object) -> PublisherError:
    result = run(*words)
    assert isinstance(result.exception, PublisherError), result.output
    return result.exception


def read(data: bytes) -> EmailMessage:
    made = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(made, EmailMessage)
    return made


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def house(tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with a pack, settings for a running mail server, and a ledger of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLISHER_LEDGER", str(tmp_path / "ledger.sqlite"))
    write_pack(tmp_path / "harbour")
    certificate = make_certificate(tmp_path)
    with running(inbox, certificate) as port:
        (tmp_path / "publisher.toml").write_text(
            f'[mail]\nhost = "localhost"\nport = {port}\nca_file = "{certificate.certificate}"\n'
            'sender = "云汀市文旅局 <press@yunting.example>"\nper_minute = 0\n',
            encoding="utf-8",
        )
        yield tmp_path


def test_a_draft_is_written_beside_the_pack(pack: Path) -> None:
    result = run(pack, "--to", "编辑 <desk@paper.example>", *SENDER)
    assert result.exit_code == 0, result.output
    made = read((pack.parent / "harbour.zh-Hans.eml").read_bytes())
    assert made["X-Unsent"] == "1"
    assert made["Subject"] == "海港灯塔重新点亮"
    body = made.get_body(("plain",))
    assert body is not None
    assert "灯塔今晚重新点亮。" in body.get_content()
    files = {part.get_filename(): part.get_content() for part in made.iter_attachments()}
    assert files == {
        f"2026-03-05-海港灯塔重新点亮.zh-Hans.{kind}": FILES[f"harbour.zh-Hans.{kind}"]
        for kind in ("pdf", "docx")
    }


def test_the_english_edition_goes_with_its_own_files(pack: Path) -> None:
    run(pack, "--to", "desk@paper.example", *SENDER, "--lang", "en", "--attach", "pdf")
    made = read((pack.parent / "harbour.en.eml").read_bytes())
    assert made["Subject"] == "Harbour lighthouse lit again"
    (file,) = made.iter_attachments()
    assert file.get_filename() == "2026-03-05-Harbour-lighthouse-lit-again.en.pdf"


def test_a_bilingual_edition_goes_as_one_message_in_both_languages(tmp_path: Path) -> None:
    files = {**FILES, "harbour.bilingual.pdf": b"%PDF-1.7 both"}
    write_pack(tmp_path / "harbour", files=files)
    result = run(
        tmp_path / "harbour", "--to", "d@paper.example", *SENDER, "--lang", "bilingual", "--attach", "pdf"
    )
    assert result.exit_code == 0, result.output
    made = read((tmp_path / "harbour.bilingual.eml").read_bytes())
    assert made["Subject"] == "海港灯塔重新点亮 / Harbour lighthouse lit again"
    assert made["Content-Language"] == "zh-Hans, en"
    for kind in ("plain", "html"):
        body = made.get_body((kind,))
        assert body is not None
        told = body.get_content()
        assert told.index("灯塔今晚重新点亮。") < told.index("The lighthouse is lit again tonight.")
    (file,) = made.iter_attachments()
    assert file.get_content() == b"%PDF-1.7 both"


def test_a_list_may_ask_for_the_bilingual_edition_in_chinese(tmp_path: Path) -> None:
    write_pack(tmp_path / "harbour", files={**FILES, "harbour.zh-Hans+en.pdf": b"%PDF-1.7 both"})
    (tmp_path / "press.csv").write_text("邮箱,语言\nd@paper.example,双语\n", encoding="utf-8")
    result = run(tmp_path / "harbour", "--list", tmp_path / "press.csv", *SENDER, "--attach", "pdf")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "harbour.zh-Hans+en.eml").exists()


def test_without_a_bilingual_file_there_is_no_such_message(pack: Path) -> None:
    assert "no edition in bilingual" in str(
        refused(pack, "--to", "d@paper.example", *SENDER, "--lang", "bilingual")
    )


def test_names_are_ascii_where_asked_for_and_nothing_is_attached_if_so_said(pack: Path) -> None:
    run(pack, "--to", "desk@paper.example", *SENDER, "--ascii", "--attach", "pdf")
    (file,) = read((pack.parent / "harbour.zh-Hans.eml").read_bytes()).iter_attachments()
    assert str(file.get_filename()).isascii()
    run(pack, "--to", "desk@paper.example", *SENDER, "--attach", "none")
    assert not list(read((pack.parent / "harbour.zh-Hans.eml").read_bytes()).iter_attachments())


def test_a_list_is_mailed_each_in_its_language_one_message_each(house: Path, inbox: Inbox) -> None:
    (house / "press.csv").write_text(
        "姓名,邮箱,语言\n沈望,wang@paper.example,zh-Hans\nAnna Hill,anna@wire.example,en\n", encoding="utf-8"
    )
    result = run("harbour", "--list", "press.csv", "--send")
    assert result.exit_code == 0, result.output
    made = {envelope.rcpt_tos[0]: read(envelope.content) for envelope in inbox.arrived}  # type: ignore[arg-type]
    assert made["wang@paper.example"]["Subject"] == "海港灯塔重新点亮"
    assert made["anna@wire.example"]["Subject"] == "Harbour lighthouse lit again"
    assert [str(message["To"]) for message in made.values()] == [
        "沈望 <wang@paper.example>", "Anna Hill <anna@wire.example>",
    ]  # fmt: skip


def test_a_run_that_broke_off_goes_on_and_sends_nothing_twice(house: Path, inbox: Inbox) -> None:
    (house / "press.csv").write_text("email\na@paper.example\nb@paper.example\nc@paper.example\n")
    inbox.rcpt = ["250 OK", "550 full", "250 OK"]
    first = run("harbour", "--list", "press.csv", "--send")
    assert first.exit_code == 7
    assert "1 of 3 did not go out" in first.output
    second = run("harbour", "--list", "press.csv", "--send")
    assert second.exit_code == 0, second.output
    assert sorted(envelope.rcpt_tos[0] for envelope in inbox.arrived) == [
        "a@paper.example", "b@paper.example", "c@paper.example",
    ]  # fmt: skip
    assert second.output.count("skipped") == 2


def test_every_delivery_shows_in_the_log(house: Path, inbox: Inbox) -> None:
    run("harbour", "--to", "desk@paper.example", "--send")
    shown = CliRunner().invoke(cli, ["log", "--json"])
    row = json.loads(shown.output)
    assert (row["channel"], row["recipient"], row["state"]) == ("mail", "desk@paper.example", "sent")
    assert row["answer"] == "250 taken as 7"
    assert row["reference"] == read(inbox.arrived[0].content)["Message-ID"]  # type: ignore[arg-type]
    assert len(row["files"]) == 2


def test_a_password_comes_from_the_environment_and_stays_there(
    tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLISHER_SMTP_USER", "press")
    monkeypatch.setenv("PUBLISHER_SMTP_PASSWORD", "right")
    monkeypatch.setenv("PUBLISHER_LEDGER", str(tmp_path / "ledger.sqlite"))
    write_pack(tmp_path / "harbour")
    certificate = make_certificate(tmp_path)
    with running(inbox, certificate, login=True) as port:
        (tmp_path / "publisher.toml").write_text(
            f'[mail]\nhost = "localhost"\nport = {port}\nca_file = "{certificate.certificate}"\n'
            'sender = "press@yunting.example"\n'
        )
        result = run("harbour", "--to", "desk@paper.example", "--send")
    assert result.exit_code == 0, result.output
    assert inbox.logins == [(b"press", b"right")]
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("ledger.sqlite*"))
    assert b"right" not in kept
    assert "right" not in result.output


def test_under_embargo_no_message_is_made_unless_the_user_says_so(tmp_path: Path) -> None:
    write_pack(tmp_path / "held", embargo=datetime(2999, 1, 1, tzinfo=UTC))
    words = (tmp_path / "held", "--to", "desk@paper.example", *SENDER)
    assert "under embargo" in str(refused(*words))
    assert not list(tmp_path.glob("*.eml"))
    assert run(*words, "--before-embargo").exit_code == 0
    made = read((tmp_path / "held.zh-Hans.eml").read_bytes())
    assert all(str(part.get_filename()).startswith("EMBARGO-29990101") for part in made.iter_attachments())


def test_a_draft_of_the_text_says_so_in_the_subject(tmp_path: Path) -> None:
    write_pack(tmp_path / "drafts", draft=True)
    words = (tmp_path / "drafts", "--to", "desk@paper.example", *SENDER, "--lang", "en")
    assert "DRAFT" in str(refused(*words))
    assert run(*words, "--draft").exit_code == 0
    made = read((tmp_path / "drafts.en.eml").read_bytes())
    assert made["Subject"] == "[DRAFT] Harbour lighthouse lit again"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "nobody"), "not an address"),
        (("--to", "a@b.example\nBcc: x@y.example"), "not an address"),
        (("--to", "a@b.example", "--lang", "fr"), "no edition in fr"),
        (("--to", "a@b.example", "--attach", "mp3"), "holds nothing in the format mp3"),
        (("--to", "a@b.example", "--send"), "No mail server is named"),
        (("--list", "none.csv"), "cannot be read"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    words: tuple[str, ...], said: str, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack.parent)
    error = refused(pack, *SENDER, *words)
    assert said in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no column of addresses"),
        ("name,phone\na,b\n", "names no column of addresses"),
        ("email\n\n", "lists nobody"),
        ("email\na@b.example\nnobody\n", "line 3: This is not an address"),
        ("email\nx\na@b.example\ny\n", "line 4: This is not an address"),
        ("email\n" + "x\n" * 40, "and in lines 5, 6, 7"),
    ],
)
def test_a_list_with_a_fault_is_told_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "press.csv"
    path.write_text(text)
    with pytest.raises(ConfigError, match=said):
        load(path)


def test_a_list_of_a_chinese_spreadsheet_is_read_and_each_address_once(tmp_path: Path) -> None:
    path = tmp_path / "press.csv"
    path.write_bytes("姓名,邮箱\n沈望,wang@paper.example\n沈望,WANG@paper.example\n".encode("gb18030"))
    assert load(path) == (Recipient("沈望", "wang@paper.example"),)


@pytest.mark.parametrize(
    "text",
    ["地址;姓名;语言\nli@paper.example;李;中文\n", "address\tlanguage\nli@paper.example\tChinese\n"],
)
def test_a_list_is_read_as_offices_write_it(text: str, tmp_path: Path) -> None:
    path = tmp_path / "press.csv"
    path.write_text(text, encoding="utf-8-sig")
    (recipient,) = load(path)
    assert (recipient.address, recipient.language) == ("li@paper.example", "zh")


def test_a_message_that_may_have_arrived_is_no_success(house: Path, inbox: Inbox) -> None:
    words = ("harbour", "--to", "desk@paper.example", "--send")
    assert run(*words).exit_code == 0
    with sqlite3.connect(house / "ledger.sqlite") as book:  # as if the run had been killed
        book.execute("UPDATE delivery SET state='begun', record=replace(record, '\"sent\"', '\"begun\"')")
    result = run(*words)
    assert result.exit_code == 7
    assert "doubtful desk@paper.example" in result.output
    assert "--again" in result.output
    assert len(inbox.arrived) == 1


@pytest.mark.parametrize("command", [("mail", "--to", "a@b.example", *SENDER), ("pack", "zip")])
def test_a_file_in_the_way_is_told_and_left_alone(
    command: tuple[str, ...], pack: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(b"mine")
    group = command[:2] if command[0] == "pack" else command[:1]
    result = CliRunner().invoke(cli, [*group, str(pack), *command[len(group) :], "-o", str(mine)])
    assert isinstance(result.exception, PublisherError), result.output
    assert mine.read_bytes() == b"mine"
