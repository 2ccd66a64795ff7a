"""SMTP, so that nothing goes twice: what cannot have arrived is tried again, what may have arrived is not."""

import re
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Literal

import msgspec

from publisher.delivery.handover import Answer, DoubtfulError
from publisher.errors import ConfigError, DeliveryError

Security = Literal["starttls", "tls", "none"]

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_LEADING_DOT = re.compile(rb"(?m)^\.")


class Server(msgspec.Struct, frozen=True, kw_only=True):
    """A mail server and how to speak to it.

    ``port`` 0 is the usual one (587, 465, 25); ``timeout`` is in s, and
    ``ca_file`` holds the certificates to trust in place of the system's.
    ``attempts`` are made in all while nothing can have arrived, with a pause
    that doubles from ``pause`` s.
    """

    host: str
    port: int = 0
    security: Security = "starttls"
    user: str = ""
    password: str = ""
    timeout: float = 30.0
    ca_file: str = ""
    attempts: int = 3
    pause: float = 2.0

    def __repr__(self) -> str:  # the password is shown nowhere
        return f"Server({self.user}@{self.host}:{self.port} {self.security})"


class Session:
    """One connection for several messages, made when first needed and anew when it broke."""

    def __init__(self, server: Server, *, sleep: Callable[[float], None] = time.sleep) -> None:
        if server.security == "none" and server.host not in _LOOPBACK:
            raise ConfigError(
                f"Mail to {server.host} would travel unencrypted.",
                hint='Set security = "starttls" or "tls" under [mail]; "none" is for this machine alone.',
            )
        self._server = server
        self._sleep = sleep
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._smtp:
            with suppress(OSError, smtplib.SMTPException):  # the server may go first; nothing is lost
                self._smtp.quit()
        self._drop()

    def send(self, sender: str, to: str, data: bytes) -> Answer:
        """Hand ``data`` over for ``to`` and return the server's answer.

        DeliveryError if it did not arrive; DoubtfulError if the line broke
        after the last byte, when nobody can tell (RFC 5321, 4.5.3.2.6).
        """
        for attempt in range(1, self._server.attempts + 1):
            try:
                return self._once(sender, to, data)
            except _LaterError as error:
                self._drop()
                if attempt == self._server.attempts:
                    raise DeliveryError(str(error), hint=error.hint) from error
                self._sleep(self._server.pause * 2 ** (attempt - 1))
        raise DeliveryError(f"{self._server.host}: no attempt is allowed.", hint="Set attempts to 1 or more.")

    def _once(self, sender: str, to: str, data: bytes) -> Answer:
        smtp = self._connected()
        host = self._server.host
        try:
            limit = smtp.esmtp_features.get("size", "")
            if limit.isdigit() and 0 < int(limit) < len(data):
                raise DeliveryError(
                    f"{host} takes messages of {int(limit) // 1024} KB at most, and this has "
                    f"{len(data) // 1024} KB.",
                    hint="Attach fewer files with --attach.",
                )
            self._expect(smtp.mail(sender), f"the sender {sender}")
            self._expect(smtp.rcpt(to), f"the recipient {to}")
            self._expect(smtp.docmd("DATA"), "the message", good=3)
        except (OSError, smtplib.SMTPException) as error:
            raise _LaterError(f"{host} broke off before the message: {_said(error)}.") from error
        try:
            smtp.send(_LEADING_DOT.sub(b"..", data) + b".\r\n")
        except (OSError, smtplib.SMTPException) as error:
            # the last line never left, so the server cannot have taken the message
            raise _LaterError(f"{host} broke off within the message: {_said(error)}.") from error
        try:
            reply = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise DoubtfulError(
                f"{host} broke off after the message to {to}: {_said(error)}. It may have arrived.",
                hint="Ask the recipient; --again sends it once more.",
            ) from error
        self._expect(reply, "the message")
        return Answer(host, f"{reply[0]} {_clean(reply[1])}")

    def _connected(self) -> smtplib.SMTP:
        if self._smtp is not None:
            try:
                self._expect(self._smtp.rset(), "another message")
            except (OSError, smtplib.SMTPException, DeliveryError):
                self._drop()
            else:
                return self._smtp
        server = self._server
        port = server.port or _PORTS[server.security]
        where = f"{server.host}:{port}"
        try:
            context = ssl.create_default_context(cafile=server.ca_file or None)
        except OSError as error:
            raise ConfigError(f"{server.ca_file} holds no certificates: {_said(error)}.") from error
        try:
            if server.security == "tls":
                self._smtp = smtplib.SMTP_SSL(server.host, port, timeout=server.timeout, context=context)
            else:
                self._smtp = smtplib.SMTP(server.host, port, timeout=server.timeout)
            self._smtp.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                self._smtp.starttls(context=context)
                self._smtp.ehlo()
        except ssl.SSLCertVerificationError as error:
            self._drop()
            raise DeliveryError(
                f"The certificate of {where} is not to be trusted: {error.verify_message.rstrip('.')}.",
                hint="Check the host's name; ca_file under [mail] names a certificate of your own house.",
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            self._drop()
            raise DeliveryError(
                f"{where} offers no encryption.", hint='Try security = "tls" under [mail].'
            ) from error
        except smtplib.SMTPResponseException as error:
            self._drop()
            self._expect((error.smtp_code, _bytes(error.smtp_error)), "the connection")
            raise
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise _LaterError(
                f"{where} cannot be reached: {_said(error)}.", hint="Check host and port under [mail]."
            ) from error
        self._log_in(self._smtp)
        return self._smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        if not self._server.user:
            return
        try:
            smtp.login(self._server.user, self._server.password)
        except smtplib.SMTPAuthenticationError as error:
            self._drop()
            if error.smtp_code // 100 == 4:
                raise _LaterError(f"{self._server.host} lets nobody in now ({error.smtp_code}).") from error
            raise DeliveryError(
                f"{self._server.host} does not let {self._server.user} in ({error.smtp_code}).",
                hint="Check PUBLISHER_SMTP_USER and PUBLISHER_SMTP_PASSWORD, or the keyring.",
            ) from error
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise _LaterError(f"{self._server.host} broke off at the login: {_said(error)}.") from error

    def _expect(self, reply: tuple[int, bytes], what: str, *, good: int = 2) -> None:
        """Raise unless ``reply`` says yes: one that says no for now (4xx) may be asked again."""
        code, words = reply
        if code // 100 == good:
            return
        said = f"{self._server.host} refuses {what}: {code} {_clean(words)}"
        if code // 100 == 4 or code == -1:
            raise _LaterError(said, hint="Try again later.")
        raise DeliveryError(said, hint="Correct what the server names, then run the command again.")

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


class _LaterError(DeliveryError):
    """Nothing arrived, and another attempt may succeed."""


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_clean(_bytes(error.smtp_error))}"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return _clean(str(getattr(error, "strerror", "") or error).encode()).rstrip(".") or type(error).__name__


def _bytes(words: bytes | str) -> bytes:
    return words if isinstance(words, bytes) else words.encode()


def _clean(words: bytes) -> str:
    """Return a server's words in one line that controls no terminal."""
    text = words.decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
