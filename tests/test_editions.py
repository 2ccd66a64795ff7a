"""Editions of an article: what engine and glossaries make them, and what is refused as final."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from publisher import editions, theme
from publisher.config import Exchange, Settings
from publisher.editions import Editions
from publisher.errors import ConfigError, TranslationError
from publisher.model import Article, Credit, CreditRole, Link, Meta, Origin, Paragraph, State, Text
from publisher.pipeline import Job, Outcome, run
from publisher.report import Report
from publisher.walk import plain

ISSUED = datetime(2026, 3, 5, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
RIGHT = "In all, 37 companies with 12,000 workers took part."
WRONG = "In all, 73 companies with 12,000 workers took part."


def article(*texts: str, place: str = "", source: str = "") -> Article:
    meta = Meta(language="zh-Hans", headline="2026", issued=ISSUED, place=place, source=source)
    return Article(meta, tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts, 1)))


def tmx(folder: Path, english: str, maker: str = "") -> str:
    path = folder / "m.tmx"
    made = f' creationid="{maker}"' if maker else ""
    path.write_text(
        f'<tmx version="1.4"><header srclang="zh-Hans"/><body><tu{made}><tuv xml:lang="zh-Hans"><seg>'
        "共有37家企业、1.2万名职工参加。</seg></tuv>"
        f'<tuv xml:lang="en"><seg>{english}</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    return str(path)


SENTENCE = "共有37家企业、1.2万名职工参加。"


def made(
    value: Article,
    report: Report | None = None,
    *,
    final: bool = False,
    draft: bool = False,
    memory: str = "",
    builtin_glossary: bool = True,
    look: theme.Theme | None = None,
) -> Editions:
    memories = (memory,) if memory else ()
    chosen = Settings(engine="none", memory=memories, builtin_glossary=builtin_glossary)
    return Editions(
        value, chosen, Report() if report is None else report, draft=draft, final=final, look=look
    )


def test_a_reviewed_edition_that_passes_the_checks_is_final(tmp_path: Path) -> None:
    room = made(article(SENTENCE), final=True, memory=tmx(tmp_path, RIGHT))
    release, _ = room.release("en")
    assert not release.is_draft
    assert room.parity(release) == "2 segments, 0 findings"


def test_a_wrong_figure_is_told_and_is_not_final(tmp_path: Path) -> None:
    report = Report()
    wrong = tmx(tmp_path, WRONG)
    made(article(SENTENCE), report, memory=wrong).release("en")
    assert "check-numbers" in {notice.code for notice in report.warnings}
    with pytest.raises(TranslationError, match=r"not final: b1\.1: .*37"):
        made(article(SENTENCE), final=True, memory=wrong).release("en")


def test_what_no_person_passed_is_not_final(tmp_path: Path) -> None:
    room = made(article(SENTENCE), final=True, memory=tmx(tmp_path, RIGHT, "MT"))
    with pytest.raises(TranslationError, match="1 of 2 segments are not reviewed") as caught:
        room.release("en")
    assert "publisher review" in caught.value.hint


def test_an_edition_that_lost_a_link_is_not_final(tmp_path: Path) -> None:
    linked = Link("https://example.org/a", (Text("共有37家企业"),))
    value = article(SENTENCE)
    block = Paragraph("b1", (linked, Text("、1.2万名职工参加。")))
    value = Article(value.meta, (block,))
    with pytest.raises(TranslationError, match=r"not final: b1: .*共有37家企业"):
        made(value, final=True, memory=tmx(tmp_path, RIGHT)).release("en")


def test_the_own_language_is_final_whatever_the_other_is() -> None:
    release, _ = made(article(SENTENCE), final=True).release("zh-Hans")
    assert release.editions[0].meta.language == "zh-Hans"


def test_a_place_that_the_built_in_glossary_knows_needs_no_review() -> None:
    release, _ = made(article(place="陕西")).release("en")
    assert release.editions[0].meta.place == "Shaanxi"
    assert {t.state for t in release.translations} == {State.REVIEWED}


def test_without_the_built_in_glossary_an_institution_is_not_known() -> None:
    room = made(article(source="教育部"), builtin_glossary=False, draft=True)
    release, _ = room.release("en")
    assert Origin.UNTRANSLATED in {t.origin for t in release.translations}


def test_a_memory_in_traditional_characters_serves_the_traditional_edition(tmp_path: Path) -> None:
    path = tmp_path / "hant.tmx"
    path.write_text(
        '<tmx version="1.4"><header srclang="en"/><body><tu>'
        '<tuv xml:lang="en"><seg>The mouse is sold out.</seg></tuv>'
        '<tuv xml:lang="zh-Hant"><seg>滑鼠已售罄。</seg></tuv>'
        '<tuv xml:lang="zh-Hans"><seg>鼠标已售罄。</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    english = Article(
        Meta(language="en", headline="2026"), (Paragraph("b1", (Text("The mouse is sold out."),)),)
    )
    bodies = {
        language: made(english, memory=str(path)).release(language)[0].editions[0].blocks[0]
        for language in ("zh-Hant", "zh-Hans")
    }
    assert bodies == {
        "zh-Hant": Paragraph("b1", (Text("滑鼠已售罄。"),)),
        "zh-Hans": Paragraph("b1", (Text("鼠标已售罄。"),)),
    }


def test_auto_takes_no_engine_where_its_libraries_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "find_spec", lambda _: None)
    assert editions.engine("auto") is None


def test_auto_takes_argos_where_it_can_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "find_spec", lambda _: object())
    engine = editions.engine("auto")
    assert engine is not None
    assert engine.name == "argos"


TRADITIONAL = Article(
    Meta(language="en", headline="2026", issued=ISSUED),
    (Paragraph("b1", (Text("The fair drew 120,000 visitors."),)),),
)


def traditional(folder: Path, language: str = "zh-Hant", said: str = "展覽吸引12萬人次參觀。") -> str:
    path = folder / "visitors.tmx"
    path.write_text(
        '<tmx version="1.4"><header srclang="en"/><body><tu>'
        '<tuv xml:lang="en"><seg>The fair drew 120,000 visitors.</seg></tuv>'
        f'<tuv xml:lang="{language}"><seg>{said}</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("language", "said"), [("zh-Hant", "展覽吸引12萬人次參觀。"), ("zh-Hans", "展览吸引12万人次参观。")]
)
def test_figures_of_the_traditional_edition_are_read_as_it_writes_them(
    tmp_path: Path, language: str, said: str
) -> None:
    report = Report()
    room = made(TRADITIONAL, report, memory=traditional(tmp_path, language, said), final=True)
    release, _ = room.release("zh-Hant")
    assert [n for n in report.warnings if n.code.startswith("check-")] == []
    assert release.translations[-1].text == "展覽吸引12萬人次參觀。"


def test_a_wrong_figure_in_the_traditional_edition_is_told(tmp_path: Path) -> None:
    report = Report()
    memory = traditional(tmp_path, "zh-Hant", "展覽吸引21萬人次參觀。")
    made(TRADITIONAL, report, memory=memory).release("zh-Hant")
    assert "check-numbers" in {notice.code for notice in report.warnings}


PAIRS = [
    ("zh-Hant-HK+en-GB", ["zh-Hant-HK", "en-GB"]),
    ("en-US+zh-Hant-TW", ["zh-Hant-TW", "en-US"]),
    ("zh-Hans+en", ["zh-Hans", "en"]),
]


@pytest.mark.parametrize(("asked", "languages"), PAIRS)
def test_any_chinese_stands_beside_any_english(tmp_path: Path, asked: str, languages: list[str]) -> None:
    release, furniture = made(article(SENTENCE), memory=tmx(tmp_path, RIGHT)).release(asked)
    assert [edition.meta.language for edition in release.editions] == languages
    assert sorted(furniture) == sorted(languages)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("fr", "no edition fr"),
        ("zh-Hans+fr", "no edition fr"),
        ("zh-Hans+zh-Hant-TW", r"no edition zh-Hans\+"),
    ],
)
def test_an_edition_that_cannot_be_is_one_clear_line(asked: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        editions.check_languages((asked,))


@pytest.mark.parametrize("language", ["en", "en-US", "en-GB"])
def test_an_english_edition_carries_the_tag_that_was_asked_for(tmp_path: Path, language: str) -> None:
    release, _ = made(article(SENTENCE), memory=tmx(tmp_path, RIGHT)).release(language)
    assert release.editions[0].meta.language == language


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-US", ["500 mu (33 hectares)", "12 kilometers (7.5 miles)", "356 million yuan ($50.1 million)"]),
        ("en-GB", ["500 mu (33 hectares)", "12 kilometres,", "356 million yuan ($50.1 million)"]),
    ],
)
def test_the_settings_ask_for_equivalents(language: str, said: list[str]) -> None:
    rate = Exchange(rate=7.1, date=ISSUED.date(), source="PBOC")
    chosen = Settings(engine="pseudo", convert_units=True, exchange=rate)
    report = Report()
    value = article("占地500亩，全长12公里，投资3.56亿元。")
    release, _ = Editions(value, chosen, report, draft=True, final=False).release(language)
    (block,) = release.editions[0].blocks
    assert isinstance(block, Paragraph)
    assert [part for part in said if part not in plain(block.inlines)] == []
    assert [n.message for n in report.notices if n.code in ("check-numbers", "check-money")] == []


def test_the_day_of_issue_is_that_of_the_place(tmp_path: Path) -> None:
    report = Report()
    stamped = ISSUED.replace(hour=6).astimezone(UTC)  # the evening before by its own clock
    value = article(SENTENCE.replace("参加", "今天参加"))
    value = msgspec.structs.replace(value, meta=msgspec.structs.replace(value.meta, issued=stamped))
    path = tmp_path / "m.tmx"
    path.write_text(
        Path(tmx(tmp_path, RIGHT))
        .read_text(encoding="utf-8")
        .replace("参加", "今天参加")
        .replace("part.", "part on March 5."),
        encoding="utf-8",
    )
    chosen = Settings(engine="none", memory=(str(path),))
    Editions(value, chosen, report, draft=False, final=False).release("en-US")
    assert [n.message for n in report.notices if n.code == "check-dates"] == []


def test_the_names_of_a_traditional_edition_are_traditional(tmp_path: Path) -> None:
    room = made(article("书记范伟介绍“软件”。"), look=theme.load("press"))
    release, _ = room.release("zh-Hant-TW")
    block = release.editions[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert block.inlines == (Text("書記范偉介紹「軟體」。"),)


@pytest.mark.parametrize("language", ["bilingual", "zh-Hans+en", "zh-Hant-HK+en-GB"])
def test_a_format_of_one_language_is_made_of_each_and_refused_two_alone(
    language: str, tmp_path: Path
) -> None:
    path = tmp_path / "visit.txt"
    path.write_text("参观开放日\n\n今天上午，三十家企业参观了新车间。\n", encoding="utf-8")

    def made(*languages: str) -> Outcome:
        out = str(tmp_path / "out")
        chosen = Settings(engine="pseudo", languages=languages, formats=("ninjs",), out=out)
        return run(Job(path=path, settings=chosen, draft=True))

    beside = made("zh-Hans", language)
    assert [file.language for file in beside.files] == ["zh-Hans"]
    assert beside.refusals == ()
    alone = made(language)
    assert [(r.language, r.format) for r in alone.refusals] == [(language, "ninjs")]
    assert "--lang" in alone.refusals[0].hint


def test_a_house_and_what_the_glossary_names_keep_their_words_in_every_region(tmp_path: Path) -> None:
    given = tmp_path / "g.csv"
    given.write_text(
        "source,target,type\n智能之光,Light of AI,work\n信息,information,term\n", encoding="utf-8"
    )
    value = article("云汀智能科技的软件和《智能之光》之外的智能之光、智能信息。", source="云汀智能科技")
    settings = Settings(engine="none", glossary=(str(given),))
    release, _ = Editions(value, settings, Report(), draft=False, final=False).release("zh-Hant-TW")
    (block,) = release.editions[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "雲汀智能科技的軟體和《智能之光》之外的智能之光、智慧資訊。"
    assert release.editions[0].meta.source == "雲汀智能科技"


def test_an_office_in_the_credits_takes_the_name_that_the_glossary_gives(tmp_path: Path) -> None:
    given = tmp_path / "g.csv"
    given.write_text("source,target,type\n云汀校办,Yunting Press Office,organisation\n", encoding="utf-8")
    credits_ = (Credit(CreditRole.PHOTO, ("云汀校办",)),)
    value = Article(Meta(language="zh-Hans", headline="2026", credits=credits_), ())
    settings = Settings(engine="none", glossary=(str(given),))
    release, _ = Editions(value, settings, Report(), draft=False, final=False).release("en")
    assert release.editions[0].meta.credits[0].names == ("Yunting Press Office",)
