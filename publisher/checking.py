"""What `publisher check` is given, as pairs: an article and its memory, two articles, or a file of pairs."""

from datetime import datetime
from pathlib import Path

import msgspec

from publisher.config import Settings
from publisher.editions import glossary, other_language, translated
from publisher.errors import TranslationError
from publisher.model import Article, Origin
from publisher.pipeline import read
from publisher.repairing import repair
from publisher.report import Report
from publisher.translation.checks.files import SUFFIXES, read_pairs
from publisher.translation.checks.pair import Pair


class Material(msgspec.Struct, frozen=True):
    """The pairs to check, the date of issue if it is known, and how sure their alignment is (0 to 1).

    ``name`` is of the file, or the files, that the pairs are from.
    """

    pairs: tuple[Pair, ...]
    issued: datetime | None = None
    confidence: float = 1.0
    name: str = ""


def gather(files: tuple[Path, ...], settings: Settings, language: str = "") -> tuple[Material, ...]:
    """Return what to check, one for each file or two that belong together.

    Files of pairs (TMX, XLIFF, CSV, TSV), any number; one article, translated
    from the memories of ``settings`` into ``language`` or the other one; or an
    article and its translation. Raises ReadError or TranslationError.
    """
    if all(path.suffix.lower() in SUFFIXES for path in files):
        return tuple(Material(read_pairs(path), name=str(path)) for path in files)
    if len(files) > 2:
        raise TranslationError(
            f"{len(files)} files cannot be checked together",
            hint="name an article, an article and its translation, or files of pairs (TMX, XLIFF, CSV)",
        )
    return (_two(*files) if len(files) == 2 else _article(files[0], settings, language),)


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
    if not language and all(t.origin is Origin.UNTRANSLATED for t in result.translations):
        target = _held(settings, own) or target
        result = translated(article, target, silent, glossary(silent), Report(), draft=True)
    pairs = tuple(
        Pair(s.key, s.source, "" if t.origin is Origin.UNTRANSLATED else t.text, own, target)
        for s, t in zip(result.segments, result.translations, strict=True)
    )
    return Material(pairs, _issued(article), name=str(path))


def _held(settings: Settings, own: str) -> str:
    """Return the language into which the memories translate ``own``, where it can be told."""
    from publisher.translation.memory.languages import same

    for path in map(Path, settings.memory):
        for pair in read_pairs(path) if path.suffix.lower() in SUFFIXES else ():
            languages = pair.source_language, pair.target_language
            if same(own, languages[0]) != same(own, languages[1]):
                return languages[1] if same(own, languages[0]) else languages[0]
    return ""


def _two(source: Path, target: Path) -> Material:
    from publisher.translation import heads
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
    texts = units(one), units(other)
    lines = heads.lines(texts[0]), heads.lines(texts[1])
    mine, theirs = ([u for u in side if u not in line] for side, line in zip(texts, lines, strict=True))
    aligned = align(mine, theirs, *languages, Reference())
    said = heads.text(lines[0]), heads.text(lines[1])
    return Material(
        (*heads.pairs(one.meta, other.meta, said), *aligned.pairs),
        _issued(one) or _issued(other),
        aligned.confidence,
        f"{source}, {target}",
    )


def _read(path: Path, settings: Settings) -> Article:
    report = Report()
    return repair(read(path, report, settings.skip_repairs), report, settings.skip_repairs)


def _issued(article: Article) -> datetime | None:
    from publisher.localization.zones import issued_locally

    return issued_locally(article.meta)
