"""A bitext as a file: XLIFF or JSON in, XLIFF, JSON or TMX out, by the suffix of its name."""

from datetime import datetime
from pathlib import Path

import msgspec

from publisher.errors import TranslationError
from publisher.model import State
from publisher.translation.bitext import Bitext
from publisher.translation.xliff import LIMIT, Version

_XLIFF = (".xlf", ".xliff")
_ENCODER = msgspec.json.Encoder(order="deterministic")


def load(path: Path) -> Bitext:
    """Return the bitext in ``path``, .xlf, .xliff or .json; TranslationError if it cannot be read."""
    return decode(read_bytes(path, LIMIT), path)


def decode(data: bytes, path: Path) -> Bitext:
    """Return the bitext in ``data``, its form told by ``path``; TranslationError if it is none."""
    from publisher.translation import xliff

    suffix = path.suffix.lower()
    if suffix in _XLIFF:
        return xliff.read(data, str(path))
    if suffix != ".json":
        raise TranslationError(
            f"{path}: a translation is read from .xlf, .xliff or .json, not from {suffix or 'this'}",
            hint="name a file of one of these",
        )
    try:
        return msgspec.json.decode(data, type=Bitext)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TranslationError(
            f"{path}: this is no bitext in JSON: {error}",
            hint="compare it with what `publisher translate FILE -o F.json` writes",
        ) from error


def encode(value: Bitext, path: Path, *, at: datetime, version: Version = "2.1") -> bytes:
    """Return ``value`` in the form that the suffix of ``path`` tells; TranslationError for an unknown one.

    In TMX what no person has passed is marked as machine-made; ``at`` dates its units.
    """
    from publisher.translation import xliff
    from publisher.translation.review.remember import merged

    suffix = path.suffix.lower()
    if suffix in _XLIFF:
        return xliff.write(value, version)
    if suffix == ".json":
        return msgspec.json.format(_ENCODER.encode(value), indent=2) + b"\n"
    if suffix != ".tmx":
        raise TranslationError(
            f"{path}: a translation is written as .xlf, .json or .tmx, not as {suffix or 'this'}",
            hint="name a file of one of these with -o",
        )
    drafts = [u for u in value.units if u.target and u.state is State.DRAFT]
    passed = [u for u in value.units if u.target and u.state is not State.DRAFT]
    data = merged(None, value, drafts, str(path), author="mt", at=at)
    return merged(data, value, passed, str(path), author="publisher", at=at)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of ``path``; TranslationError if it cannot be read or has more than ``limit``."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise TranslationError(
                f"{path}: larger than {limit // 2**20} MB ({size / 2**20:.0f} MB)",
                hint="give only what belongs to this article",
            )
        return path.read_bytes()
    except OSError as error:
        raise TranslationError(
            f"{path} cannot be read: {error.strerror}", hint="check the name and the folder"
        ) from error
