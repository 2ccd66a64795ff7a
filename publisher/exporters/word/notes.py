"""The footnotes of a Word document: a part of its own, numbered by Word (ECMA-376-1, 17.11).

python-docx has no such part. It opens with the rules that Word draws over the
notes of a page and over one that goes on, which the settings name.
"""

from types import SimpleNamespace
from typing import Any

from publisher.exporters.word import xml

_RULES = ((-1, "separator"), (0, "continuationSeparator"))
"""The notes that are no notes: their numbers, and what each draws."""


class Notes:
    """The part of the notes of a document, made with the first of them."""

    def __init__(self, document_part: Any) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.parts.story import StoryPart

        self._notes = xml.make("w:footnotes")
        self._count = 0
        package = document_part.package
        part = StoryPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._notes, package)
        document_part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._story = SimpleNamespace(part=part)
        said = xml.make("w:footnotePr")
        for number, kind in _RULES:
            self._note(number, kind).append(_run(xml.make(f"w:{kind}")))
            said.append(xml.make("w:footnote", id=str(number)))
        xml.insert_setting(document_part.settings.element, said)

    def add(self, reference: Any) -> Any:
        """Let the run ``reference`` refer to a new note; return its paragraph, which holds the number."""
        from docx.text.paragraph import Paragraph

        self._count += 1
        reference._r.append(xml.make("w:footnoteReference", id=str(self._count)))
        paragraph = Paragraph(self._note(self._count), self._story)
        paragraph.style = "footnote text"
        paragraph.add_run(style="footnote reference")._r.append(xml.make("w:footnoteRef"))
        return paragraph

    def _note(self, number: int, kind: str = "") -> Any:
        """Append a note and return its paragraph's element."""
        paragraph = xml.make("w:p")
        note = xml.make("w:footnote", **({"type": kind} if kind else {}), id=str(number))
        note.append(paragraph)
        self._notes.append(note)
        return paragraph


def _run(content: Any) -> Any:
    run = xml.make("w:r")
    run.append(content)
    return run
