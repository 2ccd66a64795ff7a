"""Entry points of a group, without ``importlib.metadata`` where nothing installed declares one.

That module and what it loads take longer than all our own modules of a short
run, and hardly anybody has a plugin: so the declarations are looked through
first, as plain files.
"""

import sys
from functools import lru_cache
from os import scandir
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_DECLARATION = "entry_points.txt"
_DISTRIBUTIONS = (".dist-info", ".egg-info")


def entry_points(group: str) -> "tuple[EntryPoint, ...]":
    """Return the entry points of ``group`` that installed distributions declare."""
    if not any(_may_declare(folder, group.encode()) for folder in sys.path):
        return ()
    from importlib import metadata

    return tuple(metadata.entry_points(group=group))


def _may_declare(folder: str, group: bytes) -> bool:
    """Tell whether a distribution in ``folder`` names ``group``; of what is no folder, only that it may."""
    try:
        return group in _declarations(folder or ".", Path(folder).stat().st_mtime_ns)
    except NotADirectoryError:
        return True  # an archive: importlib.metadata looks inside
    except OSError:
        return False


@lru_cache(maxsize=64)
def _declarations(folder: str, changed: int) -> bytes:  # noqa: ARG001 - a folder that changed is read again
    found = []
    with scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_DISTRIBUTIONS):
                try:
                    found.append(Path(entry.path, _DECLARATION).read_bytes())
                except OSError:
                    continue
            elif entry.name.endswith(".egg"):
                raise NotADirectoryError  # the old form, with its declarations inside: ask importlib.metadata
    return b"\n".join(found)
