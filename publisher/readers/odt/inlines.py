"""What stands in the lines of an OpenDocument text: spans by their looks, links, notes, frames."""

from collections.abc import Callable
from typing import Any

from publisher.readers.html.notes import Notes
from publisher.readers.odt import elements, own
from publisher.readers.odt.elements import SHAPES, SILENT
from publisher.readers.odt.signs import signs
from publisher.readers.odt.styles import Styles, attribute, local


class Inlines:
    """Sets lines; ``beside`` are the frames of the paragraph that is read, and whether they began it."""

    def __init__(
        self, styles: Styles, notes: Notes, frame: Callable[[Any, Any], None], tell: Callable[..., None]
    ) -> None:
        self._styles = styles
        self._notes = notes
        self._frame = frame
        self._tell = tell
        self.beside: list[tuple[bool, Any]] = []

    def put(self, parent: Any, into: Any) -> None:
        """Set what stands in ``parent`` at the end of ``into``."""
        elements.put(into, parent.text)
        for element in parent:
            self._inline(element, into)
            elements.put(into, element.tail)

    def _inline(self, element: Any, into: Any) -> None:
        match local(element):
            case "span":
                self._span(element, into)
            case "a":
                link = elements.made("a", href=attribute(element, "href"))
                into.append(link)
                self.put(element, link)
            case "s":
                count = attribute(element, "c")
                number = min(int(count), 80) if count.isdigit() else 1
                elements.put(into, " " if number == 1 else "\xa0" * number)
            case "tab":
                elements.put(into, "\xa0\xa0" if len(into) or (into.text or "").strip() else " ")
            case "line-break":
                into.append(elements.made("br"))
            case "note":
                body = next((e for e in element if local(e) == "note-body"), None)
                said = " ".join(filter(None, map(elements.said, body if body is not None else ())))
                if said:
                    link = elements.made("a", href="#note")
                    into.append(link)
                    self._notes.texts[link] = said
            case "annotation":
                self._tell("comments-dropped", "comments were left out")
            case "hidden-text" | "hidden-paragraph":
                self._tell("hidden-text-dropped", f"hidden text was left out: {elements.said(element)}")
            case "ruby":
                made = elements.made("ruby")
                into.append(made)
                for child in element:
                    over = elements.made("rt") if local(child) == "ruby-text" else elements.made("span")
                    made.append(over)
                    self.put(child, over)
            case kind if kind == "frame" or kind == "g" or kind in SHAPES:
                held = elements.made("div")
                self._frame(element, held)
                first = not "".join(into.itertext()).strip()
                for thing in list(held):
                    if thing.tag == "span":
                        into.append(thing)
                    else:
                        self.beside.append((first, thing))
            case kind if kind not in SILENT:
                self.put(element, into)  # fields say what they said last

    def is_credit(self, span: Any) -> bool:
        """Tell what a caption of ours sets apart at its end."""
        named = attribute(span, "style-name") if local(span) == "span" else ""
        return bool(named) and self._styles.title("text", named) == "Picture Credit"

    def _span(self, element: Any, into: Any) -> None:
        style = attribute(element, "style-name")

        def said(*names: str) -> str:
            return next(filter(None, (self._styles.value("text", style, name) for name in names)), "")

        if said("display") == "none":
            self._tell("hidden-text-dropped", f"hidden text was left out: {elements.said(element)}")
            return
        place = said("text-position")
        shift = (
            "sup"
            if place.startswith(("super", "33", "5"))
            else "sub"
            if place.startswith(("sub", "-"))
            else ""
        )
        struck = said("text-line-through-style", "text-line-through-type")
        tag = shift or ("s" if struck not in ("", "none") else "small" if self.is_credit(element) else "span")
        look = [
            f"{name}:{value}"
            for name, value in (
                ("font-weight", said("font-weight", "font-weight-asian")),
                ("font-style", said("font-style", "font-style-asian")),
                ("text-emphasis-style", said("text-emphasize")),
            )
            if value
        ]
        if own.EMPHASIS in (name := self._styles.name("text", style)):
            strong = ["font-weight:bold"] if "strong" in name else []
            look = ["font-style:italic", *strong]  # which Han has not: the style sets another face
        made = elements.made(tag, style=";".join(look))
        into.append(made)
        self.put(element, made)
        for part in made.iter():
            part.text = signs(part.text, said("font-name", "font-family"), self._tell)
            if part is not made:
                part.tail = signs(part.tail, said("font-name", "font-family"), self._tell)
