"""Notices as comments of a Word document, each at the words that it is about (ECMA-376-1, 17.13.4)."""

import operator
from copy import deepcopy
from itertools import accumulate
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from publisher.exporters.word import xml
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, Inline
from publisher.report import Notice
from publisher.safety import xml_safe
from publisher.walk import map_block_inlines, map_meta_text, plain

_LONGEST = 1_000
"""Characters that a comment says at most."""

_MOST = 300
"""More comments than these nobody reads; the rest is in the manifest."""

_TELLING = 12
"""Characters by which a part of a text is known again."""

_FEWEST_ALIKE, _LONGEST_ALIKE = 3, 100
"""Characters that must be the same where a quote is found in others; the longest quote that is so sought."""

_STYLES = (
    ("annotation text", "CommentText", WD_STYLE_TYPE.PARAGRAPH, 10),
    ("annotation reference", "CommentReference", WD_STYLE_TYPE.CHARACTER, 8),
)
"""The styles of comments by Word's names: what they are called, their kind, their size in pt."""


def add(sheet: Sheet, moment: str) -> bool:
    """Set what a person should look at beside the text, in the name of the context's author; tell if any was.

    A notice goes to the words that it quotes in the text that it names, else to
    all of that text, else to the headline. What is said of a translation that
    is not in the document stays away. ``moment`` is xsd:dateTime, or empty.
    """
    margin = _Margin(sheet, moment)
    places = [(n, margin.place(n)) for n in dict.fromkeys(sheet.context.report.warnings)]
    kept = [(notice, place) for notice, place in places if place]
    for notice, place in kept[:_MOST]:
        astray = place is margin.headline and notice.where not in ("", "headline")
        margin.add(place, f"{notice.where}: {notice.message}" if astray else notice.message)
    if len(kept) > _MOST:
        margin.add(margin.headline, f"{len(kept) - _MOST} more remarks are in the manifest")
    return bool(kept)


class _Margin:
    """The margin of one document."""

    def __init__(self, sheet: Sheet, moment: str) -> None:
        self._sheet, self._moment = sheet, moment
        body = sheet.document.element.body
        self._lines = [(p, _bare(_text(_runs(p)))) for p in body.iter(qn("w:p"))]
        self._texts = [_texts(article) for article in sheet.articles]
        title = sheet.style("Title", sheet.articles[0])
        style = sheet.document.styles[title].style_id
        said = [(p.style, runs) for p, _ in self._lines if (runs := _runs(p))]
        self.headline = next((runs for s, runs in said if s == style), said[0][1] if said else [])

    def place(self, notice: Notice) -> list[Any]:
        """Return the runs that a notice is about; none if it is about another edition."""
        translated = notice.code.startswith("check-")
        if translated and not any(_bare(notice.after) in _bare(s) for s in self._said(notice.where)):
            return []
        paragraphs = self._named(notice.where)
        for quote, within in ((notice.after, notice.within), (notice.before, ())):
            for paragraph in paragraphs if quote.strip() else ():
                if runs := _quoted(paragraph, xml_safe(quote), within):
                    return runs
        return next((runs for p in paragraphs if (runs := _runs(p))), self.headline)

    def add(self, runs: list[Any], text: str) -> None:
        """Set ``text`` beside ``runs``."""
        if not len(self._comments):
            self._install()
        author = self._sheet.context.author
        said = xml_safe(" ".join(text.split()))
        comment = self._comments.add_comment(said[:_LONGEST], author, author[:1])
        element = comment._comment_elm
        del element.attrib[qn("w:date")]  # the clock's
        if self._moment:
            element.set(qn("w:date"), self._moment)
        number = str(comment.comment_id)
        reference = xml.make("w:r")
        reference.style = "CommentReference"
        reference.append(xml.make("w:commentReference", id=number))
        end = xml.make("w:commentRangeEnd", id=number)
        _outer(runs[0]).addprevious(xml.make("w:commentRangeStart", id=number))
        _outer(runs[-1]).addnext(end)
        end.addnext(reference)

    @property
    def _comments(self) -> Any:
        return self._sheet.document.comments

    def _install(self) -> None:
        styles = self._sheet.document.styles
        for name, number, kind, size in _STYLES:
            if name not in styles:
                style = styles.add_style(name, kind, builtin=True)
                style.element.styleId = number
                style.font.size = Pt(size)

    def _said(self, where: str) -> list[str]:
        """Return what the place ``where`` says in each edition: a text, or that of one of its sentences."""
        text = where.rpartition(".")[0]
        keys = (where, text, f"{where}.caption", f"{text}.caption")
        return [next((s for k in keys if (s := said.get(k))), "") for said in self._texts]

    def _named(self, where: str) -> list[Any]:
        """Return the paragraphs that the place ``where`` is set in: whole, in rows, or after a label."""
        whole = {bare for said in self._said(where) if (bare := _bare(said))}
        return (
            [p for p, line in self._lines if line in whole]
            or [p for p, line in self._lines if len(line) >= _TELLING and any(line in s for s in whole)]
            or [p for p, line in self._lines if any(s in line for s in whole)]
        )


def _texts(article: Article) -> dict[str, str]:
    """Return what ``article`` says, notes left out, by block key or metadata field."""
    said: dict[str, str] = {}

    def keep(nodes: tuple[Inline, ...], key: str) -> tuple[Inline, ...]:
        said[key] = plain(nodes)
        return nodes

    for block in (*article.blocks, *article.meta.boilerplate):
        map_block_inlines(block, keep)
    map_meta_text(article.meta, lambda text, where: said.setdefault(where, text))
    return said


def _runs(paragraph: Any) -> list[Any]:
    """Return the runs of a paragraph that say something."""
    return [run for run in paragraph.iter(qn("w:r")) if run.text]


def _text(runs: list[Any]) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def _bare(text: str) -> str:
    return "".join(text.split())


def _quoted(paragraph: Any, quote: str, within: tuple[int, ...]) -> list[Any]:
    """Return the runs of ``paragraph`` that say ``quote``, or what lies ``within`` it, cut to say no more."""
    runs = _runs(paragraph)
    text = _text(runs)
    at = text.find(quote)
    if at < 0 and (at := _alike(text, quote)) < 0:
        return []
    start, end = within if within and 0 <= within[0] < within[1] <= len(quote) else (0, len(quote))
    at, end = at + start, at + end
    for place in (at, end):
        starts = [0, *accumulate(len(run.text) for run in runs)]
        number = next(n for n, start in enumerate(starts) if start >= place)
        if starts[number] > place:
            runs.insert(number, _cut(runs[number - 1], place - starts[number - 1]))
    starts = [0, *accumulate(len(run.text) for run in runs)]
    return [run for run, start in zip(runs, starts, strict=False) if at <= start < end]


def _alike(text: str, quote: str) -> int:
    """Return where ``text`` says ``quote`` in other characters, most of them the same; -1 if at no one place.

    A repair quotes what it met; characters are converted and marks widened after it.
    """
    size = len(quote)
    same = [sum(map(operator.eq, text[at : at + size], quote)) for at in range(max(len(text) - size + 1, 0))]
    most = max(same, default=0)
    sure = size <= _LONGEST_ALIKE and most >= _FEWEST_ALIKE and most * 2 >= size and same.count(most) == 1
    return same.index(most) if sure else -1


def _cut(run: Any, at: int) -> Any:
    """Cut ``run`` after ``at`` characters; return the run that says the rest."""
    rest = deepcopy(run)
    run.text, rest.text = run.text[:at], run.text[at:]
    run.addnext(rest)
    return rest


def _outer(run: Any) -> Any:
    """Return what stands in the paragraph itself: the run, or the hyperlink around it."""
    return run if run.getparent().tag == qn("w:p") else run.getparent()
