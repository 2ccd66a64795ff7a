"""What deleted content refers to, brought along from the older document: links, pictures, notes, lists."""

from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from publisher.exporters.word import xml

_ACCIDENTAL = ("paraId", "textId", "rsidR", "rsidRDefault", "rsidP", "rsidRPr")
"""Attributes that tell paragraphs of one editing session apart, and may stand in a document once."""

_LEFT = frozenset(("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "sectPr"))
"""What stays behind: the new document has its own."""


class Carried:
    """Copies content of the document ``old`` into ``new``, both of python-docx, so that it resolves there."""

    def __init__(self, old: Any, new: Any) -> None:
        self._old, self._new = old.part, new.part
        self._lists: dict[str, str] = {}
        drawn = (int(e.get("id", "0")) for e in new.element.body.iter(qn("wp:docPr")))
        self._drawings = max(drawn, default=0)

    def copy(self, element: Any) -> Any:
        """Return a copy of ``element`` for the new document; bookmarks and comments stay behind."""
        made = deepcopy(element)
        for inner in list(made.iter()):
            name = inner.tag.rpartition("}")[2] if isinstance(inner.tag, str) else ""
            parent = inner.getparent()
            spoken = name == "r" and inner.find(qn("w:commentReference")) is not None
            if parent is not None and (spoken or name in _LEFT):
                parent.remove(inner)
            else:
                self._resolve(inner, name)
        return made

    def target(self, part: Any, number: str) -> str:
        """Return where a relation of either part leads: an address, or the sum of a picture."""
        relation = part.rels.get(number)
        if relation is None:
            return ""
        if relation.is_external:
            return str(relation.target_ref)
        return sha256(relation.target_part.blob).hexdigest()

    def same_list(self, old: Any, new: Any) -> None:
        """Let the list of the item ``old`` be that of ``new``, which it became; the first word counts."""
        found = [p.xpath("w:pPr/w:numPr/w:numId/@w:val") for p in (old, new)]
        if all(found):
            one, other = found[0][0], found[1][0]
            if self._definition(self._old, one) == self._definition(self._new, other):
                self._lists.setdefault(one, other)

    def form(self, paragraph: Any, *, own: bool = False) -> Any:
        """Return a copy of the form of a paragraph; ``own`` says that it is one of the new document."""
        form = xml.make("w:pPr") if paragraph.pPr is None else paragraph.pPr
        made = deepcopy(form) if own else self.copy(form)
        for name in ("rPr", "sectPr", "pPrChange"):
            for child in made.xpath(f"w:{name}"):
                made.remove(child)
        return made

    def _resolve(self, element: Any, name: str) -> None:
        for key in [k for k in element.attrib if k.rpartition("}")[2] in _ACCIDENTAL]:
            del element.attrib[key]
        if name == "hyperlink" and (number := element.get(qn("r:id"))):
            address = self._old.rels[number].target_ref
            link = self._new.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element.set(qn("r:id"), link)
        elif name == "blip" and (number := element.get(qn("r:embed"))):
            picture = self._old.related_parts[number].blob
            element.set(qn("r:embed"), self._new.get_or_add_image(BytesIO(picture))[0])
        elif name == "docPr":
            self._drawings += 1
            element.set("id", str(self._drawings))
        elif name == "numId":
            element.set(qn("w:val"), self._list(element.get(qn("w:val"))))

    def _list(self, number: str) -> str:
        """Return the list of the new document that stands for the old one ``number``; a copy if none does."""
        if number not in self._lists:
            definition = self._abstract(self._old, number)
            if definition is None:
                return number
            numbering = self._new.numbering_part.element
            abstracts = numbering.findall(qn("w:abstractNum"))
            made = deepcopy(definition)
            mine = str(max((int(a.get(qn("w:abstractNumId"))) for a in abstracts), default=0) + 1)
            made.set(qn("w:abstractNumId"), mine)
            abstracts[-1].addnext(made) if abstracts else numbering.insert(0, made)
            self._lists[number] = str(numbering.add_num(int(mine)).numId)
        return self._lists[number]

    def _definition(self, part: Any, number: str) -> bytes:
        """Return how a list is numbered, to compare it."""
        found = self._abstract(part, number)
        return b"".join(etree.tostring(level, method="c14n") for level in found) if found is not None else b""

    @staticmethod
    def _abstract(part: Any, number: str) -> Any:
        numbering = part.numbering_part.element
        for made in numbering.findall(qn("w:num")):
            if made.get(qn("w:numId")) == number:
                wanted = made.find(qn("w:abstractNumId")).get(qn("w:val"))
                for abstract in numbering.findall(qn("w:abstractNum")):
                    if abstract.get(qn("w:abstractNumId")) == wanted:
                        return abstract
        return None
