"""Where files are written: names and folder looked at before the work, each file whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from publisher.errors import ExportError, ReadError
from publisher.model import Rendition


def check_name(path: Path) -> None:
    """Refuse a name that cannot name a folder of its own or stand in a manifest."""
    try:
        path.stem.encode()
    except UnicodeEncodeError as error:
        shown = path.name.encode(errors="replace").decode()
        raise ReadError(f"The file name {shown} is not valid UTF-8.", hint="Rename the file.") from error
    if not path.stem.strip(".") and not path.is_dir():  # of a folder, its reader says so
        raise ReadError(f"{path} has no name to call its files by.", hint="Rename the file.")


def check_folder(folder: Path) -> None:
    """Fail before the work where the folder clearly cannot be written; make nothing yet."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        raise ExportError(
            f"{folder} cannot be made: {place} is a file.", hint="Name another folder with --out."
        )
    if not os.access(place, os.W_OK | os.X_OK):
        raise ExportError(f"{place} cannot be written to.", hint="Name another folder with --out.")


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; a reader sees the old file or the whole new one."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder.", hint="Name a file in it.")
    try:
        write(path.parent, [Rendition(path.name, "", data)])
    except ExportError as error:
        raise ExportError(str(error), hint="Name another file.") from error


def write(folder: Path, renditions: Iterable[Rendition]) -> None:
    """Write each file under a temporary name, then rename: a reader sees the old one or the whole new one."""
    staged: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for rendition in renditions:
            handle, temporary = tempfile.mkstemp(prefix=".publisher-", dir=folder)
            staged.append((Path(temporary), folder / rendition.name))
            with os.fdopen(handle, "wb") as stream:
                stream.write(rendition.data)
            Path(temporary).chmod(0o644)
        for temporary_path, final in staged:
            temporary_path.replace(final)
    except OSError as error:
        raise ExportError(
            f"{folder} cannot be written to: {error.strerror}.", hint="Name another folder with --out."
        ) from error
    finally:
        for temporary_path, _ in staged:
            temporary_path.unlink(missing_ok=True)
