"""``publisher check``: its three kinds of input, its report, its exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import TranslationError

GOOD = ("全市有37家企业。", "The city has 37 companies.")
BAD = ("全市有37家企业。", "The city has 35 companies.")
TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="zh-Hans" datatype="plaintext"/><body>
<tu tuid="t7"><tuv xml:lang="zh-Hans"><seg>{}</seg></tuv>
<tuv xml:lang="en"><seg>{}</seg></tuv></tu>
</body></tmx>"""
XLIFF = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-Hans" trgLang="en">
<file id="f"><unit id="u3"><segment><source>{}</source><target>{}</target></segment></unit></file></xliff>"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, arguments)])


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "form", "key"),
    [
        ("a.tmx", TMX, "t7"),
        ("a.xlf", XLIFF, "u3"),
        ("a.csv", "source,target\n{},{}\n", "1"),
        ("a.tsv", "{}\t{}\n", "1"),
    ],
)
def test_a_file_of_pairs_is_checked_and_its_keys_kept(tmp_path: Path, name: str, form: str, key: str) -> None:
    result = run(write(tmp_path, name, form.format(*BAD)), "--json")
    (finding,) = json.loads(result.output)["findings"]
    assert (finding["rule"], finding["segment"], finding["severity"]) == ("numbers", key, "error")
    assert (finding["source"], finding["target"]) == BAD
    assert finding["offsets"]["source"] == [[3, 5]]


def test_an_error_exits_with_eight(tmp_path: Path) -> None:
    assert run(write(tmp_path, "a.tmx", TMX.format(*BAD))).exit_code == 8


def test_a_good_translation_exits_with_nought(tmp_path: Path) -> None:
    result = run(write(tmp_path, "a.tmx", TMX.format(*GOOD)))
    assert result.exit_code == 0
    assert result.output == "1 segment: nothing found\n"


def test_the_report_marks_the_place(tmp_path: Path) -> None:
    result = run(write(tmp_path, "a.tmx", TMX.format(*BAD)))
    assert "t7  error  numbers:" in result.output
    assert "全市有⟦37⟧家企业。" in result.output


def test_english_to_chinese_is_told_from_the_file(tmp_path: Path) -> None:
    result = run(write(tmp_path, "a.csv", f'"{BAD[1]}","{BAD[0]}"\n'), "--json")
    assert [f["rule"] for f in json.loads(result.output)["findings"]] == ["numbers"]


def test_rules_are_chosen_and_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "a.tmx", TMX.format(*BAD))
    assert run(path, "--rules", "names,negation").exit_code == 0
    assert run(path, "--skip", "numbers").exit_code == 0


def test_two_files_are_aligned(tmp_path: Path) -> None:
    zh = write(
        tmp_path,
        "zh.txt",
        "全市企业数量大幅增长\n\n全市有37家企业，比去年增加5家。\n\n市长王立新出席了会议。\n",
    )
    en = write(
        tmp_path,
        "en.txt",
        "City Sees Sharp Rise in Companies\n\nThe city has 35 companies, five more than last year.\n\n"
        "Mayor Wang Lixin attended the meeting.\n",
    )
    result = run(zh, en, "--json")
    assert result.exit_code == 8, result.output
    assert [(f["rule"], f["segment"]) for f in json.loads(result.output)["findings"]] == [("numbers", "b1.1")]


def test_an_article_is_checked_with_its_memory(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", "全市企业数量大幅增长\n\n全市有37家企业。\n")
    memory = write(tmp_path, "m.tmx", TMX.format(*BAD))
    rules = {f["rule"] for f in json.loads(run(article, "--memory", memory, "--json").output)["findings"]}
    assert rules == {"numbers", "omission"}  # the headline has no translation


def test_an_article_alone_is_refused_with_the_next_step(tmp_path: Path) -> None:
    result = run(write(tmp_path, "a.txt", "全市企业数量大幅增长\n\n全市有37家企业。\n"))
    assert isinstance(result.exception, TranslationError)
    assert "--memory" in result.exception.hint


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tmx", '<!DOCTYPE x [<!ENTITY a "b">]><tmx version="1.4"><body>&a;</body></tmx>'),
        ("a.xlf", "<xliff"),
        ("a.csv", "one column\nonly\n"),
        ("a.tsv", ""),
    ],
)
def test_a_broken_file_is_refused_in_one_line(tmp_path: Path, name: str, text: str) -> None:
    result = run(write(tmp_path, name, text))
    assert isinstance(result.exception, TranslationError)
    assert "\n" not in str(result.exception)


def test_units_with_one_id_are_told_apart(tmp_path: Path) -> None:
    unit = TMX.split("<body>")[1].split("</body>")[0].format(*BAD)
    path = write(tmp_path, "a.tmx", TMX.split("<body>")[0] + f"<body>{unit}{unit}</body></tmx>")
    findings = json.loads(run(path, "--rules", "numbers", "--json").output)["findings"]
    assert [f["segment"] for f in findings] == ["t7", "t7#2"]


HEADS = {
    "zh.txt": "清河大学举行毕业典礼\n\n清河大学新闻中心\n\n2026-06-26 文/何雨桐 图/梁栋\n\n"
    "毕业典礼在体育馆举行，4217名毕业生参加。\n\n"
    "媒体联系：王思远 电话：0871-65432108 邮箱：press@qinghe.example\n",
    "en.txt": "Qinghe University holds commencement\n\nSource: Qinghe University News Center\n\n"
    "2026-06-26 By He Yutong; photos by Liang Dong\n\n"
    "The commencement was held in the gymnasium, attended by 4,217 graduates.\n\n"
    "Media contact: Wang Siyuan Tel: 0871-65432108 Email: press@qinghe.example\n",
}


def two(folder: Path, old: str = "", new: str = "") -> tuple[Path, Path]:
    zh, en = (write(folder, name, text) for name, text in HEADS.items())
    assert old in HEADS["en.txt"]
    en.write_text(HEADS["en.txt"].replace(old, new) if old else HEADS["en.txt"], encoding="utf-8")
    return zh, en


def test_two_editions_that_agree_have_nothing_found(tmp_path: Path) -> None:
    zh, en = two(tmp_path)
    assert "nothing found" in run(zh, en).output
    assert "nothing found" in run(en, zh).output


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("65432108", "65432180", "contacts"),
        ("press@qinghe", "pres@qinghe", "contacts"),
        ("Wang Siyuan", "Li Siyuan", "fields"),
        ("2026-06-26", "2026-06-25", "dates"),
        ("Liang Dong", "Zhao Kai", "fields"),
        ("Qinghe University News Center", "Lancang Technology", "fields"),
    ],
)
def test_what_stands_beside_the_text_is_compared_in_two_editions(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    result = run(*two(tmp_path, old, new), "--json")
    assert rule in {f["rule"] for f in json.loads(result.output)["findings"]}


def test_a_contact_that_one_edition_lacks_is_an_error(tmp_path: Path) -> None:
    line = HEADS["en.txt"].splitlines()[-1]
    result = run(*two(tmp_path, line, ""), "--json")
    assert {f["segment"].partition(".")[0] for f in json.loads(result.output)["findings"]} == {"contact1"}


def test_several_files_of_pairs_are_told_apart(tmp_path: Path) -> None:
    one, other = write(tmp_path, "a.tmx", TMX.format(*GOOD)), write(tmp_path, "b.xlf", XLIFF.format(*BAD))
    result = run(one, other)
    assert result.exit_code == 8
    assert f"{one}\n1 segment: nothing found\n{other}\nu3  error  numbers:" in result.output
    findings = json.loads(run(one, other, "--json").output)["findings"]
    assert [f["file"] for f in findings] == [str(other)]


def test_three_articles_are_refused(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.txt", "标题\n\n正文。\n") for n in range(3)]
    assert isinstance(run(*files).exception, TranslationError)


def test_the_language_of_the_memory_is_taken_where_none_is_named(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", "City Sees Sharp Rise\n\nThe city has 37 companies.\n")
    text = XLIFF.replace("zh-Hans", "X").replace('"en"', '"zh-Hant"').replace('"X"', '"en"')
    memory = write(
        tmp_path,
        "m.xlf",
        text.format("The city has 37 companies.", "全市有35家企業。").replace(
            "<segment>", '<segment state="final">'
        ),
    )
    findings = json.loads(run(article, "--memory", memory, "--json").output)["findings"]
    assert {f["rule"] for f in findings} == {"numbers", "omission"}  # the headline has no translation
