"""A caption in Word: its number, if the theme counts them, is a SEQ field that Word counts on."""

from typing import Any

from publisher.exporters.word.runs import add_field
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, Figure, Table, Text

_LABEL = "Caption Label"
"""The style that tells a caption's number from its words."""


def add(sheet: Sheet, place: Any, block: Table | Figure, article: Article) -> Any:
    """Add the caption of ``block`` to ``place`` and return its paragraph."""
    language = article.meta.language
    paragraph = sheet.paragraph(place, "Caption", (), article)
    if label := sheet.labels.get((language, block.key)):
        sheet.runs.add(paragraph, (Text(label.before),), language, style=_LABEL)
        # Word offers captions by this word, and lists those that share it
        add_field(paragraph, f"SEQ {label.before.strip()} \\* ARABIC", str(label.number), style=_LABEL)
        sheet.runs.add(paragraph, (Text(label.after),), language, style=_LABEL)
    sheet.runs.add(paragraph, block.caption, language)
    return paragraph
