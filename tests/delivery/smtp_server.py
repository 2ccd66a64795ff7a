"""A real mail server on loopback, with a certificate made for the test, and one that misbehaves on order."""

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Certificate(msgspec.Struct, frozen=True):
    """A certificate for localhost, signed by itself, and its key."""

    certificate: Path
    key: Path


def make_certificate(folder: Path, *, name: str = "localhost") -> Certificate:
    """Make a certificate for ``name`` and 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    names: list[x509.GeneralName] = [x509.DNSName(name)]
    if name == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = Certificate(folder / f"{name}.pem", folder / f"{name}.key")
    files.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files


class Inbox:
    """Keeps what arrives; ``answers`` are given, one each, in place of the usual ones."""

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self.rcpt: list[str] = []
        self.data: list[str] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.rcpt.pop(0) if self.rcpt else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.data.pop(0) if self.data else "250 taken as 7"
        if answer.startswith("250"):
            self.arrived.append(envelope)
        return answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"right", handled=False)


@contextmanager
def running(
    inbox: Inbox, certificate: Certificate, *, login: bool = False, limit: int = 2**25
) -> Iterator[int]:
    """Run a server that offers STARTTLS and, if asked, demands a login; yield its port."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate.certificate, certificate.key)
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        tls_context=context,
        require_starttls=True,
        auth_required=login,
        authenticator=inbox.authenticate,
        data_size_limit=limit,
    )
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextmanager
def scripted(*lines: bytes | None) -> Iterator[tuple[int, list[bytes]]]:
    """Run a server that says ``lines`` in turn, each after one command; None hangs up.

    Yield its port and what it hears. It speaks to one client after another
    with the rest of the lines. After a 354 it hears to the last dot.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(20)
    heard: list[bytes] = []
    rest = list(lines)

    def serve() -> None:
        while rest:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client, client.makefile("rb") as stream:
                client.settimeout(20)
                _converse(client, stream, rest, heard)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        rest.clear()
        listener.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits in accept
        listener.close()
        thread.join(timeout=30)


def _converse(client: socket.socket, stream: Any, rest: list[bytes | None], heard: list[bytes]) -> None:
    while rest:
        line = rest.pop(0)
        if line is None:
            return
        client.sendall(line + b"\r\n")
        if line.startswith(b"354"):
            while (part := stream.readline()) not in (b".\r\n", b""):
                heard.append(part)
        elif not (command := stream.readline()):
            return
        else:
            heard.append(command)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
