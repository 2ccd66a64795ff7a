"""The colour spaces of a PDF (ISO 32000-1, 8.6), each by the name of its family."""

from typing import Any

import msgspec


class Colour(msgspec.Struct, frozen=True):
    """A colour space, named by its family, and the components in it."""

    space: str
    values: tuple[float, ...] = ()


def family(space: Any, resources: Any) -> str:
    """Return the name of a colour ``space``; an ICC profile or an index is called by what lies under it."""
    import pikepdf

    if space is None:
        return "none"
    if is_name(space):
        name = str(space)[1:]
        found = named(resources, "/ColorSpace", space)
        return name if found is None else family(found, {})
    parts = list(space) if isinstance(space, pikepdf.Array) else [space]
    kind = str(parts[0])[1:]
    if kind == "ICCBased":
        return f"ICCBased {int(parts[1].get('/N', 0))}"
    if kind == "Indexed":
        return family(parts[1], resources)
    if kind in ("Separation", "DeviceN"):
        return f"{kind} {family(parts[2], resources)}"
    return kind


def named(resources: Any, kind: str, name: Any) -> Any:
    """Return the resource ``name`` of ``kind``, such as /Font; None if there is none."""
    found = resources.get(kind)
    return None if found is None else found.get(str(name))


def is_name(value: Any) -> bool:
    """Tell whether ``value`` is a PDF name."""
    import pikepdf

    return isinstance(value, pikepdf.Name)
