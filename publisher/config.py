"""publisher.toml to frozen Settings; an unknown key is an error that lists the valid ones."""

import datetime
import math
import re
from pathlib import Path
from typing import Literal, get_type_hints

import msgspec

from publisher import misfits
from publisher.errors import ConfigError

MAX_INPUT_BYTES = 16 * 1024 * 1024
"""The largest article that is read; a press release is a thousandth of it."""


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The mail server and the sender; the password comes from the environment or the keyring alone.

    ``security`` is starttls, tls, or none on this machine alone; ``port`` 0 is
    the usual one. ``per_minute`` 0 sends as fast as the server takes it.
    Raises ValueError for a server that none can be reached by.
    """

    host: str = ""
    port: int = 0
    security: Literal["starttls", "tls", "none"] = "starttls"
    sender: str = ""
    reply_to: str = ""
    user: str = ""
    ca_file: str = ""
    timeout: float = 30.0
    per_minute: int = 60

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ValueError(f"port is {self.port}, but has to be 1 to 65535, or 0 for the usual one")
        if not 0 < self.timeout <= 3600:
            raise ValueError(f"timeout is {self.timeout:g}, but has to be above 0 s and 3600 at most")
        if self.per_minute < 0:
            raise ValueError(f"per_minute is {self.per_minute}, but has to be 0 or more")
        if re.search(r"[\s/:]", self.host):
            raise ValueError(f"host is {self.host!r}, but has to be a name such as mail.example.org")


class Exchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The user's rate of exchange: yuan for one of ``currency`` (ISO 4217) on ``date``, by ``source``.

    Without one (0) no amount gets an equivalent: no rate is invented. Raises
    ValueError for a rate that is none, or without its date.
    """

    rate: float = 0.0
    currency: str = "USD"
    date: datetime.date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.rate < math.inf:
            raise ValueError(f"rate is {self.rate}, but has to be so many yuan for one {self.currency}")
        if self.rate and self.date is None:
            raise ValueError("date is missing: say of which day the rate is, as date = 2026-03-05")
        if not re.fullmatch("[A-Z]{3}", self.currency) or self.currency == "CNY":
            raise ValueError(f"currency is {self.currency!r}, but has to be a code such as USD or EUR")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a project sets once; the command line overrides each. ValueError where there is no format."""

    theme: str = "press"
    page: Literal["", "a4", "letter"] = ""  # empty: as the theme has it
    out: str = "out"
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "pdf", "html")
    memory: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    builtin_glossary: bool = True
    names: tuple[str, ...] = ()  # registries; empty: the names.csv beside the settings, if there is one
    short_names: bool = True  # the surname alone after the first mention, in English
    region_words: bool = True  # 软件 as 軟體 in Taiwan; without, only the characters change
    convert_units: bool = False  # 500 mu (33 hectares), and miles beside kilometres for the United States
    exchange: Exchange = Exchange()
    engine: str = "auto"
    pdf_engine: str = "auto"
    pdf_profile: str = ""
    icc_profile: str = ""
    bilingual: Literal["", "columns", "alternating"] = ""  # empty: as the theme has it
    toc: Literal["auto"] | bool = "auto"  # auto: where the theme says an article is long; in Word
    reference: str = ""  # a template of one's own, .dotx or .docx, in place of the theme in Word
    fonts: dict[str, str] = {}  # font files of one's own in place of the theme's, by role: han = "Song.ttf"
    embed_fonts: bool = False  # carry the fonts inside Word documents, cut to their characters
    skip_repairs: tuple[str, ...] = ()
    author: str = "Publisher"  # of changes and comments in working copies
    mail: Mail = Mail()

    def __post_init__(self) -> None:
        if not self.formats:
            raise ValueError("formats names none: leave it out for docx, pdf, html")

    @property
    def layout(self) -> dict[str, int | str]:
        """The tokens that stand in place of the theme's own in its layout."""
        contents = {} if self.toc == "auto" else {"toc_from": int(self.toc)}
        return contents | ({"bilingual": self.bilingual} if self.bilingual else {})


def load(path: Path | None = None) -> Settings:
    """Return the settings in ``path``, or in ./publisher.toml if there is one, else the defaults.

    Raises ConfigError for a file that is missing, not TOML, or has a key or
    value that is not one of the Settings.
    """
    if path is None:
        path = Path("publisher.toml")
        if not path.is_file():
            return _with_names(Settings(), path.parent)
    try:
        return _with_names(msgspec.toml.decode(path.read_text("utf-8-sig"), type=Settings), path.parent)
    except OSError as error:
        raise ConfigError(
            f"The settings {path} cannot be read: {error.strerror}.", hint="Check the name and the folder."
        ) from error
    except msgspec.ValidationError as error:
        where, said = misfits.told(error)
        fault = f"{where}: {said}" if where else said
        raise ConfigError(
            f"The settings {path} cannot be used: {fault}.", hint=_what_may_stand(where, said)
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        told = "they are not UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise ConfigError(
            f"The settings {path} are not TOML: {told}.",
            hint='A line is a key and its value: theme = "press".',
        ) from error


def _what_may_stand(where: str, said: str) -> str:
    """Return the next step for a fault that msgspec finds ``where``: the keys there, or the words."""
    if step := misfits.step(Settings, where, said):
        return step
    name = where.partition(".")[0]
    kind = get_type_hints(Settings).get(name)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return f"Valid keys under [{name}]: {', '.join(kind.__struct_fields__)}."
    return f"Valid keys: {', '.join(Settings.__struct_fields__)}."


def _with_names(settings: Settings, folder: Path) -> Settings:
    beside = folder / "names.csv"
    if settings.names or not beside.is_file():
        return settings
    return msgspec.structs.replace(settings, names=(str(beside),))
