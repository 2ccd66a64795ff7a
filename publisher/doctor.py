"""What this machine has of what the tool uses, and what to do about what it lacks."""

import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import msgspec

from publisher import resources, theme
from publisher.typesetting.weasyprint_loading import weasyprint


class Finding(msgspec.Struct, frozen=True):
    """One part: whether it is here, what was found, and the next step where it is not."""

    part: str
    ok: bool
    detail: str
    advice: str = ""
    required: bool = False


def examine() -> tuple[Finding, ...]:
    """Return the findings, the required parts first."""
    return (
        _package("bilingual-publisher"),
        _pango(),
        _harfbuzz_subset(),
        _fonts(),
        _program("lp", "printing", "Debian, Ubuntu: apt install cups-client. macOS has it."),
        _libreoffice(),
        _engine(),
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name), required=True)
    except PackageNotFoundError:
        return Finding(name, True, "run from a checkout, not installed", required=True)


def _pango() -> Finding:
    try:
        number = weasyprint().text.ffi.pango.pango_version()
    except OSError:
        return Finding(
            "Pango",
            False,
            "not found: PDFs are set by ReportLab, without tags for screen readers",
            "Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0. macOS: brew install pango.",
        )
    shown = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return Finding("Pango", True, f"{shown}: WeasyPrint sets the PDF, with tags")


def _harfbuzz_subset() -> Finding:
    from ctypes.util import find_library

    if find_library("harfbuzz-subset"):
        return Finding("harfbuzz-subset", True, "keeps PDFs small and quick to make")
    return Finding(
        "harfbuzz-subset",
        False,
        "not found: PDFs take a little longer",
        "Debian, Ubuntu: apt install libharfbuzz-subset0.",
    )


def _fonts() -> Finding:
    families = theme.load("press").fonts
    files = [
        name
        for font in (families.han, families.sans, families.latin)
        for name in (font.regular, font.italic, font.bold)
        if name
    ]
    lost = [name for name in files if not resources.font(name).is_file()]
    if lost:
        return Finding(
            "fonts",
            False,
            f"missing: {', '.join(lost)}",
            "Install bilingual-publisher again; the fonts come with it.",
            required=True,
        )
    return Finding(
        "fonts",
        True,
        f"{len(files)} files of {families.han.family}, {families.sans.family}, {families.latin.family}",
        required=True,
    )


def _program(name: str, purpose: str, advice: str) -> Finding:
    path = shutil.which(name)
    return Finding(name, path is not None, f"{path or 'not found'}: for {purpose}", "" if path else advice)


def _libreoffice() -> Finding:
    from publisher.readers.office import OfficeReader, program

    path = program()
    *before, last = OfficeReader.suffixes
    detail = f"{path or 'not found'}: for reading {', '.join(before)} and {last}"
    advice = "Debian, Ubuntu: apt install libreoffice-writer. Word saves such files as .docx too."
    return Finding("LibreOffice", bool(path), detail, "" if path else advice)


def _engine() -> Finding:
    from publisher.errors import ConfigError
    from publisher.translation.engines.models import EXTRA, folders, installed

    if find_spec("argostranslate") is None or find_spec("ctranslate2") is None:
        return Finding(
            "argostranslate",
            False,
            "not found: text that no memory holds stays untranslated",
            f"Give a translation memory (--memory), or install an engine: {EXTRA}.",
        )
    try:
        models = installed(folders())
    except ConfigError as error:
        return Finding("argostranslate", False, str(error), error.hint)
    if not models:
        return Finding(
            "argostranslate",
            False,
            "here, without a model: text that no memory holds stays untranslated",
            "publisher models install zh_en --download, or a file: install translate-zh_en.argosmodel.",
        )
    return Finding("argostranslate", True, f"offline translation by {', '.join(m.name for m in models)}")
