"""A designer's way into a theme: a folder to start from, and what is wrong with it."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.errors import ConfigError, PublisherError
from publisher.exporters import mail, readback
from publisher.localization.localizer import furniture
from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Heading,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    Paragraph,
    Quote,
    Release,
    Strong,
    Table,
    Text,
)
from publisher.report import Report
from publisher.theme.contrast import unreadable

FORMATS = ("html", "pdf", "docx")
"""What a theme is tried in."""

_SAID = re.compile(r"^(?=[^#\s\[])", re.MULTILINE)


def copy(name: str, folder: Path) -> Path:
    """Make ``folder`` a theme that stands on ``name``, its tokens in comments, and return its theme.toml.

    ConfigError if there is no such theme, or the folder holds anything or cannot be made.
    """
    base = theme.load(name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError(f"{folder} is there already and is not empty.", hint="Name a new folder.")
    if "/" in name or "\\" in name:
        name = Path(os.path.relpath(base.folders[0], folder)).as_posix() + "/"
    own = re.sub(r"[^a-z0-9-]+", "-", folder.name.lower()).strip("-") or "house"
    tokens = (Path(base.folders[0]) / "theme.toml").read_text(encoding="utf-8")
    body = tokens.partition("\n[")[2]
    said = _SAID.sub("# ", f"[{body}") if body else ""
    made = folder / "theme.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made.write_text(
            f"# What differs from the theme `{name}`. Take the # away from a line to change it;\n"
            f"# docs/themes.md says what each token is.\n\n"
            f'base = "{name}"\nname = "{own}"\ndescription = ""\n\n{said}',
            encoding="utf-8",
        )
    except OSError as error:
        raise ConfigError(
            f"{made} cannot be written: {error.strerror}.", hint="Name another folder."
        ) from error
    return made


def check(name: str) -> Iterator[str]:
    """Try the theme ``name`` on a small release in every format and yield what is wrong, a line each.

    Its inks must stand out from its paper, and each file is read back, as those of an export are.
    """
    look = theme.load(name)
    yield from (f"colours: {line}" for line in unreadable(look.colours))
    yield from (f"colours.dark: {line}" for line in unreadable(look.colours_dark))
    editions = (_sample("zh-Hans"), _sample("en"))
    for articles in ((editions[0],), (editions[1],), editions):
        report = Report()
        words = {a.meta.language: furniture(a, look=look) for a in articles}
        context = Context(look, words, report)
        languages = " + ".join(a.meta.language for a in articles)
        release = Release(articles)
        for kind in FORMATS:
            try:
                data = plugins.load("exporters", kind)().export(release, context)
                readback.check(f"sample.{kind}", data, release, context)
            except PublisherError as error:
                yield f"{languages}, {kind}: {error}"
        try:
            mail.bodies(articles, context)
        except PublisherError as error:
            yield f"{languages}, mail: {error}"
        yield from (f"{languages}: {notice.message}" for notice in report if notice.severity == "warning")


def _sample(language: str) -> Article:
    """Return an article with every kind of block but a picture, in nobody's words."""
    han = language.startswith("zh")
    word, short = ("样张文字，", "样张") if han else ("Sample text, ", "Sample")
    long = Text(word * 30)
    meta = Meta(
        language=language,
        headline=short * 6,
        kicker=short,
        subhead=short * 3,
        source=short,
        issued=datetime(2026, 3, 5, 9, tzinfo=UTC),
        boilerplate=(Heading("bp1", (Text(short),)), Paragraph("bp2", (long,))),
    )
    cells = tuple(Cell(f"b6.{n}", (Text(short),)) for n in range(1, 4))
    blocks: tuple[Block, ...] = (
        Paragraph("b1", (long, Strong((Text(short),)), Emphasis((Text(short),)), NoteRef(short))),
        *(Heading(f"b2{level}", (Text(short),), level) for level in range(1, 5)),
        Paragraph("b3", (Link("https://example.com/", (Text(short),)), long)),
        List("b4", (ListItem("b4.1", (long,)), ListItem("b4.2", (Text(short),))), ordered=True),
        Quote("b5", (long,)),
        Table("b6", (cells, cells), cells, (Text(short),)),
    )
    return Article(meta, blocks)
