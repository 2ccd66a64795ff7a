"""A picture in Word: in line with the text, as wide as it may be, its caption under it."""

from io import BytesIO
from typing import Any

from publisher.errors import ExportError
from publisher.exporters.word import captions
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Article, Figure, Text
from publisher.safety import xml_safe

_MM = 36000
"""English Metric Units in a millimetre."""


def add(sheet: Sheet, place: Any, block: Figure, article: Article, room: Room) -> None:
    """Add the picture and its caption to ``place``; ExportError if the article has no such picture."""
    _picture(sheet, place, block, article, room, captioned=_is_captioned(block))
    caption(sheet, place, block, article)


def _picture(
    sheet: Sheet, place: Any, block: Figure, article: Article, room: Room, *, captioned: bool
) -> None:
    asset = next((a for a in article.assets if a.name == block.asset), None)
    if asset is None:
        raise ExportError(f"The picture {block.asset!r} of block {block.key} is not in the article.")
    natural = asset.width / 150 * 25.4
    width = min(room.measure, natural, room.tallest * asset.width / asset.height)
    paragraph = sheet.paragraph(place, "Picture" if captioned else "Picture Alone", (), article)
    shape = paragraph.add_run().add_picture(BytesIO(asset.data), width=round(width * _MM))
    for edge in ("distT", "distB", "distL", "distR"):
        shape._inline.set(edge, "0")  # where it is missing, LibreOffice puts 9 pt beside the picture
    properties = shape._inline.docPr
    properties.set("descr", xml_safe(block.alt or asset.name))
    properties.set("name", xml_safe(asset.name))


def shared(sheet: Sheet, place: Any, left: Figure, right: Figure, room: Room) -> None:
    """Add a picture of two editions to ``place``, its captions below one another."""
    captioned = _is_captioned(left) or _is_captioned(right)
    _picture(sheet, place, left, sheet.articles[0], room, captioned=captioned)
    caption(sheet, place, left, sheet.articles[0])
    caption(sheet, place, right, sheet.articles[1])


def caption(sheet: Sheet, place: Any, block: Figure, article: Article) -> None:
    """Add what stands under a picture, if anything does."""
    if not _is_captioned(block):
        return
    paragraph = captions.add(sheet, place, block, article)
    if block.credit:
        credit = (Text(f" {block.credit}"),)
        sheet.runs.add(paragraph, credit, article.meta.language, style="Picture Credit")


def _is_captioned(block: Figure) -> bool:
    return bool(block.caption or block.credit)
