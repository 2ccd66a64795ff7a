"""A locale is added by a folder: a catalog, and a theme's table for what its press does."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from publisher import theme
from publisher.config import Settings
from publisher.editions import Editions, check_languages
from publisher.errors import ConfigError
from publisher.localization.locale import locale
from publisher.model import Article, Meta, Paragraph, Text
from publisher.pipeline import Job, run
from publisher.report import Report
from publisher.walk import plain

ISSUED = datetime(2026, 3, 5, 10, tzinfo=ZoneInfo("Asia/Macau"))
HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_Hant_MO\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'


def folder(place: Path, header: str = '"X-Parent: zh_Hant_HK\\n"\n') -> str:
    catalog = place / "macao" / "locales" / "zh_Hant_MO" / "LC_MESSAGES"
    catalog.mkdir(parents=True)
    (catalog / "publisher.po").write_text(
        HEAD + header + '\nmsgctxt "end mark"\nmsgid "###"\nmsgstr "（稿畢）"\n', encoding="utf-8"
    )
    (place / "macao" / "theme.toml").write_text(
        'name = "macao"\nbase = "press"\n[conventions.zh-Hant-MO]\ndateline = "（{place}，{date}）"\n',
        encoding="utf-8",
    )
    return f"{place}/macao"


def article() -> Article:
    meta = Meta(language="zh-Hans", headline="软件展开幕。", place="澳门", issued=ISSUED)
    return Article(meta, (Paragraph("b1", (Text("展会介绍“软件”。"),)),))


def test_a_theme_and_a_catalog_add_a_locale(tmp_path: Path) -> None:
    look = theme.load(folder(tmp_path))
    room = Editions(article(), Settings(engine="none"), Report(), draft=False, final=False, look=look)
    release, furniture = room.release("zh-Hant-MO")
    (made,) = release.editions
    assert isinstance(made.blocks[0], Paragraph)
    assert (made.meta.language, made.meta.headline) == ("zh-Hant-MO", "軟件展開幕")
    assert plain(made.blocks[0].inlines) == "（澳門，2026年3月5日）展會介紹「軟件」。"
    words = furniture["zh-Hant-MO"]
    assert (words.end_mark, words.release_line) == ("（稿畢）", "即時發布")


def test_its_files_are_made(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("软件展今日开幕\n2026-03-05 10:00\n软件展今日在澳门开幕。\n", encoding="utf-8")
    settings = Settings(
        theme=folder(tmp_path), out=str(tmp_path / "out"), languages=("zh-Hant-MO",), formats=("html",)
    )
    outcome = run(Job(path=text, settings=settings))
    assert [file.name for file in outcome.files] == ["a.zh-Hant-MO.html"]
    assert "（稿畢）" in (tmp_path / "out/a/a.zh-Hant-MO.html").read_text(encoding="utf-8")


def test_it_pairs_with_any_english(tmp_path: Path) -> None:
    check_languages(("zh-Hant-MO+en-GB",), theme.load(folder(tmp_path)))


def test_without_the_theme_there_is_no_such_edition() -> None:
    with pytest.raises(ConfigError, match="zh-Hant-MO") as caught:
        check_languages(("zh-Hant-MO",))
    assert "en-GB, en-US, zh-Hans, zh-Hant-HK, zh-Hant-TW" in caught.value.hint


def test_a_parent_that_is_not_there_is_named(tmp_path: Path) -> None:
    look = theme.load(folder(tmp_path, '"X-Parent: zh_Hant_XX\\n"\n'))
    room = Editions(article(), Settings(engine="none"), Report(), draft=False, final=False, look=look)
    with pytest.raises(ConfigError, match="zh_Hant_XX"):
        room.release("zh-Hant-MO")


def test_an_unknown_convention_is_an_error_that_names_it(tmp_path: Path) -> None:
    name = folder(tmp_path)
    path = Path(name) / "theme.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("dateline", "datelime"), encoding="utf-8")
    with pytest.raises(ConfigError, match="datelime"):
        theme.load(name)


def test_a_catalog_without_a_parent_takes_the_words_of_ours_that_is_closest(tmp_path: Path) -> None:
    look = theme.load(folder(tmp_path, ""))
    room = Editions(article(), Settings(engine="none"), Report(), draft=False, final=False, look=look)
    words = room.release("zh-Hant-MO")[1]["zh-Hant-MO"]
    assert (words.end_mark, words.release_line) == ("（稿畢）", "立即發布")


def test_parents_in_a_ring_are_an_error(tmp_path: Path) -> None:
    look = theme.load(folder(tmp_path, '"X-Parent: zh_Hant_MO\\n"\n'))
    with pytest.raises(ConfigError, match="without an end"):
        locale("zh-Hant-MO", look)


def test_a_theme_changes_one_word_of_ours(tmp_path: Path) -> None:
    name = Path(folder(tmp_path))
    (name / "locales/zh_Hant_MO").rename(name / "locales/zh_Hant_HK")
    path = name / "locales/zh_Hant_HK/LC_MESSAGES/publisher.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"X-Parent: zh_Hant_HK\\n"\n', ""), encoding="utf-8"
    )
    catalog = locale("zh-Hant-HK", theme.load(str(name))).catalog
    assert (catalog.text("###", "end mark"), catalog.text("PRESS RELEASE")) == ("（稿畢）", "新聞稿")
