"""A LibreTranslate server is asked only when named, in batches, and every answer is checked."""

from collections.abc import Iterator
from typing import Any

import pytest

from publisher.errors import ConfigError, PublisherError, TranslationError
from publisher.translation.engines import libretranslate
from publisher.translation.engines.libretranslate import KEY_VARIABLE, URL_VARIABLE, LibreTranslateEngine
from tests.translation.engines.servers import Served, served

LANGUAGES = [
    {"code": "en", "name": "English", "targets": ["en", "zh-Hans"]},
    {"code": "zh-Hans", "name": "Chinese", "targets": ["en", "zh-Hans"]},
]


@pytest.fixture
def server() -> Iterator[Served]:
    with served() as server:
        server.answers["/languages"] = LANGUAGES
        server.answers["/translate"] = lambda query: {"translatedText": [f"<{q}>" for q in query["q"]]}
        yield server


def refusal(server: Served, answer: Any) -> PublisherError:
    """Return the fault that the engine makes of ``answer``, one line of it."""
    server.answers["/translate"] = answer
    with pytest.raises(TranslationError) as fault:
        LibreTranslateEngine(server.url).translate(["你好"], "zh-Hans", "en")
    assert "\n" not in str(fault.value)
    return fault.value


def test_texts_come_back_in_their_order(server: Served) -> None:
    assert LibreTranslateEngine(server.url).translate(["一", "二"], "zh-Hans", "en") == ["<一>", "<二>"]


def test_the_pair_is_asked_for_in_the_servers_own_codes(server: Served) -> None:
    LibreTranslateEngine(server.url).translate(["Hello"], "en-GB", "zh-Hans-CN")
    assert (server.asked[-1][1]["source"], server.asked[-1][1]["target"]) == ("en", "zh-Hans")


def test_an_older_server_says_zh_and_zt(server: Served) -> None:
    server.answers["/languages"] = [{"code": "zt", "targets": ["en"]}, {"code": "zh", "targets": ["en"]}]
    engine = LibreTranslateEngine(server.url)
    assert engine.supports("zh-Hans", "en")
    engine.translate(["你好"], "zh-Hant-TW", "en")
    assert server.asked[-1][1]["source"] == "zt"


def test_it_supports_what_the_server_serves(server: Served) -> None:
    engine = LibreTranslateEngine(server.url)
    assert engine.supports("zh-Hans", "en")
    assert not engine.supports("zh-Hant", "en")


def test_many_texts_go_in_batches(server: Served) -> None:
    texts = [f"文{n}" for n in range(120)]
    assert LibreTranslateEngine(server.url).translate(texts, "zh-Hans", "en") == [f"<{t}>" for t in texts]
    assert [len(query["q"]) for path, query in server.asked if path == "/translate"] == [50, 50, 20]


def test_long_texts_go_in_smaller_batches(server: Served) -> None:
    LibreTranslateEngine(server.url).translate(["文" * 3000, "文" * 3000], "zh-Hans", "en")
    assert [len(query["q"]) for path, query in server.asked if path == "/translate"] == [1, 1]


def test_blank_texts_are_not_sent(server: Served) -> None:
    assert LibreTranslateEngine(server.url).translate(["", "一", " "], "zh-Hans", "en") == ["", "<一>", " "]
    assert server.asked[-1][1]["q"] == ["一"]


def test_the_address_comes_from_the_environment(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, f"{server.url}/")
    assert LibreTranslateEngine().supports("zh-Hans", "en")


def test_without_an_address_it_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    with pytest.raises(ConfigError) as fault:
        LibreTranslateEngine().supports("zh-Hans", "en")
    assert URL_VARIABLE in fault.value.hint


def test_the_key_comes_from_the_environment_and_stands_in_no_message(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "s3cret")
    fault = refusal(server, (403, b'{"error": "Invalid API key"}'))
    assert server.asked[-1][1]["api_key"] == "s3cret"
    assert "s3cret" not in f"{fault} {fault.hint}"
    assert KEY_VARIABLE in fault.hint


def test_what_the_server_says_is_one_clean_line(server: Served) -> None:
    fault = refusal(server, (400, b'{"error": "Too\\n\\u001b[31m long."}'))
    assert "refused: Too [31m long (HTTP 400)" in str(fault)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((500, b"<html>"), "HTTP 500"),
        ((200, b"<html>"), "something else than a translation"),
        ({"translatedText": "one text"}, "something else"),
        ({"translatedText": [1]}, "something else"),
        ((200, b'{"translatedText":' + b"[" * 100_000), "something else"),
        ({"other": []}, "something else"),
        ({"translatedText": []}, "returned 0 texts for 1"),
        ((302, b"", {"Location": "http://127.0.0.1:1/translate"}), "HTTP 302"),
        ((200, b" " * (8 * 1024 * 1024 + 1)), "more than 8 MB"),
    ],
)
def test_a_wrong_answer_is_refused(server: Served, answer: Any, reason: str) -> None:
    assert reason in str(refusal(server, answer))


def test_a_server_that_does_not_run_is_one_clear_line() -> None:
    with pytest.raises(TranslationError, match=r"127\.0\.0\.1:9 cannot be reached"):
        LibreTranslateEngine("http://127.0.0.1:9").supports("zh-Hans", "en")


def test_a_server_that_does_not_answer_in_time_is_left(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    done = threading.Event()
    monkeypatch.setattr(libretranslate, "TIMEOUT", 0.1)
    try:
        assert "timed out" in str(refusal(server, lambda query: done.wait(5) or {}))
    finally:
        done.set()
