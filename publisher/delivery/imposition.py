"""Pages laid out on sheets for the press and the office: two side by side, and booklets (saddle stitch)."""

from collections.abc import Callable, Iterator
from io import BytesIO

from publisher.errors import DeliveryError

_PT = 72 / 25.4

SHEETS = {"a3": (297.0, 420.0), "a4": (210.0, 297.0), "letter": (215.9, 279.4), "tabloid": (279.4, 431.8)}
"""Sheets by name: the short and the long side in mm."""

MOST_PAGES = 4000


def two_up(data: bytes, sheet: str = "a4") -> bytes:
    """Return the PDF ``data`` with two pages side by side on each sheet, which lies on its side."""
    return _imposed(data, sheet, _in_order)


def booklet(data: bytes, sheet: str = "a4") -> bytes:
    """Return the PDF ``data`` as a booklet: printed on both sides, turned over the short edge, and folded.

    The first page stands at the right of the first sheet's front, the last one
    beside it; blank pages fill the last four.
    """
    return _imposed(data, sheet, _saddle)


def _in_order(count: int) -> Iterator[tuple[int, int]]:
    for left in range(0, count, 2):
        yield left, left + 1


def _saddle(count: int) -> Iterator[tuple[int, int]]:
    """Yield the pages at the left and the right of each side of each sheet, outermost sheet first."""
    last = -(-count // 4) * 4 - 1
    for first in range(0, (last + 1) // 2, 2):
        yield last - first, first
        yield first + 1, last - first - 1


def _imposed(data: bytes, sheet: str, order: Callable[[int], Iterator[tuple[int, int]]]) -> bytes:
    import pikepdf

    if sheet not in SHEETS:
        raise DeliveryError(f"There is no sheet {sheet}.", hint=f"Sheets: {', '.join(SHEETS)}.")
    height, width = (side * _PT for side in SHEETS[sheet])
    try:
        source = pikepdf.open(BytesIO(data))
    except pikepdf.PdfError as error:
        raise DeliveryError(f"The PDF cannot be laid out: {error}.") from error
    with source, pikepdf.new() as made:
        count = len(source.pages)
        if count > MOST_PAGES:
            raise DeliveryError(f"A document of {count} pages is not laid out; {MOST_PAGES} at most.")
        for pair in order(count):
            page = made.add_blank_page(page_size=(width, height))
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
            content = b""
            for place, number in enumerate(pair):
                if number < count:
                    form = made.copy_foreign(source.pages[number].as_form_xobject())
                    name = pikepdf.Name(f"/Page{number + 1}")
                    page.Resources.XObject[name] = form
                    left = place * width / 2
                    half = pikepdf.Rectangle(left, 0, left + width / 2, height)
                    content += page.calc_form_xobject_placement(form, name, half)
            page.Contents = made.make_stream(content)
        made.docinfo["/Title"] = source.docinfo.get("/Title", "")
        stream = BytesIO()
        made.save(stream, deterministic_id=True, compress_streams=True)
    return stream.getvalue()
