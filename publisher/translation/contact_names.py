"""Tell a contact's name that holds words to translate from one that is a person's name alone."""

import re

from publisher.localization.names import is_organisation
from publisher.translation.folding import has_han

_PARTS = re.compile(r"\s*[、，；,;/／()（）]\s*")
_AFTER_NAMES = re.compile(r"(?:jr|sr|esq|ph\.?d|m\.?d|m\.?b\.?a|[iv]{2,3})\.?", re.IGNORECASE)
_OFFICES = re.compile(
    r"\b(?:office|desk|team|department|dept|division|relations|press|media|communications|affairs|service"
    r"|cent(?:er|re)|committee|council|group|agency|hotline|inc|ltd|llc|co|corp|company|university|school)\b",
    re.IGNORECASE,
)


def needs_translation(name: str, *, chinese: bool) -> bool:
    """Tell whether ``name`` is more than persons' names: an office, or a person with their house."""
    parts = [part for part in _PARTS.split(name) if part and not _AFTER_NAMES.fullmatch(part)]
    if chinese:
        return any(has_han(part) and "·" not in part and is_organisation(part) for part in parts)
    if "," in name and len(parts) > 1:
        return True
    return " " in name.strip() and _OFFICES.search(name) is not None  # a word alone may be a name
