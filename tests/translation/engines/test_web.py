"""Text is sent over plain http only where it stays on this network."""

import io

import pytest

from publisher.errors import ConfigError
from publisher.translation.engines.web import check_address, request
from tests.translation.engines.servers import served


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:5000", "http://[::1]:5000", "http://192.168.1.9/", "http://localhost:5000"]
)
def test_http_is_allowed_on_this_network(url: str) -> None:
    assert check_address(url)


@pytest.mark.parametrize("url", ["http://93.184.216.34/", "http://[2606:2800:220:1::1]/"])
def test_http_is_refused_elsewhere(url: str) -> None:
    with pytest.raises(ConfigError, match="anyone on the way"):
        check_address(url)


def test_https_is_allowed_anywhere_without_a_look_at_the_address() -> None:
    assert not check_address("https://translate.example.com")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:5000",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://",
        "http://a b/",
        "http://[:",
        "http://127.0.0.1/ü",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="is not an address"):
        check_address(url)


def test_a_password_in_an_address_is_refused_and_not_shown() -> None:
    with pytest.raises(ConfigError, match="holds a user name") as fault:
        check_address("http://me:s3cret@127.0.0.1/")
    assert "s3cret" not in str(fault.value)


def test_a_redirect_out_of_this_network_is_refused() -> None:
    with served() as server:
        server.answers["/file"] = (302, b"", {"Location": "http://93.184.216.34/"})
        with pytest.raises(ConfigError, match="anyone on the way"):
            request(f"{server.url}/file", io.BytesIO(), limit=100, timeout=5)


def test_a_redirect_on_this_network_is_followed() -> None:
    with served() as server:
        server.answers["/file"] = (302, b"", {"Location": "/moved"})
        server.answers["/moved"] = (200, b"here")
        out = io.BytesIO()
        request(f"{server.url}/file", out, limit=100, timeout=5)
        assert out.getvalue() == b"here"
