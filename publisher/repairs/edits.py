"""What the repairs change in rows of inlines, counted and reported."""

from publisher.localization.edits import LINE_BREAK as LINE_BREAK
from publisher.localization.edits import ODD_SPACE as ODD_SPACE
from publisher.localization.edits import Edit as Edit
from publisher.localization.edits import Find as Find
from publisher.localization.edits import apply as apply
from publisher.localization.edits import article_texts as article_texts
from publisher.localization.edits import edit_article as edit_article
from publisher.report import Notice, Report, Severity


class Tally:
    """Collects equal changes at one place, so that each is reported once with its offsets."""

    def __init__(self, report: Report, code: str, message: str) -> None:
        self._report = report
        self._code = code
        self._message = message
        self._offsets: dict[tuple[str, str, str, float], list[int]] = {}

    def add(self, where: str, before: str, after: str, at: int, confidence: float = 1.0) -> None:
        """Count one change; ``at`` is where ``before`` begins in the text of ``where``."""
        self._offsets.setdefault((where, before, after, confidence), []).append(at)

    def file(self) -> None:
        """File a notice for each kind of change, in the order first met."""
        for (where, before, after, confidence), offsets in self._offsets.items():
            times = f", {len(offsets)} times" if len(offsets) > 1 else ""
            self._report.add(
                Notice(
                    code=self._code,
                    message=f"{self._message}{times}",
                    where=where,
                    severity=Severity.INFO,
                    before=before,
                    after=after,
                    confidence=confidence,
                    offsets=tuple(offsets),
                )
            )
