"""A saved page as a tree: its text decoded, its files at hand, nothing run and nothing fetched."""

import email
import email.policy
import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.readers import pictures
from publisher.readers.encoding import decode
from publisher.report import Notice, Report, Severity
from publisher.safety import xml_safe

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000}?)\s*-->", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_ALIKE = {
    "gb2312": "gb18030", "gbk": "gb18030", "utf8": "utf-8", "big5-hkscs": "big5", "iso-8859-1": "cp1252",
    "windows-1252": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
}  # fmt: skip
_MOST_PARTS = 4_000
_MOST_ELEMENTS = 150_000
_HINT = "Open it in a browser, copy the article's text into a .txt file and export that."


class Page(msgspec.Struct, frozen=True):
    """One page: its root, the address that its links start from, and the files saved with it by address."""

    root: Any
    base: str
    source: Source
    report: Report
    files: Mapping[str, bytes]

    def note(self, code: str, message: str, where: str = "", severity: Severity = Severity.WARNING) -> None:
        """File a notice, each once."""
        notice = Notice(code=code, message=message, where=where, severity=severity)
        if notice not in self.report.notices:
            self.report.add(notice)

    def address(self, link: str) -> str:
        """Return ``link`` as an absolute address; nothing where the page does not say where it stood."""
        link = "".join(link.split()) if link.lower().startswith(("http", "//")) else link.strip()
        try:
            full = urljoin(self.base, link) if self.base else link
            return full if urlsplit(full).scheme else ""
        except ValueError:
            return ""

    def file(self, name: str) -> bytes | str:
        """Return the bytes of a file saved with the page, or the reason why there are none."""
        for known in (name, self.address(name)):
            if known in self.files:
                return self.files[known]
        if re.match(r"(?i)(?:https?:)?//", name):
            return "it is on the web, and nothing is fetched"
        if re.match(r"(?i)[a-z][\w+.-]*:", name):
            return "it is linked, not in the file"
        folder = self.source.folder.resolve()
        for shown in dict.fromkeys((unquote(name), unquote(name.partition("?")[0]))):
            try:
                path = (folder / shown.lstrip("/")).resolve()
                if not path.is_relative_to(folder):
                    return "it is outside the article's folder"
                if path.is_file():
                    if path.stat().st_size > pictures.MAX_BYTES:
                        return f"it is larger than {pictures.MAX_BYTES // 1024 // 1024} MB"
                    return path.read_bytes()
            except (OSError, ValueError):
                return "it cannot be read"
        return "there is no such file beside the page"


def parse(source: Source, report: Report) -> Page:
    """Return the page; ReadError if it is no HTML, too deep, or only a frame around other pages."""
    data, base = source.data, ""
    files: dict[str, bytes] = {}
    if source.name.lower().endswith((".mht", ".mhtml")):
        data, base, files = _unpacked(source)
    text, encoding = decode(data)
    declared = _DECLARED.search(data[:8192])
    said = declared[1].decode("ascii").lower() if declared else ""
    if not encoding.startswith("utf-8") or (said and _ALIKE.get(said, said) != "utf-8"):
        lies = f", though the page says {said}" if said and _ALIKE.get(said, said) != encoding else ""
        if lies or not encoding.startswith("utf-8"):
            report.add(
                Notice(code="encoding", message=f"read as {encoding.upper()}{lies}", where=source.name)
            )
    saved_from = _SAVED_FROM.search(text[:4000])
    root = _tree(text)
    base = _base(root, saved_from[1] if saved_from else base)
    page = Page(root, base, source, report, files)
    frames: Any = root.xpath("//frame/@src | //iframe/@src")
    if frames and not _holds_text(root):
        raise ReadError(
            f"the page is only a frame around other pages: {', '.join(map(str, frames[:3]))}.",
            hint="Open the frame by itself in the browser and save that.",
        )
    return page


def _tree(text: str) -> "_Element":
    from lxml import etree, html

    # libxml2 goes down 2,048 elements with huge_tree and stops without it at 256, which old pages reach
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    text = xml_safe(_DECLARATION.sub("", text))
    try:
        root = html.document_fromstring(text, parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("there is no text in this page.", hint=_HINT) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError("the page's elements are nested deeper than any article's.", hint=_HINT)
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise ReadError(f"the page has more than {_MOST_ELEMENTS} elements, too many.", hint=_HINT)
    for figure in root.iter("figure"):
        caption = figure.find("figcaption")
        if caption is not None and any(True for _ in caption.itersiblings("img", "picture", "table", "a")):
            figure.append(caption)  # it is read after what it is the caption of
    return root


def _unpacked(source: Source) -> tuple[bytes, str, dict[str, bytes]]:
    """Return the page in a web archive (RFC 2557), its address, and its files by theirs."""
    try:
        message = email.message_from_bytes(source.data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()][:_MOST_PARTS]
        loads = [(part, part.get_payload(decode=True)) for part in parts]
    except (RecursionError, ValueError, LookupError) as error:
        raise ReadError("the web archive is broken.", hint=_HINT) from error
    page: tuple[bytes, str] | None = None
    files: dict[str, bytes] = {}
    for part, data in loads:
        if not isinstance(data, bytes):
            continue
        place = str(part.get("Content-Location", "")).strip()
        if page is None and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = (data, place or str(message.get("Snapshot-Content-Location", "")).strip())
            continue
        if place:
            files[place] = data
        if name := str(part.get("Content-ID", "")).strip("<> "):
            files[f"cid:{name}"] = data
    if page is None:
        raise ReadError("there is no page in this web archive.", hint=_HINT)
    return page[0], page[1], files


def _base(root: "_Element", saved_from: str) -> str:
    """Return the address that relative links start from: the page's own word first, then where it was."""
    base, canonical, shared = (
        [e.get(name) or "" for e in root.iterfind(way)]
        for way, name in (
            (".//base[@href]", "href"),
            (".//link[@rel='canonical']", "href"),
            (".//meta[@property='og:url']", "content"),
        )
    )
    for address in (*base, saved_from, *canonical, *shared):
        if re.match(r"(?i)https?://[^/\s]", address):
            return posixpath.join(address, "") if address.count("/") == 2 else address
    return ""


def _holds_text(root: "_Element") -> bool:
    body: Any = root.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noframes)]")
    return any(str(text).strip() for text in body)
