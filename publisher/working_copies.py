"""Working copies of a document for the editors: with what changed since an older version, with remarks."""

from collections.abc import Iterable, Iterator

import msgspec

from publisher.contracts import Context, Exporter, Version
from publisher.editions import Editions
from publisher.errors import PublisherError, TranslationError
from publisher.manifest import CHANGES, COMMENTS
from publisher.report import Notice, Report, Severity


def possible(exporters: Iterable[Exporter], report: Report, *, compare: bool, comments: bool) -> bool:
    """Tell whether any of ``exporters`` makes working copies; a Notice says which were asked for in vain."""
    if any(getattr(exporter, "working_copies", False) for exporter in exporters):
        return True
    for asked, code, said in (
        (compare, "not-compared", "nothing was compared: no format that is made can mark changes; docx can"),
        (comments, "not-commented", "no comments were made: no format that is made has them; docx has"),
    ):
        if asked:
            report.add(Notice(code=code, message=said, severity=Severity.WARNING))
    return False


def contexts(
    exporter: Exporter, context: Context, language: str, *, older: Editions | None, comments: bool
) -> Iterator[tuple[str, Context]]:
    """Yield the context of the clean document, of kind "", and of each working copy that is asked for.

    ``older`` has the editions of the older version, ``comments`` asks for the
    notices as comments. A copy that turned out as plain as the document itself
    is told of in its report. Raises TranslationError where the older version has no
    edition in ``language``, once the others are yielded.
    """
    yield "", context
    if not getattr(exporter, "working_copies", False):
        return
    told = Report()  # what a copy tells of, the clean document has told of
    for notice in context.report:
        told.add(notice)
    copy = msgspec.structs.replace(context, comments=comments, report=told)

    def tell_if_plain(kind: str) -> None:
        """File what the copy of ``kind`` told once it was made, if it has nothing to show."""
        for notice in told.notices[known:]:
            if notice.code == f"no-{kind}":
                message = f"{language}.{kind}{exporter.suffix}: {notice.message}"
                context.report.add(msgspec.structs.replace(notice, message=message))

    known = len(told)
    if comments:
        yield COMMENTS, copy
        tell_if_plain(COMMENTS)
    if older is not None:
        try:
            before = Version(*older.release(language))
        except PublisherError as error:
            raise TranslationError(
                f"The version to compare with: {error}",
                hint="Give the memory that its translation is in too, with --memory, or say --draft.",
            ) from error
        yield CHANGES, msgspec.structs.replace(copy, older=before)
        tell_if_plain(CHANGES)
