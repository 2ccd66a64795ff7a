"""Argos models on this machine: all sentences in one batch through CTranslate2, never the network."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from publisher.errors import ConfigError, TranslationError
from publisher.translation.engines import models
from publisher.translation.engines.scripts import converted, tidy_chinese
from publisher.translation.segments import split

BATCH_TOKENS = 1024
"""Pieces of text that CTranslate2 takes at a time; it sorts sentences into such batches by length."""

LONGEST = 180
"""Pieces in a sentence; a model that was trained on sentences loses its thread in a longer text."""

LENGTH_PENALTY = 0.2  # argostranslate's own
_WORKERS = 8
_CLAUSE = re.compile(r"(?<=[，；：、])|(?<=[,;:])\s+")


class _Loaded(msgspec.Struct, frozen=True):
    """A model in memory."""

    translator: Any  # ctranslate2.Translator
    tokenizer: Any  # argostranslate.tokenizer.Tokenizer
    prefix: str
    beam: int


class ArgosEngine:
    """Translates by the Argos package installed for a pair of languages.

    Traditional Chinese goes through a package of its own (zt), or through the
    one for Simplified and OpenCC. ``places`` are the folders of packages, by
    default argostranslate's. argostranslate's own translate() is not used: it
    fetches a sentence model and takes about a sentence at a time.
    """

    name = "argos"

    def __init__(self, places: tuple[Path, ...] = ()) -> None:
        self._places = places
        self._loaded: dict[Path, _Loaded] = {}

    def supports(self, source: str, target: str) -> bool:
        """Tell whether a package for the pair is installed; ConfigError where the extra ``mt`` is not."""
        return self._model(source, target) is not None

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one translation for each of ``texts``; every sentence of them goes in one batch.

        Line breaks stay where they are. Raises TranslationError where no
        package serves the pair or it cannot be run.
        """
        model = self._model(source, target)
        if model is None:
            raise TranslationError(
                f"No Argos model translates {source} to {target} on this machine.",
                hint=f"publisher models install FILE.argosmodel, or {_codes(source)[0]}_{_codes(target)[0]} "
                "--download.",
            )
        loaded = self._load(model)
        if model.source == "zh":
            texts = converted(texts, source, "zh-Hans")
        plans = [_plan(text, source, loaded.tokenizer) for text in texts]
        made = iter(_run(loaded, [piece for plan in plans for line in plan for piece in line], model.name))
        gap = "" if target.startswith("zh") else " "
        out = [
            "\n".join(gap.join(filter(None, (next(made) for _ in line))) for line in plan) for plan in plans
        ]
        if target.startswith("zh"):
            out = [tidy_chinese(text) for text in out]
            if model.target == "zh":
                out = converted(out, "zh-Hans", target)
        return out

    def _model(self, source: str, target: str) -> models.Model | None:
        _require()
        found = models.installed(self._places or models.folders())
        pairs = [(one, other) for one in _codes(source) for other in _codes(target)]
        return next((m for p in pairs for m in found if (m.source, m.target) == p), None)

    def _load(self, model: models.Model) -> _Loaded:
        if model.path not in self._loaded:
            self._loaded[model.path] = _load(model)
        return self._loaded[model.path]


def _require() -> None:
    from importlib.util import find_spec

    missing = [name for name in ("argostranslate", "ctranslate2", "sentencepiece") if find_spec(name) is None]
    if missing:
        raise ConfigError(
            f"The engine argos needs {', '.join(missing)}, which is not installed.", hint=models.EXTRA
        )


def _codes(language: str) -> tuple[str, ...]:
    """Return Argos's codes for ``language``, the best first."""
    tags = language.lower().split("-")
    if tags[0] != "zh":
        return (tags[0],)
    return ("zt", "zh") if {"hant", "tw", "hk", "mo"} & set(tags) else ("zh",)


def _plan(text: str, source: str, tokenizer: Any) -> list[list[list[str]]]:
    """Return ``text`` as lines of sentences of tokens; a sentence that is too long stands in parts."""
    return [
        [tokens for sentence in split(line, source) for tokens in _tokens(sentence.strip(), tokenizer)]
        for line in text.split("\n")
    ]


def _tokens(sentence: str, tokenizer: Any) -> Iterator[list[str]]:
    tokens: list[str] = tokenizer.encode(sentence)
    if len(tokens) <= LONGEST:
        if tokens:
            yield tokens
        return
    part: list[str] = []
    for clause in _CLAUSE.split(sentence):
        more = tokenizer.encode(clause)
        if part and len(part) + len(more) > LONGEST:
            yield part
            part = []
        part = part + more
        while len(part) > LONGEST:
            yield part[:LONGEST]
            part = part[LONGEST:]
    if part:
        yield part


def _load(model: models.Model) -> _Loaded:
    # argostranslate.translate stays out: it imports minisbd, and that onnxruntime, which looks up a host
    import ctranslate2
    from argostranslate import settings
    from argostranslate.package import Package

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = int(settings.get_setting("ARGOS_INTER_THREADS", min(cores, _WORKERS)))
    threads = int(settings.get_setting("ARGOS_INTRA_THREADS", max(cores // workers, 1)))
    compute = "default" if settings.compute_type == "auto" else settings.compute_type
    try:
        package = Package(model.path)
        translator = ctranslate2.Translator(
            str(model.path / "model"),
            device=settings.device,
            compute_type=compute,
            inter_threads=workers,
            intra_threads=threads,
        )
        package.tokenizer.encode("")
    except (RuntimeError, ValueError, OSError, AttributeError, KeyError, TypeError) as error:
        raise _fault(model.name, error) from error
    return _Loaded(translator, package.tokenizer, package.target_prefix, settings.beam_size)


def _run(loaded: _Loaded, pieces: Sequence[list[str]], name: str) -> list[str]:
    """Translate every piece in one call; the tokens of the longest bound the length of the answer."""
    if not pieces:
        return []
    try:
        results = loaded.translator.translate_batch(
            pieces,
            target_prefix=[[loaded.prefix]] * len(pieces) if loaded.prefix else None,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            beam_size=loaded.beam,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            max_decoding_length=2 * max(map(len, pieces)) + 40,
        )
        return [_text(loaded, result.hypotheses[0]) for result in results]
    except (RuntimeError, ValueError) as error:
        raise _fault(name, error) from error


def _text(loaded: _Loaded, tokens: list[str]) -> str:
    if hasattr(loaded.tokenizer, "lazy_processor"):
        # not decode(): it makes a space of every “_”
        text: str = loaded.tokenizer.lazy_processor().decode_pieces(tokens)
    else:
        text = loaded.tokenizer.decode(tokens)
    return text.removeprefix(loaded.prefix).strip()


def _fault(name: str, error: Exception) -> TranslationError:
    reason = str(error).strip().split("\n")[0][:200]
    return TranslationError(
        f"The model {name} cannot be run: {reason}.",
        hint=f"Install it again: publisher models remove {name}, then publisher models install FILE.",
    )
