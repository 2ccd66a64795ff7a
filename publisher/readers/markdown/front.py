"""Front matter: what stands over a text in TOML, or in YAML of one line a field."""

import re
import tomllib
from datetime import datetime
from typing import Any

import msgspec

from publisher.errors import ReadError
from publisher.localization.front_matter.dates import SHANGHAI, find_date
from publisher.model import Contact, Credit, CreditRole, Meta, Official
from publisher.report import Notice, Report, Severity

_TEXTS = ("language", "kicker", "subhead", "source", "place", "summary", "rights")
_OTHER_WORDS = {"title": "headline", "subtitle": "subhead", "description": "summary", "lang": "language"}


_FRONT = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LISTED = re.compile("author|tags|keywords|credit-.*")
_FIELD = re.compile(r"\A\s*(?:#.*\n\s*)*[\w -]{1,40}:(?:\s|\Z)")
_YAML = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)


def parted(text: str, report: Report) -> tuple[dict[str, Any], str]:
    """Return the fields over ``text`` and the rest; ReadError where they are broken TOML."""
    if found := _FRONT.match(text):
        try:
            return tomllib.loads(found["toml"]), text[found.end() :]
        except tomllib.TOMLDecodeError as error:
            hint = "Mend the lines between +++ and +++; they are TOML."
            raise ReadError(f"the front matter cannot be read: {error}.", hint=hint) from error
    if (found := _YAML.match(text)) and _FIELD.search(found["yaml"]):  # else two lines across the page
        return _simple(found["yaml"], report), text[found.end() :]
    return {}, text


def meta(front: dict[str, Any], headline: str, report: Report) -> Meta:
    """Return what the fields say; a Notice for each that cannot be read."""
    said = {_OTHER_WORDS.get(name, name): value for name, value in front.items()}
    words = {name: str(said[name]) for name in _TEXTS if said.get(name)}
    made = Meta(
        language=words.pop("language", ""),
        headline=headline,
        issued=_moment(said.get("date"), report),
        embargo=_moment(said.get("embargo"), report),
        keywords=_names(said.get("keywords", said.get("tags", ()))),
        credits=tuple(
            Credit(role, names)
            for role in CreditRole
            if (names := _names(said.get(f"credit-{role}", said.get("author", ()) if role == "text" else ())))
        ),
        contacts=_contacts(said.get("contact", ()), report),
        official=_official(said.get("official"), report),
    )
    return msgspec.structs.replace(made, **words)


def _contacts(given: object, report: Report) -> tuple[Contact, ...]:
    try:
        return msgspec.convert(given, tuple[Contact, ...])
    except msgspec.ValidationError as error:
        _tell(report, f"the contacts of the front matter were left out: {error}")
        return ()


def _official(given: object, report: Report) -> Official | None:
    try:
        return msgspec.convert(given, Official | None)
    except msgspec.ValidationError as error:
        _tell(report, f"the official frame of the front matter was left out: {error}")
        return None


def _names(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(filter(None, re.split(r"\s*[,，、;；]\s*", given)))
    return tuple(str(name) for name in given) if isinstance(given, list | tuple) else ()


def _moment(given: object, report: Report) -> datetime | None:
    if given in (None, ""):
        return None
    try:
        found = datetime.fromisoformat(str(given))
    except ValueError:
        if (read := find_date(str(given))) is not None:
            return read[0]
        _tell(report, f"the date {str(given)[:40]!r} of the front matter cannot be read")
        return None
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)


def _simple(text: str, report: Report) -> dict[str, Any]:
    """Return the fields of front matter in YAML that are one line each; a Notice for what is more."""
    found: dict[str, Any] = {}
    listed = ""  # the field whose items follow, a line each
    for line in text.splitlines():
        if listed and (item := re.match(r"\s*-\s+(\S.*)", line)):
            found.setdefault(listed, []).append(item[1].strip().strip("\"'"))
            continue
        name, colon, value = line.partition(":")
        listed = name if _LISTED.fullmatch(name) and colon and not value.strip() else ""
        if listed:
            continue
        value = value.strip()
        if not line.strip() or line.startswith("#"):
            continue
        if not colon or name != name.strip() or not value:
            _tell(report, f"a line of the front matter was left out: {line.strip()[:60]}")
        elif value.startswith("[") and value.endswith("]"):
            found[name] = [part.strip().strip("\"'") for part in value[1:-1].split(",")]
        else:
            found[name] = value.strip("\"'")
    return found


def _tell(report: Report, message: str) -> None:
    report.add(Notice(code="metadata-dropped", message=message, severity=Severity.WARNING))
