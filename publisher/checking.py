"""What `publisher check` is given, as pairs: an article and its memory, two articles, or a file of pairs."""

from datetime import datetime
from pathlib import Path

import msgspec

from publisher.config import Settings
from publisher.editions import glossary, other_language, translated
from publisher.errors import TranslationError
from publisher.model import Article, Origin
from publisher.pipeline import read, repair
from publisher.report import Report
from publisher.translation.checks.files import SUFFIXES, read_pairs
from publisher.translation.checks.pair import Pair


class Material(msgspec.Struct, frozen=True):
    """The pairs to check, the date of issue if it is known, and how sure their alignment is (0 to 1)."""

    pairs: tuple[Pair, ...]
    issued: datetime | None = None
    confidence: float = 1.0


def gather(files: tuple[Path, ...], settings: Settings, language: str = "") -> Material:
    """Return what to check.

    One file of pairs (TMX, XLIFF, CSV, TSV); one article, translated from the
    memories of ``settings`` into ``language`` or the other one; or an article
    and its translation. Raises ReadError or TranslationError.
    """
    if len(files) == 2:
        return _two(*files)
    (path,) = files
    if path.suffix.lower() in SUFFIXES:
        return Material(read_pairs(path))
    return _article(path, settings, language)


def _article(path: Path, settings: Settings, language: str) -> Material:
    if not settings.memory:
        raise TranslationError(
            f"{path}: there is no translation to check",
            hint="name the translation as a second file, or a memory that holds it (--memory F.tmx)",
        )
    article = _read(path, settings)
    own = article.meta.language
    target = language or other_language(own)
    silent = msgspec.structs.replace(settings, engine="none")
    result = translated(article, target, silent, glossary(silent), Report(), draft=True)
    pairs = tuple(
        Pair(s.key, s.source, "" if t.origin is Origin.UNTRANSLATED else t.text, own, target)
        for s, t in zip(result.segments, result.translations, strict=True)
    )
    return Material(pairs, _issued(article))


def _two(source: Path, target: Path) -> Material:
    from publisher.translation.alignment import align
    from publisher.translation.checks.reference import Reference
    from publisher.translation.segments import units

    one, other = _read(source, Settings()), read(target, Report())
    languages = one.meta.language, other.meta.language
    if languages[0].partition("-")[0] == languages[1].partition("-")[0]:
        raise TranslationError(
            f"{source} and {target} are both in {languages[0]}",
            hint="name an article and its translation, one Chinese, the other English",
        )
    aligned = align(units(one), units(other), *languages, Reference())
    return Material(aligned.pairs, _issued(one) or _issued(other), aligned.confidence)


def _read(path: Path, settings: Settings) -> Article:
    report = Report()
    return repair(read(path, report, settings.skip_repairs), report, settings.skip_repairs)


def _issued(article: Article) -> datetime | None:
    return article.meta.issued
