"""What a PDF is made for: to be read by everybody, kept for good, or printed; one profile a file.

accessible  PDF/UA-1 and PDF/A-2a   WeasyPrint
archive     PDF/UA-1 and PDF/A-3u   WeasyPrint, with the article and the Word file inside
press       PDF/X-4                 ReportLab, whose every operator is ours: CMYK, bleed, crop marks
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from publisher.contracts import Context
from publisher.errors import ConfigError
from publisher.model import Release

_PROFILES: Mapping[str, str] = MappingProxyType(
    {
        "accessible": "publisher.exporters.profiles.accessible:Accessible",
        "archive": "publisher.exporters.profiles.archive:Archive",
        "press": "publisher.exporters.profiles.press:Press",
    }
)

NAMES = tuple(_PROFILES)


class Profile(Protocol):
    """Makes the PDFs of one purpose, and tells whether a finished file serves it."""

    name: str
    engine: str  # the one that can make it
    standards: str  # what the file conforms to, for the manifest

    def make(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ExportError if it cannot be made."""
        ...

    def preflight(self, data: bytes, context: Context) -> tuple[str, ...]:
        """Return what was found right in the finished file; ExportError names all that was not.

        What is merely poorer, such as a coarse picture, is filed in ``context``.
        """
        ...


def load(name: str, engine: str = "auto") -> Profile:
    """Return the profile ``name``; ConfigError if there is none, or if ``engine`` cannot make it."""
    if name not in _PROFILES:
        raise ConfigError(f"There is no PDF profile {name!r}.", hint=f"Profiles: {', '.join(NAMES)}.")
    module, _, attribute = _PROFILES[name].partition(":")
    profile: Profile = getattr(import_module(module), attribute)()
    if engine not in ("auto", profile.engine):
        raise ConfigError(
            f"The PDF profile {name} is made by {profile.engine}, not by {engine}.",
            hint="Leave --pdf-engine out.",
        )
    return profile


def certify(data: bytes, context: Context) -> str:
    """Return what the PDF ``data`` was found to hold to, for the manifest; nothing without a profile.

    ExportError names what does not hold.
    """
    if not context.pdf_profile:
        return ""
    profile = load(context.pdf_profile)
    passed = profile.preflight(data, context)
    return f"{profile.name} ({profile.standards}): {', '.join(passed)}"
