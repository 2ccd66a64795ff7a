"""A template opened: refused, or made a package of what may go into a document and nothing else."""

import posixpath
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from publisher.errors import ConfigError
from publisher.exporters.word.reference import scrub
from publisher.package import LIMIT, Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
}  # fmt: skip
_DRAWINGS = {
    (kind, use): 90_000 + 1000 * (2 * n + m)
    for n, use in enumerate(("default", "first", "even"))
    for m, kind in enumerate(("header", "footer"))
}
"""The numbers of pictures in headers and footers, far from those in the text: Word wants each once."""

_HINT = "Open it in Word or LibreOffice, save it as a new .docx or .dotx and try again."
_TOLD = {
    "vbaProject": "macros",
    "attachedTemplate": "the template that it is attached to",
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "ActiveX controls",
    "aFChunk": "inserted files",
    "subDocument": "subdocuments",
}
"""What relations lead to that no document takes over, as a person calls it."""


class Template(NamedTuple):
    """A sound package with the look of a template and no text; ``left_out`` is what it had besides.

    Its headers and footers are there where one of them says anything.
    """

    package: bytes
    left_out: tuple[str, ...]
    has_headers: bool
    has_footers: bool


class _Relation(NamedTuple):
    kind: str
    target: str
    is_external: bool


def opened(path: Path) -> Template:
    """Return the template in ``path``; ConfigError if it is none, is unsound, or is made to hold macros."""
    if path.suffix.lower() in (".dotm", ".docm"):
        raise _macros(path.name)
    if path.suffix.lower() not in (".dotx", ".docx"):
        raise ConfigError(f"{path} is no reference document.", hint="Name a .dotx or a .docx.")
    try:
        if path.stat().st_size > LIMIT:
            raise ConfigError(f"{path} is larger than {LIMIT // 2**20} MB.", hint=_HINT)
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"The reference document {path} cannot be read: {error.strerror}.",
            hint="Check its name and its permissions.",
        ) from error
    return _Opening(data, path.name).template()


def _macros(name: str) -> ConfigError:
    return ConfigError(
        f"{name}: a template with macros is not taken.",
        hint="Save it in Word as Word Template (.dotx): the macros stay behind.",
    )


class _Opening:
    """One template on its way into a new package."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._old = Package(data, name, error=ConfigError, hint=_HINT)
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._main: list[str] = []  # relations of the document
        self._pictures: dict[str, str] = {}
        self._left_out: dict[str, None] = {}

    def template(self) -> Template:
        main = self._main_part()
        document = self._old.xml(main)
        if document.tag == f"{_STRICT}document":
            raise self._old.fault(
                "saved as Strict Open XML", "Save it in Word as Word Template (.dotx), not as Strict."
            )
        if document.tag != f"{_W}document":
            raise self._old.fault("this is no Word document or template")
        self._tell()
        relations = self._relations(main)
        kinds = {r.kind: r.target for r in relations.values() if r.target in self._old.names}
        for kind, root, clean in (
            ("styles", "styles", scrub.styles),
            ("numbering", "numbering", scrub.numbering),
            ("fontTable", "fonts", scrub.fonts),
        ):
            self._add(kind, self._xml(kinds.get(kind, ""), root), clean)
        self._add("theme", self._old.xml(kinds["theme"]) if "theme" in kinds else _theme(), scrub.theme)
        last = next(document.iterchildren(f"{_W}body", reversed=True), document).find(f"{_W}sectPr")
        section = document.makeelement(f"{_W}sectPr") if last is None else deepcopy(last)
        scrub.section(section)
        stories = {kind: self._stories(document, relations, kind) for kind in ("header", "footer")}
        references = [
            section.makeelement(f"{_W}{kind}Reference", {f"{_W}type": use, f"{{{_R}}}id": f"{kind}-{use}"})
            for kind, uses in stories.items()
            for use in uses
        ]
        settings = self._xml(kinds.get("settings", ""), "settings")
        if not references:
            _drop(section, f"{_W}titlePg")
            _drop(settings, f"{_W}evenAndOddHeaders")
        section[:0] = references
        self._add("settings", settings, scrub.settings)
        body = document.makeelement(f"{_W}body")
        body.append(section)
        document[:] = [body]
        self._parts["word/document.xml"] = _bytes(document)
        self._types["word/document.xml"] = f"{_WORD}document.main+xml"
        return Template(
            self._zipped(), tuple(self._left_out), bool(stories["header"]), bool(stories["footer"])
        )

    def _main_part(self) -> str:
        top = self._relations("").values()
        main = next((r.target for r in top if r.kind == "officeDocument" and not r.is_external), "")
        types = self._old.xml("[Content_Types].xml")
        if any(e.get("PartName") == f"/{main}" and "macroEnabled" in e.get("ContentType", "") for e in types):
            raise _macros(self._name)
        if main not in self._old.names:
            raise self._old.fault("this is no Word document or template")
        return main

    def _tell(self) -> None:
        """Take down what the template holds that a document does without."""
        for part in sorted(name for name in self._old.names if name.endswith(".rels")):
            for relation in self._read_relations(part).values():
                if word := _TOLD.get(relation.kind):
                    self._left_out[word] = None
                elif relation.is_external and relation.kind != "hyperlink":
                    self._left_out["links to other files"] = None

    def _stories(
        self, document: "_Element", relations: Mapping[str, _Relation], kind: str
    ) -> tuple[str, ...]:
        """Take over the last section's headers or footers and return their uses, if one says anything."""
        found: dict[str, str] = {}
        for reference in document.iter(f"{_W}{kind}Reference"):  # a section goes on with those before it
            relation = relations.get(reference.get(f"{{{_R}}}id", ""))
            use = reference.get(f"{_W}type", "default")
            if relation and relation.target in self._old.names and use in ("default", "first", "even"):
                found[use] = relation.target
        roots = {use: self._old.xml(target) for use, target in found.items()}
        pictures = {use: self._pictures_of(target) for use, target in found.items()}
        for use, root in roots.items():
            scrub.number_drawings(root, start=_DRAWINGS[kind, use])
            if scrub.story(root, pictures[use].keys()):
                self._left_out["links, objects or fields in its headers and footers"] = None
        if not any(map(scrub.says_anything, roots.values())):
            return ()
        for use, root in roots.items():
            part = f"{kind}-{use}"
            self._add(kind, root, name=part)
            used = {str(value) for element in root.iter() for value in element.attrib.values()}
            links = []
            for number, target in sorted(pictures[use].items()):
                if number in used:
                    links.append(_link(number, f"{_R}/image", f"media/{self._picture(target)}"))
            if links:
                self._parts[f"word/_rels/{part}.xml.rels"] = _relations(links)
        return tuple(sorted(roots))

    def _pictures_of(self, part: str) -> dict[str, str]:
        """Return the pictures that a part may show, by their relations."""
        return {
            number: relation.target
            for number, relation in self._relations(part).items()
            if relation.kind == "image"
            and not relation.is_external
            and relation.target in self._old.names
            and relation.target.rpartition(".")[2].lower() in _PICTURES
        }

    def _picture(self, target: str) -> str:
        """Take over a picture and return its new name."""
        if target not in self._pictures:
            suffix = target.rpartition(".")[2].lower()
            self._pictures[target] = f"image{len(self._pictures) + 1}.{suffix}"
            self._parts[f"word/media/{self._pictures[target]}"] = self._old.read(target)
        return self._pictures[target]

    def _add(
        self, kind: str, root: "_Element", clean: "Callable[[_Element], None] | None" = None, name: str = ""
    ) -> None:
        """Add a part that the document refers to."""
        if clean:
            clean(root)
        name = name or kind
        part = "word/theme/theme1.xml" if kind == "theme" else f"word/{name}.xml"
        self._parts[part] = _bytes(root)
        theme = "application/vnd.openxmlformats-officedocument.theme+xml"
        self._types[part] = theme if kind == "theme" else f"{_WORD}{kind}+xml"
        self._main.append(_link(name, f"{_R}/{kind}", part.removeprefix("word/")))

    def _xml(self, part: str, root: str) -> "_Element":
        """Return the root of a part, or of an empty one where the template has none."""
        if part:
            return self._old.xml(part)
        from lxml import etree

        return etree.Element(f"{_W}{root}", nsmap={"w": _W[1:-1]})

    def _relations(self, part: str) -> dict[str, _Relation]:
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        return self._read_relations(name) if name in self._old.names else {}

    def _read_relations(self, name: str) -> dict[str, _Relation]:
        folder = posixpath.dirname(posixpath.dirname(name))
        found = {}
        for element in self._old.xml(name):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = _Relation(
                element.get("Type", "").rpartition("/")[2], target, external
            )
        return found

    def _zipped(self) -> bytes:
        self._parts["word/_rels/document.xml.rels"] = _relations(self._main)
        top = [_link("document", f"{_R}/officeDocument", "word/document.xml")]
        top.append(_link("app", f"{_R}/extended-properties", "docProps/app.xml"))
        self._parts["_rels/.rels"] = _relations(top)
        self._parts["docProps/app.xml"] = b"<Properties/>"  # written anew with the document's own
        self._types["docProps/app.xml"] = (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        )
        suffixes = {name.rpartition(".")[2] for name in self._pictures.values()}
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **{suffix: _PICTURES[suffix] for suffix in sorted(suffixes)},
        }
        types = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()]
        types += [f'<Override PartName="/{p}" ContentType="{kind}"/>' for p, kind in self._types.items()]
        made = f'{_HEAD}<Types xmlns="{_OPC}/content-types">{"".join(types)}</Types>'
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in {"[Content_Types].xml": made.encode(), **self._parts}.items():
                archive.writestr(name, content)
        return stream.getvalue()


def _theme() -> "_Element":
    """Return the fonts and colours of Word, for a template that names none: a document wants them."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from lxml import etree

    return etree.fromstring(docx.Document().part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def _drop(parent: "_Element", tag: str) -> None:
    for element in parent.findall(tag):
        parent.remove(element)


def _link(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id={quoteattr(number)} Type="{kind}" Target="{target}"/>'


def _relations(links: list[str]) -> bytes:
    return f'{_HEAD}<Relationships xmlns="{_OPC}/relationships">{"".join(links)}</Relationships>'.encode()


def _bytes(root: "_Element") -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
