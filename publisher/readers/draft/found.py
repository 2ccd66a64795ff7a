"""What has been found of an article so far."""

from collections import defaultdict, deque
from datetime import datetime

from publisher.localization import front_matter
from publisher.model import (
    Article,
    Asset,
    Block,
    Contact,
    Credit,
    Heading,
    Inline,
    Official,
    PageBreak,
    Rule,
)
from publisher.report import Notice, Report, Severity


class Found:
    """The metadata of an article in the making: each step takes the lines it knows and adds to it."""

    def __init__(self, flat: Article, report: Report) -> None:
        self._report = report
        self.titled = bool(flat.meta.headline)
        self.inlines: dict[str, tuple[Inline, ...]] = {}  # what markup a line has
        self.headings: dict[str, Heading] = {}  # headings that are lines: they may be of no body
        self.keys: dict[str, deque[str]] = defaultdict(deque)  # of the blocks that said a line, in order
        self.places: dict[str, str] = {}  # what these keys are now, or which field has the line
        self.placed: dict[str, Block] = {}  # blocks that are no lines, by what stands for them
        known = ("headline", "subhead", "kicker", "source", "place")
        given = {name: getattr(flat.meta, name) for name in known}
        self.fields: dict[str, str] = {name: text for name, text in given.items() if text}
        self.credits: tuple[Credit, ...] = flat.meta.credits
        self.issued: datetime | None = flat.meta.issued
        self.embargo: datetime | None = None
        self.assets: dict[str, Asset] = {asset.name: asset for asset in flat.assets}
        self.contacts: tuple[Contact, ...] = ()
        self.official: Official | None = None

    def stands(self, line: str, place: str) -> None:
        """Keep where ``line`` stands in the article: notices name the block that it was."""
        if keys := self.keys.get(line):
            self.places[keys.popleft()] = place

    def is_end(self, line: str) -> bool:
        """Tell what only parts what is above from what is below."""
        return isinstance(self.placed.get(line), Rule | PageBreak)

    def credit(self, found: tuple[Credit, ...], line: str, *, as_written: bool = False) -> None:
        """Add the credits of a line; tell of names that hardly are any."""
        self.credits = front_matter.merge_credits(self.credits, found)
        if as_written or front_matter.unusual_names(found):
            said = "names in the credits are unusual; they were kept as written"
            self.warn("credits-unusual", said, line)

    def unread(self, line: str, lines: list[str]) -> None:
        """Tell of a line that seems to be credits and stays in the text; two of a label are an interview."""
        label = front_matter.credit_label(line)
        if any(other != line and other.startswith(label) for other in lines if label):
            return
        if label or front_matter.seems_credits(line):
            said = "the credits were not understood; the line was kept in the text"
            self.warn("credits-unusual", said, line)

    def note(self, code: str, message: str, text: str) -> None:
        """Tell of a line that was left out or moved."""
        self._report.add(Notice(code=code, message=message, before=text, after=""))

    def warn(self, code: str, message: str, text: str) -> None:
        """Tell of a line that a person should look at."""
        self._report.add(Notice(code=code, message=message, severity=Severity.WARNING, before=text, after=""))
