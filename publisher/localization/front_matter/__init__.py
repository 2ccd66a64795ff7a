"""Lines that are not body text: date, source, credits, release line, end mark, contacts."""

from publisher.localization.front_matter.contact_block import (
    CONTACT_JOINTS,
    CONTACT_LABELS,
    CONTACT_ORDER,
    contacts,
    is_contact_start,
    unusual_labels,
)
from publisher.localization.front_matter.credits import (
    beside_fields,
    credit_label,
    credits_as_written,
    find_credits,
    find_source,
    merge_credits,
    seems_credits,
    unknown_fields,
    unusual_names,
)
from publisher.localization.front_matter.dates import find_date
from publisher.localization.front_matter.embargoes import embargo
from publisher.localization.front_matter.names import is_name
from publisher.localization.front_matter.official import bare_note, find_official, keyed_number
from publisher.localization.front_matter.readings import bare
from publisher.localization.front_matter.release_lines import is_end_mark, is_release_line

__all__ = [
    "CONTACT_JOINTS",
    "CONTACT_LABELS",
    "CONTACT_ORDER",
    "bare",
    "bare_note",
    "beside_fields",
    "contacts",
    "credit_label",
    "credits_as_written",
    "embargo",
    "find_credits",
    "find_date",
    "find_official",
    "find_source",
    "is_contact_start",
    "is_end_mark",
    "is_name",
    "is_release_line",
    "keyed_number",
    "merge_credits",
    "seems_credits",
    "unknown_fields",
    "unusual_labels",
    "unusual_names",
]
