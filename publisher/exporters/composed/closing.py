"""What stands under the text of an edition: attachments, signature, credits, boilerplate, contacts."""

from collections.abc import Callable, Sequence

import msgspec

from publisher.contracts import Furniture, LabelledText
from publisher.exporters.composed.atoms import Atom, Stroke, kept, spaced
from publisher.exporters.composed.blocks import Side, block
from publisher.exporters.composed.official import attachments, document_notes, signature
from publisher.exporters.composed.text import Look, paragraph, run
from publisher.model import Article, Block
from publisher.safety import safe_url
from publisher.theme import TypeStyle


class Edition(msgspec.Struct, frozen=True):
    """An edition with its look, its furniture and its share of the measure."""

    article: Article
    side: Side
    furniture: Furniture
    share: float


def plain_text(text: str, look: Look, measure: float, *, indent: float = 0.0) -> tuple[Atom, ...]:
    """Return ``text`` as a paragraph at ``measure`` pt."""
    return paragraph((run(text, look.face, look.style.size),), look, measure, indent=indent)


def close(edition: Edition, measure: float, parts: Sequence[str]) -> tuple[Atom, ...]:
    """Return what closes the text: attachments, signature and notes, then ``parts``."""
    side, furniture = edition.side, edition.furniture
    named = attachments(side, furniture, measure)
    under = document_notes(side, furniture, measure)
    last = kept((*signature(side, furniture, measure), *under, *group(edition, measure, parts)))
    if named and last:
        named = (*named[:-1], msgspec.structs.replace(named[-1], keep=True))
    return (*named, *last)


def group(edition: Edition, measure: float, parts: Sequence[str]) -> tuple[Atom, ...]:
    """Return the ``parts`` of an edition, one under another."""
    made: dict[str, Callable[[Edition, float], tuple[Atom, ...]]] = {
        "end_mark": _end_mark,
        "credits": _credits,
        "boilerplate": _boilerplate,
        "contacts": _contacts,
    }
    return tuple(atom for part in parts for atom in made[part](edition, measure))


def _end_mark(edition: Edition, measure: float) -> tuple[Atom, ...]:
    side, words = edition.side, edition.furniture.end_mark
    align = "right" if side.chinese else "left"
    mark = _styled(side.scale.credits, before=side.scale.body.leading * 0.4, align=align, ink="accent")
    return plain_text(words, side.look(mark), measure) if words else ()


def _credits(edition: Edition, measure: float) -> tuple[Atom, ...]:
    look = edition.side.look(edition.side.scale.credits, ink="secondary")
    words = "\u2003".join(line.label + line.text for line in edition.furniture.credits)
    return plain_text(words, look, measure, indent=look.style.indent * look.style.size) if words else ()


def _boilerplate(edition: Edition, measure: float) -> tuple[Atom, ...]:
    side, scale = edition.side, edition.side.scale
    blocks: tuple[Block, ...] = edition.article.meta.boilerplate
    if not blocks:
        return ()
    small = msgspec.structs.replace(
        scale, body=_styled(scale.boilerplate, indent=0.0), heading=_styled(scale.boilerplate, after=2.0)
    )
    inner = msgspec.structs.replace(side, scale=small)
    made = [atom for value in blocks for atom in block(value, inner, measure)]
    rule = Stroke(0.0, 0.25, measure, 0.25, 0.5, side.theme.colours.hairline)
    head = Atom(height=9.5, marks=(rule,), before=18.0 if edition.share == 1 else 10.0, keep=True)
    return (head, *kept(made))


def _contacts(edition: Edition, measure: float) -> tuple[Atom, ...]:
    side, furniture = edition.side, edition.furniture
    style = _styled(side.scale.boilerplate, indent=0.0, align="left")
    look = side.look(style)
    found: list[Atom] = []
    if furniture.contacts:
        heading = side.look(style, weight="sans", ink="accent")
        found += kept(plain_text(furniture.contact_heading, heading, measure), with_next=True)
        for contact in furniture.contacts:
            text = [
                part
                for n, line in enumerate(contact)
                for part in (*([run("\n", look.face, style.size)] if n else []), *_labelled(line, look))
            ]
            found += kept(paragraph(text, look, measure))
    if furniture.rights:
        found += plain_text(furniture.rights, look, measure)
    return spaced(found, before=12.0)


def _labelled(line: LabelledText, look: Look) -> tuple:  # type: ignore[type-arg]
    size = look.style.size
    return (run(line.label, look.face, size), run(line.text, look.face, size, safe_url(line.url)))


def _styled(style: TypeStyle, **changes: object) -> TypeStyle:
    return msgspec.structs.replace(style, **changes)
