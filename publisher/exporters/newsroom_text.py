"""Read the formats for newsrooms back: each text of the article is in the file, in order."""

import json
import re
from collections.abc import Iterator
from typing import Any

from publisher.errors import ExportError
from publisher.model import Article
from publisher.safety import xml_safe
from publisher.walk import texts

_WORDS = re.compile(r"\w+")
_TAGS = re.compile(r"</?(?:strong|em|br)>")
_SHOWN = 24
_BESIDE = ("keyword", "summary", "official")
"""What stands beside the text: in an attribute, or nowhere in a format that has no place for it."""


def check(name: str, data: bytes, article: Article) -> int:
    """Return how many letters and digits agreed; ExportError shows the first text not in its place."""
    suffix = name.rpartition(".")[2]
    found = _bare(READERS[suffix](data))
    beside = _BESIDE[:-1] if suffix == "md" else _BESIDE
    at = count = 0
    block = ""
    for where, text in texts(article):
        words = _bare(xml_safe(text))
        if not words or where.endswith(".alt") or where.startswith(beside):
            continue
        key = (re.match(r"b\d+", where) or [""])[0]
        first = key not in ("", block)  # notes and captions stand elsewhere, blocks one after another
        place = found.find(words, at if first else 0)
        if place < 0 and where == "place":  # a dateline has it in capitals
            place = found.casefold().find(words.casefold())
        if place < 0:
            raise ExportError(
                f"{name} does not say what the article says: {where}, “{text[:_SHOWN]}”.",
                hint="This is a fault of the exporter; the file was not kept.",
            )
        at, block = (place, key) if first else (at, block)
        count += len(words)
    return count


def _bare(text: str) -> str:
    return "".join(_WORDS.findall(text)).replace("_", "")


def _json(data: bytes) -> str:
    from lxml import html

    def leaves(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield (
                html.fragment_fromstring(value, create_parent="div").text_content() if "<" in value else value
            )
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                yield from leaves(part)

    return "\n".join(leaves(json.loads(data)))


def _xml(data: bytes) -> str:
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    return "\n".join(
        str(value) for element in root.iter(etree.Element) for value in (element.text, element.tail) if value
    )


def _text(data: bytes) -> str:
    return data.decode()


def _markdown(data: bytes) -> str:
    text = re.sub(r"\[\^\d+\]", "", _TAGS.sub("", data.decode()))
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


READERS = {"json": _json, "xml": _xml, "txt": _text, "md": _markdown}
