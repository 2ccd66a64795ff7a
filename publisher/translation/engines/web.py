"""One HTTP request with its bounds: to a server on this network, or over TLS; time and size limited."""

import ipaddress
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage, HTTPResponse
from types import MappingProxyType
from typing import IO
from urllib.parse import urlsplit

from publisher.errors import ConfigError, TranslationError

AGENT = "bilingual-publisher"
_CHUNK = 64 * 1024
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class HttpError(TranslationError):
    """A server answered with an error; ``status`` is its code, ``body`` the first of what it said."""

    def __init__(self, message: str, *, status: int, body: bytes, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.status = status
        self.body = body


def request(
    url: str,
    target: IO[bytes],
    *,
    limit: int,
    timeout: float,
    data: bytes | None = None,
    headers: Mapping[str, str] = _NO_HEADERS,
) -> None:
    """Write what ``url`` answers to ``target``: a GET, or a POST of ``data``.

    ``limit`` is in bytes, ``timeout`` in seconds without an answer. A POST
    follows no redirect: the text goes nowhere but to the server named. Raises
    ConfigError for an address that is not allowed, HttpError for an answer
    that is an error, TranslationError for none or one that is too large.
    """
    private = check_address(url)
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect() if data is not None else _CheckedRedirect()]
    if private:
        handlers.append(urllib.request.ProxyHandler({}))  # what stays on this network asks no proxy
    opener = urllib.request.build_opener(*handlers)
    opener.addheaders = [("User-Agent", AGENT)]
    asked = urllib.request.Request(url, data=data, headers=dict(headers))  # noqa: S310 - checked above
    host = urlsplit(url).netloc.rpartition("@")[2]
    try:
        with opener.open(asked, timeout=timeout) as answer:
            _copy(answer, target, limit, host)
    except urllib.error.HTTPError as error:
        with error:
            body = error.read(4096)
        raise HttpError(f"{host} answered {error.code}.", status=error.code, body=body) from error
    except urllib.error.URLError as error:
        raise _unreachable(host, error.reason) from error
    except (OSError, HTTPException) as error:
        raise _unreachable(host, error) from error


def check_address(url: str) -> bool:
    """Tell whether ``url`` is on this machine or network; ConfigError if it may not be asked.

    https goes anywhere; http, which anyone on the way can read, only to
    loopback and private addresses (RFC 1918, RFC 4193).
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ConfigError(f"{url[:200]!r} is not an address: {error}.") from error
    if parts.username is not None:
        raise ConfigError(
            f"The address of {host} holds a user name.", hint="Leave name and password out of it."
        )
    if parts.scheme not in ("http", "https") or not host or not url.isascii() or " " in url:
        raise ConfigError(f"{url[:200]!r} is not an address.", hint="It begins with http:// or https://.")
    private = _is_private(host, port or (443 if parts.scheme == "https" else 80), parts.scheme)
    if parts.scheme == "http" and not private:
        raise ConfigError(
            f"{host} would be asked over http, where anyone on the way can read the text.",
            hint="Use https://, or a server on this machine or network.",
        )
    return private


def _is_private(host: str, port: int, scheme: str) -> bool:
    try:
        addresses = [ipaddress.ip_address(host)]
    except ValueError:
        if host == "localhost":
            return True
        if scheme == "https":
            return False  # TLS says who answers
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise _unreachable(host, error) from error
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    return all(a.is_private or a.is_loopback or a.is_link_local for a in addresses)


def _copy(answer: HTTPResponse, target: IO[bytes], limit: int, host: str) -> None:
    left = limit
    while chunk := answer.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise TranslationError(
                f"{host} answered with more than {limit / 1024**2:.0f} MB.", hint="Check the address."
            )
        target.write(chunk)


def _unreachable(host: str, reason: object) -> TranslationError:
    said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return TranslationError(
        f"{host} cannot be reached: {' '.join(said.split())[:200]}.",
        hint="Check that the server runs, and its address.",
    )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow none: urllib then raises the HTTPError."""


class _CheckedRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Follow where ``check_address`` allows it."""
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
