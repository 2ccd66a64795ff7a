"""The footnotes of two versions: those that stayed compared in themselves, those that went brought along."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from publisher.exporters.word import xml
from publisher.exporters.word.changes.marks import Marks
from publisher.exporters.word.changes.tokens import Token


class Notes:
    """The notes of the documents ``old`` and ``new`` of python-docx."""

    def __init__(self, old: Any, new: Any, marks: Marks) -> None:
        self._old, self._new, self._marks = old, new, marks

    def merge(self, old: Token, new: Token, merge: Callable[[Any, Any], None]) -> None:
        """Let ``merge`` compare the notes that two things refer to, if they do."""
        one = [_note(self._old, reference) for reference in _references(old.nodes)]
        other = [_note(self._new, reference) for reference in _references(new.nodes)]
        for gone, come in zip(one, other, strict=True):
            merge(gone, come)

    def finish(self) -> None:
        """Mark the notes whose references are marked; deleted ones are brought along, with new numbers."""
        for reference in self._new.element.body.iter(qn("w:footnoteReference")):
            mark = reference.getparent().getparent()
            if mark.tag == qn("w:ins"):
                for paragraph in _note(self._new, reference).iter(qn("w:p")):
                    self._marks.inside(paragraph, "ins")
            elif mark.tag == qn("w:del"):
                note = deepcopy(_note(self._old, reference))
                for paragraph in note.iter(qn("w:p")):
                    self._marks.inside(paragraph, "del")
                self._add(note, reference)

    def _add(self, note: Any, reference: Any) -> None:
        notes = _notes(self._new)
        if notes is None:
            notes = self._begin()
        number = str(max((int(n.get(qn("w:id"))) for n in notes), default=0) + 1)
        note.set(qn("w:id"), number)
        reference.set(qn("w:id"), number)
        notes.append(note)

    def _begin(self) -> Any:
        """Give the new document the part that the old one has, with no notes in it yet."""
        made = deepcopy(_notes(self._old))
        for note in list(made):
            if note.get(qn("w:type")) is None:
                made.remove(note)
        part = self._new.part
        name = PackURI("/word/footnotes.xml")
        story = StoryPart(name, CONTENT_TYPE.WML_FOOTNOTES, made, part.package)
        part.relate_to(story, RELATIONSHIP_TYPE.FOOTNOTES)
        for said in self._old.settings.element.findall(qn("w:footnotePr")):
            xml.insert_setting(self._new.settings.element, deepcopy(said))
        return made


def _references(nodes: tuple[Any, ...]) -> list[Any]:
    return [reference for node in nodes for reference in node.iter(qn("w:footnoteReference"))]


def _notes(document: Any) -> Any:
    """Return the element of all notes of a document, None if it has none."""
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).element
    except KeyError:
        return None


def _note(document: Any, reference: Any) -> Any:
    number = reference.get(qn("w:id"))
    return next(note for note in _notes(document) if note.get(qn("w:id")) == number)
