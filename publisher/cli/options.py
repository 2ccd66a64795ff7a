"""Options that several commands have, each said once."""

from pathlib import Path

import click

from publisher.cli import known

MEMORY = click.option(
    "--memory",
    multiple=True,
    metavar="F",
    help="A translation memory (.tmx, .tm.sqlite; .xlf, .json of a review); may be repeated, the last wins.",
)
GLOSSARY = click.option(
    "--glossary", multiple=True, metavar="F", help="Names and terms (.csv, .tbx); may be repeated."
)
NAMES = click.option(
    "--names",
    multiple=True,
    metavar="F",
    help="A registry of people, organisations and places (.csv); may be repeated.  "
    "[default: names.csv beside the settings]",
)
ENGINE = click.option(
    "--engine",
    type=known.Name("engine", known.engines),
    metavar="NAME",
    help="Translates what no memory holds: auto (argos where it is installed), argos, libretranslate, "
    "pseudo, none.  [default: auto]",
)
CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="F.toml",
    help="Settings.  [default: ./publisher.toml]",
)
UNITS = click.option(
    "--convert-units/--no-convert-units",
    default=None,
    help="Put what 亩, 斤 and 里 come to in brackets, and for en-US what metric units do, where a rule "
    "writes the figure: 500 mu (33 hectares).  [default: not]",
)
TARGET = click.option(
    "--to",
    "target",
    type=known.Name("language", known.languages),
    metavar="LANG",
    default=None,
    help="zh-Hans, zh-Hant-TW, zh-Hant-HK, en-US, en-GB, or another with a catalog.  "
    "[default: the other language]",
)
XLIFF = click.option(
    "--xliff",
    "version",
    type=click.Choice(("1.2", "2.1")),
    default="2.1",
    show_default=True,
    help="1.2 for tools that do not read 2.1.",
)
