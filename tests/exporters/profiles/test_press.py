"""``press``: four inks, exact boxes, black type in black ink, drafts that say so."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from publisher import resources
from publisher.contracts import Context
from publisher.errors import ConfigError, ExportError
from publisher.exporters import readback
from publisher.exporters.profiles.painting import Paint, paints
from publisher.exporters.profiles.press import Press
from publisher.exporters.profiles.separation import Separation
from publisher.model import Article, Asset, Release
from tests.conftest import png
from tests.exporters.profiles.conftest import Made, photo

MM = 72 / 25.4


def painted(data: bytes) -> list[Paint]:
    with pikepdf.open(BytesIO(data)) as document:
        return list(paints(document))


def with_picture(article: Article, data: bytes, media_type: str = "image/png") -> Release:
    size = Image.open(BytesIO(data)).size
    asset = Asset("hall.png", media_type, data, *size)
    return Release((msgspec.structs.replace(article, assets=(asset,)),))


def test_it_passes_its_own_preflight(release: Release, context: Context, made: Made) -> None:
    data = made("press", release, context)
    passed = Press().preflight(data, context)
    assert {"boxes", "colours", "fonts", "output intent", "black type"} <= set(passed)
    readback.check("x.pdf", data, release, context)


def test_it_is_the_same_each_time(bilingual_release: Release, context: Context, made: Made) -> None:
    assert Press().make(bilingual_release, context) == made("press", bilingual_release, context)


def test_the_trimmed_page_is_the_themes_and_the_bleed_three_millimetres(
    release: Release, context: Context, made: Made
) -> None:
    with pikepdf.open(BytesIO(made("press", release, context))) as document:
        for page in document.pages:
            x0, y0, x1, y1 = (float(v) / MM for v in page.obj.TrimBox)
            assert (x1 - x0, y1 - y0) == pytest.approx((210, 297), abs=0.002)
            bleed = [float(v) / MM for v in page.obj.BleedBox]
            assert bleed == pytest.approx([x0 - 3, y0 - 3, x1 + 3, y1 + 3], abs=0.002)


def test_crop_marks_stand_outside_the_bleed(chinese_article: Article, context: Context, made: Made) -> None:
    with pikepdf.open(BytesIO(made("press", Release((chinese_article,)), context))) as document:
        page = document.pages[0]
        x0, y0, x1, y1 = (float(v) for v in page.obj.BleedBox)
        points: list[tuple[float, float]] = []
        for step in list(pikepdf.parse_content_stream(page))[:40]:
            if str(step.operator) in ("m", "l"):
                x, y = (float(v) for v in list(step.operands))
                points.append((x, y))
    assert len(points[:16]) == 16  # eight marks
    assert all(not (x0 < x < x1 and y0 < y < y1) for x, y in points[:16])


def test_everything_is_in_process_inks(release: Release, draft_context: Context, made: Made) -> None:
    spaces = {paint.colour.space for paint in painted(made("press", release, draft_context))}
    assert spaces == {"DeviceCMYK"}


def test_the_text_is_in_black_ink_alone_and_overprints(
    release: Release, context: Context, made: Made
) -> None:
    texts = [paint for paint in painted(made("press", release, context)) if paint.kind == "text"]
    black = [paint for paint in texts if paint.colour.values == (0, 0, 0, 1)]
    assert len(black) > len(texts) / 2
    assert all(paint.overprints for paint in black)
    assert not any(paint.overprints for paint in texts if paint.colour.values != (0, 0, 0, 1))


def test_greys_are_tints_of_black(release: Release, context: Context, made: Made) -> None:
    inks = {p.colour.values for p in painted(made("press", release, context)) if p.kind == "text"}
    accent = {values for values in inks if values[:3] != (0, 0, 0)}
    assert len(accent) == 1
    assert len(inks - accent) == 2  # the text and its secondary grey


def test_a_draft_has_its_mark_on_every_page(
    bilingual_release: Release, draft_context: Context, made: Made
) -> None:
    marked = painted(made("press", bilingual_release, draft_context))
    plain = {p.page for p in marked if p.kind == "fill" and p.colour.space == "DeviceCMYK"}
    assert plain == {p.page for p in marked}


def test_a_coarse_picture_is_told(chinese_article: Article, context: Context, made: Made) -> None:
    Press().preflight(made("press", Release((chinese_article,)), context), context)
    assert [n.code for n in context.report.warnings] == ["picture-coarse"]
    assert "96 dots per inch" in context.report.warnings[0].message


def test_a_fine_picture_is_brought_down_to_300_dots_and_told_of_by_nobody(
    chinese_article: Article, context: Context
) -> None:
    data = Press().make(with_picture(chinese_article, photo((3200, 1600), "JPEG"), "image/jpeg"), context)
    Press().preflight(data, context)
    picture = next(p for p in painted(data) if p.kind == "picture")
    assert 299 <= picture.dpi <= 302
    assert not context.report.warnings


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "1", "CMYK"])
def test_a_picture_of_any_kind_is_separated_and_opaque(
    mode: str, chinese_article: Article, context: Context
) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = Press().make(
        with_picture(chinese_article, photo((64, 36), kind, mode), f"image/{kind.lower()}"), context
    )
    Press().preflight(data, context)
    assert next(p for p in painted(data) if p.kind == "picture").opaque


def test_a_picture_is_in_the_inks_of_its_colour(chinese_article: Article, context: Context) -> None:
    data = Press().make(with_picture(chinese_article, photo((240, 120), "PNG")), context)
    with pikepdf.open(BytesIO(data)) as document:
        picture = next(iter(document.pages[0].Resources.XObject.values()))
        inks = [value / 255 for value in picture.read_bytes()[:4]]
    assert inks == pytest.approx(Separation.load().tint("#9a2a22"), abs=0.01)


def test_a_jpeg_prints_as_its_pixels_do(chinese_article: Article, context: Context) -> None:
    pages = []
    for kind in ("PNG", "JPEG"):
        release = with_picture(chinese_article, photo((240, 120), kind), f"image/{kind.lower()}")
        document = pypdfium2.PdfDocument(Press().make(release, context))
        pages.append(document[0].render(scale=0.5).to_pil())
        document.close()
    assert max(ImageStat.Stat(ImageChops.difference(*pages)).mean) < 0.5


def test_the_printers_own_profile_becomes_the_output_intent(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "ours.icc"
    path.write_bytes((resources.templates() / "icc" / "FOGRA39L.icc").read_bytes() + b"\0\0\0\0")
    own = msgspec.structs.replace(context, icc_profile=path)
    with pikepdf.open(BytesIO(Press().make(Release((chinese_article,)), own))) as document:
        intent = document.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "Custom"
        assert "/RegistryName" not in intent
        assert intent.DestOutputProfile.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 200, b"\0" * 12 + b"mntrRGB Lab " + b"\0" * 12 + b"acsp" + b"\0" * 99]
)
def test_a_profile_of_no_press_is_refused(
    data: bytes, chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "screen.icc"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"screen\.icc"):
        Press().make(Release((chinese_article,)), msgspec.structs.replace(context, icc_profile=path))


def test_sixteen_bits_of_grey_are_not_cut_off(chinese_article: Article, context: Context) -> None:
    picture = Image.new("I;16", (64, 36), 0x8000)
    stream = BytesIO()
    picture.save(stream, "PNG")
    with pikepdf.open(
        BytesIO(Press().make(with_picture(chinese_article, stream.getvalue()), context))
    ) as document:
        printed = next(iter(document.pages[0].Resources.XObject.values()))
        assert set(printed.read_bytes()) == {0x80}


def test_a_picture_of_endless_pixels_is_refused(chinese_article: Article, context: Context) -> None:
    whole = bytearray(png())
    whole[16:24] = struct.pack(">II", 60_000, 60_000)
    whole[29:33] = struct.pack(">I", zlib.crc32(whole[12:29]))
    asset = Asset("hall.png", "image/png", bytes(whole), 60_000, 60_000)
    with pytest.raises(ExportError, match=r"hall\.png is too large"):
        Press().make(Release((msgspec.structs.replace(chinese_article, assets=(asset,)),)), context)


def test_a_broken_picture_is_refused_by_its_name(chinese_article: Article, context: Context) -> None:
    whole = photo((64, 36), "JPEG")
    asset = Asset("hall.png", "image/jpeg", whole[: len(whole) // 2], 64, 36)
    article = msgspec.structs.replace(chinese_article, assets=(asset,))
    with pytest.raises(ExportError, match=r"hall\.png"):
        Press().make(Release((article,)), context)
