"""A PDF of WeasyPrint to one that PDF/A and PDF/UA both accept."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from publisher.contracts import Context
from publisher.exporters.pdf_weasyprint import write
from publisher.exporters.profiles.saving import saved
from publisher.exporters.profiles.xmp import Claims, Description, packet
from publisher.model import Release


def tagged(
    release: Release, context: Context, claims: Claims, add: Callable[[Any], None] | None = None
) -> bytes:
    """Return the PDF of ``release`` that makes ``claims``; ``add`` may put more into the document.

    The same bytes for the same release.
    """
    import pikepdf

    data = write(release, context, variant="pdf/a-2a")
    with pikepdf.open(BytesIO(data)) as document:
        _mark_artifacts(document)
        for image in _images(document):
            image.Interpolate = False  # ISO 19005-2, 6.2.8.1
        if add is not None:
            add(document)
        metadata = pikepdf.Stream(document, packet(claims, _description(document, release)))
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        document.Root.Metadata = document.make_indirect(metadata)
        return saved(document, "1.7")


def _description(document: Any, release: Release) -> Description:
    said = {key: str(value) for key, value in document.docinfo.items()}
    return Description(
        title=said.get("/Title", ""),
        author=said.get("/Author", ""),
        subject=said.get("/Subject", ""),
        keywords=said.get("/Keywords", ""),
        producer=said.get("/Producer", ""),
        created=release.editions[0].meta.issued,
        languages=tuple(article.meta.language for article in release.editions),
    )


def _images(document: Any) -> list[Any]:
    return [one for one in document.objects if _is_image(one)]


def _is_image(one: Any) -> bool:
    import pikepdf

    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


def _mark_artifacts(document: Any) -> None:
    """Mark the running feet as artifacts (ISO 14289-1, 7.8).

    WeasyPrint marks them as content of elements that hang in no tree, for a
    reader to stumble over.
    """
    import pikepdf

    reached = _reached(document.Root.StructTreeRoot)
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    artifact = [
        pikepdf.Name.Artifact,
        pikepdf.Dictionary(Type=pikepdf.Name.Pagination, Subtype=pikepdf.Name.Footer),
    ]
    for page in document.pages:
        elements = parents[int(page.StructParents)]
        loose = {n for n, element in enumerate(elements) if element.objgen not in reached}
        if not loose:
            continue
        program: list[Any] = []
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) == "BDC" and int(step.operands[1].get("/MCID", -1)) in loose:
                program.append(pikepdf.ContentStreamInstruction(artifact, pikepdf.Operator("BDC")))
            else:
                program.append(step)
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(program))
        for number in loose:
            elements[number] = None


def _reached(root: Any) -> set[tuple[int, int]]:
    """Return the numbers of all elements that hang in the tree of ``root``."""
    import pikepdf

    found: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.objgen not in found:
                found.add(kid.objgen)
                waiting.append(kid)
    return found
