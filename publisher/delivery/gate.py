"""What must not leave the house yet: text under embargo, and drafts."""

from collections.abc import Iterable
from datetime import datetime

from publisher.delivery.pack import Pack
from publisher.errors import DeliveryError
from publisher.manifest import FileRecord


def check(
    pack: Pack,
    records: Iterable[FileRecord],
    *,
    now: datetime,
    before_embargo: bool = False,
    drafts: bool = False,
) -> None:
    """Raise DeliveryError if one of ``records`` may not be delivered at ``now``.

    ``before_embargo`` and ``drafts`` are the user's word that it may: the press
    gets text under embargo beforehand, and an editor gets drafts.
    """
    until = pack.manifest.article.embargo
    if until and now < until and not before_embargo:
        raise DeliveryError(
            f"{pack.place} is under embargo until {until.isoformat(sep=' ', timespec='minutes')}.",
            hint="Wait, or say --before-embargo to hand it to those who keep the embargo.",
        )
    unreviewed = [record.name for record in records if record.draft]
    if unreviewed and not drafts:
        raise DeliveryError(
            f"{unreviewed[0]} is a DRAFT: machine text in it was not reviewed.",
            hint="publisher review sends it to a person; --draft delivers it as it is.",
        )
