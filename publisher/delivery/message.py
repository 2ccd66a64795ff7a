"""A release as an e-mail message: text, HTML with its pictures inside, and files, byte for byte as sent."""

import re
from base64 import encodebytes
from datetime import datetime
from email.utils import format_datetime

import msgspec

from publisher.delivery import headers
from publisher.delivery.handover import digest
from publisher.errors import DeliveryError
from publisher.report import Notice, Report, Severity

WARN_AT = 7 * 1024 * 1024
REFUSE_AT = 14 * 1024 * 1024
"""Bytes of attachments that many servers take no more of once they are in base64."""

_CRLF = "\r\n"
_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")


class File(msgspec.Struct, frozen=True):
    """A file that goes with a message; a picture in it is known by its ``name`` as Content-ID."""

    name: str
    media_type: str
    data: bytes


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What is written to one recipient. ``sender`` and ``to`` are a display name and an address.

    ``edition`` is the name of what the pack holds in ``language``: one language,
    or for a pair several, a comma between them (RFC 3282).
    """

    sender: tuple[str, str]
    to: tuple[str, str]
    subject: str
    edition: str
    language: str
    at: datetime
    text: str
    html: str
    pictures: tuple[File, ...] = ()
    attachments: tuple[File, ...] = ()
    reply_to: tuple[str, str] | None = None

    @property
    def digest(self) -> str:
        """One sum over all that the recipient gets, the time left out."""
        files = (*self.pictures, *self.attachments)
        parts = [part for file in files for part in (file.name, file.data)]
        return digest(self.sender[1], self.subject, self.text, self.html, *parts)

    @property
    def identity(self) -> str:
        """The Message-ID: the same for the same message to the same recipient, so that it shows as one."""
        domain = self.sender[1].rpartition("@")[2]
        return f"<{digest(self.digest, self.to[1])[:40]}@{domain}>"


def check_size(attachments: tuple[File, ...], report: Report, *, large: bool) -> None:
    """Warn of attachments over WARN_AT bytes, and raise DeliveryError over REFUSE_AT unless ``large``."""
    size = sum(len(file.data) for file in attachments)
    said = f"The attachments come to {size / 1024 / 1024:.1f} MB"
    if size > REFUSE_AT and not large:
        raise DeliveryError(
            f"{said}; many servers take no more than {REFUSE_AT // 1024 // 1024}.",
            hint="Attach fewer with --format, or send it all the same with --large.",
        )
    if size > WARN_AT:
        report.add(
            Notice(code="mail-large", message=f"{said}; some servers refuse that.", severity=Severity.WARNING)
        )


def encode(message: Message, *, draft: bool = False) -> bytes:
    """Return ``message`` as it is sent: 7 bit, CRLF, no line over 78 characters (RFC 5322, 2.1.1).

    mixed(alternative(text, related(html, pictures)), attachments). ``draft``
    makes Outlook open it as one to be sent (X-Unsent). The same message gives
    the same bytes.
    """
    head = [
        ("From", headers.mailbox(*message.sender, used=6)),
        ("To", headers.mailbox(*message.to, used=4)),
        *([("Reply-To", headers.mailbox(*message.reply_to, used=10))] if message.reply_to else []),
        ("Subject", headers.words(message.subject, used=9)),
        ("Date", format_datetime(message.at)),
        ("Message-ID", message.identity),
        ("Content-Language", message.language),
        *([("X-Unsent", "1")] if draft else []),
        ("MIME-Version", "1.0"),
    ]
    body = _alternative(message)
    if message.attachments:
        body = _multipart("mixed", message, [body, *(_attachment(file) for file in message.attachments)])
    lines = "".join(f"{name}: {value}{_CRLF}" for name, value in head)
    return (lines + body).encode("ascii")


def _alternative(message: Message) -> str:
    html = _text("html", message.html, message.language)
    if message.pictures:
        parts = [html, *(_picture(file) for file in message.pictures)]
        html = _multipart("related", message, parts, extra=f';{_CRLF} type="text/html"')
    return _multipart("alternative", message, [_text("plain", message.text, message.language), html])


def _multipart(kind: str, message: Message, parts: list[str], extra: str = "") -> str:
    # no line of base64 begins with two hyphens, and no header of ours does
    boundary = f"=_{kind}_{message.digest[:24]}"
    inside = "".join(f"--{boundary}{_CRLF}{part}{_CRLF}" for part in parts)
    return (
        f'Content-Type: multipart/{kind}{extra};{_CRLF} boundary="{boundary}"{_CRLF}{_CRLF}'
        f"{inside}--{boundary}--{_CRLF}"
    )


def _text(kind: str, text: str, language: str) -> str:
    data = re.sub(r"\r\n|\r|\n", _CRLF, text).encode()
    return (
        f"Content-Type: text/{kind}; charset=utf-8{_CRLF}Content-Language: {language}{_CRLF}{_base64(data)}"
    )


def _picture(file: File) -> str:
    return (
        f"Content-Type: {_media_type(file)}{_CRLF}Content-ID: <{file.name}>{_CRLF}"
        f"Content-Disposition: inline{headers.file_name('filename', file.name)}{_CRLF}{_base64(file.data)}"
    )


def _attachment(file: File) -> str:
    return (
        f"Content-Type: {_media_type(file)}{headers.old_file_name('name', file.name)}{_CRLF}"
        f"Content-Disposition: attachment{headers.file_name('filename', file.name)}{_CRLF}"
        f"{_base64(file.data)}"
    )


def _media_type(file: File) -> str:
    return file.media_type if _TYPE.fullmatch(file.media_type) else "application/octet-stream"


def _base64(data: bytes) -> str:
    lines = encodebytes(data).decode("ascii").replace("\n", _CRLF)
    return f"Content-Transfer-Encoding: base64{_CRLF}{_CRLF}{lines}"
