"""The main job, end to end, through the command line."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from publisher.cli import cli

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared" / "seeds"
SAMPLE = SEEDS / "open-day.txt"
MEMORY = ("--memory", str(SEEDS / "open-day.zh-en.tmx"), "--glossary", str(SEEDS / "open-day.glossary.csv"))
NINE = {
    f"open-day.{language}.{suffix}"
    for language in ("zh-Hans", "en", "bilingual")
    for suffix in ("docx", "pdf", "html")
}
HAN = re.compile(r"[\u3400-\u9fff]")

real = pytest.mark.skipif(not SHARED.is_dir(), reason="the real article is not beside this checkout")


def publisher(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in ``folder``."""
    return subprocess.run(
        [sys.executable, "-m", "publisher", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
    )


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    document.close()
    return "".join(text.split())


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the sample, made once."""
    folder = tmp_path_factory.mktemp("pack")
    done = publisher("export", SAMPLE, *MEMORY, folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "out" / "open-day"


def test_the_sample_becomes_nine_files_and_a_manifest(pack: Path) -> None:
    assert {path.name for path in pack.iterdir()} == NINE | {"manifest.json", "release.json"}


def test_the_manifest_lists_each_file_with_its_sum_and_its_check(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_bytes())
    assert {file["name"] for file in manifest["files"]} == NINE
    for file in manifest["files"]:
        data = (pack / file["name"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["bytes"] == len(data)
        assert "agree" in file["checks"]["read-back"]


def test_the_english_files_hold_no_han(pack: Path) -> None:
    page = re.sub(r"(?s)<style>.*?</style>", "", (pack / "open-day.en.html").read_text(encoding="utf-8"))
    assert not HAN.search(page)
    assert not HAN.search(pdf_text(pack / "open-day.en.pdf"))


def test_the_repaired_text_is_the_clean_text() -> None:
    done = publisher("repair", SAMPLE, folder=ROOT)
    assert done.returncode == 0, done.stderr
    clean = [
        line
        for line in (SEEDS / "open-day.clean.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    body = [line for line in clean if len(line) > 60]
    assert body
    for line in body:
        assert line in done.stdout


def test_the_same_command_gives_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    publisher("export", SAMPLE, *MEMORY, folder=tmp_path)
    for path in pack.iterdir():
        assert (tmp_path / "out" / "open-day" / path.name).read_bytes() == path.read_bytes(), path.name


def test_without_a_memory_the_chinese_files_are_written_and_the_english_refused(tmp_path: Path) -> None:
    done = publisher("export", SAMPLE, folder=tmp_path)
    assert done.returncode == 5
    made = {path.name for path in (tmp_path / "out" / "open-day").iterdir()}
    assert made == {f"open-day.zh-Hans.{suffix}" for suffix in ("docx", "pdf", "html")} | {
        "manifest.json",
        "release.json",
    }
    assert "--memory" in done.stderr
    assert "--draft" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("--draft",), ("--engine", "pseudo")])
def test_text_that_nobody_reviewed_says_draft_on_its_face(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = publisher("export", SAMPLE, "--lang", "en", "--format", "pdf,html", *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "DRAFT" in pdf_text(tmp_path / "out" / "open-day" / "open-day.en.pdf")


def test_an_english_article_becomes_chinese(tmp_path: Path) -> None:
    source = SEEDS / "harbor-light.en.txt"
    done = publisher(
        "export", source, "--memory", SEEDS / "harbor-light.en-zh.tmx", "--format", "html", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out" / "harbor-light.en").iterdir()}
    assert "harbor-light.en.zh-Hans.html" in names


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    files = {name: tmp_path / f"{name}.txt" for name in ("empty", "binary", "large")}
    files["empty"].write_bytes(b"")
    files["binary"].write_bytes(bytes(range(256)) * 40)
    with files["large"].open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    files["folder"] = tmp_path / "folder.txt"
    files["folder"].mkdir()
    files["missing"] = tmp_path / "missing.txt"
    return files


@pytest.mark.parametrize("name", ["empty", "binary", "large", "folder", "missing"])
def test_bad_input_gets_one_clear_line_and_leaves_nothing(
    name: str, bad: dict[str, Path], tmp_path: Path
) -> None:
    done = publisher("export", bad[name], folder=tmp_path)
    assert done.returncode == 4
    lines = done.stderr.splitlines()
    assert lines[0].startswith("publisher: ")
    assert bad[name].name in lines[0]
    assert all(line.startswith("  → ") for line in lines[1:])
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_an_export_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = publisher("export", SAMPLE, *MEMORY, "--out", "taken/out", folder=tmp_path)
    assert done.returncode == 6
    assert done.stderr.startswith("publisher: ")
    assert "Traceback" not in done.stderr


def test_a_folder_without_permission_is_an_export_error(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    # root may write where others may not, but not even root makes folders in /proc
    out = "/proc/publisher" if os.access(closed, os.W_OK) else str(closed)
    done = publisher("export", SAMPLE, "--lang", "zh-Hans", "--format", "wire", "--out", out, folder=tmp_path)
    assert done.returncode == 6
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_article_without_source_and_date_is_exported(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("标题\n正文只有一句。\n", encoding="utf-8")
    done = publisher("export", "bare.txt", "--lang", "zh-Hans", folder=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_file_name_that_is_not_utf_8_is_a_read_error(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    (tmp_path / name).write_text("标题\n正文只有一句。\n", encoding="utf-8")
    done = publisher("export", name, "--lang", "zh-Hans", folder=tmp_path)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_an_unknown_edition_is_an_error_that_lists_the_known_ones(tmp_path: Path) -> None:
    done = publisher("export", SAMPLE, "--lang", "fr", folder=tmp_path)
    assert done.returncode == 2
    assert "zh-Hans" in done.stderr


def test_strict_fails_on_a_doubt(tmp_path: Path) -> None:
    done = publisher(
        "export", SAMPLE, "--draft", "--strict", "--lang", "en", "--format", "html", folder=tmp_path
    )
    assert done.returncode == 8


def test_json_is_for_programs(tmp_path: Path) -> None:
    done = publisher("export", SAMPLE, "--lang", "zh-Hans", "--format", "html", "--json", folder=tmp_path)
    assert json.loads(done.stdout)["files"][0]["language"] == "zh-Hans"


def test_inspect_prints_an_article_that_export_takes(tmp_path: Path) -> None:
    done = publisher("inspect", SEEDS / "harbor-light.en.txt", folder=tmp_path)
    assert done.returncode == 0
    (tmp_path / "again.json").write_text(done.stdout, encoding="utf-8")
    again = publisher("export", "again.json", "--lang", "en", "--format", "html", folder=tmp_path)
    assert again.returncode == 0, again.stderr


def test_doctor_says_what_this_machine_has(tmp_path: Path) -> None:
    done = publisher("doctor", folder=tmp_path)
    assert done.returncode == 0
    assert "Pango" in done.stdout
    assert "fonts" in done.stdout


@real
def test_the_real_article_becomes_nine_files(tmp_path: Path) -> None:
    (article,) = SHARED.glob("000_*.txt")
    (memory,) = SHARED.glob("000_*.tmx")
    done = publisher("export", article, "--memory", memory, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    made = list((tmp_path / "out" / article.stem).iterdir())
    assert len(made) == 11
    chinese = pdf_text(tmp_path / "out" / article.stem / f"{article.stem}.zh-Hans.pdf")
    english = pdf_text(tmp_path / "out" / article.stem / f"{article.stem}.en.pdf")
    assert "我校“衡智众创空间”荣获" in chinese
    assert not re.search(r"[\u3400-\u9fff]\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)", chinese)
    assert not re.search(r"[\u3400-\u9fff],[\u3400-\u9fff]", chinese)
    assert not HAN.search(english)
    assert "ShaoJing" in english
    assert "HongYaping" in english
    for figure in ("37", "5", "16", "21", "1", "14", "6", "19", "9", "10"):
        assert re.search(rf"(?<!\d){figure}(?!\d)", chinese)
        assert re.search(rf"(?<!\d){figure}(?!\d)", english)


@real
def test_the_real_article_is_understood(tmp_path: Path) -> None:
    (article,) = SHARED.glob("000_*.txt")
    meta = json.loads(publisher("inspect", article, folder=tmp_path).stdout)["meta"]
    assert meta["language"] == "zh-Hans"
    assert meta["headline"] == "2021年衡水市大众创业万众创新活动周启动仪式在我校举办"
    assert meta["source"] == "衡水职业技术学院"
    assert meta["issued"] == "2021-10-31T09:48:49+08:00"
    assert {"role": "text", "names": ["邵菁"]} in meta["credits"]
    assert {"role": "photo", "names": ["洪雅萍"]} in meta["credits"]


def articles(folder: Path, *names: str) -> tuple[Path, ...]:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("青岚开馆\n\n图书馆今天开馆。\n\n  \n", encoding="utf-8")
    return tuple(folder / name for name in names)


@pytest.mark.parametrize("other", ["sub/gov.txt", "sub/GOV.md"])
def test_two_articles_whose_packs_would_have_one_folder_are_refused_before_any_work(
    tmp_path: Path, other: str
) -> None:
    files = articles(tmp_path, "gov.txt", other)
    words = ["export", *map(str, files), "--lang", "zh-Hans", "--out", str(tmp_path / "p")]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2
    assert str(files[1]) in result.output
    assert not (tmp_path / "p").exists()


def test_an_article_named_twice_is_made_once(tmp_path: Path) -> None:
    (path,) = articles(tmp_path, "gov.txt")
    words = ["export", str(path), str(path.parent / "." / "gov.txt"), "--out", str(tmp_path / "p")]
    result = CliRunner().invoke(cli, [*words, "--lang", "zh-Hans", "--format", "html"])
    assert result.exit_code == 0
    assert result.stdout.count("manifest.json") == 1


def test_warnings_of_several_articles_say_which_they_are_about(tmp_path: Path) -> None:
    files = articles(tmp_path, "one.txt", "two.txt")
    words = ["export", *map(str, files), "--draft", "--engine", "none", "--out", str(tmp_path / "p")]
    result = CliRunner().invoke(cli, [*words, "--lang", "en", "--format", "html"])
    warnings = [line for line in result.stderr.splitlines() if line.startswith("warning: ")]
    assert {line.split(": ")[1] for line in warnings} == {"one.txt", "two.txt"}


def test_an_edition_that_a_format_cannot_hold_is_told_beside_what_is_made(tmp_path: Path) -> None:
    (path,) = articles(tmp_path, "gov.txt")
    words = ["export", str(path), "--draft", "--engine", "none", "--format", "html,md"]
    result = CliRunner().invoke(cli, [*words, "--out", str(tmp_path / "p")])
    assert result.exit_code == 0
    assert "note: bilingual was not made as md: that format holds one language\n" in result.stderr
    assert "gov.bilingual.html" in result.stdout
