"""WeasyPrint and the system's libraries under it, loaded without a search through the system."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any


def weasyprint() -> Any:
    """Return the module ``weasyprint``; OSError where the Pango library is missing."""
    if "weasyprint" not in sys.modules:
        with ExitStack() as aside:
            aside.enter_context(_font_tools_later())
            if sys.platform == "linux":
                aside.enter_context(_by_name())
            importlib.import_module("weasyprint")
    return sys.modules["weasyprint"]


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


_LATER = {"fontTools.subset": (), "fontTools.varLib.instancer": ("instantiateVariableFont",)}
"""What of fontTools WeasyPrint cuts fonts with where HarfBuzz cannot, and the functions it takes by name."""


@contextmanager
def _font_tools_later() -> Iterator[None]:
    """Let WeasyPrint have modules that are loaded when they are used: they take a fifth of its start."""
    later = {name: _later(name, functions) for name, functions in _LATER.items() if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        for name, module in later.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _later(name: str, functions: tuple[str, ...]) -> ModuleType:
    def found(attribute: str) -> Any:
        if attribute.startswith("__"):  # the import system asks whether it is a package
            raise AttributeError(attribute)
        return getattr(importlib.import_module(name), attribute)

    def called(function: str) -> Any:
        return lambda *args, **options: found(function)(*args, **options)

    module = ModuleType(name)
    vars(module).update({"__getattr__": found}, **{function: called(function) for function in functions})
    return module
