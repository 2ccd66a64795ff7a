"""A release as one run of atoms: masthead, title, body, end, boilerplate, contacts, notes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from publisher import pairs
from publisher.contracts import Context
from publisher.exporters import bilingual
from publisher.exporters.columns import across, column_width
from publisher.exporters.composed.atoms import Atom, Bookmark, Stroke, beside, kept, spaced
from publisher.exporters.composed.blocks import Side, block, caption, caption_text, one, picture
from publisher.exporters.composed.closing import Edition, close, group, plain_text
from publisher.exporters.composed.filling import Columns, LastPage, parts
from publisher.exporters.composed.head import draft_box, held, masthead
from publisher.exporters.composed.official import (
    addressees,
    annex_head,
    opening,
    record,
)
from publisher.exporters.composed.tables import Shares
from publisher.exporters.composed.text import Faces, Notes, atoms, lines, run
from publisher.exporters.frame import annexed, closing, is_held, is_signed
from publisher.exporters.titles import GUTTER, title_lines
from publisher.model import Block, Figure, Heading, List, Paragraph, Quote, Release
from publisher.theme import Page, TypeStyle

MM = 72 / 25.4


def page_of(release: Release, context: Context) -> Page:
    """Return the page of the theme that ``release`` is set on."""
    return context.theme.page_bilingual if len(release.editions) == 2 else context.theme.page


class Story(NamedTuple):
    """Every atom of a release in order, and what others need to set it alike.

    ``rows`` are those of a body in two languages; they tell what the pages
    part. ``tables`` are the columns of each table, by its language and its key.
    """

    atoms: tuple[Atom, ...]
    rows: tuple[pairs.Pair, ...]
    tables: Mapping[tuple[str, str], Shares]


def rows(release: Release, context: Context) -> tuple[pairs.Pair, ...]:
    """Return the rows of a body in two languages, which tell what the pages part, however they are set."""
    return story(release, context).rows


def story(release: Release, context: Context) -> Story:
    """Return ``release`` as it is composed."""
    two = len(release.editions) == 2
    theme = context.theme
    articles = pairs.sides(release) if two else release.editions
    shares = bilingual.shares(release, theme)
    scripts = theme.type_bilingual if two else theme.type
    assets = {asset.name: asset for article in release.editions for asset in article.assets}
    notes = Notes()
    tables: dict[tuple[str, str], Shares] = {}
    editions = [
        Edition(
            article,
            Side(
                theme=theme,
                scale=scripts.of(article.meta.language),
                language=article.meta.language,
                faces=Faces.of(theme.fonts, article.meta.language),
                assets=assets,
                notes=notes,
                tables=tables,
            ),
            context.furniture[article.meta.language],
            share,
        )
        for article, share in zip(articles, shares, strict=True)
    ]
    page = page_of(release, context)
    measure = page.measure * MM
    rows: list[pairs.Pair] = []
    sides = [(e.side, e.furniture) for e in editions]
    signed = is_signed(release, theme)
    head = held(sides, measure) if signed else masthead(sides, measure, embargoed=is_held(release))
    heads = (atom for side, furniture in sides for atom in opening(side, furniture, measure))
    top = (*head, *draft_box(sides, measure), *heads)
    if bilingual.alternates(release, theme):
        rows = list(bilingual.rows(release, theme))
        body, end = _in_turn(editions, release, measure)
    elif two:
        body, end, rows = _two(editions, release, measure, top, page.depth * MM)
    else:
        body, end = _one(editions[0], measure)
    if not top:  # no page takes space at its top, but the first has it over its headline (7.3.1)
        first, *rest = body
        top = (Atom(height=first.before, keep=True),)
        body = (msgspec.structs.replace(first, before=0.0), *rest)
    under = _notes(notes, [edition.side for edition in editions], measure)
    atoms = (*_across(top), *body, *_across(under), *_across(end))
    return Story(atoms, tuple(rows), tables)


_Parts = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""What stands over the notes, and the record block under them."""


def _one(edition: Edition, measure: float) -> _Parts:
    """Return one edition: its text in the columns of the theme, what goes across them marked so."""
    theme = edition.side.theme
    wide = across(edition.article, theme)
    column = column_width(theme) * MM if theme.layout.columns > 1 else measure
    found = list(_across(_title(edition, measure)))

    def add(value: Block) -> None:
        if value.key in wide:
            found.extend(_across(block(value, edition.side, measure, fill=True)))
        else:
            found.extend(block(value, edition.side, column))

    body, annexes = annexed(edition.article, theme)
    for value in body:
        add(value)
    first, groups = closing(edition.furniture)
    if found and (end := close(edition, column, first)):
        found[-1] = msgspec.structs.replace(found[-1], keep=not found[-1].ends_page)
        found += end
    for names in groups:
        made = _across(group(edition, measure, names))
        if found and made and column == measure:  # no page holds but what closes the text
            found[-1] = msgspec.structs.replace(found[-1], keep=not found[-1].ends_page)
        found += made
    for annex in annexes:
        found[-1] = msgspec.structs.replace(found[-1], keep=False, ends_page=True)
        found += _across(annex_head(annex, edition.side, measure))
        for value in annex.blocks:
            add(value)
    return tuple(found), record(edition.side, edition.furniture, measure, sinks=True)


def _across(found: Sequence[Atom]) -> tuple[Atom, ...]:
    return tuple(msgspec.structs.replace(atom, across=True) for atom in found)


def _two(
    editions: Sequence[Edition], release: Release, measure: float, top: Sequence[Atom], depth: float
) -> tuple[tuple[Atom, ...], tuple[Atom, ...], list[pairs.Pair]]:
    """Return what :data:`_Parts` has, under ``top`` on pages ``depth`` pt deep, and the rows of the body."""
    left, right = editions
    split = measure * left.share
    hairline = left.side.theme.colours.hairline

    def pair(
        one_side: Sequence[Atom], other: Sequence[Atom], *, foot: float = 0.0, keep: bool = False
    ) -> Atom:
        joined = beside(_padded(one_side), _padded(other), split + GUTTER)
        height = joined.height + foot
        rule = Stroke(split - _HAIR / 2, 0.0, split - _HAIR / 2, height, _HAIR, hairline)
        return msgspec.structs.replace(joined, height=height, marks=(rule, *joined.marks), keep=keep)

    widths = (split - GUTTER - _HAIR, measure - split - GUTTER)
    each: list[tuple[Edition, float]] = list(zip(editions, widths, strict=True))
    titles = [_title(edition, width) for edition, width in each]
    found: list[Atom] = [msgspec.structs.replace(pair(*titles, foot=8.0, keep=True), before=16.0)]
    rows = list(bilingual.rows(release, left.side.theme))
    page, told = LastPage(depth), 0
    page.holding(top)
    starts: list[int] = []
    text, behind = bilingual.parted(rows, release, left.side.theme)
    first, groups = closing(left.furniture)

    def end() -> None:
        ends = [
            [close(edition, width, first) for edition, width in each],
            *([group(edition, width, names) for edition, width in each] for names in groups),
        ]
        for columns in ends:
            if any(columns):
                found[-1] = msgspec.structs.replace(found[-1], keep=not found[-1].ends_page)
                found.append(pair(*columns, foot=8.0 if behind else 0.0))

    for number, row in enumerate(rows):
        if number == len(text):
            end()
        starts.append(len(found))
        if isinstance(row.left, Figure) and isinstance(row.right, Figure):
            found.append(_wide(row.left, row.right, left.side, right.side, measure))
            continue
        if bilingual.is_wide(row):
            for value, edition in zip((row.left, row.right), editions, strict=True):
                found += block(value, edition.side, measure) if value is not None else ()
            continue
        one, other = (
            block(value, edition.side, width, first=row.first, last=row.last, start=row.start)
            if value is not None
            else ()
            for value, (edition, width) in zip((row.left, row.right), each, strict=True)
        )
        if all(atom.ends_page for atom in (*one, *other)):
            found.append(Atom(height=0.0, ends_page=True))
            continue
        foot = 8.0 if row.last else 0.0
        if isinstance(row.left, _RUNNING) and isinstance(row.right, _RUNNING):
            join = partial(_joined, pair, foot)
            made = parts(page.holding(found[told:]), (one, other), join, depth)
            told = len(found)
            # what ends with its page has no space under it
            rows[number] = msgspec.structs.replace(row, last=row.last and made[-1][1], parted=len(made) > 1)
            found += [join(columns, footed) for columns, footed in made]
        else:
            found.append(pair(one, other, foot=foot))
        if isinstance(row.left or row.right, Heading):
            found[-1] = msgspec.structs.replace(found[-1], keep=True)
    if not behind:
        end()
    page.holding(found[told:])
    for number, start in enumerate(starts):
        if number and rows[number - 1].parted and page.begins(found[start]):
            rows[number] = msgspec.structs.replace(rows[number], begins=True)
    records = [record(edition.side, edition.furniture, width, sinks=False) for edition, width in each]
    return tuple(found), (pair(*records),) if any(records) else (), rows


def _joined(pair: Callable[..., Atom], foot: float, columns: Columns, footed: bool) -> Atom:
    return pair(*columns, foot=foot if footed else 0.0)


def _padded(column: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return ``column`` with the space outside it inside, as a cell of a table has it."""
    if not column:
        return ()
    edge = Atom(height=0.0)
    return (edge, *column, edge)


def _in_turn(editions: Sequence[Edition], release: Release, measure: float) -> _Parts:
    """Return two editions, each block of the one over that of the other."""
    left, right = editions
    found = [atom for edition in editions for atom in _title(edition, measure)]

    def add(row: pairs.Pair) -> None:
        if isinstance(row.left, Figure) and isinstance(row.right, Figure):
            found.append(_wide(row.left, row.right, left.side, right.side, measure))
            return
        for value, edition in zip((row.left, row.right), editions, strict=True):
            if value is not None:
                made = block(value, edition.side, measure)
                # a block and its translation stay together
                found.extend(
                    (*made[:-1], msgspec.structs.replace(made[-1], keep=not made[-1].ends_page))
                    if edition is left and made
                    else made
                )

    text, behind = bilingual.parted(bilingual.rows(release, left.side.theme), release, left.side.theme)
    for row in text:
        add(row)
    first, groups = closing(left.furniture)
    found += [atom for edition in editions for atom in close(edition, measure, first)]
    found += [atom for names in groups for edition in editions for atom in group(edition, measure, names)]
    for row in behind:
        add(row)
    records = (record(edition.side, edition.furniture, measure, sinks=False) for edition in editions)
    return tuple(found), tuple(atom for made in records for atom in made)


_HAIR = 0.5
"""The rule between two editions stands in the left one's share."""

_RUNNING = Paragraph | Quote | List
"""Blocks of lines, which a page may part."""


def _wide(one_figure: Figure, other: Figure, left: Side, right: Side, measure: float) -> Atom:
    shown = picture(one_figure, left, measure)
    found = [shown]
    if text := caption_text(one_figure):
        found += spaced(caption(text, left, measure, centred=True), before=5.0)
        found[-1] = msgspec.structs.replace(found[-1], after=0.0)
    if text := caption_text(other):
        below = caption(text, right, measure, centred=True)
        found += (msgspec.structs.replace(below[0], before=0.0), *below[1:])
    made = one(found)
    return msgspec.structs.replace(made, after=12.0)


def _title(edition: Edition, measure: float) -> tuple[Atom, ...]:
    side, meta, scale = edition.side, edition.article.meta, edition.side.scale
    theme = side.theme
    found: list[Atom] = []
    headline = scale.headline
    if meta.kicker:
        look = side.look(scale.kicker, weight="sans", ink="accent")
        found += kept(plain_text(meta.kicker, look, measure), with_next=True)
        headline = msgspec.structs.replace(headline, before=6.0)
    look = side.look(headline, weight="title", tracking=0.0 if side.chinese else -0.003)
    text = "\n".join(title_lines(edition.article, theme, edition.share))
    made = plain_text(text, look, measure)
    mark = Bookmark(meta.headline, 0)
    found += kept((msgspec.structs.replace(made[0], marks=(mark, *made[0].marks)), *made[1:]), with_next=True)
    if meta.subhead:
        look = side.look(scale.subhead, ink="secondary")
        found += kept(plain_text(meta.subhead, look, measure), with_next=True)
    found += addressees(side, edition.furniture, measure)
    return tuple(found)


def _notes(notes: Notes, sides: Sequence[Side], measure: float) -> tuple[Atom, ...]:
    if not notes.texts:
        return ()
    style = TypeStyle(size=8.5, leading=13.0)
    looks = {side.language: side.look(style) for side in sides}
    found: list[Atom] = []
    for number, (text, language) in enumerate(notes.texts, 1):
        look = looks[language]
        made = (run(f"{number} ", look.face, style.size), run(text, look.face, style.size))
        found += atoms(lines(made, look, measure), look)
    rule = Stroke(0.0, 0.25, measure, 0.25, 0.5, sides[0].theme.colours.hairline)
    return (Atom(height=5.5, marks=(rule,), before=14.0, keep=True), *found)
