"""The table of parts: dotted names, so that WeasyPrint or OpenCC load only when used, and entry points."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publisher.entry_points import entry_points
from publisher.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUPS = ("readers", "repairs", "engines", "exporters", "pdf_engines", "channels")

BUILT_IN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "readers": MappingProxyType(
            {
                "text": "publisher.readers.text:TextReader",
                "json": "publisher.readers.json:JsonReader",
                "newsml": "publisher.readers.newsml:NewsmlReader",
                "docx": "publisher.readers.docx:DocxReader",
                "md": "publisher.readers.markdown:MarkdownReader",
                "html": "publisher.readers.html:HtmlReader",
                "odt": "publisher.readers.odt:OdtReader",
                "office": "publisher.readers.office:OfficeReader",
            }
        ),
        # repairs run in this order: bytes, then what was pasted in, then script, then marks
        "repairs": MappingProxyType(
            {
                "mojibake": "publisher.repairs.mojibake:repair",
                "markup": "publisher.repairs.markup:repair",
                "characters": "publisher.repairs.characters:repair",
                "lines": "publisher.repairs.lines:repair",
                "furniture": "publisher.repairs.furniture:repair",
                "byteslip": "publisher.repairs.byteslip:repair",
                "annotations": "publisher.repairs.annotations:repair",
                "script": "publisher.repairs.script:repair",
                "punctuation": "publisher.repairs.punctuation:repair",
                "english": "publisher.repairs.english:repair",
                "whitespace": "publisher.repairs.whitespace:repair",
                "duplicates": "publisher.repairs.duplicates:repair",
            }
        ),
        "engines": MappingProxyType(
            {
                "argos": "publisher.translation.engines.argos:ArgosEngine",
                "libretranslate": "publisher.translation.engines.libretranslate:LibreTranslateEngine",
                "pseudo": "publisher.translation.engines.pseudo:PseudoEngine",
            }
        ),
        "exporters": MappingProxyType(
            {
                "docx": "publisher.exporters.word:DocxExporter",
                "pdf": "publisher.exporters.pdf:PdfExporter",
                "html": "publisher.exporters.html:HtmlExporter",
                "ninjs": "publisher.exporters.ninjs:NinjsExporter",
                "newsml": "publisher.exporters.newsml:NewsmlExporter",
                "atom": "publisher.exporters.atom:AtomExporter",
                "wire": "publisher.exporters.wire:WireExporter",
                "md": "publisher.exporters.markdown:MarkdownExporter",
            }
        ),
        "channels": MappingProxyType({"folder": "publisher.delivery.folder:FolderChannel"}),
        "pdf_engines": MappingProxyType(
            {
                "weasyprint": "publisher.exporters.pdf_weasyprint:WeasyPrintExporter",
                "reportlab": "publisher.exporters.pdf_reportlab:ReportLabExporter",
            }
        ),
    }
)

FIRST_AID = ("mojibake", "markup", "characters", "lines", "furniture")
"""The repairs of damage that hides where a text's headline, date and credits are: a reader asks for them."""


def names(group: str) -> tuple[str, ...]:
    """Return the names in ``group``: the built-in ones in their order, then the plugins'."""
    return (*BUILT_IN[group], *sorted(_plugins(group)))


def load(group: str, name: str) -> Any:
    """Return the part ``name`` of ``group``; PluginError if there is none or it does not load."""
    if dotted := BUILT_IN[group].get(name):
        module, _, attribute = dotted.partition(":")
        return getattr(import_module(module), attribute)
    plugin = _plugins(group).get(name)
    if plugin is None:
        raise PluginError(
            f"There is no {group.removesuffix('s')} named {name!r}.",
            hint=f"There are: {', '.join(names(group))}.",
        )
    try:
        return plugin.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(
            f"The plugin {name!r} ({_owner(plugin)}) cannot be loaded: {error}.",
            hint="Install it again, or ask its maker.",
        ) from error


def _plugins(group: str) -> "dict[str, EntryPoint]":
    """Return the entry points of ``group``; PluginError where a name is taken twice."""
    found: dict[str, EntryPoint] = {}
    for point in entry_points(f"publisher.{group}"):
        if point.name in BUILT_IN[group]:
            raise PluginError(
                f"{_owner(point)} offers {point.name!r}, which bilingual-publisher has already."
            )
        if point.name in found:
            raise PluginError(f"{_owner(found[point.name])} and {_owner(point)} both offer {point.name!r}.")
        found[point.name] = point
    return found


def _owner(point: "EntryPoint") -> str:
    return point.dist.name if point.dist else point.value
