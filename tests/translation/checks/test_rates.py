"""Translations by people pass; errors put into them are found."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from publisher.translation.checks import Level, Pair, check_pairs
from publisher.translation.checks.files import read_pairs

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.fixture(scope="module")
def rates() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "check_rates.py"
    spec = importlib.util.spec_from_file_location("check_rates", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_fewer_than_two_in_a_hundred_good_segments_have_an_error() -> None:
    pairs = [p for name in ("one", "two") for p in read_pairs(Path(__file__).with_name(f"press-{name}.tsv"))]
    pairs = [
        Pair(str(n), p.source, p.target, p.source_language, p.target_language) for n, p in enumerate(pairs)
    ]
    wrong = {f.segment for f in check_pairs(pairs) if f.severity is Level.ERROR}
    assert len(wrong) / len(pairs) < 0.02


@pytest.mark.exhaustive
def test_seeded_errors_are_found(rates: ModuleType, press: Path) -> None:
    _, _, found = rates.rates(read_pairs(press))
    hits, made = (sum(column) for column in zip(*found.values(), strict=True))
    assert made > 100
    assert hits / made >= 0.98


@pytest.mark.skipif(not SEEDS.exists(), reason="the real release is not on this machine")
def test_a_real_release_has_no_error() -> None:
    for path in sorted(SEEDS.glob("*.tmx")):
        assert [f for f in check_pairs(read_pairs(path)) if f.severity is not Level.INFO] == []
