"""Fetch an Argos package by name from the index that argostranslate names: only when asked to."""

import io
import tempfile
from pathlib import Path

import msgspec

from publisher.errors import ConfigError
from publisher.translation.engines.models import pair, version_key
from publisher.translation.engines.package_file import MAX_BYTES, Installed, install
from publisher.translation.engines.web import HttpError, request

TIMEOUT = 60.0
_INDEX_LIMIT = 16 * 1024 * 1024


class Listed(msgspec.Struct, frozen=True):
    """A package of the index; ``links`` are where it may be fetched."""

    from_code: str = ""
    to_code: str = ""
    package_version: str = ""
    type: str = "translate"
    links: tuple[str, ...] = ()


def index_address() -> str:
    """Return the address of the index: ARGOS_PACKAGE_INDEX names another than Argos's own."""
    from argostranslate import settings

    return str(settings.remote_package_index)


def download(name: str, place: Path, index: str) -> Installed:
    """Fetch the newest package that ``name`` (zh_en) means and install it in ``place``.

    Raises ConfigError if the index at ``index`` does not list it or what is
    fetched is no sound package, TranslationError if a server does not answer.
    """
    listed = lookup(name, index)
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".download-", dir=place) as folder:
        file = Path(folder) / f"translate-{listed.from_code}_{listed.to_code}.argosmodel"
        with file.open("xb") as target:
            request(listed.links[0], target, limit=MAX_BYTES, timeout=TIMEOUT)
        return install(file, place)


def lookup(name: str, index: str) -> Listed:
    """Return what the index at the address ``index`` says of the newest package that ``name`` means."""
    wanted = pair(name)
    if wanted is None:
        raise ConfigError(f"{name!r} is not the name of a model.", hint="Such as zh_en, or en_zh.")
    out = io.BytesIO()
    try:
        request(index, out, limit=_INDEX_LIMIT, timeout=TIMEOUT)
        entries = msgspec.json.decode(out.getvalue(), type=tuple[Listed, ...])
    except HttpError as error:
        raise ConfigError(f"There is no index of models at {index}: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"The index of models at {index} cannot be read: {error}.") from error
    meant = [e for e in entries if (e.from_code, e.to_code) == wanted and e.type == "translate" and e.links]
    if not meant:
        known = sorted(f"{e.from_code}_{e.to_code}" for e in entries if "zh" in (e.from_code, e.to_code))
        raise ConfigError(
            f"The index of models lists none named {name}.",
            hint=f"For Chinese it has: {', '.join(known) or 'none'}.",
        )
    return max(meant, key=lambda e: version_key(e.package_version))
