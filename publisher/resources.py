"""The sole module that knows where templates, locales and glossaries live, in a checkout or a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root(name: str) -> Path:
    """Return the folder ``name``: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """Return the folder of themes and fonts."""
    return _root("templates")


def locales() -> Path:
    """Return the folder of gettext catalogs."""
    return _root("locales")


def glossaries() -> Path:
    """Return the folder of the built-in glossaries."""
    return _root("seeds") / "glossaries"


def font(name: str) -> Path:
    """Return the path of the bundled font file ``name``."""
    return templates() / "fonts" / name
