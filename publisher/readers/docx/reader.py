"""One Word document: our own by its styles, any other by the look of its lines."""

from pathlib import PurePath

import msgspec

from publisher.contracts import Source
from publisher.model import Article, Block, Credit, CreditRole, Figure, Heading, Meta, Rule
from publisher.package import Package
from publisher.readers.docx.body import Body
from publisher.readers.docx.inlines import Inlines
from publisher.readers.docx.numbering import Numbering
from publisher.readers.docx.parts import Parts
from publisher.readers.docx.shapes import Shapes
from publisher.readers.docx.styles import Styles
from publisher.readers.draft import draft
from publisher.readers.own import Own
from publisher.report import Report


class DocxReader:
    """Reads Word documents; nothing in them is run and nothing they name is fetched."""

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the file is broken, locked, or holds no headline."""
        parts = Parts(Package(source.data, source.name), source.name, report)
        styles, shapes = Styles(parts), Shapes(parts)
        names = styles.names()
        own = Own(parts, names) if Own.is_own(names) else None
        body = Body(parts, styles, Inlines(parts, styles, shapes, own=own is not None), Numbering(parts), own)
        blocks = tuple(body.blocks())
        if own is not None:
            made = own.article(blocks, shapes.assets, PurePath(source.name).stem)
            if made is not None:
                return made
        parts.tell_of_furniture()
        meta = Meta(language="", headline="")
        by = (Credit(CreditRole.TEXT, body.authors),) if body.authors else ()
        meta = msgspec.structs.replace(meta, **body.titles, credits=by)
        flat = Article(meta, _levelled(blocks, titled=bool(meta.headline)), shapes.assets)
        return draft(source, report, source.first_aid(flat, report))


def _levelled(blocks: tuple[Block, ...], *, titled: bool) -> tuple[Block, ...]:
    """Return ``blocks`` with headings from level 1, the headline not counted where it is a heading too."""
    first = next((n for n, b in enumerate(blocks) if not isinstance(b, Rule | Figure)), -1)
    start = 0 if titled or first < 0 or not isinstance(blocks[first], Heading) else first + 1
    levels = [b.level for b in blocks[start:] if isinstance(b, Heading)]
    lift = min(levels, default=1) - 1
    return tuple(
        msgspec.structs.replace(b, level=b.level - lift) if isinstance(b, Heading) and n >= start else b
        for n, b in enumerate(blocks)
    )
