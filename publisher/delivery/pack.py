"""A pack, a folder or a zip: opened without trust, verified by its sums, zipped the same every time."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from publisher import manifest
from publisher.errors import DeliveryError, PublisherError
from publisher.manifest import FileRecord, Manifest
from publisher.model import Release
from publisher.serialize import release_from_json

MAX_BYTES = 512 * 1024 * 1024
"""The most that the files of a pack may hold together, unpacked."""

_MAX_MANIFEST = 64 * 1024 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Pack(msgspec.Struct, frozen=True):
    """An opened pack: where it is, its manifest, and the names of all that lies in it."""

    place: Path
    manifest: Manifest
    names: frozenset[str]

    def read(self, record: FileRecord) -> bytes:
        """Return the bytes of one file; DeliveryError if they are not those that were exported."""
        data = _bytes(self.place, record.name, record.bytes)
        if len(data) != record.bytes or hashlib.sha256(data).hexdigest() != record.sha256:
            raise DeliveryError(
                f"{self.place}: {record.name} is not the file that was exported; its sum differs.",
                hint="Export the article again, or deliver the changed file by hand.",
            )
        return data

    def select(
        self, languages: tuple[str, ...] = (), formats: tuple[str, ...] = ()
    ) -> tuple[FileRecord, ...]:
        """Return the files in these languages and formats, by default all but working copies.

        DeliveryError if one that was asked for is not there.
        """
        for asked, kind in ((languages, "language"), (formats, "format")):
            there = {getattr(file, kind) for file in self.manifest.files}
            if lacking := [name for name in asked if name not in there]:
                raise DeliveryError(
                    f"{self.place} holds nothing in the {kind} {', '.join(lacking)}.",
                    hint=f"It holds: {', '.join(sorted(there)) or 'nothing'}.",
                )
        return tuple(
            file
            for file in self.manifest.files
            if (not languages or file.language in languages)
            and (file.format in formats if formats else file.format not in manifest.WORKING_COPIES)
        )

    def release(self) -> Release:
        """Return the editions that the files were made of; DeliveryError if they are not beside them."""
        if manifest.RELEASE not in self.names:
            raise DeliveryError(
                f"{self.place} lacks {manifest.RELEASE}.",
                hint="Take the folder that export made, not a zip for the press.",
            )
        data = _bytes(self.place, manifest.RELEASE, MAX_BYTES)
        if hashlib.sha256(data).hexdigest() != self.manifest.release_sha256:
            raise DeliveryError(
                f"{self.place}: {manifest.RELEASE} was changed.", hint="Export the article again."
            )
        return release_from_json(data)


def open_pack(place: Path) -> Pack:
    """Return the pack in ``place``, a folder or a zip; DeliveryError if there is none."""
    if not place.exists():
        raise DeliveryError(f"There is no pack {place}.", hint="publisher export FILE makes one.")
    names = _names(place)
    if manifest.NAME not in names:
        raise DeliveryError(
            f"{place} is not a pack: {manifest.NAME} is missing.",
            hint="Name the folder of one article that export made, such as out/article.",
        )
    read = manifest.from_json(_bytes(place, manifest.NAME, _MAX_MANIFEST))
    if sum(file.bytes for file in read.files) > MAX_BYTES:
        raise DeliveryError(f"{place} says that it holds more than {MAX_BYTES // 1024 // 1024} MB.")
    return Pack(place, read, names)


def verify(pack: Pack) -> tuple[str, ...]:
    """Return what is wrong with ``pack``, a line each: files that were changed or are missing."""
    wrong: list[str] = []
    checks: list[Callable[[], object]] = [partial(pack.read, record) for record in pack.manifest.files]
    if manifest.RELEASE in pack.names:
        checks.append(pack.release)
    for check in checks:
        try:
            check()
        except PublisherError as error:
            wrong.append(str(error).removeprefix(f"{pack.place}: ").removeprefix(f"{pack.place} "))
    return tuple(wrong)


def strangers(pack: Pack) -> tuple[str, ...]:
    """Return the names in the place of ``pack`` that are no part of it: they are never delivered."""
    known = {record.name for record in pack.manifest.files} | {manifest.NAME, manifest.RELEASE}
    return tuple(sorted(pack.names - known))


def zipped(pack: Pack, names: Mapping[FileRecord, str]) -> bytes:
    """Return ``pack`` as a zip for the press, the files of ``names`` as it calls them, the same bytes always.

    Its manifest keeps to itself what was noticed, refused and left out, and the
    editions stay at home: they are the house's, not the reader's.
    """
    records = tuple(msgspec.structs.replace(record, name=name) for record, name in names.items())
    told = msgspec.structs.replace(pack.manifest, files=records, refused=(), notices=(), release_sha256="")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for record, name in names.items():
            archive.writestr(_entry(name), pack.read(record))
        archive.writestr(_entry(manifest.NAME), told.to_json())
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry


def _names(place: Path) -> frozenset[str]:
    if place.is_dir():
        return frozenset(path.name for path in place.iterdir() if not path.name.startswith(".publisher-"))
    try:
        with zipfile.ZipFile(place) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise DeliveryError(
            f"{place} is neither a folder nor a zip.",
            hint="Name the folder of one article that export made, such as out/article.",
        ) from error
    if len(names) > len(set(names)):
        raise DeliveryError(f"{place} has two files of one name.", hint="Export the article again.")
    return frozenset(names)


def _bytes(place: Path, name: str, limit: int) -> bytes:
    """Return the file ``name`` of a pack, of which ``limit`` bytes and one more are read at most."""
    try:
        if place.is_dir():
            with (place / name).open("rb") as stream:
                data = stream.read(limit + 1)
        else:
            with zipfile.ZipFile(place) as archive, archive.open(name) as entry:
                data = entry.read(limit + 1)
    except KeyError as error:
        raise DeliveryError(f"{place} lacks {name}.", hint="Export the article again.") from error
    except FileNotFoundError as error:
        raise DeliveryError(f"{place} lacks {name}.", hint="Export the article again.") from error
    except (OSError, RuntimeError, zipfile.BadZipFile, NotImplementedError, zlib.error) as error:
        raise DeliveryError(f"{place}: {name} cannot be read: {error}.") from error
    if len(data) > limit:
        raise DeliveryError(f"{place}: {name} is larger than it says.", hint="Export the article again.")
    return data
