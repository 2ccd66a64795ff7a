"""Teach WeasyPrint 70 to tag language and scope: /Lang where an element's differs, /Scope on header cells.

WeasyPrint builds the structure tree but leaves both out, and a finished file
no longer tells which element had which language. While :func:`full_tags` is
open, the private function that makes an element of a box adds them. The version
is pinned, and a test fails when the name moves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_SCOPES = {"col": "/Column", "row": "/Row", "colgroup": "/Column", "rowgroup": "/Row"}


@contextmanager
def full_tags(language: str) -> Iterator[None]:
    """Tag what is not in ``language``, the document's own, in every PDF written inside the block."""
    import pydyf
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.pdf import tags

    build = tags._build_box_tree

    def build_fully(box: Any, *rest: Any) -> Iterator[Any]:
        source = (box._box if isinstance(box, AbsolutePlaceholder) else box).element
        attributes = {} if source is None else source.attrib
        for element in build(box, *rest):
            if attributes.get("lang", language) != language:
                element["Lang"] = pydyf.String(attributes["lang"])
            if element["S"] == "/TH":
                element["A"]["Scope"] = _SCOPES.get(attributes.get("scope", ""), "/Column")
            yield element

    tags._build_box_tree = build_fully
    try:
        yield
    finally:
        tags._build_box_tree = build
