"""Inlines as plain text that loses nothing a reader needs: addresses and notes."""

import re
from collections.abc import Iterable

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.safety import safe_url


class PlainInlines:
    """Renders inlines as plain text: addresses behind the words that lead to them, notes by number."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def __call__(self, nodes: Iterable[Inline]) -> str:
        """Return ``nodes`` as text."""
        return "".join(self._node(node) for node in nodes)

    def _node(self, node: Inline) -> str:
        match node:
            case Text(text):
                return text
            case Strong(children) | Emphasis(children):
                return self(children)
            case Link(url, children):
                words = self(children)
                followed = safe_url(url)
                return f"{words} <{followed}>" if followed and _bare(followed) not in words else words
            case NoteRef(note):
                self.notes.append(note)
                return f"[{len(self.notes)}]"
            case LineBreak():
                return "\n"


def _bare(url: str) -> str:
    """Return ``url`` as people write it: without its scheme and last slash."""
    return re.sub(r"^(?:mailto:|tel:|https?://(?:www\.)?)", "", url).rstrip("/")
