"""The fixed words of each language, from gettext catalogs; a .po file is read as it is, uncompiled."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from publisher import resources
from publisher.errors import ConfigError

CATALOGS = ("en", "zh_Hans", "zh_Hant")
"""The catalogs there are: a folder each in locales/."""

# of text(msgid) the argument is the msgid; of text(msgid, context) the second is its context
KEYWORDS = {"text": {1: (1,), 2: (1, (2, "c"))}}
"""How ``Catalog.text`` reads to Babel's extractor."""

_TRADITIONAL = ("TW", "HK", "MO")


def catalog_name(language: str) -> str:
    """Return the catalog for ``language`` (BCP 47); ConfigError if there is none."""
    primary, *rest = language.replace("_", "-").split("-")
    if primary.lower() == "en":
        return "en"
    if primary.lower() == "zh":
        script = next((part for part in rest if len(part) == 4), "").lower()
        if script:
            return "zh_Hant" if script == "hant" else "zh_Hans"
        return "zh_Hant" if any(part.upper() in _TRADITIONAL for part in rest) else "zh_Hans"
    raise ConfigError(
        f"There are no words for the language {language!r}.",
        hint="Languages: zh-Hans, zh-Hant, en, with or without a region.",
    )


class Catalog:
    """The words of one language, by their English and, where one word has two senses, a context."""

    def __init__(self, name: str, words: Mapping[tuple[str, str | None], str]) -> None:
        self.name = name
        self._words = words

    @classmethod
    def load(cls, language: str) -> "Catalog":
        """Return the catalog for ``language``, read once; ConfigError if there is none."""
        return _read(catalog_name(language))

    def text(self, msgid: str, context: str | None = None) -> str:
        """Return the words for ``msgid``; KeyError if the catalog lacks them."""
        return self._words[msgid, context]


@cache
def _read(name: str) -> Catalog:
    from babel.messages.pofile import read_po

    path = resources.locales() / name / "LC_MESSAGES" / "publisher.po"
    try:
        with path.open("rb") as file:
            messages = read_po(file, abort_invalid=True)
    except OSError as error:
        raise ConfigError(
            f"{path}: the catalog cannot be read: {error.strerror}.", hint="Install the program again."
        ) from error
    words = {(str(m.id), m.context): str(m.string) for m in messages if m.id and m.string and not m.fuzzy}
    return Catalog(name, MappingProxyType(words))
