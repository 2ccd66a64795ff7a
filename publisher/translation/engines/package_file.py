"""Install an .argosmodel file: a zip archive that is checked through before anything of it is written."""

import hashlib
import re
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from publisher.errors import ConfigError
from publisher.translation.engines.models import METADATA_LIMIT, Metadata, Model, discard, installed, pair

MAX_BYTES = 4 * 1024**3
"""The largest package, packed or unpacked; those that Argos publishes stay under a tenth of it."""

MAX_FILES = 5000
MAX_RATIO = 100
"""Weights hardly compress; what unpacks to more than this many times its size is a bomb."""

_DIRECTORY_LIMIT = 1024 * 1024  # bytes of the archive's list of files
_SMALL = 1024 * 1024  # a file this small may have any ratio
_CHUNK = 1024 * 1024
_VERSION = re.compile(r"[\w.+-]{0,40}", re.ASCII)
_REQUIRED = (("model/model.bin",), ("sentencepiece.model", "bpe.model"))


class Installed(msgspec.Struct, frozen=True):
    """What was installed: the model, the archive's SHA-256, and the versions it took the place of."""

    model: Model
    sha256: str
    replaced: tuple[str, ...] = ()


def install(file: Path, place: Path) -> Installed:
    """Install ``file`` among the packages in ``place``, instead of any model for its pair.

    Raises ConfigError for what is no sound package: names that lead out of
    the archive's one folder, links, a bomb, no model or no metadata in it.
    Whatever happens, a model that was there stays until the new one is whole.
    """
    digest = _sha256(file)
    try:
        with zipfile.ZipFile(file) as archive:
            members = dict(_checked(archive, file))
            metadata = _metadata(archive, members, file)
            place.mkdir(parents=True, exist_ok=True)
            incoming = Path(tempfile.mkdtemp(prefix=".incoming-", dir=place))
            try:
                _extract(archive, members, incoming, file)
                return _put(incoming, next(iter(members)).parts[0], metadata, place, digest)
            finally:
                shutil.rmtree(incoming, ignore_errors=True)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _fault(file, f"it is not a sound zip archive ({error})") from error
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be installed: {error.strerror or error}.", hint=f"Check {file} and {place}."
        ) from error


def _sha256(file: Path) -> str:
    """Return the digest of the archive, once it is seen to be of a sane size with a sane list of files."""
    try:
        size = file.stat().st_size
        if not file.is_file() or size > MAX_BYTES:
            raise _fault(
                file, f"it is larger than {MAX_BYTES // 1024**3} GB" if file.is_file() else "it is no file"
            )
        with file.open("rb") as stream:
            stream.seek(max(size - 22 - 0xFFFF, 0))
            tail = stream.read()
            at = tail.rfind(b"PK\5\6")
            if at < 0 or len(tail) < at + 22:
                raise _fault(file, "it is not a zip archive")
            count, directory = struct.unpack_from("<HI", tail, at + 10)
            if count > MAX_FILES or directory > _DIRECTORY_LIMIT:
                raise _fault(file, f"it holds more than {MAX_FILES} files")
            stream.seek(0)
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be read: {error.strerror or error}.", hint="Check the name and its permissions."
        ) from error


def _checked(archive: zipfile.ZipFile, file: Path) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
    """Yield every file of the archive with its safe path; ConfigError if one is not safe."""
    seen: set[str] = set()
    roots: set[str] = set()
    total = 0
    for info in archive.infolist():
        # the name as it stands in the archive: zipfile cuts it at a NUL and turns separators round
        name = info.orig_filename
        parts = name.rstrip("/").split("/")
        if any(_is_unsafe(part) for part in parts):
            raise _fault(file, f"it holds a file that leads out of its folder ({name[:80]!r})")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _fault(file, f"it holds a link or a device ({name[:80]!r})")
        if info.flag_bits & 1:
            raise _fault(file, "it is encrypted")
        roots.add(parts[0])
        if info.is_dir():
            continue
        total += info.file_size
        if total > MAX_BYTES or info.file_size > max(info.compress_size * MAX_RATIO, _SMALL):
            raise _fault(file, f"it unpacks to far more than it is ({name[:80]!r})")
        if len(parts) < 2 or name.casefold() in seen:
            raise _fault(file, f"a file stands twice or outside the one folder of a package ({name[:80]!r})")
        seen.add(name.casefold())
        yield PurePosixPath(*parts), info
    if len(roots) != 1:
        raise _fault(file, f"a package has one folder, this has {len(roots)}")
    if sum(info.compress_size for info in archive.infolist()) > file.stat().st_size:
        raise _fault(file, "its files overlap")


def _is_unsafe(part: str) -> bool:
    """Tell whether a part of a path is empty, dots, or has a character that some system reads as more."""
    return (
        not part
        or part.startswith("..")
        or part.rstrip(". ") != part
        or len(part) > 200
        or any(char in '\\:*?"<>|' or not char.isprintable() for char in part)
    )


def _metadata(
    archive: zipfile.ZipFile, members: dict[PurePosixPath, zipfile.ZipInfo], file: Path
) -> Metadata:
    """Return what metadata.json says, once the parts that an engine needs are seen to be there."""
    if not members:
        raise _fault(file, "it is empty")
    root = PurePosixPath(next(iter(members)).parts[0])
    info = members.get(root / "metadata.json")
    if info is None or info.file_size > METADATA_LIMIT:
        raise _fault(file, "it has no metadata.json")
    try:
        metadata = msgspec.json.decode(archive.read(info), type=Metadata)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _fault(file, f"its metadata.json cannot be used ({error})") from error
    if metadata.type != "translate" or pair(f"{metadata.from_code}_{metadata.to_code}") is None:
        raise _fault(file, "its metadata.json names no pair of languages to translate")
    if not _VERSION.fullmatch(metadata.package_version):
        raise _fault(file, f"its version is none ({metadata.package_version[:80]!r})")
    for choice in _REQUIRED:
        if not any(root / name in members for name in choice):
            raise _fault(file, f"it has no {' or '.join(choice)}")
    return metadata


def _extract(
    archive: zipfile.ZipFile, members: dict[PurePosixPath, zipfile.ZipInfo], incoming: Path, file: Path
) -> None:
    for name, info in members.items():
        path = incoming / name
        path.parent.mkdir(parents=True, exist_ok=True)
        left = info.file_size
        with archive.open(info) as source, path.open("xb") as target:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise _fault(file, f"it unpacks to more than it says ({name})")
                target.write(chunk)


def _put(incoming: Path, root: str, metadata: Metadata, place: Path, digest: str) -> Installed:
    """Move the unpacked folder to its place, and the models of the same pair out of the way."""
    old = [m for m in installed((place,)) if (m.source, m.target) == (metadata.from_code, metadata.to_code)]
    target = place / root
    if target.exists() and target not in [m.path for m in old]:
        raise ConfigError(
            f"{target} holds something else than a model for this pair.", hint="Move it away, then try again."
        )
    aside = incoming / ".aside"
    aside.mkdir()
    if target.exists():
        target.rename(aside / root)
    try:
        (incoming / root).rename(target)
    except OSError:
        if (aside / root).exists():
            (aside / root).rename(target)
        raise
    for model in old:
        if model.path != target:
            discard(model.path)
    (model,) = (m for m in installed((place,)) if m.path == target)
    return Installed(model, digest, tuple(m.version for m in old))


def _fault(file: Path, what: str) -> ConfigError:
    return ConfigError(
        f"{file} is not an Argos package that can be installed: {what}.",
        hint="Fetch it again from where it was published; nothing was installed.",
    )
