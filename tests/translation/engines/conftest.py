"""The tiny models, built once, and installed in a folder of their own."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from publisher.translation.engines.package_file import install
from tests import tiny_model

Packages = Mapping[str, Path]


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the folders that argostranslate makes when it is imported out of the user's home."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the .argosmodel files by name: zh_en and en_zh."""
    folder = tmp_path_factory.mktemp("argosmodels")
    pairs = (("zh", "en"), ("en", "zh"))
    return MappingProxyType({f"{s}_{t}": tiny_model.package(folder, s, t) for s, t in pairs})


@pytest.fixture(scope="session")
def place(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of packages with both models; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("packages")
    for file in packages.values():
        install(file, folder)
    return folder
