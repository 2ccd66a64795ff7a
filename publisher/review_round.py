"""The review's way out and back: an article's translation to a sheet, a reviewer's edits to its state."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from publisher import pipeline, repairing
from publisher.config import Settings
from publisher.editions import languages
from publisher.errors import TranslationError
from publisher.model import Article, Origin, State
from publisher.output import write_file
from publisher.package import LIMIT
from publisher.report import Report
from publisher.translation.bitext import Bitext, BitextUnit, Suggestion, bitext
from publisher.translation.bitext_files import decode, encode, load, read_bytes
from publisher.translation.codes import same_markup
from publisher.translation.memory import Store
from publisher.translation.review import sheet_reader
from publisher.translation.review.apply import Applied, Unmatched, apply
from publisher.translation.review.edits import Returned, from_bitext
from publisher.translation.review.marks import source_digest
from publisher.translation.review.remember import pairs, remember
from publisher.translation.segments import units
from publisher.translation.xliff import Version


class Prepared(msgspec.Struct, frozen=True):
    """An article with its translation. ``aside`` is human work that no longer has a place in it."""

    article: Article
    bitext: Bitext
    state: Path
    aside: tuple[Unmatched, ...] = ()


class TakenBack(msgspec.Struct, frozen=True):
    """What a review came to, and the files it was written to."""

    applied: Applied
    reviewer: str
    date: str
    state: Path
    remembered: int = 0
    aside: Path | None = None


def state_file(article: Path, language: str) -> Path:
    """Return where the translation of ``article`` into ``language`` is kept: article.en.xlf beside it."""
    return article.with_name(f"{article.stem}.{language}.xlf")


def prepare(path: Path, target: str, settings: Settings, report: Report) -> Prepared:
    """Return the article in ``path`` with its translation; without ``target`` into the other language.

    What people wrote or passed before, as the state file beside the article
    has it, stands. Raises as :func:`publisher.pipeline.translation` does.
    """
    known = [state_file(path, language) for language in ([target] if target else languages())]
    memory = (*(str(state) for state in known if state.is_file()), *settings.memory)  # the later wins
    article, result = pipeline.translation(
        path, target, msgspec.structs.replace(settings, memory=memory), report
    )
    offers = {
        key: tuple(Suggestion(m.source, m.text, m.score, m.memory) for m in matches)
        for key, matches in result.offers.items()
    }
    value = bitext(article, result, name=path.name, notices=report.warnings, suggestions=offers)
    state = state_file(path, value.target_language)
    if not state.is_file():
        return Prepared(article, value, state)
    value, aside = _carried(value, load(state))
    return Prepared(article, value, state, aside)


def save(prepared: Prepared, path: Path, *, at: datetime, version: Version = "2.1") -> Path | None:
    """Write the bitext to ``path`` in the form its suffix tells; return where human work was set aside."""
    data = encode(prepared.bitext, path, at=at, version=version)
    aside = _set_aside(prepared.aside, prepared.state) if path == prepared.state else None
    write_file(path, data)
    return aside


def save_sheet(prepared: Prepared, path: Path, theme: str, *, at: datetime) -> None:
    """Write the Word sheet for ``prepared`` to ``path``; ConfigError for an unknown theme."""
    from publisher.theme import load as load_theme
    from publisher.translation.review.sheet import sheet

    title = prepared.article.meta.headline
    write_file(path, sheet(prepared.bitext, load_theme(theme), title=title, at=at))


def take_back(
    path: Path, article: Path | None, settings: Settings, *, memory: Path | None, at: datetime
) -> TakenBack:
    """Take the edits in ``path`` (.docx, .xlf or .json) back into the state of the article's translation.

    The article is the one named, or the one of the name that the file gives, in
    its folder or the current one. What cannot be taken is written to a file
    beside ``path`` first. Raises TranslationError, in one line and with nothing
    else written, for a file that cannot be used or belongs to another article.
    """
    returned = _returned(path)
    place = article or _article(path, returned)
    report = Report()
    read = repairing.repair(
        pipeline.read(place, report, settings.skip_repairs), report, settings.skip_repairs
    )
    state = state_file(place, _edition(returned.target_language, path, place))
    base = _base(state, path)
    applied = apply(base, returned, (unit.text for unit in units(read)))
    if not applied.fits:
        aside = _set_aside(applied.unmatched, path)
        kept = f"; what was typed is in {aside}" if aside else ""
        raise TranslationError(
            f"{path} belongs to another article ({returned.name or 'unnamed'}), not to {place}{kept}",
            hint="name the article that the sheet was made from",
        )
    fresh = _worth_remembering(applied)
    author = returned.reviewer or "reviewer"
    remembered = remember(applied.bitext, fresh, memory, author=author, at=at) if memory else None
    aside = _set_aside(applied.unmatched, path)
    if isinstance(remembered, Store):
        with remembered:
            remembered.add(pairs(applied.bitext, fresh, author=author, at=at))
    elif memory and remembered is not None:
        write_file(memory, remembered)
    write_file(state, encode(applied.bitext, state, at=at, version=_version(state)))
    count = len(fresh) if memory is not None else 0
    return TakenBack(applied, returned.reviewer, returned.date, state, count, aside)


def _returned(path: Path) -> Returned:
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".xlf", ".xliff", ".json"):
        raise TranslationError(
            f"{path}: a review comes back as .docx, .xlf or .json, not as {suffix or 'this'}",
            hint="save the sheet as a Word document (.docx)",
        )
    data = read_bytes(path, LIMIT)
    return sheet_reader.read(data, str(path)) if suffix == ".docx" else from_bitext(decode(data, path))


def _article(path: Path, returned: Returned) -> Path:
    """Return the article of the name that a file from elsewhere gives: only a name, never a path."""
    name = Path(returned.name.replace("\\", "/")).name
    for folder in (path.parent, Path()):
        if name and (folder / name).is_file():
            return folder / name
    raise TranslationError(
        f"{path}: its article {name or '(unnamed)'} is not beside it",
        hint=f"name the article: publisher review --apply {path} ARTICLE",
    )


def _edition(language: str, path: Path, article: Path) -> str:
    """Return the edition that ``language``, as a file from elsewhere says it, belongs to.

    It is that of a region where ``article`` has a translation for it; tools write
    a region of their own behind en.
    """
    for name in languages():
        if name.lower() == language.lower().replace("_", "-") and state_file(article, name).is_file():
            return name
    first, *rest = language.lower().replace("_", "-").split("-")
    if first == "en":
        return "en"
    if first == "zh":
        return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(rest) else "zh-Hans"
    raise TranslationError(
        f"{path}: a translation into {' '.join(language.split())[:40] or 'no language'}",
        hint="give a translation into Chinese or English",
    )


def _base(state: Path, path: Path) -> Bitext:
    """Return the translation as it went out: the state file, or the file taken back where that tells it."""
    if state.is_file():
        return load(state)
    if path.suffix.lower() != ".docx":
        return load(path)
    raise TranslationError(
        f"{state}, the translation that {path} was made from, is not there",
        hint="put it beside the article, or make it again with `publisher translate`",
    )


def _version(state: Path) -> Version:
    """Return the version of XLIFF that ``state`` is in, so that it stays in it."""
    if state.is_file():
        with state.open("rb") as stream:
            return "1.2" if b"xliff:document:1.2" in stream.read(2000) else "2.1"
    return "2.1"


def _carried(new: Bitext, old: Bitext) -> tuple[Bitext, tuple[Unmatched, ...]]:
    """Return ``new`` with what people did in ``old``, and what of it has no place any more."""
    human = [u for u in old.units if u.target and (u.state is not State.DRAFT or u.origin is Origin.HAND)]
    by_key = {unit.key: unit for unit in human}
    by_source = {source_digest(unit.source): unit for unit in human}
    made_before = {source_digest(unit.source): unit for unit in old.units if unit.target}
    taken: set[str] = set()
    made: list[BitextUnit] = []
    for unit in new.units:
        source = source_digest(unit.source)
        known = by_key.get(unit.key)
        if known is None or source_digest(known.source) != source:
            known = by_source.get(source)
        taken.add(source)
        from_memory = known is not None and known.origin is Origin.MEMORY and known.state is not State.FINAL
        if known is None and unit.origin is Origin.UNTRANSLATED:
            known = made_before.get(source)  # by an engine that was not asked this time
        if known is None or (from_memory and unit.state is not State.DRAFT):
            # a memory may know better by now
            made.append(unit)
            continue
        remarks = known.remarks  # what the checks said of it stands where nothing new was made
        if unit.origin is not Origin.UNTRANSLATED:
            remarks = (*(r for r in known.remarks if r.author), *(r for r in unit.remarks if not r.author))
        made.append(
            msgspec.structs.replace(
                unit,
                target=known.target,
                origin=known.origin,
                score=known.score,
                state=known.state,
                remarks=remarks,
                target_codes=known.target_codes if same_markup(known.codes, unit.codes) else (),
            )
        )
    lost = tuple(
        Unmatched(u.key, u.source, u.target, "the article has changed: this sentence is no longer in it")
        for u in human
        if source_digest(u.source) not in taken
    )
    return msgspec.structs.replace(new, units=tuple(made)), lost


def _worth_remembering(applied: Applied) -> Sequence[BitextUnit]:
    """Return what was passed or changed, now or before, but what reads the same in both languages."""
    touched = {change.key for change in applied.changes} | set(applied.passed)
    return [
        unit
        for unit in applied.bitext.units
        if unit.state is not State.DRAFT
        and unit.target not in ("", unit.source)
        and (unit.key in touched or unit.origin is not Origin.MEMORY)
    ]


def _set_aside(unmatched: Iterable[Unmatched], path: Path) -> Path | None:
    """Write what has no place to a table beside ``path``, never over an earlier one; None if all has."""
    rows = [(u.key, u.source, u.text, u.reason) for u in unmatched]
    if not rows:
        return None
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("segment", "source", "translation", "why it was not taken"))
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    data = stream.getvalue().encode("utf-8-sig")
    place, n = path.with_name(f"{path.stem}.unmatched.csv"), 1
    while place.exists() and place.read_bytes() != data:
        n += 1
        place = path.with_name(f"{path.stem}.unmatched-{n}.csv")
    write_file(place, data)
    return place


def _inert(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
