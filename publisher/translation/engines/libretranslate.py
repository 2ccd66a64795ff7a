"""A LibreTranslate server that the user named: over HTTP, in batches, with every answer checked."""

import io
import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from publisher.errors import ConfigError, TranslationError
from publisher.translation.engines.web import HttpError, request

URL_VARIABLE = "PUBLISHER_LIBRETRANSLATE_URL"
KEY_VARIABLE = "PUBLISHER_LIBRETRANSLATE_API_KEY"
"""Where the key is read from; it stands in no setting and no message."""

TIMEOUT = 120.0
"""Seconds without an answer: a server on a small machine takes its time over a batch."""

BATCH_TEXTS = 50
BATCH_CHARACTERS = 5000
"""In one request; servers refuse more than they are set up for."""

_ANSWER_LIMIT = 8 * 1024 * 1024
_T = TypeVar("_T")


class _Language(msgspec.Struct, frozen=True):
    code: str
    targets: tuple[str, ...] = ()


class _Answer(msgspec.Struct, frozen=True):
    translated: tuple[str, ...] = msgspec.field(name="translatedText")


class _Refusal(msgspec.Struct, frozen=True):
    error: str = ""


class LibreTranslateEngine:
    """Asks the server at ``url``, by default the one that the variable PUBLISHER_LIBRETRANSLATE_URL names."""

    name = "libretranslate"

    def __init__(self, url: str = "") -> None:
        self._url = (url or os.environ.get(URL_VARIABLE, "")).strip().rstrip("/")
        self._languages: tuple[_Language, ...] | None = None

    def supports(self, source: str, target: str) -> bool:
        """Tell whether the server says that it serves the pair; TranslationError if it does not answer."""
        return self._pair(source, target) is not None

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one translation for each of ``texts``; TranslationError if the server does not make them."""
        pair = self._pair(source, target)
        if pair is None:
            raise TranslationError(
                f"The server {self._url} does not translate {source} to {target}.",
                hint="Load its language (LT_LOAD_ONLY), or choose another --engine.",
            )
        made: list[str] = []
        for batch in _batches(texts):
            made += self._translate(batch, *pair)
        return made

    def _translate(self, batch: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        # what has nothing to translate is not sent
        asked = [text for text in batch if text.strip()]
        if not asked:
            return tuple(batch)
        query: dict[str, Any] = {"q": asked, "source": source, "target": target, "format": "text"}
        if key := os.environ.get(KEY_VARIABLE):
            query["api_key"] = key
        answer = self._ask("translate", _Answer, query)
        if len(answer.translated) != len(asked):
            raise TranslationError(
                f"The server {self._url} returned {len(answer.translated)} texts for {len(asked)}.",
                hint="Check that a LibreTranslate server of version 1.3 or newer stands at this address.",
            )
        made = iter(answer.translated)
        return tuple(next(made) if text.strip() else text for text in batch)

    def _pair(self, source: str, target: str) -> tuple[str, str] | None:
        if self._languages is None:
            self._languages = self._ask("languages", tuple[_Language, ...])
        targets = {language.code: language.targets for language in self._languages}
        pairs = [(one, other) for one in _codes(source) for other in _codes(target)]
        return next((p for p in pairs if p[1] in targets.get(p[0], ())), None)

    def _ask(self, path: str, kind: type[_T], query: dict[str, Any] | None = None) -> _T:
        if not self._url:
            raise ConfigError(
                "The engine libretranslate needs the address of a server.",
                hint=f"{URL_VARIABLE}=http://localhost:5000, or the address of your own server.",
            )
        out = io.BytesIO()
        try:
            request(
                f"{self._url}/{path}",
                out,
                limit=_ANSWER_LIMIT,
                timeout=TIMEOUT,
                data=None if query is None else msgspec.json.encode(query),
                headers={"Content-Type": "application/json", "Accept": "application/json"},
            )
            return msgspec.json.decode(out.getvalue(), type=kind)
        except HttpError as error:
            raise _refused(self._url, error) from error
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise TranslationError(
                f"The server {self._url} answered with something else than a translation ({error}).",
                hint="Check that a LibreTranslate server stands at this address.",
            ) from error


def _codes(language: str) -> tuple[str, ...]:
    """Return LibreTranslate's codes for ``language``: newer servers say zh-Hans, older ones zh and zt."""
    tags = language.lower().split("-")
    if tags[0] != "zh":
        return (tags[0],)
    if {"hant", "tw", "hk", "mo"} & set(tags):
        return ("zh-Hant", "zt")
    return ("zh-Hans", "zh")


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) == BATCH_TEXTS or size + len(text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _refused(url: str, error: HttpError) -> TranslationError:
    """Return the server's refusal as one line, what it said cleaned of all that is not text."""
    try:
        said = msgspec.json.decode(error.body, type=_Refusal).error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        said = ""
    said = " ".join("".join(c if c.isprintable() else " " for c in said).split())[:200].rstrip(".")
    if error.status in (401, 403):
        hint = f"Set {KEY_VARIABLE} to a key of this server."
    elif error.status in (413, 429):
        hint = "Raise its limits (LT_REQ_LIMIT, LT_CHAR_LIMIT, LT_BATCH_LIMIT), or try again later."
    else:
        hint = "Look at the server's log."
    return TranslationError(
        f"The server {url} refused: {said or 'no reason given'} (HTTP {error.status}).", hint=hint
    )
