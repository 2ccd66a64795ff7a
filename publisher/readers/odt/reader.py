"""One OpenDocument text: its content as the elements that a page would have, and these as an article."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article, Credit, CreditRole, Meta
from publisher.package import Package
from publisher.readers.draft import draft
from publisher.readers.html.flow import Flow
from publisher.readers.html.page import Page
from publisher.readers.html.reader import levelled
from publisher.readers.html.shown import Shown
from publisher.readers.odt import own
from publisher.readers.odt.content import Content
from publisher.readers.odt.styles import Styles, local
from publisher.report import Report, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_HINT = "Open it in LibreOffice, save it as a new .odt and try again."
_LOCKED = "Take the password off, save it again and try again."
_KINDS = frozenset(("text", "text-template", "text-master"))


class OdtReader:
    """Reads OpenDocument texts without LibreOffice; nothing in them is run, nothing fetched."""

    name = "odt"
    suffixes = (".odt", ".ott")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the file is broken, locked, or holds no headline."""
        package = Package(source.data, source.name, hint=_HINT, kind="OpenDocument text (.odt)")
        _check(package, source.name)
        content = package.xml("content.xml")
        styles = package.xml("styles.xml") if "styles.xml" in package.names else None
        text = next((e for e in content.iter() if local(e) == "text" and local(_above(e)) == "body"), None)
        if text is None:
            raise ReadError(f"{source.name}: there is no text in it.", hint=_HINT)
        pictures = [n for n in package.names if n.startswith(("Pictures/", "media/"))]
        files = {f"part:{name}": package.read(name) for name in sorted(pictures)}
        page = Page(content, "", source, report, files)
        known = Styles(content, styles)
        ours = own.recognised(known, page, package)
        if ours is None and styles is not None and _has_furniture(styles):
            page.note("furniture-removed", "headers and footers were left out: the theme sets them")
        if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
            page.note("macros-dropped", "the document's macros were left out", severity=Severity.WARNING)
        made = Content(known, page, package, ours)
        root = made.read(text)
        shown = Shown(page, smallest=1)
        blocks = Flow(page, shown, made.notes, (), exact=ours is not None, labels=made.labels).read(root)
        if ours is not None:
            article = ours.article(tuple(blocks), shown.album.assets, PurePath(source.name).stem)
            if article is not None:
                return article
        blocks = levelled(blocks, titled="headline" in made.titles or ours is not None)
        by = (Credit(CreditRole.TEXT, made.authors),) if made.authors else ()
        meta = Meta(
            language="",
            headline=made.titles.get("headline", ""),
            subhead=made.titles.get("subhead", ""),
            credits=by,
        )
        flat = Article(meta, tuple(blocks), shown.album.assets)
        return draft(source, report, source.first_aid(flat, report))


def _check(package: Package, name: str) -> None:
    """Refuse what is no text, and what is locked by a password (ODF 1.2-3, 3 and 4.4)."""
    said = package.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in package.names else ""
    kind = said.removeprefix("application/vnd.oasis.opendocument.")
    if "content.xml" not in package.names or (said and kind not in _KINDS):
        raise ReadError(f"{name}: this is no OpenDocument text (.odt).", hint=_HINT)
    if "META-INF/manifest.xml" in package.names:
        manifest = package.xml("META-INF/manifest.xml")
        if any(local(e) == "encryption-data" for e in manifest.iter()):
            raise ReadError(f"{name}: it is locked by a password.", hint=_LOCKED)


def _above(element: "_Element") -> "_Element":
    above = element.getparent()
    return above if above is not None else element


def _has_furniture(styles: "_Element") -> bool:
    masters = [e for e in styles.iter() if local(e) in ("header", "footer", "header-left", "footer-left")]
    return any("".join(map(str, e.itertext())).strip() for e in masters)
