"""A pack is opened without trust, and what was changed since the export is told."""

import json
import zipfile
from pathlib import Path

import pytest

from publisher.delivery.pack import open_pack, strangers, verify, zipped
from publisher.errors import DeliveryError
from publisher.manifest import from_json as manifest_from_json
from publisher.manifest import schema
from tests.delivery.conftest import FILES

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "manifest.schema.json"


def as_zip(pack: Path, place: Path) -> Path:
    opened = open_pack(pack)
    place.write_bytes(zipped(opened, {record: f"x-{record.name}" for record in opened.manifest.files}))
    return place


def test_a_pack_as_it_was_exported_has_no_fault(pack: Path) -> None:
    assert verify(open_pack(pack)) == ()


def test_a_changed_file_is_told(pack: Path) -> None:
    (pack / "harbour.en.pdf").write_bytes(b"%PDF-1.7 eN")
    assert [line for line in verify(open_pack(pack)) if "harbour.en.pdf" in line and "sum differs" in line]


def test_a_longer_file_is_told_and_not_read_to_its_end(pack: Path) -> None:
    (pack / "harbour.en.pdf").write_bytes(b"x" * 1000)
    assert verify(open_pack(pack)) == ("harbour.en.pdf is larger than it says.",)


def test_a_missing_file_and_a_stranger_are_told(pack: Path) -> None:
    (pack / "harbour.en.pdf").rename(pack / "stranger.pdf")
    opened = open_pack(pack)
    assert verify(opened) == ("lacks harbour.en.pdf.",)
    assert strangers(opened) == ("stranger.pdf",)


def test_changed_editions_are_told(pack: Path) -> None:
    place = pack / "release.json"
    place.write_text(place.read_text(encoding="utf-8").replace("点亮", "熄灭"), encoding="utf-8")
    assert verify(open_pack(pack)) == ("release.json was changed.",)


def test_the_editions_come_back(pack: Path) -> None:
    assert open_pack(pack).release().edition("en").meta.headline == "Harbour lighthouse lit again"


def test_a_zip_of_a_pack_is_a_pack_without_what_is_the_houses(pack: Path, tmp_path: Path) -> None:
    opened = open_pack(as_zip(pack, tmp_path / "a.zip"))
    assert verify(opened) == ()
    assert opened.names == {f"x-{name}" for name in FILES} | {"manifest.json"}
    assert opened.read(opened.manifest.files[0]) == FILES["harbour.zh-Hans.pdf"]
    with pytest.raises(DeliveryError, match=r"lacks release\.json"):
        opened.release()


def test_the_same_pack_gives_the_same_zip(pack: Path, tmp_path: Path) -> None:
    assert as_zip(pack, tmp_path / "a.zip").read_bytes() == as_zip(pack, tmp_path / "b.zip").read_bytes()


def test_a_zip_bomb_is_not_unpacked(pack: Path, tmp_path: Path) -> None:
    place = tmp_path / "bomb.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(pack / "manifest.json", "manifest.json")
        archive.writestr("harbour.en.pdf", b"\0" * 50_000_000)
    assert "harbour.en.pdf is larger than it says." in verify(open_pack(place))


@pytest.mark.parametrize("name", ["../passwd", "/etc/passwd", "a\\b.pdf", "..", "a\nb.pdf", "manifest.json"])
def test_a_manifest_that_names_a_file_outside_its_pack_is_refused(name: str, pack: Path) -> None:
    told = json.loads((pack / "manifest.json").read_bytes())
    told["files"][0]["name"] = name
    with pytest.raises(DeliveryError, match="cannot be in a pack"):
        manifest_from_json(json.dumps(told).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"manifest": 2}', b"\xff"])
def test_what_is_no_manifest_is_refused(data: bytes, pack: Path) -> None:
    (pack / "manifest.json").write_bytes(data)
    with pytest.raises(DeliveryError, match=r"manifest\.json"):
        open_pack(pack)


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="is not a pack"):
        open_pack(tmp_path)


def test_what_is_neither_a_folder_nor_a_zip_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(DeliveryError, match="neither a folder nor a zip"):
        open_pack(tmp_path / "a.zip")


def test_a_language_that_is_not_there_is_told_with_those_that_are(pack: Path) -> None:
    with pytest.raises(DeliveryError, match="fr") as caught:
        open_pack(pack).select(languages=("fr",))
    assert "en, zh-Hans" in caught.value.hint


def test_the_schema_in_the_project_is_that_of_the_manifest(accept: bool) -> None:
    made = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if accept:
        SCHEMA.write_text(made, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == made
