"""An .argosmodel file is installed whole or not at all, and nothing of it lands anywhere else."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.errors import ConfigError
from publisher.translation.engines import package_file
from publisher.translation.engines.models import installed
from publisher.translation.engines.package_file import install

METADATA = {"from_code": "zh", "to_code": "en", "package_version": "1.1", "argos_version": "1.9"}
SOUND: dict[str, bytes] = {
    "zh_en/metadata.json": json.dumps(METADATA).encode(),
    "zh_en/model/model.bin": b"weights",
    "zh_en/sentencepiece.model": b"pieces",
}


def packed(folder: Path, files: dict[str, bytes], **changes: int) -> Path:
    """Return an archive of ``files``; ``changes`` set fields of the last one."""
    path = folder / "package.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for n, (name, data) in enumerate(files.items(), 1):
            info = zipfile.ZipInfo("placeholder")
            info.filename = name  # not cleaned, as an attacker's tool would not
            if n == len(files):
                for field, value in changes.items():
                    setattr(info, field, value)
            archive.writestr(info, data)
    return path


def refused(file: Path, tmp_path: Path) -> str:
    """Install ``file``; return the message, having seen that nothing was written."""
    above = tmp_path / "a" / "b" / "c"  # deep enough that what climbs out is seen, among no other's files
    above.mkdir(parents=True)
    place = above / "packages"
    before = {p for p in tmp_path.rglob("*") if p != place}
    with pytest.raises(ConfigError) as fault:
        install(file, place)
    assert {p for p in tmp_path.rglob("*") if p != place} == before
    assert "\n" not in str(fault.value)
    return str(fault.value)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "zh_en/../../evil.txt",
        "/tmp/evil.txt",
        "zh_en/./evil.txt",
        "zh_en//evil.txt",
        "zh_en\\..\\..\\evil.txt",
        "C:/evil.txt",
        "zh_en/evil\x00.txt",
        "zh_en/evil\n.txt",
        "zh_en/.. /evil.txt",
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "leads out of its folder" in refused(packed(tmp_path, SOUND | {name: b"evil"}), tmp_path)


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND | {"zh_en/link": b"/etc"}, external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert "a link or a device" in refused(file, tmp_path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND | {"zh_en/big": bytes(50_000_000)}, compress_type=zipfile.ZIP_DEFLATED)
    assert "far more than it is" in refused(file, tmp_path)


def test_a_total_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = packed(tmp_path, SOUND | {"zh_en/one": bytes(800_000), "zh_en/two": bytes(800_000)})
    monkeypatch.setattr(package_file, "MAX_BYTES", 1_500_000)
    assert "not an Argos package" in refused(file, tmp_path)


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND | {"zh_en/liar": b"x" * 5000}, compress_type=zipfile.ZIP_DEFLATED)
    data = file.read_bytes()
    at = data.rindex(b"PK\1\2")
    file.write_bytes(data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :])
    assert "not a sound zip archive" in refused(file, tmp_path)


def test_too_many_files_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    names = {f"zh_en/{n}": b"" for n in range(package_file.MAX_FILES + 1)}
    assert "more than 5000 files" in refused(packed(tmp_path, names), tmp_path)


def test_files_that_overlap_are_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND | {"zh_en/a": b"x" * 900_000, "zh_en/b": b"x" * 900_000})
    data = file.read_bytes()
    directory = data.index(b"PK\1\2")
    # the bytes of the second file go, and its entry points at the first
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        one, two = archive.getinfo("zh_en/a"), archive.getinfo("zh_en/b")
    cut = two.header_offset
    entries = bytearray(data[directory:])
    last = entries.rindex(b"PK\1\2")
    entries[last + 42 : last + 46] = one.header_offset.to_bytes(4, "little")
    end = entries.rindex(b"PK\5\6")
    entries[end + 16 : end + 20] = cut.to_bytes(4, "little")
    file.write_bytes(data[:cut] + bytes(entries))
    assert "overlap" in refused(file, tmp_path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda f: f | {"other/file": b""}, "has one folder, this has 2"),
        (lambda f: f | {"loose": b""}, "outside the one folder"),
        (lambda f: f | {"zh_en/MODEL/model.bin": b"x"}, "stands twice"),
        (lambda f: {k: v for k, v in f.items() if "metadata" not in k}, "no metadata.json"),
        (lambda f: {k: v for k, v in f.items() if "model.bin" not in k}, "no model/model.bin"),
        (lambda f: {k: v for k, v in f.items() if "pieces" not in k and "sentence" not in k}, "bpe.model"),
        (lambda f: f | {"zh_en/metadata.json": b"{"}, "metadata.json cannot be used"),
        (lambda f: f | {"zh_en/metadata.json": b"[]"}, "metadata.json cannot be used"),
        (lambda f: f | {"zh_en/metadata.json": b'{"from_code":1,"to_code":"en"}'}, "cannot be used"),
        (lambda f: f | {"zh_en/metadata.json": b'{"from_code":"../..","to_code":"en"}'}, "no pair"),
        (lambda f: f | {"zh_en/metadata.json": b'{"from_code":"zh","to_code":"en","type":"sbd"}'}, "no pair"),
        (lambda f: f | {"zh_en/metadata.json": b"\xff\xfe"}, "cannot be used"),
        (lambda f: f | {"zh_en/metadata.json": b'{"x":' + b"[" * 100_000}, "cannot be used"),
        (
            lambda f: f | {"zh_en/metadata.json": f["zh_en/metadata.json"].replace(b"1.1", b"1\\u001b[2J")},
            "version",
        ),
        (lambda f: {"zh_en/": b""}, "it is empty"),
        (lambda f: {}, "this has 0"),
    ],
)
def test_what_is_no_package_is_refused_with_the_reason(
    tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]], reason: str
) -> None:
    assert reason in refused(packed(tmp_path, change(SOUND)), tmp_path)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "package.argosmodel"
    file.write_bytes(b"<html>Not found</html>")
    assert "not a zip archive" in refused(file, tmp_path)


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND)
    file.write_bytes(file.read_bytes().replace(b"weights", b"weigths", 1))
    assert "not a sound zip archive" in refused(file, tmp_path)


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND)
    data = bytearray(file.read_bytes())
    data[data.rindex(b"PK\1\2") + 8] |= 1
    file.write_bytes(data)
    assert "encrypted" in refused(file, tmp_path)


def test_a_folder_is_no_package(tmp_path: Path) -> None:
    assert "no file" in refused(tmp_path, tmp_path)


def test_it_is_installed_under_its_own_folder_with_its_checksum(tmp_path: Path) -> None:
    file = packed(tmp_path, SOUND)
    made = install(file, tmp_path / "packages")
    assert made.model.path == tmp_path / "packages" / "zh_en"
    assert (made.model.path / "model" / "model.bin").read_bytes() == b"weights"
    assert made.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_new_version_takes_the_place_of_the_old_whatever_their_folders_are_called(tmp_path: Path) -> None:
    place = tmp_path / "packages"
    install(packed(tmp_path, SOUND), place)
    newer = {k.replace("zh_en/", "zh_en-1_2/"): v.replace(b"1.1", b"1.2") for k, v in SOUND.items()}
    assert install(packed(tmp_path, newer), place).replaced == ("1.1",)
    assert [(m.name, m.version) for m in installed((place,))] == [("zh_en-1_2", "1.2")]
    assert [p.name for p in place.iterdir()] == ["zh_en-1_2"]


def test_the_old_version_stays_when_the_new_one_cannot_be_unpacked(tmp_path: Path) -> None:
    place = tmp_path / "packages"
    install(packed(tmp_path, SOUND), place)
    file = packed(tmp_path, SOUND | {"zh_en/more": b"more"})
    file.write_bytes(file.read_bytes().replace(b"more" + b"PK", b"less" + b"PK", 1))
    with pytest.raises(ConfigError):
        install(file, place)
    assert [(m.name, m.version) for m in installed((place,))] == [("zh_en", "1.1")]
    assert [p.name for p in place.iterdir()] == ["zh_en"]


def test_a_folder_of_the_users_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "packages" / "zh_en").mkdir(parents=True)
    (tmp_path / "packages" / "zh_en" / "notes.txt").write_text("mine")
    with pytest.raises(ConfigError, match="something else"):
        install(packed(tmp_path, SOUND), tmp_path / "packages")
    assert (tmp_path / "packages" / "zh_en" / "notes.txt").read_text() == "mine"
