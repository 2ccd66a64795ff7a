"""Mail arrives once, whatever the server does; what may have arrived is not sent again."""

import email
import email.policy
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.delivery.handover import Answer, DoubtfulError, hand_over
from publisher.delivery.ledger import Delivery, Ledger, RepeatedError
from publisher.delivery.message import encode
from publisher.delivery.smtp import Server, Session
from publisher.errors import ConfigError, DeliveryError
from tests.delivery.conftest import NOW
from tests.delivery.smtp_server import Certificate, Inbox, free_port, make_certificate, running, scripted
from tests.delivery.test_message import MESSAGE, NAMES

SENDER, TO = "press@yunting.example", "desk@paper.example"
DATA = b"Subject: x\r\n\r\n.a line that begins with a dot\r\n..\r\n"
HELLO = (b"220 here", b"250 here")
AGREED = (b"250 sender", b"250 recipient", b"354 go on")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(inbox: Inbox, certificate: Certificate) -> Iterator[int]:
    with running(inbox, certificate) as port:
        yield port


def server(port: int, certificate: Certificate, **more: object) -> Server:
    given = {"host": "localhost", "port": port, "ca_file": str(certificate.certificate), "timeout": 10.0}
    return Server(**(given | more))  # type: ignore[arg-type]


def plain(port: int, **more: object) -> Server:
    given = {"host": "127.0.0.1", "port": port, "security": "none", "timeout": 5.0}
    return Server(**(given | more))  # type: ignore[arg-type]


def send(to: Server, data: bytes = DATA, pauses: list[float] | None = None) -> Answer:
    with Session(to, sleep=(pauses if pauses is not None else []).append) as session:
        return session.send(SENDER, TO, data)


def test_a_message_arrives_over_tls_as_it_was_sent(port: int, inbox: Inbox, certificate: Certificate) -> None:
    answer = send(server(port, certificate), encode(MESSAGE))
    assert answer.words == "250 taken as 7"
    (arrived,) = inbox.arrived
    assert (arrived.mail_from, arrived.rcpt_tos) == (SENDER, [TO])
    made = email.message_from_bytes(arrived.content, policy=email.policy.default)  # type: ignore[arg-type]
    assert [part.get_filename() for part in made.iter_attachments()] == list(NAMES)
    assert [part.get_content() for part in made.iter_attachments()] == [
        file.data for file in MESSAGE.attachments
    ]


def test_lines_that_begin_with_a_dot_arrive_with_it(
    port: int, inbox: Inbox, certificate: Certificate
) -> None:
    send(server(port, certificate))
    assert inbox.arrived[0].content == DATA


def test_several_messages_take_one_connection(port: int, inbox: Inbox, certificate: Certificate) -> None:
    with Session(server(port, certificate)) as session:
        for _ in range(3):
            session.send(SENDER, TO, DATA)
    assert len(inbox.arrived) == 3


def test_a_login_is_made_over_tls(inbox: Inbox, certificate: Certificate) -> None:
    with running(inbox, certificate, login=True) as port:
        send(server(port, certificate, user="press", password="right"))
    assert inbox.logins == [(b"press", b"right")]
    assert len(inbox.arrived) == 1


def test_a_wrong_password_is_told_and_not_shown(inbox: Inbox, certificate: Certificate) -> None:
    with (
        running(inbox, certificate, login=True) as port,
        pytest.raises(DeliveryError, match="does not let press in") as caught,
    ):
        send(server(port, certificate, user="press", password="wr0ng"))
    assert "wr0ng" not in f"{caught.value}{caught.value.hint}"
    assert not inbox.arrived


def test_a_password_is_not_in_what_a_fault_shows_of_a_server() -> None:
    assert "secret" not in repr(Server(host="h", user="u", password="secret"))


# ── Faults: each loses nothing and sends nothing twice ───────────────────────


def test_a_certificate_nobody_vouches_for_stops_all(port: int, inbox: Inbox) -> None:
    with pytest.raises(DeliveryError, match="certificate of localhost"):
        send(Server(host="localhost", port=port))
    assert not inbox.arrived


def test_a_certificate_of_another_host_stops_all(inbox: Inbox, tmp_path: Path) -> None:
    other = make_certificate(tmp_path, name="elsewhere.example")
    with running(inbox, other) as port, pytest.raises(DeliveryError, match="certificate"):
        send(server(port, other))
    assert not inbox.arrived


def test_a_server_without_encryption_gets_nothing() -> None:
    with (
        scripted(*HELLO, b"250 bye") as (port, heard),
        pytest.raises(DeliveryError, match="offers no encryption"),
    ):
        send(Server(host="127.0.0.1", port=port, timeout=5))
    assert not [line for line in heard if line.upper().startswith((b"MAIL", b"AUTH", b"DATA"))]


def test_mail_does_not_leave_this_machine_unencrypted() -> None:
    with pytest.raises(ConfigError, match="unencrypted"):
        Session(Server(host="mail.example", security="none"))


def test_a_server_that_is_not_there_is_tried_again_and_told() -> None:
    pauses: list[float] = []
    with pytest.raises(DeliveryError, match="cannot be reached"):
        send(plain(free_port()), pauses=pauses)
    assert pauses == [2.0, 4.0]


def test_a_recipient_who_is_refused_for_now_is_tried_again(
    port: int, inbox: Inbox, certificate: Certificate
) -> None:
    inbox.rcpt = ["450 greylisted"]
    send(server(port, certificate))
    assert len(inbox.arrived) == 1


def test_a_recipient_who_is_refused_for_good_is_not_tried_again(
    port: int, inbox: Inbox, certificate: Certificate
) -> None:
    inbox.rcpt = ["550 nobody here"]
    with pytest.raises(DeliveryError, match=rf"refuses the recipient {TO}: 550 nobody here"):
        send(server(port, certificate))
    assert not inbox.arrived


def test_a_message_that_is_refused_for_now_is_tried_again(
    port: int, inbox: Inbox, certificate: Certificate
) -> None:
    inbox.data = ["451 later"]
    send(server(port, certificate))
    assert len(inbox.arrived) == 1


def test_a_message_that_is_refused_for_good_is_told(
    port: int, inbox: Inbox, certificate: Certificate
) -> None:
    inbox.data = ["554 spam"]
    with pytest.raises(DeliveryError, match="refuses the message: 554 spam"):
        send(server(port, certificate))
    assert not inbox.arrived


def test_a_message_larger_than_the_server_takes_is_not_begun(inbox: Inbox, certificate: Certificate) -> None:
    with (
        running(inbox, certificate, limit=2048) as port,
        pytest.raises(DeliveryError, match="2 KB at most"),
    ):
        send(server(port, certificate), DATA * 100)
    assert not inbox.arrived


def test_a_line_that_breaks_before_the_message_is_tried_again() -> None:
    with scripted(*HELLO, b"250 sender", None, *HELLO, *AGREED, b"250 taken") as (port, heard):
        assert send(plain(port)).words == "250 taken"
    assert sum(line.startswith(b"DATA") for line in heard) == 1


def test_a_line_that_breaks_after_the_message_leaves_it_in_doubt() -> None:
    with (
        scripted(*HELLO, *AGREED, None, *HELLO, *AGREED, b"250 taken") as (port, heard),
        pytest.raises(DoubtfulError, match="It may have arrived"),
    ):
        send(plain(port))
    assert sum(line.startswith(b"DATA") for line in heard) == 1


def test_a_server_that_hangs_after_the_message_leaves_it_in_doubt() -> None:
    with (
        scripted(*HELLO, *AGREED, b"", None) as (port, heard),
        pytest.raises(DeliveryError),
    ):
        send(plain(port, timeout=0.3, attempts=1))
    assert sum(line.startswith(b"DATA") for line in heard) == 1


def test_a_server_that_never_speaks_is_given_up() -> None:
    with scripted() as (port, _), pytest.raises(DeliveryError, match="cannot be reached"):
        send(plain(port, timeout=0.2))


def test_what_a_server_says_controls_no_terminal() -> None:
    with (
        scripted(*HELLO, b"250 sender", b"550 \x1b[2Jgone\x07") as (port, _),
        pytest.raises(DeliveryError) as caught,
    ):
        send(plain(port))
    assert str(caught.value).isprintable()


def test_a_doubtful_message_is_not_sent_by_the_next_run_either(tmp_path: Path) -> None:
    delivery = Delivery(channel="mail", recipient=TO, digest=MESSAGE.digest, at=NOW)
    with (
        scripted(*HELLO, *AGREED, None, *HELLO, *AGREED, b"250 taken") as (port, heard),
        Ledger.open(tmp_path / "ledger.sqlite") as book,
    ):
        with pytest.raises(DoubtfulError):
            hand_over(book, delivery, lambda: send(plain(port)))
        with pytest.raises(RepeatedError):
            hand_over(book, delivery, lambda: send(plain(port)))
        assert sum(line.startswith(b"DATA") for line in heard) == 1
        hand_over(book, delivery, lambda: send(plain(port)), again=True)


def test_a_file_that_is_no_certificate_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "ca.pem"
    wrong.write_text("no certificate")
    with pytest.raises(ConfigError, match="holds no certificates"):
        send(Server(host="localhost", port=free_port(), ca_file=os.fspath(wrong)))
