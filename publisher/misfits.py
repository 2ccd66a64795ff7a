"""What does not fit a table of settings or tokens: where it stands in the file, and what may stand there."""

import re
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

_NUMBER = re.compile(r"\[\d+\]")


def told(error: Exception) -> tuple[str, str]:
    """Return where ``error`` of msgspec lies, as ``mail.port``, and what it says; the place may be empty."""
    said, _, place = str(error).partition(" - at `$")
    where = place.strip("`").lstrip(".").replace("[...]", "")
    return where, f"{said[0].lower()}{said[1:]}" if where else said


def step(root: type[msgspec.Struct], where: str, said: str) -> str:
    """Return what may stand at ``where``, of which msgspec has ``said`` a fault; nothing if that is open."""
    if words := _words(root, where):
        return f"{where} is one of: {', '.join(words)}."
    return f'Write a list: {where} = ["…"].' if "`array`" in said else ""


def _words(root: type[msgspec.Struct], where: str) -> tuple[str, ...]:
    kind: Any = root
    for name in _NUMBER.sub("", where).split("."):
        table = next((one for one in (kind, *get_args(kind)) if _is_struct(one)), None)
        kind = get_type_hints(table).get(name) if table else None
    kinds = (kind, *get_args(kind))  # a union, or what a list holds
    found = [word for one in kinds if get_origin(one) is Literal for word in get_args(one) if word]
    return (*found, "true", "false") if bool in kinds else tuple(found)


def _is_struct(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
