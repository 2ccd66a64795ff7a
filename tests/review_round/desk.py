"""A desk with an article and a memory, and what a press officer says and a reviewer types."""

from pathlib import Path

from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.translation.bitext import BitextUnit
from publisher.translation.bitext_files import load
from tests.translation.review.conftest import Reviewer

ARTICLE = """青岚市机器人周开幕

青岚日报
2026-03-05 文/沈知微
3月5日，机器人周在青岚开幕。共有37家企业参展。
展期五天，市民可以免费入场。
"""
PAIRS = {
    "青岚市机器人周开幕": "Robot week opens in Qinglan",
    "青岚日报": "Qinglan Daily",
    "3月5日，机器人周在青岚开幕。": "Robot week opened in Qinglan on March 5.",
}


def tmx(pairs: dict[str, str]) -> str:
    units = "".join(
        f'<tu><tuv xml:lang="zh-Hans"><seg>{one}</seg></tuv><tuv xml:lang="en"><seg>{two}</seg></tuv></tu>'
        for one, two in pairs.items()
    )
    return f'<tmx version="1.4"><header srclang="zh-Hans"/><body>{units}</body></tmx>'


def lay_out(folder: Path) -> None:
    """Put the article and its memory into ``folder``."""
    folder.mkdir()
    (folder / "week.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "ours.tmx").write_text(tmx(PAIRS), encoding="utf-8")


def say(*words: str, fails: type[Exception] | None = None) -> Result:
    result = CliRunner().invoke(cli, words)
    if fails is not None:
        assert isinstance(result.exception, fails), result.output
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def send(*more: str) -> Result:
    return say("review", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo", "-o", "review.docx", *more)


def sheet() -> Reviewer:
    return Reviewer(Path("review.docx").read_bytes())


def row(reviewer: Reviewer, source: str) -> int:
    return next(n for n, r in enumerate(reviewer.table.rows) if r.cells[1].text == source)


def edited(source: str, text: str, column: int = 3) -> None:
    reviewer = sheet()
    Path("review.docx").write_bytes(reviewer.types(row(reviewer, source), text, column).saves())


def units(path: str = "week.en.xlf") -> dict[str, BitextUnit]:
    return {unit.source: unit for unit in load(Path(path)).units}


COMPANIES = "共有37家企业参展。"
DAYS = "展期五天，市民可以免费入场。"
