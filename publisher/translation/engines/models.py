"""The translation models on this machine: Argos packages, one folder each, as argostranslate keeps them."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from publisher.errors import ConfigError

EXTRA = 'pip install "bilingual-publisher[mt]", then pip install --no-deps argos-translate-lt'
"""What brings the libraries that run a model."""

METADATA_LIMIT = 1024 * 1024
_VERSION_PART = re.compile(r"\d+")
_PAIR = re.compile(r"(?:translate-)?(?P<source>[a-z]{2,3})[_-](?P<target>[a-z]{2,3})", re.IGNORECASE)


class Metadata(msgspec.Struct, frozen=True):
    """What metadata.json of a package says; ``from_code`` and ``to_code`` are Argos's: zh, zt, en."""

    from_code: str
    to_code: str
    from_name: str = ""
    to_name: str = ""
    package_version: str = ""
    argos_version: str = ""
    type: str = "translate"


class Model(msgspec.Struct, frozen=True):
    """An installed model; ``name`` is that of its folder, ``bytes`` what the folder holds."""

    name: str
    source: str
    target: str
    version: str
    path: Path
    bytes: int


def folders() -> tuple[Path, ...]:
    """Return where argostranslate looks for packages; new ones go to the first.

    ARGOS_PACKAGES_DIR names it. Raises ConfigError where the extra is not installed.
    """
    try:
        from argostranslate import settings
    except ImportError as error:
        raise ConfigError("The models need argostranslate, which is not installed.", hint=EXTRA) from error
    except (OSError, ValueError, KeyError, AssertionError) as error:
        raise ConfigError(
            f"The settings of argostranslate cannot be used: {error}.",
            hint="Check the variables ARGOS_… and ~/.config/argos-translate/settings.json.",
        ) from error
    return tuple(Path(path) for path in settings.package_dirs)


def installed(places: Iterable[Path]) -> tuple[Model, ...]:
    """Return the models in ``places``, the newest of a pair first; what is no package is passed over."""
    found: list[Model] = []
    for place in places:
        if place.is_dir():
            found += filter(None, (_model(path) for path in place.iterdir() if not path.name.startswith(".")))
    found.sort(key=lambda m: m.name)
    found.sort(key=lambda m: version_key(m.version), reverse=True)
    return tuple(sorted(found, key=lambda m: (m.source, m.target)))


def _model(path: Path) -> Model | None:
    file = path / "metadata.json"
    try:
        if not file.is_file() or file.stat().st_size > METADATA_LIMIT:
            return None
        metadata = msgspec.json.decode(file.read_bytes(), type=Metadata)
        size = sum(part.stat().st_size for part in path.rglob("*") if part.is_file())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if metadata.type != "translate":
        return None
    return Model(path.name, metadata.from_code, metadata.to_code, metadata.package_version, path, size)


def version_key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: 1.10 is newer than 1.9."""
    return tuple(int(part) for part in _VERSION_PART.findall(version[:100]))


def pair(name: str) -> tuple[str, str] | None:
    """Return the codes in a model's short name: zh and en in ``zh_en``, ``zh-en`` or ``translate-zh_en``."""
    match = _PAIR.fullmatch(name.strip())
    return (match["source"].lower(), match["target"].lower()) if match else None


def find(name: str, models: Sequence[Model]) -> Model:
    """Return the one of ``models`` that ``name`` means, its folder's or its pair; ConfigError if not one."""
    meant = [m for m in models if m.name == name] or [m for m in models if (m.source, m.target) == pair(name)]
    if len(meant) == 1:
        return meant[0]
    listed = ", ".join(m.name for m in meant or models) or "none"
    raise ConfigError(
        f"{name} means {len(meant)} models." if meant else f"No model named {name} is installed.",
        hint=f"Installed: {listed}.",
    )


def remove(model: Model) -> None:
    """Delete ``model`` from its folder; ConfigError if it cannot be."""
    try:
        discard(model.path)
    except OSError as error:
        raise ConfigError(
            f"The model {model.name} cannot be removed: {error.strerror}.", hint=f"Check {model.path}."
        ) from error


def discard(path: Path) -> None:
    """Delete a folder of models in one step as others see it: out of the way first, then file by file."""
    if path.is_symlink():
        path.unlink()
        return
    bin_ = Path(tempfile.mkdtemp(prefix=".removed-", dir=path.parent))
    path.rename(bin_ / path.name)
    shutil.rmtree(bin_)
