"""What came back from a reviewer, whatever it came back in: one edit a segment."""

import msgspec

from publisher.model import Origin, State
from publisher.translation.bitext import Bitext, digest
from publisher.translation.codes import shown
from publisher.translation.folding import fold
from publisher.translation.review.marks import source_digest


class Edit(msgspec.Struct, frozen=True):
    """One segment as it came back.

    ``text`` has the codes of its markup in it. ``source`` is the digest of the
    source that went out, ``sent`` of the target, empty where the file does not
    say. ``passed`` is the state that the reviewer gives the text as it stands,
    None if they say nothing; ``doubted`` that they are not sure of it;
    ``origin`` who made the text if it is new. ``fault`` tells why it cannot be
    taken.
    """

    key: str
    source: str
    source_text: str
    text: str
    sent: str
    passed: State | None = None
    doubted: bool = False
    origin: Origin = Origin.HAND
    fault: str = ""


class Comment(msgspec.Struct, frozen=True):
    """What a reviewer remarked; ``key`` is empty where it belongs to no segment."""

    key: str
    author: str
    text: str


class Returned(msgspec.Struct, frozen=True):
    """A file that came back. ``rows`` is the number of rows that went out, 0 where the file does not say."""

    name: str
    article_sha: str
    target_language: str
    edits: tuple[Edit, ...]
    comments: tuple[Comment, ...] = ()
    reviewer: str = ""
    date: str = ""
    rows: int = 0


def from_bitext(value: Bitext) -> Returned:
    """Return an XLIFF file as edits.

    Some tools write the source where there is no translation: that is taken for
    none. A new text that another tool's file itself calls a machine's or a
    guess stays a draft.
    """
    edits = []
    for unit in value.units:
        copied = fold(unit.target) == fold(unit.source) and digest(unit.coded_target) != unit.sent
        numbers = {code.number for code in unit.codes}
        codes = tuple(code for code in unit.target_codes if code.number in numbers)
        guessed = not unit.sent and unit.origin in (Origin.ENGINE, Origin.FUZZY) and unit.state is State.DRAFT
        edits.append(
            Edit(
                unit.key,
                source_digest(unit.source),
                unit.source,
                "" if copied else shown(unit.target, codes),
                unit.sent,
                None if unit.state is State.DRAFT else unit.state,
                guessed,
                unit.origin if guessed else Origin.HAND,
            )
        )
    comments = tuple(
        Comment(unit.key, remark.author, remark.text)
        for unit in value.units
        for remark in unit.remarks
        if remark.author
    )
    return Returned(value.name, value.article_sha, value.target_language, tuple(edits), comments)
