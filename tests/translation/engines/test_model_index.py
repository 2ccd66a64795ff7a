"""A model is fetched by name from an index, checked like any other file, and installed."""

from pathlib import Path

import pytest

from publisher.errors import ConfigError, TranslationError
from publisher.translation.engines.model_index import download, lookup
from tests.translation.engines.servers import served


def listed(version: str, link: str, kind: str = "translate") -> dict[str, object]:
    return {"from_code": "zh", "to_code": "en", "package_version": version, "links": [link], "type": kind}


def test_the_newest_package_is_fetched_and_installed(tmp_path: Path, packages: dict[str, Path]) -> None:
    with served() as server:
        server.answers["/index.json"] = [
            listed("1.9", f"{server.url}/old"),
            listed("1.10", f"{server.url}/new"),
            listed("2.0", f"{server.url}/other", "sbd"),
        ]
        server.answers["/new"] = (200, packages["zh_en"].read_bytes())
        made = download("zh_en", tmp_path, f"{server.url}/index.json")
    assert [path for path, _ in server.asked] == ["/index.json", "/new"]
    assert [p.name for p in tmp_path.iterdir()] == [made.model.name]


def test_a_name_that_is_not_listed_is_refused_with_those_that_are() -> None:
    with served() as server:
        server.answers["/index.json"] = [listed("1.9", "")]
        with pytest.raises(ConfigError, match="lists none named en_zh") as fault:
            lookup("en_zh", f"{server.url}/index.json")
    assert "zh_en" in fault.value.hint


def test_what_is_fetched_is_checked(tmp_path: Path) -> None:
    with served() as server:
        server.answers["/index.json"] = [listed("1.9", f"{server.url}/file")]
        server.answers["/file"] = (200, b"<html>")
        with pytest.raises(ConfigError, match="not a zip archive"):
            download("zh_en", tmp_path, f"{server.url}/index.json")
    assert not list(tmp_path.iterdir())


def test_a_link_to_a_file_on_this_machine_is_not_followed(tmp_path: Path) -> None:
    with served() as server:
        server.answers["/index.json"] = [listed("1.9", "file:///etc/passwd")]
        with pytest.raises(ConfigError, match="is not an address"):
            download("zh_en", tmp_path, f"{server.url}/index.json")


@pytest.mark.parametrize(
    "body", [b"<html>", b'{"a": 1}', pytest.param(b"[" * 100_000, id="deep"), b'[{"from_code": 1}]']
)
def test_an_index_that_is_none_is_refused(body: bytes) -> None:
    with served() as server:
        server.answers["/index.json"] = (200, body)
        with pytest.raises(ConfigError, match="cannot be read"):
            lookup("zh_en", f"{server.url}/index.json")


def test_a_missing_index_and_a_missing_server_are_one_clear_line() -> None:
    with served() as server, pytest.raises(ConfigError, match="no index of models"):
        lookup("zh_en", f"{server.url}/index.json")
    with pytest.raises(TranslationError, match="cannot be reached"):
        lookup("zh_en", "http://127.0.0.1:9/index.json")
