"""XML from anywhere, read without entities, document types, network or more memory than was agreed."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from publisher.errors import TranslationError

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTROL = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))
"""Characters that XML 1.0 cannot hold (XML 1.0, 2.2), but for lone surrogates."""

UNFIT = re.compile(f"([{re.escape(CONTROL)}\ud800-\udfff])")


def fit(text: str) -> str:
    """Return ``text`` without what XML cannot hold."""
    return UNFIT.sub("", text)


def parse(data: bytes, name: str, hint: str) -> "_Element":
    """Return the root of ``data``; TranslationError names ``name`` and the line of a fault."""
    root: _Element | None = None
    for _, element in events(data, name, hint):
        if root is None:
            root = element
    assert root is not None  # a document without a root is a syntax error
    return root


def events(data: bytes, name: str, hint: str) -> "Iterator[tuple[str, _Element]]":
    """Yield each start and end of an element in ``data``, as ``lxml.etree.iterparse`` does.

    A document type is refused before anything in it is used: with it go
    entities of any kind. libxml2 itself refuses 256 levels of nesting.
    """
    from lxml import etree

    rooted = False
    try:
        for event, element in elements(BytesIO(data)):
            if not rooted:
                rooted = True
                info: Any = element.getroottree().docinfo  # the stubs lack its doctype
                if info.doctype:
                    raise TranslationError(f"{name}: a document type (DOCTYPE) is not accepted", hint=hint)
            yield event, element
    except etree.XMLSyntaxError as error:
        raise TranslationError(
            f"{name}: line {error.lineno or 1}: {_first_line(error.msg)}", hint=hint
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise TranslationError(f"{name}: {_first_line(str(error))}", hint=hint) from error


def elements(stream: BinaryIO) -> "Iterator[tuple[str, _Element]]":
    """Yield each start and end of an element: nothing is loaded, fetched or unfolded on the way.

    Raises lxml's XMLSyntaxError for what is not well-formed, or nested 256 levels deep.
    """
    from lxml import etree

    return iter(
        etree.iterparse(
            stream,
            events=("start", "end"),
            load_dtd=False,
            no_network=True,
            resolve_entities=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
    )


def local(element: "_Element") -> str:
    """Return the element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def space(element: "_Element") -> str:
    """Return the element's namespace."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def _first_line(message: str | None) -> str:
    return (message or "not well-formed").splitlines()[0]
