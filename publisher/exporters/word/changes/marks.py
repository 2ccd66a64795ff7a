"""The marks of tracked changes (ECMA-376-1, 17.13.5): who changed what, each with a number of its own."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Literal

from docx.oxml.ns import qn

from publisher.exporters.word import xml

Kind = Literal["ins", "del"]

_GONE = {"t": "delText", "instrText": "delInstrText"}
"""What text is called where it was deleted (17.3.3.7, 17.16.13)."""


class Marks:
    """Makes the marks of one document; ``author`` and ``date`` stand on each, ``number`` before the first."""

    def __init__(self, author: str, date: str, number: int) -> None:
        self._author, self._date, self._number = author, date, number
        self._before = number

    @property
    def any(self) -> bool:
        """Tell whether a mark was made."""
        return self._number > self._before

    def make(self, name: str) -> Any:
        """Return a new mark."""
        self._number += 1
        said = {"date": self._date} if self._date else {}
        return xml.make(f"w:{name}", id=str(self._number), author=self._author, **said)

    def runs(self, runs: Iterable[Any], kind: Kind) -> Any:
        """Return a mark around ``runs``."""
        made = self.make(kind)
        for run in runs:
            made.append(gone(run) if kind == "del" else run)
        return made

    def inside(self, parent: Any, kind: Kind) -> None:
        """Mark all runs of ``parent``: of a paragraph, or of what holds runs inside one."""
        stretch: Any = None
        for child in list(parent):
            if child.tag == qn("w:r") and child.find(qn("w:commentReference")) is None:
                if stretch is None:
                    stretch = self.make(kind)
                    child.addprevious(stretch)
                stretch.append(gone(child) if kind == "del" else child)
            else:
                stretch = None
                if child.tag != qn("w:pPr"):
                    self.inside(child, kind)

    def end(self, paragraph: Any, kind: Kind) -> None:
        """Mark the end of a paragraph: what was deleted or inserted joins it to the next one."""
        properties = paragraph.get_or_add_pPr()
        look = properties.find(qn("w:rPr"))
        if look is None:
            look = xml.make("w:rPr")
            xml.insert(properties, look)
        look.insert(0, self.make(kind))

    def row(self, row: Any, kind: Kind) -> None:
        """Mark a row of a table with all that it holds."""
        row.get_or_add_trPr().append(self.make(kind))
        for paragraph in row.iter(qn("w:p")):
            self.whole(paragraph, kind)

    def whole(self, paragraph: Any, kind: Kind) -> None:
        """Mark a paragraph from its first run to its end."""
        self.inside(paragraph, kind)
        self.end(paragraph, kind)

    def look(self, run: Any, old: Any) -> None:
        """Say of ``run`` that its properties were ``old`` before (w:rPr, or None)."""
        was = self.make("rPrChange")
        was.append(xml.make("w:rPr") if old is None else deepcopy(old))
        run.get_or_add_rPr().append(was)

    def form(self, paragraph: Any, old: Any) -> None:
        """Say of ``paragraph`` that its properties were ``old`` before (w:pPr)."""
        was = self.make("pPrChange")
        was.append(old)
        xml.insert(paragraph.get_or_add_pPr(), was)


def gone(run: Any) -> Any:
    """Return ``run`` with its text called deleted."""
    for child in list(run.iter()):
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _GONE and child.tag == qn(f"w:{name}"):
            renamed = xml.make(f"w:{_GONE[name]}")
            renamed.text = child.text
            renamed.set(qn("xml:space"), "preserve")
            child.getparent().replace(child, renamed)
    return run
