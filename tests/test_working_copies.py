"""Working copies from the command line: beside the clean files, and never sent by themselves."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from docx.oxml.ns import qn

from publisher.cli import cli
from publisher.config import Settings
from publisher.delivery.pack import open_pack
from publisher.delivery.selection import Selection, files
from publisher.pipeline import Job, run

OLD = "青岚开馆\n\n图书馆3月5日开馆，有图书1.2万册。\n\n欢迎参观。\n"
NEW = "青岚开馆\n\n图书馆3月6日开馆，有图书1.3万册。\n\n欢迎参观。\n"


def export(folder: Path, *words: str, old: str = OLD) -> Result:
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    (folder / "old.txt").write_text(old, encoding="utf-8")
    asked = ["export", str(folder / "new.txt"), "--engine", "none", "--out", str(folder / "out"), *words]
    return CliRunner().invoke(cli, asked)


def compare(folder: Path, *words: str, old: str = OLD) -> Result:
    return export(folder, "--compare", str(folder / "old.txt"), *words, old=old)


def manifest(folder: Path) -> Any:
    return json.loads((folder / "out/new/manifest.json").read_bytes())


def marked(path: Path, name: str) -> list[str]:
    document = docx.Document(str(path))
    marks = document.element.body.iter(qn(f"w:{name}"))
    return ["".join(t.text or "" for t in m.iter(qn("w:t"), qn("w:delText"))) for m in marks]


def test_a_document_with_the_changes_stands_beside_the_clean_one(tmp_path: Path) -> None:
    assert compare(tmp_path, "--lang", "zh-Hans", "--format", "docx").exit_code == 0
    out = tmp_path / "out/new"
    assert marked(out / "new.zh-Hans.docx", "ins") == []
    assert marked(out / "new.zh-Hans.changes.docx", "ins") == ["6", "1.3"]
    assert marked(out / "new.zh-Hans.changes.docx", "del") == ["5", "1.2"]


def test_the_manifest_says_that_both_versions_were_read_back(tmp_path: Path) -> None:
    compare(tmp_path, "--lang", "zh-Hans", "--format", "docx")
    checks = {file["name"]: file["checks"] for file in manifest(tmp_path)["files"]}
    assert "changes rejected" in checks["new.zh-Hans.changes.docx"]
    assert "changes rejected" not in checks["new.zh-Hans.docx"]


def test_the_author_of_the_changes_is_the_settings(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text('author = "新闻处"', encoding="utf-8")
    words = ("--lang", "zh-Hans", "--format", "docx", "--config", str(tmp_path / "publisher.toml"))
    assert compare(tmp_path, *words).exit_code == 0
    document = docx.Document(str(tmp_path / "out/new/new.zh-Hans.changes.docx"))
    assert {m.get(qn("w:author")) for m in document.element.body.iter(qn("w:ins"))} == {"新闻处"}


def test_the_older_version_is_mended_as_the_new_one_is(tmp_path: Path) -> None:
    halfwidth = OLD.replace("，", ",")
    assert compare(tmp_path, "--lang", "zh-Hans", "--format", "docx", old=halfwidth).exit_code == 0
    assert marked(tmp_path / "out/new/new.zh-Hans.changes.docx", "del") == ["5", "1.2"]


def test_an_older_version_without_a_translation_costs_only_the_changes(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" '
        'o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>'
        + "".join(
            f'<tu><tuv xml:lang="zh"><seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>'
            for zh, en in (
                ("青岚开馆", "Qinglan library opens"),
                ("图书馆3月6日开馆，有图书1.3万册。", "The library opens on March 6 with 13,000 books."),
                ("欢迎参观。", "Come and see."),
            )
        )
        + "</body></tmx>",
        encoding="utf-8",
    )
    old = OLD.replace("欢迎参观。", "欢迎参观。馆内有咖啡。")
    words = ("--lang", "en", "--format", "docx", "--memory", str(tmp_path / "m.tmx"))
    result = compare(tmp_path, *words, old=old)
    assert result.exit_code == 5
    assert "The version to compare with" in result.stderr
    assert [file["name"] for file in manifest(tmp_path)["files"]] == ["new.en.docx"]
    assert manifest(tmp_path)["article"]["headlines"] == {"en": "Qinglan library opens"}


def test_a_job_without_word_among_its_formats_is_told_that_it_has_no_working_copies(tmp_path: Path) -> None:
    for name in ("new.txt", "old.txt"):
        (tmp_path / name).write_text(NEW, encoding="utf-8")
    settings = Settings(languages=("zh-Hans",), formats=("md",), out=str(tmp_path / "out"))
    outcome = run(
        Job(path=tmp_path / "new.txt", settings=settings, compare=tmp_path / "old.txt", comments=True)
    )
    assert [notice.code for notice in outcome.notices] == ["not-compared", "not-commented"]


@pytest.mark.parametrize("old", ["missing.txt", "folder"])
def test_an_older_version_that_cannot_be_read_is_a_read_error_that_names_it(tmp_path: Path, old: str) -> None:
    (tmp_path / "folder").mkdir()
    result = export(tmp_path, "--compare", str(tmp_path / old))
    assert result.exit_code == 4
    assert old in result.stderr
    assert not (tmp_path / "out").exists()


def test_one_older_version_is_compared_with_one_article(tmp_path: Path) -> None:
    (tmp_path / "third.txt").write_text(NEW, encoding="utf-8")
    result = compare(tmp_path, str(tmp_path / "third.txt"))
    assert result.exit_code == 2
    assert "--compare takes one FILE" in result.stderr


def test_a_document_with_the_warnings_as_comments_stands_beside_the_clean_one(tmp_path: Path) -> None:
    words = ("--lang", "en", "--format", "docx", "--draft", "--comments")
    assert export(tmp_path, *words).exit_code == 0
    out = tmp_path / "out/new"
    assert not len(docx.Document(str(out / "new.en.docx")).comments)
    assert len(docx.Document(str(out / "new.en.comments.docx")).comments)


def test_working_copies_are_not_sent_unless_they_are_named(tmp_path: Path) -> None:
    compare(tmp_path, "--lang", "zh-Hans", "--format", "docx", "--comments")
    pack = open_pack(tmp_path / "out/new")
    now = datetime(2026, 3, 7, tzinfo=UTC)
    assert [n.rpartition("zh-Hans")[2] for n in files(pack, Selection(), now)] == [".docx"]
    named = files(pack, Selection(formats=("changes",)), now)
    assert [n.rpartition("zh-Hans")[2] for n in named] == [".changes.docx"]


def test_what_is_told_of_a_clean_document_is_not_told_again_of_its_copies(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "house.docx"))
    words = ("--lang", "zh-Hans", "--format", "docx", "--reference", str(tmp_path / "house.docx"))
    assert compare(tmp_path, "--comments", *words).exit_code == 0
    told = [notice["message"] for notice in manifest(tmp_path)["notices"]]
    assert any("house.docx" in message for message in told)
    assert len(told) == len(set(told))


def test_copies_with_nothing_to_show_are_told_of_edition_by_edition(tmp_path: Path) -> None:
    words = ("--lang", "zh-Hans,zh-Hant-TW", "--format", "docx", "--comments")
    result = compare(tmp_path, *words, old=NEW)
    assert result.exit_code == 0
    assert [line.split(": ")[1] for line in result.stderr.splitlines() if line.startswith("note: ")] == [
        "zh-Hans.comments.docx",
        "zh-Hans.changes.docx",
        "zh-Hant-TW.comments.docx",
        "zh-Hant-TW.changes.docx",
    ]


def test_copies_that_show_something_are_not_told_of(tmp_path: Path) -> None:
    result = compare(tmp_path, "--lang", "zh-Hans", "--format", "docx")
    assert result.exit_code == 0
    assert "note: " not in result.stderr


def test_a_copy_from_an_earlier_export_is_told_of_until_it_is_gone(tmp_path: Path) -> None:
    words = ("--lang", "zh-Hans", "--format", "docx")
    assert "earlier exports" not in compare(tmp_path, *words).stderr
    for _ in range(2):
        again = export(tmp_path, *words).stderr.splitlines()
        assert again[-1] == "note: left from earlier exports, and never delivered: new.zh-Hans.changes.docx"
    (tmp_path / "out/new/new.zh-Hans.changes.docx").unlink()
    assert "earlier exports" not in export(tmp_path, *words).stderr


def test_files_of_somebody_elses_in_the_folder_are_nobodys_business(tmp_path: Path) -> None:
    (tmp_path / "out/new").mkdir(parents=True)
    (tmp_path / "out/new/letter.docx").write_bytes(b"mine")
    assert "letter" not in export(tmp_path, "--lang", "zh-Hans", "--format", "docx").stderr


def test_a_comment_on_a_figure_spans_the_figure(tmp_path: Path) -> None:
    said = "The library opens on March 6 with 31,000 books."
    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" '
        'o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body><tu><tuv xml:lang="zh">'
        f'<seg>图书馆3月6日开馆，有图书1.3万册。</seg></tuv><tuv xml:lang="en"><seg>{said}</seg></tuv></tu>'
        "</body></tmx>",
        encoding="utf-8",
    )
    words = ("--lang", "en", "--format", "docx", "--draft", "--comments", "--memory", str(tmp_path / "m.tmx"))
    assert export(tmp_path, *words).exit_code == 0
    body = docx.Document(str(tmp_path / "out/new/new.en.comments.docx")).element.body
    spans = body.xpath("//w:commentRangeStart[following-sibling::w:r[1]/w:t[.='31,000']]")
    assert len(spans) == 1
