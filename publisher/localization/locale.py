"""What localization knows of one edition's language: its words, its press conventions, its CLDR locale."""

from collections.abc import Mapping
from typing import Any

import msgspec

from publisher.localization.catalog import Catalog, Places, catalog_name, places
from publisher.theme import Conventions, Theme, conventions_of


class Locale(msgspec.Struct, frozen=True):
    """One language (BCP 47) as a theme wants it."""

    language: str
    catalog: Catalog
    conventions: Conventions
    cldr: str

    @property
    def chinese(self) -> bool:
        """Whether the language is Chinese, in whichever script."""
        return self.language.lower().partition("-")[0] == "zh"


def locale(language: str, look: Theme | None = None) -> Locale:
    """Return the locale ``language`` in the theme ``look``; without one, words and conventions are our own.

    Raises ConfigError if neither the theme nor we have words for it.
    """
    where = places(look.folders if look else ())
    catalog = Catalog.load(language, where)
    tables: Mapping[str, Mapping[str, Any]] = look.conventions if look else {}
    return Locale(language, catalog, conventions_of(language, tables), _cldr(language, where))


def _cldr(language: str, where: Places) -> str:
    """Return the CLDR locale: the region's own where CLDR knows it, else that of the catalog."""
    from babel.core import Locale as Known
    from babel.core import UnknownLocaleError

    name = catalog_name(language, where)
    script = [part for part in name.split("_")[1:] if len(part) == 4]
    region = [p.upper() for p in language.replace("_", "-").split("-")[1:] if len(p) == 2]
    for tag in ("_".join((name.split("_")[0], *script, *region)), name):
        try:
            return str(Known.parse(tag))
        except (UnknownLocaleError, ValueError):
            continue
    return name.split("_")[0]
