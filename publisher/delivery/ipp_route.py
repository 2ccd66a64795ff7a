"""The way to a printer: HTTP over a network or over a socket of this machine, as CUPS listens on."""

import http.client
import socket
import ssl
from pathlib import Path
from urllib.parse import quote, urlsplit

import msgspec

from publisher.delivery.handover import DoubtfulError
from publisher.delivery.ipp import MAX_REPLY
from publisher.errors import ConfigError, DeliveryError

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_PORT = 631
_TIMEOUT = 30.0


class Route(msgspec.Struct, frozen=True):
    """How a printer is reached: its address in IPP, and where HTTP goes."""

    uri: str
    host: str
    port: int
    path: str
    secure: bool = False
    socket: str = ""


def route(name: str, server: str) -> Route:
    """Return the way to the printer ``name``: an ``ipp://`` address, or a queue of CUPS at ``server``.

    ``server`` is as the programs of CUPS take it: host, host:port, or the path
    of a socket; empty is this machine's. ConfigError if ``name`` is neither.
    """
    if "://" in name:
        try:
            parts = urlsplit(name)
            port = parts.port or _PORT
            if parts.scheme not in ("ipp", "ipps") or not parts.hostname or parts.username:
                raise ValueError(name)
        except ValueError as error:
            raise ConfigError(
                f"This is not a printer's address: {name[:80]!r}.", hint="Such as ipp://desk.local/ipp/print."
            ) from error
        return Route(name, parts.hostname, port, parts.path or "/", parts.scheme == "ipps")
    if not name or any(c in name for c in "/?# \t\r\n"):
        raise ConfigError(f"This is not a printer's name: {name[:80]!r}.", hint="lpstat -e lists the names.")
    path = f"/printers/{quote(name)}"
    if server.startswith("/"):
        return Route(f"ipp://localhost{path}", "localhost", _PORT, path, socket=server)
    if server:
        host, _, port_text = server.partition(":")
        port = int(port_text) if port_text.isdigit() else _PORT
        return Route(f"ipp://{host}:{port}{path}", host, port, path)
    local = next((place for place in _SOCKETS if Path(place).is_socket()), "")
    return Route(f"ipp://localhost{path}", "localhost", _PORT, path, socket=local)


def post(way: Route, body: bytes, *, doubtful: bool) -> bytes:
    """Return the answer to ``body``; a line that breaks after a ``doubtful`` one leaves it in doubt."""
    connection = _connection(way)
    sent = False
    try:
        connection.request("POST", way.path, body, {"Content-Type": "application/ipp"})
        sent = True
        answer = connection.getresponse()
        data = answer.read(MAX_REPLY + 1)
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(
            f"The certificate of {way.host} is not to be trusted: {error.verify_message}.",
            hint="Name the printer by ipp:// if it is on your own network.",
        ) from error
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "strerror", "") or str(error) or type(error).__name__
        if sent and doubtful:
            raise DoubtfulError(
                f"The line to {way.host} broke after the document: {why}. It may be printed.",
                hint="Look at the printer; --again prints it once more.",
            ) from error
        place = way.socket or f"{way.host}:{way.port}"
        raise DeliveryError(
            f"No printer or print server answers at {place}: {why}.",
            hint="Start CUPS, or name another server with --server.",
        ) from error
    finally:
        connection.close()
    if answer.status in (http.client.UNAUTHORIZED, http.client.FORBIDDEN):
        raise DeliveryError(
            f"{way.host} does not print for this user: {answer.status}.", hint="Ask who runs the printer."
        )
    if answer.status != http.client.OK or len(data) > MAX_REPLY:
        raise DeliveryError(f"{way.host} does not speak IPP at {way.path}: {answer.status}.")
    return data


def _connection(way: Route) -> http.client.HTTPConnection:
    if way.socket:
        return _UnixConnection(way.socket)
    if way.secure:
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(way.host, way.port, timeout=_TIMEOUT, context=context)
    return http.client.HTTPConnection(way.host, way.port, timeout=_TIMEOUT)


class _UnixConnection(http.client.HTTPConnection):
    """HTTP over a socket of this machine."""

    def __init__(self, place: str) -> None:
        super().__init__("localhost", timeout=_TIMEOUT)
        self._place = place

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(_TIMEOUT)
        self.sock.connect(self._place)
