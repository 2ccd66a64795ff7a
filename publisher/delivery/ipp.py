"""The Internet Printing Protocol as bytes: requests encoded, replies decoded, within bounds (RFC 8010)."""

import struct
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from publisher.errors import DeliveryError

MAX_REPLY = 4 * 1024 * 1024
"""Bytes of a reply that are read; the largest seen of a printer is a fiftieth of it."""

_VERSION = b"\x02\x00"
_DEEPEST = 8


class Operation(IntEnum):
    """What is asked of a printer (RFC 8011, 5.4.15; CUPS)."""

    PRINT_JOB = 0x0002
    VALIDATE_JOB = 0x0004
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Tag(IntEnum):
    """Delimiters of groups, and the types of values (RFC 8010, 3.5)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RANGE = 0x33
    COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49
    MEMBER = 0x4A


class Attribute(NamedTuple):
    """An attribute to send: its name, the type of its values, and them."""

    name: str
    tag: Tag
    values: tuple[object, ...]


class Reply(NamedTuple):
    """A decoded reply: its status and its groups in order, each a delimiter and its attributes."""

    status: int
    groups: tuple[tuple[int, Mapping[str, tuple[Any, ...]]], ...]

    def group(self, tag: Tag) -> Mapping[str, tuple[Any, ...]]:
        """Return the first group of this kind; an empty one if there is none."""
        return next((found for kind, found in self.groups if kind == tag), {})


def request(
    operation: Operation, target: Iterable[Attribute], job: Iterable[Attribute] = (), *, number: int = 1
) -> bytes:
    """Return a request; what it is about comes first, then what is asked of the job."""
    parts = [_VERSION, struct.pack(">hi", operation, number), bytes([Tag.OPERATION])]
    charset = Attribute("attributes-charset", Tag.CHARSET, ("utf-8",))
    language = Attribute("attributes-natural-language", Tag.LANGUAGE, ("en",))
    parts += [_encoded(attribute) for attribute in (charset, language, *target)]
    if asked := [_encoded(attribute) for attribute in job]:
        parts += [bytes([Tag.JOB]), *asked]
    return b"".join((*parts, bytes([Tag.END])))


def _encoded(attribute: Attribute) -> bytes:
    made = b""
    name = attribute.name.encode("ascii")
    for value in attribute.values:
        data = _value(attribute.tag, value)
        made += struct.pack(">BH", attribute.tag, len(name)) + name + struct.pack(">H", len(data)) + data
        name = b""  # a further value of the same attribute has no name
    return made


def _value(tag: Tag, value: object) -> bytes:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return struct.pack(">i", value)
    if tag == Tag.BOOLEAN:
        return struct.pack(">?", value)
    if tag == Tag.RANGE:
        assert isinstance(value, tuple)
        return struct.pack(">ii", *value)
    data = str(value).encode("utf-8", "replace")
    limit = 255 if tag in (Tag.NAME, Tag.KEYWORD) else 1023
    return data if len(data) <= limit else data[:limit].decode("utf-8", "ignore").encode()


def decode(data: bytes) -> Reply:
    """Return the reply in ``data``; DeliveryError if it is none."""
    try:
        return _Decoder(data).reply()
    except (struct.error, IndexError, UnicodeDecodeError, RecursionError) as error:
        raise DeliveryError(
            "The printer's answer is not IPP.", hint="Check its address: ipp://HOST/ipp/print."
        ) from error


class _Decoder:
    """Reads a reply from its start to its end tag."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def reply(self) -> Reply:
        _, _, status, _ = struct.unpack(">BBHi", self._take(8))
        groups: list[tuple[int, dict[str, tuple[Any, ...]]]] = []
        name = ""
        while (tag := self._take(1)[0]) != Tag.END:
            if tag < 0x10:
                groups.append((tag, {}))
                continue
            name = self._take(self._length()).decode() or name
            value = self._valued(tag, 0)
            attributes = groups[-1][1]
            attributes[name] = (*attributes.get(name, ()), value)
        return Reply(status, tuple(groups))

    def _valued(self, tag: int, depth: int) -> Any:
        data = self._take(self._length())
        match tag:
            case Tag.INTEGER | Tag.ENUM:
                return struct.unpack(">i", data)[0]
            case Tag.BOOLEAN:
                return struct.unpack(">?", data)[0]
            case Tag.RANGE:
                return struct.unpack(">ii", data)
            case Tag.TEXT_WITH_LANGUAGE | Tag.NAME_WITH_LANGUAGE:
                (skipped,) = struct.unpack_from(">H", data)
                return data[skipped + 4 :].decode()
            case Tag.COLLECTION:
                return self._collection(depth + 1)
            case _ if tag >= 0x40:
                return data.decode("utf-8", "replace")
            case _:
                return data  # an out-of-band value, a date, a resolution: nothing here asks for one

    def _collection(self, depth: int) -> dict[str, tuple[Any, ...]]:
        if depth > _DEEPEST:
            raise RecursionError
        members: dict[str, tuple[Any, ...]] = {}
        member = ""
        while True:
            tag = self._take(1)[0]
            self._take(self._length())
            if tag == Tag.END_COLLECTION:
                self._take(self._length())
                return members
            value = self._valued(tag, depth)
            if tag == Tag.MEMBER:
                member = str(value)
            else:
                members[member] = (*members.get(member, ()), value)

    def _length(self) -> int:
        (length,) = struct.unpack(">H", self._take(2))
        return int(length)

    def _take(self, count: int) -> bytes:
        if self._at + count > len(self._data):
            raise IndexError
        self._at += count
        return self._data[self._at - count : self._at]
