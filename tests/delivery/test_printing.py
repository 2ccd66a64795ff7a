"""Pages come out of a real printer as they went in, once, and what it cannot do is said in one line."""

import io
import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from reportlab.pdfgen.canvas import Canvas

from publisher.cli import cli
from publisher.delivery import fitness, ipp, ipp_route
from publisher.delivery.imposition import booklet, two_up
from publisher.delivery.ipp import Attribute, Operation, Tag
from publisher.delivery.printer import Options, obstacles
from publisher.errors import ConfigError, DeliveryError, PublisherError
from tests.delivery import conftest
from tests.delivery.print_room import PrintRoom, print_room
from tests.delivery.smtp_server import free_port

A4 = (595.28, 841.89)


def document(pages: int, size: tuple[float, float] = A4) -> bytes:
    """Return a PDF whose pages say their numbers."""
    from publisher import resources

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1, initialFontName=_font(resources.font))
    for number in range(1, pages + 1):
        canvas.setFont("press-serif", 40)
        canvas.drawString(100, 400, f"page{number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _font(place: object) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("press-serif", str(place("SourceSerif4-Regular.ttf"))))  # type: ignore[operator]
    return "press-serif"


def words(data: bytes) -> list[list[str]]:
    """Return the words on each page, from left to right."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        placed = []
        for index in range(text.count_rects()):
            box = text.get_rect(index)
            placed.append((box[0], text.get_text_bounded(*box).strip()))
        found.append([word for _, word in sorted(placed) if word])
    return found


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(
        conftest, "FILES", {"harbour.zh-Hans.pdf": document(3), "harbour.en.pdf": document(5)}
    )
    monkeypatch.setenv("PUBLISHER_LEDGER", str(tmp_path / "ledger.sqlite"))
    return conftest.write_pack(tmp_path / "harbour")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["print", *map(str, arguments)])


def refused(*arguments: object) -> PublisherError:
    result = run(*arguments)
    assert isinstance(result.exception, PublisherError), result.output
    assert "\n" not in str(result.exception)
    return result.exception


# ── A real print server, and real printers behind it ─────────────────────────


@pytest.fixture(scope="module")
def room() -> Iterator[PrintRoom]:
    with print_room() as made:
        yield made


def came_out(tray: Path) -> bytes:
    """Return the document that was printed last."""
    return max(tray.glob("*.pdf"), key=lambda path: int(path.name.partition("-")[0])).read_bytes()


def test_a_page_comes_out_of_the_queue_as_it_went_in(room: PrintRoom, pack: Path) -> None:
    result = run(
        pack, "--printer", "press", "--server", room.server, "--lang", "en",
        "--copies", 2, "--duplex", "--media", "A4", "--color", "mono", "--wait",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "completed" in result.output
    out = came_out(room.press_tray)
    assert words(out) == [[f"page{n}"] for n in range(1, 6)]
    one, other = (pypdfium2.PdfDocument(data)[0].render(scale=0.5).to_numpy() for data in (document(5), out))
    assert one.shape == other.shape
    assert abs(one.astype(int) - other.astype(int)).mean() < 1


def test_the_receipt_tells_the_job_and_how_it_ended(room: PrintRoom, pack: Path) -> None:
    run(pack, "--printer", room.desk, "--lang", "en", "--media", "a4", "--wait")
    shown = CliRunner().invoke(cli, ["log", "--json"]).output
    assert '"channel":"print"' in shown
    assert '"reference":"job ' in shown
    assert '"answer":"completed"' in shown
    assert came_out(room.desk_tray) == document(5)


def test_the_same_is_not_printed_twice_unasked(room: PrintRoom, pack: Path) -> None:
    options = (pack, "--printer", room.desk, "--lang", "zh-Hans", "--wait")
    assert run(*options).exit_code == 0
    again = run(*options)
    assert again.exit_code == 0
    assert "skipped" in again.output
    assert run(*options, "--copies", 2).exit_code == 0
    assert run(*options, "--again").exit_code == 0


def test_a_printer_nobody_knows_is_told_with_those_there_are(room: PrintRoom, pack: Path) -> None:
    error = refused(pack, "--printer", "attic", "--server", room.server)
    assert "attic" in str(error)
    assert error.hint == "Printers here: desk, press."


def test_a_printer_of_one_side_refuses_both_in_one_line(room: PrintRoom, pack: Path) -> None:
    for printer in (("desk", "--server", room.server), (room.desk,)):
        error = refused(pack, "--printer", *printer, "--duplex")
        assert "it prints on one side alone" in str(error)


def test_all_that_a_printer_cannot_do_is_in_one_line(room: PrintRoom, pack: Path) -> None:
    error = refused(pack, "--printer", room.desk, "--duplex", "--media", "a3", "--color", "color")
    assert "one side alone; it has no paper a3; it does not print in color" in str(error)


def test_pages_of_another_size_than_the_paper_are_refused(room: PrintRoom, pack: Path) -> None:
    error = refused(pack, "--printer", room.desk, "--media", "letter", "--lang", "en")
    assert "210 × 297 mm, and the paper is letter" in str(error)


def test_a_printer_without_paper_says_so(room: PrintRoom, pack: Path) -> None:
    def paper(level: int) -> None:
        tray = f"size{{0}}=iso_a4_210x297mm&type{{0}}=stationery&level{{0}}={level}"
        place = room.desk.replace("ipp:", "http:").replace("/ipp/print", "/media")
        urllib.request.urlopen(f"{place}?{tray.format(1)}&{tray.format(3)}").close()

    paper(0)
    try:
        result = run(pack, "--printer", room.desk, "--lang", "en")
    finally:
        paper(250)
    assert "it is out of paper" in result.output


def test_pages_that_are_not_there_are_told(room: PrintRoom, pack: Path) -> None:
    assert "has 5 pages" in str(refused(pack, "--printer", room.desk, "--lang", "en", "--pages", "9-12"))


def test_a_booklet_comes_out_on_both_sides(room: PrintRoom, pack: Path) -> None:
    result = run(pack, "--printer", room.press, "--lang", "en", "--layout", "booklet", "--wait")
    assert result.exit_code == 0, result.output
    assert words(came_out(room.press_tray)) == [["page1"], ["page2"], ["page3"], ["page4", "page5"]]


# ── Without a printer ────────────────────────────────────────────────────────


def test_a_booklet_of_eight_has_its_pages_where_the_fold_wants_them() -> None:
    assert words(booklet(document(8))) == [
        ["page8", "page1"], ["page2", "page7"], ["page6", "page3"], ["page4", "page5"],
    ]  # fmt: skip


def test_two_pages_stand_side_by_side_on_a_sheet_that_lies() -> None:
    made = two_up(document(3))
    assert words(made) == [["page1", "page2"], ["page3"]]
    found = fitness.look(made)
    assert (found.width, found.height) == (297, 210)


def test_a_sheet_of_twice_the_paper_holds_the_pages_in_their_size() -> None:
    with pikepdf.open(io.BytesIO(booklet(document(4), "a3"))) as made:
        form = made.pages[0].Resources.XObject
        content = made.pages[0].Contents.read_bytes()
    assert len(form) == 2
    assert [float(scale) for scale in re.findall(rb"([\d.]+) 0 0 [\d.]+ [\d.]+ [\d.]+ cm", content)] == (
        pytest.approx([1, 1], abs=1e-4)
    )


def test_the_same_document_is_laid_out_the_same() -> None:
    assert booklet(document(4)) == booklet(document(4))


def test_a_document_is_laid_out_into_a_folder(pack: Path, tmp_path: Path) -> None:
    result = run(pack, "--lang", "en", "--layout", "booklet", "-o", tmp_path / "made")
    assert result.exit_code == 0, result.output
    (made,) = (tmp_path / "made").iterdir()
    assert fitness.look(made.read_bytes()).pages == 4


def test_a_pdf_that_lacks_a_font_is_not_fit(tmp_path: Path) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(100, 400, "Helvetica is not inside")
    canvas.save()
    assert fitness.look(stream.getvalue()).faults == ("it lacks the font Helvetica",)


def test_a_pdf_with_pages_of_two_sizes_a_torn_and_a_locked_one_are_not_fit() -> None:
    with pikepdf.new() as made:
        made.add_blank_page(page_size=A4)
        made.add_blank_page(page_size=(300, 300))
        mixed, locked = io.BytesIO(), io.BytesIO()
        made.save(mixed)
        made.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert fitness.look(mixed.getvalue()).faults == ("its pages are of several sizes",)
    assert fitness.look(locked.getvalue()).faults == ("it is locked with a password",)
    assert "not a whole PDF" in fitness.look(b"%PDF-1.7 torn").faults[0]


def test_paper_is_known_by_its_pwg_name() -> None:
    assert fitness.paper_size("iso_a4_210x297mm") == (210, 297)
    assert fitness.paper_size("na_letter_8.5x11in") == pytest.approx((215.9, 279.4))
    assert fitness.paper_size("photo") is None


def test_what_a_printer_does_not_speak_of_is_left_to_it() -> None:
    asked = Options(copies=3, sides="two-sided-long-edge", media="a4", colour="mono", pages=((1, 2),))
    assert obstacles(asked, {}) == ()


@pytest.mark.parametrize("pages", ["0", "3-1", "a", "1,,2", "1-"])
def test_what_are_no_pages_is_a_fault_of_usage(pages: str, pack: Path) -> None:
    assert run(pack, "--printer", "desk", "--pages", pages).exit_code == 2


def test_a_print_server_that_is_not_there_is_told(pack: Path) -> None:
    error = refused(pack, "--printer", "desk", "--server", f"127.0.0.1:{free_port()}")
    assert "answers at 127.0.0.1" in str(error)
    assert "--server" in error.hint


def test_under_embargo_nothing_is_printed_unless_the_user_says_so(tmp_path: Path) -> None:
    held = conftest.write_pack(tmp_path / "held", embargo=datetime(2999, 1, 1, tzinfo=UTC))
    assert "under embargo" in str(refused(held, "--printer", "desk"))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a/b",
        "http://desk/ipp",
        "ipp://",
        "ipp://user@desk/ipp",
        "a b",
        "desk\nx",
        "ipp://[desk",
        "ipp://desk:x",
    ],
)
def test_what_is_no_printer_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="not a printer"):
        ipp_route.route(name, "")


def test_a_request_is_laid_out_as_the_standard_says() -> None:
    made = ipp.request(Operation.GET_PRINTER_ATTRIBUTES, [Attribute("a", Tag.KEYWORD, ("x", "yz"))])
    assert made.startswith(b"\x02\x00\x00\x0b\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8")
    assert made.endswith(b"\x44\x00\x01a\x00\x01x\x44\x00\x00\x00\x02yz\x03")


def test_a_collection_in_a_reply_is_read() -> None:
    collection = (
        b"\x34\x00\x05media\x00\x00" + b"\x4a\x00\x00\x00\x04size" + b"\x21\x00\x00\x00\x04\x00\x00\x00\x07"
        b"\x37\x00\x00\x00\x00"
    )
    reply = ipp.decode(b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + collection + b"\x03")
    assert reply.group(Tag.PRINTER) == {"media": ({"size": (7,)},)}


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\xff\xff", b"\x02" * 9, b"\x34" * 5000]
)
def test_what_is_no_reply_is_told(data: bytes) -> None:
    with pytest.raises(DeliveryError, match="not IPP"):
        ipp.decode(data)
