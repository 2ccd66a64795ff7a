"""A watched folder: each file appears whole under its last name, or not at all."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from publisher.errors import DeliveryError
from publisher.model import Envelope, Receipt, Rendition


class FolderChannel:
    """Puts files into the folder that the envelope's recipient names."""

    name = "folder"

    def deliver(self, renditions: Sequence[Rendition], envelope: Envelope) -> Receipt:
        """Return the receipt with the folder's path; DeliveryError as :func:`drop` raises it."""
        folder = Path(envelope.recipients[0])
        drop({each.name: each.data for each in renditions}, folder, replace=envelope.replace)
        return Receipt(self.name, str(folder.resolve()), datetime.now(UTC))


def drop(files: Mapping[str, bytes], folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Write ``files`` (name, bytes) into ``folder`` and return their paths.

    All are written under hidden names and flushed to the disk first, then
    renamed, so that whoever watches the folder never takes half a file.
    DeliveryError if the folder is not there, cannot be written, or holds one
    of the names already (unless ``replace``); nothing is left behind then.
    """
    if not folder.is_dir():
        raise DeliveryError(f"There is no folder {folder}.", hint="Mount or make it first.")
    if not replace and (there := [name for name in files if (folder / name).exists()]):
        raise DeliveryError(f"{folder} holds {there[0]} already.", hint="--replace puts the new one over it.")
    staged: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            handle, temporary = tempfile.mkstemp(prefix=".publisher-", dir=folder)
            staged.append((Path(temporary), folder / name))
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(0o644)
        for hidden, final in staged:
            hidden.replace(final)
    except OSError as error:
        raise DeliveryError(f"{folder} cannot be written to: {error.strerror}.") from error
    finally:
        for hidden, _ in staged:
            hidden.unlink(missing_ok=True)
    return tuple(final for _, final in staged)
