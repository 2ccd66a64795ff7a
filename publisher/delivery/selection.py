"""What of a pack goes out, under which names: chosen, let through the gate, read and verified."""

from datetime import datetime

import msgspec

from publisher.delivery import gate, naming
from publisher.delivery.pack import Pack
from publisher.manifest import FileRecord


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which files of a pack (all by default), called how, and what the user lets pass the gate."""

    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pattern: str = naming.PATTERN
    ascii_only: bool = False
    before_embargo: bool = False
    drafts: bool = False


def names(pack: Pack, selection: Selection, now: datetime) -> dict[FileRecord, str]:
    """Return the chosen files and the name of each; DeliveryError if one may not go out at ``now``."""
    records = pack.select(selection.languages, selection.formats)
    gate.check(pack, records, now=now, before_embargo=selection.before_embargo, drafts=selection.drafts)
    called = naming.file_names(
        pack.manifest, records, now=now, pattern=selection.pattern, ascii_only=selection.ascii_only
    )
    return {record: called[record.name] for record in records}


def files(pack: Pack, selection: Selection, now: datetime) -> dict[str, bytes]:
    """Return the chosen files by the names they go out under; DeliveryError also if one was changed."""
    return {name: pack.read(record) for record, name in names(pack, selection, now).items()}
