"""Options that would come to nothing, or that contradict one another: each was meant to do something."""

from collections.abc import Iterable, Mapping
from typing import Any

import click

from publisher.config import Settings
from publisher.errors import ConfigError

_WORD = {
    "compare": "--compare",
    "comments": "--comments",
    "reference": "--reference",
    "embed_fonts": "--embed-fonts",
    "toc": "--toc",
}
_PDF = {"pdf_engine": "--pdf-engine", "pdf_profile": "--profile", "icc_profile": "--icc"}
_PAGES = {"fonts": "--font", "page": "--page", "bilingual": "--bilingual"}

_FOR = (("Word", ("docx",), _WORD), ("PDF", ("pdf",), _PDF), ("pages", ("docx", "pdf", "html"), _PAGES))
"""What options are for, in words and as formats."""

_ARCHIVED = ("reference", "embed_fonts", "toc")
"""Those for the Word file that the PDF profile archive puts inside."""


def check(given: Mapping[str, Any], chosen: Settings) -> None:
    """Raise UsageError for an option in ``given`` that nothing in ``chosen`` has a use for.

    What stands in the settings serves whatever is made with them; what stands
    on the command line was meant for this export. Of a plugin's format nobody
    knows what it takes.
    """
    _check_formats(given, chosen)
    _check_editions(given, chosen)
    _check_profile(given, chosen)


def _check_formats(given: Mapping[str, Any], chosen: Settings) -> None:
    from publisher import plugins

    formats = set(chosen.formats)
    if formats - plugins.BUILT_IN["exporters"].keys():
        return
    archived = _ARCHIVED if chosen.pdf_profile == "archive" and "pdf" in formats else ()
    for what, makers, options in _FOR:
        idle = [option for key, option in options.items() if given.get(key) and key not in archived]
        if idle and not formats & set(makers):
            verb, it = ("is", "it") if len(idle) == 1 else ("are", "them")
            raise click.UsageError(
                f"{_and(idle)} {verb} for {what}, and what is to be made is {_and(chosen.formats)}: "
                f"add {' or '.join(makers)} to --format, or leave {it} out."
            )


def _check_editions(given: Mapping[str, Any], chosen: Settings) -> None:
    from publisher.editions import two_languages

    if given.get("bilingual") and chosen.languages and not any(map(two_languages, chosen.languages)):
        raise click.UsageError(
            f"--bilingual is for two languages, and what is to be made is {_and(chosen.languages)}: "
            "add bilingual to --lang, or leave it out."
        )


def _check_profile(given: Mapping[str, Any], chosen: Settings) -> None:
    if given.get("icc_profile") and chosen.pdf_profile != "press":
        raise click.UsageError("--icc is for the PDF profile press: add --profile press, or leave it out.")
    if chosen.pdf_profile and (given.get("pdf_profile") or given.get("pdf_engine")):
        from publisher.exporters import profiles

        try:
            profiles.load(chosen.pdf_profile, chosen.pdf_engine)
        except ConfigError as error:
            raise click.UsageError(f"{error} {error.hint}") from error


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
