"""A Job in, a Release and its Renditions out: the stages in order, nothing else."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from publisher import keys, output, plugins, repairing, theme, working_copies
from publisher.config import MAX_INPUT_BYTES, Settings
from publisher.contracts import Context, Exporter, Reader, Source
from publisher.editions import (
    BILINGUAL,
    Editions,
    check,
    check_languages,
    glossary,
    languages,
    other_language,
    tagged,
    translated,
    two_languages,
)
from publisher.errors import ConfigError, PublisherError, ReadError
from publisher.manifest import NAME, RELEASE, ArticleRecord, FileRecord, Manifest, Refusal
from publisher.model import Article, Release, Rendition
from publisher.report import Notice, Report
from publisher.serialize import to_json

if TYPE_CHECKING:
    from publisher.translation.translator import TranslationResult


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One article and what to make of it; empty ``languages`` means its own, the other one, and both.

    ``draft`` lets text stand that has no translation, ``final`` refuses what is
    not reviewed or fails a check. With ``compare``, an older version of the
    article, and with ``comments`` there are working copies of the Word files
    too: with the changes since, and with the notices as comments.
    """

    path: Path
    settings: Settings = Settings()
    draft: bool = False
    final: bool = False
    compare: Path | None = None
    comments: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """What a job came to. ``faults`` are the errors behind the refusals, each once."""

    folder: Path
    article: Article
    editions: tuple[Article, ...]
    files: tuple[FileRecord, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    faults: tuple[PublisherError, ...]


def read(path: Path, report: Report, skip: Iterable[str] = ()) -> Article:
    """Return the article in ``path``.

    The repairs of ``plugins.FIRST_AID``, but those named in ``skip``, are done
    to its lines before a headline is looked for among them; the others are left
    to :func:`publisher.repairing.repair`. Raises ReadError for a file that is missing, a folder, too
    large, or not an article.
    """
    left_out = repairing.checked(skip)

    def first_aid(article: Article, notices: Report) -> Article:
        filed = Report()
        for name in plugins.FIRST_AID:
            if name not in left_out:
                article = repairing.apply(name, article, filed)
        for notice in filed:
            if notice.before != notice.after:  # what is only pointed at will be pointed at again
                notices.add(notice)
        return article

    try:
        if path.is_dir():
            raise ReadError(f"{path} is a folder.", hint=f"Name files in it: {path / '*.docx'}.")
        size = path.stat().st_size
        if size > MAX_INPUT_BYTES:
            limit = MAX_INPUT_BYTES // (1024 * 1024)
            raise ReadError(
                f"{path} is too large for an article: {size / 1024 / 1024:.0f} MB, over {limit} MB.",
                hint="Give the article alone, and put pictures beside it as files.",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"There is no file {path}.", hint="Check the name and the folder.") from error
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    reader = _reader(path)
    filed = Report()
    try:
        article = reader.read(Source(path.name, data, path.resolve().parent, first_aid), filed)
        keys.check(article)
    except ReadError as error:
        if str(path) in str(error):
            raise
        raise ReadError(f"{path}: {error}", hint=error.hint) from error
    report.extend(filed)
    return article


def _reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    known: list[str] = []
    for name in plugins.names("readers"):  # one that is not asked for is not loaded
        reader: Reader = plugins.load("readers", name)()
        if suffix in reader.suffixes:
            return reader
        known += (s for s in reader.suffixes if s)
    listed = ", ".join(sorted(known))
    raise ReadError(f"{path}: no reader knows the suffix {suffix!r}.", hint=f"Known: {listed}.")


def convert(article: Article, script: str, report: Report, *, words: bool = False) -> Article:
    """Return ``article`` in ``script``, Chinese of a script or region; ConfigError if it is none.

    ``words`` changes the words of the region too, not only the characters.
    """
    from publisher.repairs.script import SCRIPTS, to_script

    if script not in SCRIPTS and script not in [name for name in languages() if name.startswith("zh")]:
        raise ConfigError(f"There is no script {script}.", hint=f"Scripts: {', '.join(SCRIPTS)}.")
    return to_script(article, script, report, words=words)


def as_text(article: Article) -> str:
    """Return ``article`` as plain text, in the form that the text reader reads."""
    from publisher.exporters.plain_text import plain_text
    from publisher.localization.datelines import with_dateline

    return plain_text(with_dateline(article))


def run(job: Job, progress: Callable[[str], object] = str) -> Outcome:
    """Do ``job`` and write its files; ``progress`` is told what is being made.

    A language or a format that cannot be made does not stop the others. Raises
    what stops all of them: ReadError, ConfigError, TranslationError for a
    memory that is not there, or ExportError when the folder cannot be written.
    """
    from publisher.exporters import sound

    settings = job.settings
    output.check_name(job.path)
    exporters = _exporters(settings.formats)
    look = theme.load(settings.theme, settings.page, settings.layout)
    if settings.fonts:
        from publisher.typesetting.own_fonts import dressed

        look = dressed(look, settings.fonts)
    check_languages(settings.languages, look)
    _check_pdf_engine(settings.pdf_engine)
    _check_pdf_profile(settings)
    _check_reference(settings)
    _check_memory(settings)
    folder = Path(settings.out) / job.path.stem
    output.check_folder(folder)
    report = Report()
    progress(job.path.name)
    article = repairing.repair(read(job.path, report, settings.skip_repairs), report, settings.skip_repairs)
    own = article.meta.language if article.meta.language in languages(look) else _plain(article.meta.language)
    editions = Editions(article, settings, report, draft=job.draft, final=job.final, look=look)
    copies_asked = {"compare": job.compare is not None, "comments": job.comments}
    older = _older(job, look) if working_copies.possible(exporters.values(), report, **copies_asked) else None
    made: list[tuple[Rendition, FileRecord]] = []
    finished: dict[str, Article] = {}
    refusals: list[Refusal] = []
    faults: list[PublisherError] = []
    for language in dict.fromkeys(settings.languages or (own, other_language(own), BILINGUAL)):
        try:
            release, furniture = editions.release(language)
            sound.check(release)
        except PublisherError as error:
            refusals.append(Refusal(language, "", str(error), error.hint))
            faults.append(error)
            continue
        context = Context(
            look,
            furniture,
            report,
            settings.pdf_engine,
            settings.pdf_profile,
            Path(settings.icc_profile) if settings.icc_profile else None,
            Path(settings.reference) if settings.reference else None,
            settings.embed_fonts,
            author=settings.author,
        )
        for name, exporter in exporters.items():
            one_edition = getattr(exporter, "one_edition", False)
            single = not settings.languages or not all(map(two_languages, settings.languages))
            if one_edition and two_languages(language) and single:  # it is made of the others
                message = f"{language} was not made as {name}: that format holds one language"
                report.add(Notice(code="one-language", message=message))
                continue  # asked for by name it is refused
            copies = working_copies.contexts(exporter, context, language, older=older, comments=job.comments)
            try:
                for kind, seen in copies:
                    file = f"{job.path.stem}.{language}{kind and '.' + kind}{exporter.suffix}"
                    progress(file)
                    parity = editions.parity(release)
                    made.append(_make(file, language, kind or name, exporter, release, seen, parity))
                    finished.update((edition.meta.language, edition) for edition in release.editions)
            except PublisherError as error:
                refusals.append(Refusal(language, name, str(error), error.hint))
                faults.append(error)
    records = tuple(record for _, record in made)
    outcome = Outcome(
        folder,
        article,
        tuple(finished.values()),
        records,
        tuple(refusals),
        report.notices,
        _distinct(faults),
    )
    if made:
        beside = {RELEASE: to_json(Release(outcome.editions)), NAME: manifest(outcome)}
        output.write(
            folder,
            [
                *(rendition for rendition, _ in made),
                *(Rendition(name, "application/json", data) for name, data in beside.items()),
            ],
        )
    return outcome


def _older(job: Job, look: theme.Theme) -> Editions | None:
    """Return the editions of the version to compare with, read and mended as the new one is."""
    if job.compare is None:
        return None
    skip = job.settings.skip_repairs
    article = repairing.repair(read(job.compare, Report(), skip), Report(), skip)
    return Editions(article, job.settings, Report(), draft=job.draft, final=False, look=look)


def translation(
    path: Path, target: str, settings: Settings, report: Report
) -> tuple[Article, "TranslationResult"]:
    """Return the repaired article in ``path`` and its translation, by default into the other language.

    A segment without a translation has the source text between ``[[`` and ``]]``;
    what memories have as drafts is made anew.
    Raises ReadError, ConfigError, or TranslationError for a memory that cannot be read.
    """
    if target:
        check_languages((target,))
    article = repairing.repair(read(path, report, settings.skip_repairs), report, settings.skip_repairs)
    target = target or other_language(article.meta.language)
    terms = glossary(settings)
    result = translated(article, target, settings, terms, report, draft=True, anew=True)
    check(article, result, target, terms, report, exchange=settings.exchange)
    if result.article.meta.language != target:
        made = result.article
        if target.startswith("zh"):
            made = convert(made, target, report, words=settings.region_words)
        result = msgspec.structs.replace(result, article=tagged(made, target))
    return article, result


def _plain(language: str) -> str:
    """Return the edition of an article in ``language`` whose region has none of its own."""
    if language.startswith("en"):
        return "en"
    return "zh-Hant" if language.startswith("zh-Hant") else "zh-Hans"


def manifest(outcome: Outcome) -> bytes:
    """Return the manifest of a pack as JSON, the same bytes for the same outcome."""
    meta = outcome.article.meta
    return Manifest(
        article=ArticleRecord(
            headline=meta.headline,
            source=meta.source,
            issued=meta.issued,
            embargo=meta.embargo,
            language=meta.language,
            headlines={edition.meta.language: edition.meta.headline for edition in outcome.editions},
        ),
        files=outcome.files,
        refused=outcome.refusals,
        notices=outcome.notices,
        release_sha256=hashlib.sha256(to_json(Release(outcome.editions))).hexdigest(),
    ).to_json()


def _make(
    file: str,
    language: str,
    name: str,
    exporter: Exporter,
    release: Release,
    context: Context,
    parity: str,
) -> tuple[Rendition, FileRecord]:
    """Make one file and read it back; ``parity`` is what the checks of its translation came to."""
    from publisher.exporters import profiles, readback

    data = exporter.export(release, context)
    back = readback.check(file, data, release, context)
    rejected = ""
    if context.older is not None:
        before, turned = context.older.release, context.turned(release)
        older = readback.check(file, data, before, turned, older=True)
        rejected = f"{older.characters} characters agree"
    preflight = profiles.certify(data, context) if exporter.suffix == ".pdf" else ""
    record = FileRecord(
        name=file,
        language=language,
        format=name,
        media_type=exporter.media_type,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        pages=back.pages,
        checks={
            "read-back": f"{back.characters} characters agree",
            **({"changes rejected": rejected} if rejected else {}),
            **({"preflight": preflight} if preflight else {}),
            **({"parity": parity} if parity else {}),
        },
        draft=release.is_draft,
    )
    return Rendition(file, exporter.media_type, data), record


def _exporters(formats: Iterable[str]) -> dict[str, Exporter]:
    """Return the exporters by name; a format named twice is made once."""
    return {name: plugins.load("exporters", name)() for name in formats}


def _check_pdf_engine(name: str) -> None:
    known = ("auto", *plugins.names("pdf_engines"))
    if name not in known:
        raise ConfigError(f"There is no PDF engine {name!r}.", hint=f"Engines: {', '.join(known)}.")


def _check_pdf_profile(settings: Settings) -> None:
    from publisher.exporters import profiles

    if settings.pdf_profile:
        profiles.load(settings.pdf_profile, settings.pdf_engine)
    if settings.icc_profile and settings.pdf_profile == "press" and "pdf" in settings.formats:
        from publisher.exporters.profiles.separation import Separation

        Separation.load(Path(settings.icc_profile))


def _check_reference(settings: Settings) -> None:
    if settings.reference:
        from publisher.exporters.word import reference

        reference.check(Path(settings.reference))


def _check_memory(settings: Settings) -> None:
    if settings.memory:
        from publisher.translation.memory import check_there

        check_there(settings.memory)


def _distinct(faults: Iterable[PublisherError]) -> tuple[PublisherError, ...]:
    """Return each fault once, by what it says."""
    return tuple({(type(fault), str(fault)): fault for fault in faults}.values())
