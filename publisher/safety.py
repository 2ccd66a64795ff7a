"""What may go into a finished file of what a stranger wrote: addresses to follow, characters of XML."""

import re

SAFE_SCHEMES = ("https://", "http://", "mailto:", "tel:")

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_url(url: str) -> str:
    """Return ``url`` if a reader may follow it, else nothing (no javascript:, no file:)."""
    return url if url.lower().startswith(SAFE_SCHEMES) else ""


def xml_safe(text: str) -> str:
    """Return ``text`` without the characters that XML cannot hold (XML 1.0, 2.2)."""
    return _UNFIT.sub("", text)
