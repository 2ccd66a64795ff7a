"""Elements of WordprocessingML by their local names, in the transitional namespace or the strict one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: "_Element") -> str:
    """Return the name of ``element`` without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: "_Element", name: str) -> str:
    """Return the attribute ``name``, of whatever namespace; empty if there is none."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def child(element: "_Element | None", name: str) -> "_Element | None":
    """Return the first child called ``name``."""
    return None if element is None else next((e for e in element if local(e) == name), None)


def value(element: "_Element | None", name: str) -> str:
    """Return what ``w:val`` of the child ``name`` says; empty if there is none."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def switch(properties: "_Element | None", name: str) -> bool | None:
    """Tell what an on-off property says (ECMA-376-1, 17.17.4); None if it is not there."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")


def outermost(element: "_Element", names: frozenset[str]) -> "list[_Element]":
    """Return the descendants called one of ``names`` that stand in no other such one."""
    found: list[_Element] = []
    for inner in element:
        found += [inner] if local(inner) in names else outermost(inner, names)
    return found
