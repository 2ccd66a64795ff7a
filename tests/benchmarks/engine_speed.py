"""Times 200 sentences through the engine argos against argostranslate's own translate() on the same text.

Both run the same package, made by tests/tiny_model.py: once as small as the
tests use it, once with the layers and width of the packages that Argos
publishes (its vocabulary stays small, so the output layer costs less than
theirs). argostranslate gets our sentence splitter, for its own would fetch a
model; with that one it would be slower still.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from publisher.translation.engines.argos import ArgosEngine
from publisher.translation.engines.package_file import install
from publisher.translation.segments import split
from tests import tiny_model

COUNT = 200
IN_A_PARAGRAPH = 4
RUNS = 3
SIZES = {"tiny": (1, 512), "base": (6, 512)}  # layers and width
CLAUSES = (
    "今年由学校主办，有{n}家公司参加展览。",
    "市长说：“总投资达到{n}，新项目建成。”",
    "展览在上午开幕，请看活动主页。",
    "今年有{n}家新公司参加，总投资达到{n}0，由学校主办（展览在上午开幕）。",
)


def sentences() -> list[str]:
    """Return the sentences, no two the same figure."""
    return [clause.format(n=n) for n, clause in enumerate(islice(cycle(CLAUSES), COUNT), 100)]


def argostranslates(place: Path) -> Callable[[str], str]:
    """Return argostranslate's own translate() for the package in ``place``."""
    # what its sentence splitter needs, and what that would fetch, is left out
    sys.modules["minisbd"] = SimpleNamespace(  # type: ignore[assignment]
        SBDetect=None, models=SimpleNamespace(list_models=lambda: ["zh-hans"], cache_dir="")
    )
    from argostranslate import package, translate

    (found,) = package.get_installed_packages([place])
    languages = [translate.Language(code, code) for code in (found.from_code, found.to_code)]
    translation: Any = translate.PackageTranslation(*languages, found)
    translation.sentencizer = SimpleNamespace(split_sentences=lambda text: list(split(text, "zh-Hans")))
    return lambda text: str(translation.translate(text))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of one run, by the clock and of all cores together; the model is loaded already."""
    start, cores = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - cores


def main() -> None:
    """Print seconds, sentences a second, and the ratio, for each size of model."""
    whole = sentences()
    paragraphs = ["".join(whole[n : n + IN_A_PARAGRAPH]) for n in range(0, COUNT, IN_A_PARAGRAPH)]
    text = "\n".join(paragraphs)
    for name, (layers, width) in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "packages"
            os.environ["ARGOS_PACKAGES_DIR"] = str(place)
            install(tiny_model.package(Path(folder), "zh", "en", layers=layers, width=width), place)
            engine, theirs = ArgosEngine((place,)), argostranslates(place)
            ours = engine.translate(whole, "zh-Hans", "en")
            assert " ".join(ours).split() == theirs(text).split(), "the two do not say the same"
            # taken in turns, and the best of each: what else the machine does is in neither
            pairs = [
                (timed(partial(engine.translate, whole, "zh-Hans", "en")), timed(partial(theirs, text)))
                for _ in range(RUNS)
            ]
            one, one_cpu = map(min, zip(*(ours for ours, _ in pairs), strict=True))
            other, other_cpu = map(min, zip(*(theirs for _, theirs in pairs), strict=True))
        sys.stdout.write(
            f"{name}: {COUNT} sentences in one batch {one:.2f} s ({COUNT / one:.0f}/s, CPU {one_cpu:.2f} s), "
            f"argostranslate's translate() {other:.2f} s ({COUNT / other:.0f}/s, CPU {other_cpu:.2f} s): "
            f"{other / one:.1f} times as fast, with {one_cpu / other_cpu:.0%} of the CPU time\n"
        )


if __name__ == "__main__":
    main()
