"""The preflight: each fault that is put into a good file is found, and said in one line."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publisher.contracts import Context
from publisher.errors import ConfigError, ExportError
from publisher.exporters import profiles
from publisher.model import Release
from tests.exporters.profiles.conftest import Made

Change = Callable[[Any], object]


def spoilt(data: bytes, change: Change, **saving: Any) -> bytes:
    """Return the PDF ``data`` after ``change``."""
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        out = BytesIO()
        document.save(out, **{"deterministic_id": True, **saving})
    return out.getvalue()


def paint(program: str) -> Change:
    """Return what adds operators to the first page."""

    def change(document: Any) -> None:
        document.pages[0].contents_add(program.encode(), prepend=False)

    return change


def paint_with(kind: str, thing: Callable[[Any], Any], program: str) -> Change:
    """Return what adds a resource called /T and operators that use it."""

    def change(document: Any) -> None:
        page = document.pages[0]
        if f"/{kind}" not in page.Resources:
            page.Resources[f"/{kind}"] = Dictionary()
        page.Resources[f"/{kind}"].T = thing(document)
        paint(program)(document)

    return change


def form(program: str) -> Callable[[Any], Any]:
    return lambda document: document.make_stream(
        program.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=Dictionary()
    )


def tiling(program: str) -> Callable[[Any], Any]:
    return lambda document: document.make_stream(
        program.encode(),
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 9, 9],
        XStep=9,
        YStep=9,
        Resources=Dictionary(),
    )


def picture(space: Any, **more: Any) -> Callable[[Any], Any]:
    return lambda document: document.make_stream(
        b"\0\0\0\0",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        BitsPerComponent=8,
        ColorSpace=space,
        **{key: value(document) if callable(value) else value for key, value in more.items()},
    )


def icc_rgb(document: Any) -> Any:
    return Array([Name.ICCBased, document.make_stream(b"", N=3)])


def fonts(document: Any) -> list[Any]:
    return [one for one in document.objects if isinstance(one, Dictionary) and one.get("/Type") == "/Font"]


def first_descriptor(document: Any) -> Any:
    found = [one for one in document.objects if isinstance(one, Dictionary)]
    return next(one for one in found if one.get("/Type") == "/FontDescriptor")


def box(name: str, *mm: float) -> Change:
    def change(document: Any) -> None:
        document.pages[0].obj[f"/{name}"] = Array([value * 72 / 25.4 for value in mm])

    return change


def put(owner: str, key: str, value: Any = None) -> Change:
    """Return what sets (or takes away) an entry of the catalog or of the document information."""

    def change(document: Any) -> None:
        dictionary = document.Root if owner == "root" else document.docinfo
        if value is None:
            del dictionary[f"/{key}"]
        else:
            dictionary[f"/{key}"] = value

    return change


def in_metadata(old: str, new: str) -> Change:
    def change(document: Any) -> None:
        text = document.Root.Metadata.read_bytes().decode()
        assert old in text
        document.Root.Metadata.write(text.replace(old, new).encode())

    return change


def in_program(old: bytes, new: bytes) -> Change:
    def change(document: Any) -> None:
        for page in document.pages:
            text = page.Contents.read_bytes()
            assert old in text
            page.Contents.write(text.replace(old, new))

    return change


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
TEXT = "BT /P1 9 Tf <0001> Tj ET"

PRESS: dict[str, tuple[Change, str]] = {
    "RGB text": (paint(f"1 0 0 rg {TEXT}"), r"page 1 has text in DeviceRGB"),
    "an RGB area": (paint("1 0 0 rg 0 0 9 9 re f"), r"an area in DeviceRGB"),
    "an RGB line": (paint("1 0 0 RG 0 0 m 9 9 l S"), r"a line in DeviceRGB"),
    "RGB through a profile": (
        paint_with("ColorSpace", icc_rgb, "/T cs 1 0 0 scn 0 0 9 9 re f"),
        r"an area in ICCBased 3",
    ),
    "RGB in a form": (paint_with("XObject", form("1 0 0 rg 0 0 9 9 re f"), "/T Do"), r"an area in DeviceRGB"),
    "RGB in a pattern": (
        paint_with("Pattern", tiling("1 0 0 rg 0 0 9 9 re f"), "/Pattern cs /T scn 0 0 9 9 re f"),
        r"an area in DeviceRGB",
    ),
    "an RGB shading": (
        paint_with("Shading", lambda _: Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB), "/T sh"),
        r"a shading in DeviceRGB",
    ),
    "an RGB picture": (
        paint_with("XObject", picture(Name.DeviceRGB), "q .1 0 0 .1 0 0 cm /T Do Q"),
        r"a picture in DeviceRGB",
    ),
    "an inline RGB picture": (
        paint("q .1 0 0 .1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        r"a picture in DeviceRGB",
    ),
    "a picture of RGB indexed": (
        paint_with(
            "XObject", picture(Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"])), "q .1 0 0 .1 0 0 cm /T Do Q"
        ),
        r"a picture in DeviceRGB",
    ),
    "no TrimBox": (lambda document: document.pages[0].obj.__delitem__("/TrimBox"), r"page 1 has no TrimBox"),
    "no BleedBox": (lambda document: document.pages[0].obj.__delitem__("/BleedBox"), r"no BleedBox"),
    "a bleed of 2 mm": (box("BleedBox", 8, 8, 222, 309), r"bleed of 2\.0 mm, not of 3 mm"),
    "a bleed off the paper": (box("BleedBox", -1, 7, 223, 310), r"boxes that do not lie in one another"),
    "a TrimBox off the bleed": (box("TrimBox", 5, 10, 220, 307), r"boxes that do not lie in one another"),
    "an ArtBox": (box("ArtBox", 10, 10, 220, 307), r"an ArtBox beside its TrimBox"),
    "a font left out": (
        lambda document: first_descriptor(document).__delitem__("/FontFile2"),
        r"the font \w+\+Noto\w+-\w+ is not embedded",
    ),
    "no Unicode map": (
        lambda document: [f.__delitem__("/ToUnicode") for f in fonts(document) if "/ToUnicode" in f],
        r"has no Unicode map",
    ),
    "no output intent": (put("root", "OutputIntents"), r"no output intent with a colour profile"),
    "an output intent of a screen": (
        lambda document: document.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3),
        r"not that of a CMYK press",
    ),
    "rich black text": (paint(f".6 .5 .5 1 k {TEXT}"), r"black text in more than black ink"),
    "four-colour black text": (paint(f"1 1 1 1 k {TEXT}"), r"black text in more than black ink"),
    "black text that knocks out": (paint(f"q 0 0 0 1 k /gRLs2 gs {TEXT} Q"), r"does not overprint"),
    "text in grey's black": (paint(f"0 g {TEXT}"), r"does not overprint"),
    "a translucent area": (
        paint_with("ExtGState", lambda _: Dictionary(ca=0.5), "/T gs 0 0 0 1 k 0 0 9 9 re f"),
        r"a transparent fill",
    ),
    "a blended area": (
        paint_with("ExtGState", lambda _: Dictionary(BM=Name.Multiply), "/T gs 0 0 9 9 re f"),
        r"a transparent fill",
    ),
    "a masked picture": (
        paint_with(
            "XObject",
            picture(Name.DeviceCMYK, SMask=picture(Name.DeviceGray)),
            "q .1 0 0 .1 0 0 cm /T Do Q",
        ),
        r"a transparent picture",
    ),
    "a link": (
        lambda document: document.pages[0].obj.__setitem__("/Annots", Array([Dictionary(Subtype=Name.Link)])),
        r"page 1 has annotations",
    ),
    "a script on opening": (put("root", "OpenAction", SCRIPT), r"holds an action, JavaScript"),
    "a script by name": (
        put("root", "Names", Dictionary(JavaScript=Dictionary(Names=["x", SCRIPT]))),
        r"holds an action, JavaScript",
    ),
    "no version of PDF/X": (put("info", "GTS_PDFXVersion"), r"lacks GTS_PDFXVersion PDF/X-4"),
    "another version in its metadata": (in_metadata("PDF/X-4", "PDF/X-3"), r"lack pdfxid:GTS_PDFXVersion"),
    "nothing about trapping": (put("info", "Trapped"), r"whether it is trapped"),
    "no date": (put("info", "CreationDate"), r"no CreationDate"),
    "two titles": (put("info", "Title", "Another"), r"differ in the title"),
}

TAGGED: dict[str, tuple[Change, str]] = {
    "not marked": (put("root", "MarkInfo"), r"not tagged"),
    "no language": (put("root", "Lang"), r"does not name its language"),
    "no title in the window": (put("root", "ViewerPreferences"), r"does not show its title"),
    "no bookmarks": (put("root", "Outlines"), r"no bookmarks"),
    "paint without a tag": (paint("0 0 9 9 re f"), r"page 1 paints outside of tags and artifacts"),
    "a picture for the eye alone": (
        lambda document: [e.__delitem__("/Alt") for e in elements(document, "/Figure")],
        r"a picture has no alternative text",
    ),
    "a header cell of nothing": (
        lambda document: [e.A.__delitem__("/Scope") for e in elements(document, "/TH")],
        r"a header cell has no scope",
    ),
    "a level left out": (
        lambda document: [e.__setitem__("/S", Name.H4) for e in elements(document, "/H2")],
        r"a heading of level 4 follows one of level 1",
    ),
    "English untold": (
        lambda document: [
            e.__delitem__("/Lang") for e in document.objects if named(e, "/Lang") and "/S" in e
        ],
        r"no element is in en",
    ),
    "a CMYK area": (paint("/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC"), r"a fill in DeviceCMYK"),
    "no output intent": (put("root", "OutputIntents"), r"no output intent"),
    "a script behind a link": (
        lambda document: document.pages[0].obj.__setitem__(
            "/Annots", Array([Dictionary(Subtype=Name.Link, A=SCRIPT)])
        ),
        r"holds an action, JavaScript",
    ),
    "no tab order": (lambda document: document.pages[0].obj.__delitem__("/Tabs"), r"page 1 has no tab order"),
    "another level": (in_metadata("conformance>A<", "conformance>B<"), r"lack pdfaid:conformance A"),
}


def named(one: Any, key: str) -> bool:
    return isinstance(one, Dictionary) and key in one


def elements(document: Any, kind: str) -> list[Any]:
    return [one for one in document.objects if named(one, "/S") and kind == one.S]


@pytest.fixture
def pressed(bilingual_release: Release, context: Context, made: Made) -> bytes:
    return made("press", bilingual_release, context)


@pytest.fixture
def accessible(bilingual_release: Release, context: Context, made: Made) -> bytes:
    return made("accessible", bilingual_release, context)


@pytest.mark.parametrize("fault", PRESS)
def test_a_fault_in_a_file_for_the_press_is_found(fault: str, pressed: bytes, context: Context) -> None:
    change, said = PRESS[fault]
    with pytest.raises(ExportError, match=said) as caught:
        profiles.load("press").preflight(spoilt(pressed, change), context)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("fault", TAGGED)
def test_a_fault_in_an_accessible_file_is_found(fault: str, accessible: bytes, context: Context) -> None:
    change, said = TAGGED[fault]
    with pytest.raises(ExportError, match=said):
        profiles.load("accessible").preflight(spoilt(accessible, change), context)


@pytest.mark.parametrize("profile", ["press", "accessible"])
def test_a_file_that_was_only_saved_again_passes(
    profile: str, bilingual_release: Release, context: Context, made: Made
) -> None:
    again = spoilt(made(profile, bilingual_release, context), lambda document: None)
    assert profiles.load(profile).preflight(again, context)


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_file_is_refused(user: str, pressed: bytes, context: Context) -> None:
    locked = spoilt(
        pressed,
        lambda document: None,
        encryption=pikepdf.Encryption(owner="owner", user=user),
        deterministic_id=False,
    )
    with pytest.raises(ExportError, match="encrypted"):
        profiles.load("press").preflight(locked, context)


def test_another_version_of_pdf_is_refused(pressed: bytes, context: Context) -> None:
    newer = spoilt(pressed, lambda document: None, force_version="1.7")
    with pytest.raises(ExportError, match=r"it is PDF 1\.7, not 1\.6"):
        profiles.load("press").preflight(newer, context)


def test_a_file_cut_short_is_refused(context: Context) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        profiles.load("press").preflight(b"%PDF-1.6\n1 0 obj", context)


def test_many_faults_are_told_in_one_line(pressed: bytes, context: Context) -> None:
    def change(document: Any) -> None:
        for name in ("GTS_PDFXVersion", "Trapped", "CreationDate", "ModDate"):
            del document.docinfo[f"/{name}"]

    with pytest.raises(ExportError, match=r"; and 2 more\.$"):
        profiles.load("press").preflight(spoilt(pressed, change), context)


def test_a_profile_says_what_it_is_called_and_asks() -> None:
    with pytest.raises(ConfigError, match="no PDF profile 'print'"):
        profiles.load("print")


def test_an_engine_that_cannot_make_a_profile_is_refused() -> None:
    with pytest.raises(ConfigError, match="made by reportlab, not by weasyprint"):
        profiles.load("press", "weasyprint")
