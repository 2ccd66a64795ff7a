"""WeasyPrint and the system's libraries under it, loaded without a search through the system."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def weasyprint() -> Any:
    """Return the module ``weasyprint``; OSError where the Pango library is missing."""
    if "weasyprint" not in sys.modules and sys.platform == "linux":
        with _by_name():
            import weasyprint
    else:
        import weasyprint
    return weasyprint


@contextmanager
def _by_name() -> Iterator[None]:
    """Leave it to the system's loader to find libraries by their names.

    WeasyPrint tries the names of each library on several systems, and cffi asks
    ``ctypes.util.find_library`` about every one that does not load. On Linux
    that runs ldconfig and a compiler, if there is one, twenty times, and takes
    longer than all of WeasyPrint; the name with .so loads without it.
    """
    import ctypes.util

    before, ctypes.util.find_library = ctypes.util.find_library, _found_by_nobody
    try:
        yield
    finally:
        ctypes.util.find_library = before


def _found_by_nobody(name: str) -> None:  # noqa: ARG001 - the signature of ctypes.util.find_library
    return None
