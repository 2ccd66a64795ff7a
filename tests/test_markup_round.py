"""Bold, links and notes of an article go out for review, come back, and stand in the edition."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.translation.bitext_files import load
from tests.translation.review.conftest import Reviewer, office

__all__ = ["office"]  # a fixture

SOURCE = "3月4日，科技节在图书馆开幕。"
TARGET = "The science festival opened in the library on March 4."
CODED = "The ⟨1⟩science festival⟨/1⟩ opened in ⟨2⟩the library⟨/2⟩ on March 4."
ARTICLE = '科技节开幕\n\n3月4日，<b>科技节</b>在<a href="https://x.example/a">图书馆</a>开幕。\n'
MADE = (
    "The <strong>science festival</strong> opened in "
    '<a href="https://x.example/a">the library</a> on <span class="whole">March 4</span>.'
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("fest.txt").write_text(ARTICLE, encoding="utf-8")
    pairs = {"科技节开幕": "Festival opens", SOURCE: TARGET}
    units = "".join(
        f'<tu><tuv xml:lang="zh-Hans"><seg>{one}</seg></tuv><tuv xml:lang="en"><seg>{two}</seg></tuv></tu>'
        for one, two in pairs.items()
    )
    Path("ours.tmx").write_text(
        f'<tmx version="1.4"><header srclang="zh-Hans"/><body>{units}</body></tmx>', encoding="utf-8"
    )
    return tmp_path


def say(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def page(*words: str) -> str:
    result = say("export", "fest.txt", *words, "--lang", "en", "--format", "html", "--final")
    assert result.exit_code == 0, result.output
    return Path("out/fest/fest.en.html").read_text("utf-8")


def send() -> Reviewer:
    assert say("review", "fest.txt", "--memory", "ours.tmx", "-o", "r.docx").exit_code == 0
    return Reviewer(Path("r.docx").read_bytes())


def row(reviewer: Reviewer) -> int:
    return next(n for n, r in enumerate(reviewer.table.rows) if "图书馆" in r.cells[1].text)


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_without_its_places_in_the_translation_markup_is_not_final(place: Path) -> None:
    result = say("export", "fest.txt", "--memory", "ours.tmx", "--lang", "en", "--final")
    assert result.exit_code == 5
    assert "科技节" in result.output
    assert "publisher review" in result.output


def test_the_sheet_shows_the_codes_of_the_source_and_what_they_are(place: Path) -> None:
    reviewer = send()
    cells = reviewer.table.rows[row(reviewer)].cells
    assert cells[1].text == "3月4日，⟨1⟩科技节⟨/1⟩在⟨2⟩图书馆⟨/2⟩开幕。"
    assert [r.text for r in cells[1].paragraphs[0].runs if r.bold] == ["科技节"]
    assert [r.text for r in cells[1].paragraphs[0].runs if r.underline] == ["图书馆"]
    assert "⟨2⟩ link 链接 https://x.example/a" in cells[3].text


@pytest.mark.parametrize(
    "said",
    [
        CODED,
        "The <1>science festival</1> opened in <2>the library</2> on March 4.",
        "The 〈1〉science festival〈/1〉 opened in ｛2｝the library｛/2｝ on March 4.",
        "The ⟨1⟩ science festival ⟨/1⟩ opened in ⟨2⟩ the library ⟨/2⟩ on March 4.",
    ],
)
def test_codes_that_a_reviewer_set_are_markup_in_the_edition(place: Path, said: str) -> None:
    reviewer = send()
    Path("r.docx").write_bytes(reviewer.types(row(reviewer), said).saves())
    assert say("review", "--apply", "r.docx").exit_code == 0
    unit = load(Path("fest.en.xlf")).units[-1]
    assert (unit.target, unit.coded_target) == (TARGET, CODED)
    assert MADE in page("--memory", "fest.en.xlf")


@pytest.mark.parametrize("through", ["word", "office"])
def test_bold_and_a_link_typed_in_word_are_markup_in_the_edition(
    place: Path, through: str, request: pytest.FixtureRequest
) -> None:
    reviewer = send()
    runs = (
        run("The "),
        run("science", "<w:b/>"),
        run(" festival ", "<w:b/>"),
        run("opened in ", '<w:b w:val="0"/>'),
        f'<w:hyperlink w:anchor="x">{run("the library")}</w:hyperlink>',
        run(" on March 4."),
    )
    reviewer.xml(row(reviewer), "".join(runs))
    data = reviewer.saves()
    Path("r.docx").write_bytes(data if through == "word" else request.getfixturevalue("office")(data))
    assert say("review", "--apply", "r.docx").exit_code == 0
    assert load(Path("fest.en.xlf")).units[-1].coded_target == CODED
    assert MADE in page("--memory", "fest.en.xlf")


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_codes_go_through_xliff(place: Path, version: str) -> None:
    say("review", "fest.txt", "--memory", "ours.tmx", "-o", "r.xlf", "--xliff", version)
    pair = ("g", "g") if version == "1.2" else ("pc", "pc")
    text = Path("r.xlf").read_text("utf-8")
    assert f"<{pair[0]} id=" in text
    coded = CODED.replace("⟨/1⟩", f"</{pair[0]}>").replace("⟨/2⟩", f"</{pair[0]}>")
    for number in (1, 2):
        coded = coded.replace(f"⟨{number}⟩", f'<{pair[0]} id="{number}">')
    Path("r.xlf").write_text(text.replace(TARGET, coded), encoding="utf-8")
    assert say("review", "--apply", "r.xlf").exit_code == 0
    assert MADE in page("--memory", "fest.en.xlf")


def test_what_has_its_places_goes_out_with_them_again(place: Path) -> None:
    reviewer = send()
    Path("r.docx").write_bytes(reviewer.types(row(reviewer), CODED).saves())
    say("review", "--apply", "r.docx")
    again = send()
    assert again.table.rows[row(again)].cells[2].text == CODED


def test_a_remark_on_lost_markup_is_at_the_sentence_that_has_it(place: Path) -> None:
    Path("fest.txt").write_text(ARTICLE.replace("3月4日，", "大家都来了。3月4日，"), encoding="utf-8")
    send()
    remarked = [unit.source for unit in load(Path("fest.en.xlf")).units if unit.remarks]
    assert remarked == [SOURCE]


def test_markup_goes_into_the_traditional_edition(place: Path) -> None:
    Path("week.txt").write_text(
        'The Week Opens\n\nThe fair opens in <a href="https://x.example/a">the library</a>.\n',
        encoding="utf-8",
    )
    Path("t.tmx").write_text(
        '<tmx version="1.4"><header srclang="en"/><body>'
        '<tu><tuv xml:lang="en"><seg>The Week Opens</seg></tuv>'
        '<tuv xml:lang="zh-Hans"><seg>展会周开幕</seg></tuv></tu><tu><tuv xml:lang="en">'
        "<seg>The fair opens in the library.</seg></tuv>"
        '<tuv xml:lang="zh-Hans"><seg>展会在图书馆开幕。</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert say("review", "week.txt", "--memory", "t.tmx", "--to", "zh-Hant", "-o", "r.docx").exit_code == 0
    reviewer = Reviewer(Path("r.docx").read_bytes())
    number = next(n for n, r in enumerate(reviewer.table.rows) if "library" in r.cells[1].text)
    Path("r.docx").write_bytes(reviewer.types(number, "展會在⟨1⟩圖書館⟨/1⟩開幕。").saves())
    say("review", "--apply", "r.docx")
    words = ("week.txt", "--memory", "week.zh-Hant.xlf", "--lang", "zh-Hant", "--format", "html", "--final")
    assert say("export", *words).exit_code == 0
    made = Path("out/week/week.zh-Hant.html").read_text("utf-8")
    assert '<a href="https://x.example/a">圖書館</a>' in made


def test_a_code_that_was_left_out_is_told_and_the_words_are_taken(place: Path) -> None:
    reviewer = send()
    said = CODED.replace("⟨2⟩", "").replace("⟨/2⟩", "")
    Path("r.docx").write_bytes(reviewer.types(row(reviewer), said).saves())
    result = say("review", "--apply", "r.docx")
    assert "⟨2⟩" in result.stderr
    assert load(Path("fest.en.xlf")).units[-1].target == TARGET


def test_a_json_file_whose_codes_fit_no_text_breaks_nothing(place: Path) -> None:
    say("translate", "fest.txt", "--memory", "ours.tmx", "-o", "t.json")
    wild = (
        '"target_codes": [{"number": 1, "start": 90, "end": 7}, {"number": 77, "start": 0, "end": 2}],\n"key"'
    )
    text = Path("t.json").read_text("utf-8")
    Path("t.json").write_text(text.replace('"key"', wild), encoding="utf-8")
    result = say("export", "fest.txt", "--memory", "t.json", "--lang", "en", "--format", "html")
    assert result.exit_code == 0
    assert TARGET.split()[1] in Path("out/fest/fest.en.html").read_text("utf-8")
