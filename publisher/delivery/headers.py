"""Mail headers of any text, safe, and readable by old programs and new (RFC 2047, RFC 2231)."""

import re
from base64 import b64encode
from email.utils import encode_rfc2231

from publisher.errors import ConfigError

_LINE = 76
"""Characters of a header line, its end left out (RFC 2047, 2)."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x80-\x9f\u2028\u2029]+")
_WORD = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*")
_ADDRESS = re.compile(
    r"(?P<local>[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
    r"@(?P<domain>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?)"
)
_NAMED = re.compile(r"\s*(?P<name>[^<>]*?)\s*<(?P<address>[^<>]*)>\s*")


def unbroken(text: str) -> str:
    """Return ``text`` in one line: a break or another control becomes a space, so no header can follow it."""
    return _CONTROL.sub(" ", text).strip()


def words(text: str, *, used: int) -> str:
    """Return ``text`` as the value of a header that stands ``used`` characters in: ASCII, folded."""
    text = unbroken(text)
    if not text or (_WORD.fullmatch(text) and "=?" not in text and len(text) + used <= _LINE):
        return text
    return encoded(text, used=used)


def encoded(text: str, *, used: int) -> str:
    """Return ``text`` as encoded words in UTF-8, base64, none cut within a character (RFC 2047, 5)."""
    lines: list[str] = []
    room = _LINE - used - len("=?utf-8?B??=")
    piece = b""
    for character in text:
        data = character.encode("utf-8", "replace")
        if piece and len(piece) + len(data) > room // 4 * 3:
            lines.append(piece.decode())
            piece, room = b"", _LINE - 1 - len("=?utf-8?B??=")
        piece += data
    lines.append(piece.decode())
    return "\r\n ".join(f"=?utf-8?B?{b64encode(line.encode()).decode()}?=" for line in lines)


def address(text: str) -> tuple[str, str]:
    """Return the display name and the address in ``text``, such as ``新闻组 <news@example.org>``.

    The domain of the address is in ASCII (IDNA). ConfigError if ``text`` is no
    address, or holds anything that could begin another header or recipient.
    """
    found = _NAMED.fullmatch(text)
    name, bare = (found["name"].strip('"'), found["address"]) if found else ("", text.strip())
    parts = _ADDRESS.fullmatch(bare)
    if not parts or _CONTROL.search(text) or len(bare) > 254 or len(parts["local"]) > 64:
        before, sign, _ = bare.partition("@")
        if sign and not before.isascii():
            raise ConfigError(
                f"This is not an address that every server takes: {unbroken(text)[:80]!r}.",
                hint="Letters before the @ must be ASCII; ask for another address.",
            )
        raise ConfigError(
            f"This is not an address: {unbroken(text)[:80]!r}.",
            hint="Write name@example.org, or Name <name@example.org>; several with commas between.",
        )
    try:
        domain = parts["domain"].encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ConfigError(f"This is not an address: {bare[:80]!r}: {error}.") from error
    return name, f"{parts['local']}@{domain}"


def mailbox(name: str, at: str, *, used: int) -> str:
    """Return a display name and an address as the value of From or To (RFC 5322, 3.4)."""
    name = unbroken(name)
    if not name:
        return at
    if name.isascii() and "=?" not in name and used + len(name) < _LINE - 10:
        said = name if re.fullmatch(r"[A-Za-z0-9 ]+", name) else _quoted(name)
    else:
        said = encoded(name, used=used)
    last = len(said.rpartition("\r\n")[2]) + (0 if "\r\n" in said else used)
    joint = "\r\n " if last + len(at) + 3 > _LINE else " "
    return f"{said}{joint}<{at}>"


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def file_name(parameter: str, name: str) -> str:
    """Return ``; parameter=…`` lines for a file name, on lines of their own.

    ASCII stands quoted. Anything else comes as RFC 2231 asks, in pieces where
    it is long, which every program of today reads.
    """
    name = unbroken(name)
    if name.isascii():
        quoted = _quoted(name)
        if len(quoted) < _LINE - len(parameter) - 3:
            return f";\r\n {parameter}={quoted}"
    percent = encode_rfc2231(name, "utf-8")
    if len(percent) <= _LINE - len(parameter) - 4:
        return f";\r\n {parameter}*={percent}"
    pieces = [""]
    for unit in re.findall(r"%..|[^%]", percent):
        if len(pieces[-1]) + len(unit) > _LINE - len(parameter) - 8:
            pieces.append("")
        pieces[-1] += unit
    return "".join(f";\r\n {parameter}*{n}*={piece}" for n, piece in enumerate(pieces))


def old_file_name(parameter: str, name: str) -> str:
    """Return ``; parameter="…"`` with encoded words in it: against RFC 2047, yet what old programs read."""
    name = unbroken(name)
    if name.isascii():
        return file_name(parameter, name)
    return f';\r\n {parameter}="{encoded(name, used=len(parameter) + 4)}"'
