"""Every theme in every language, as Word pages through LibreOffice and as PDF by both engines.

Text first, pixels second: where each line stands is in tests/visual/golden as text, and for Word there are
pictures too. A page that was changed on purpose is taken with one command, and its pictures are looked at:

    pytest tests/visual --accept

On a failure the lines that moved are told, and out/visual holds each page as it is, as it was, and what
differs. LibreOffice and Pango set lines a little otherwise in each version: on another than that of the
golden files only the words are compared, and the test says so.
"""

from collections.abc import Callable

import pytest

from tests.visual import office
from tests.visual.cases import NAMES
from tests.visual.conftest import Golden, pdf

Goldens = Callable[[str], Golden]


@pytest.mark.parametrize("name", NAMES)
def test_a_word_page_looks_as_it_did(name: str, word: dict[str, bytes], golden: Goldens) -> None:
    golden("word").check(name, word[name], office.version(), pictures=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_reportlab_is_set_as_it_was(name: str, golden: Goldens) -> None:
    golden("reportlab").check(name, pdf("reportlab", name), "ReportLab", pictures=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_weasyprint_is_set_as_it_was(name: str, golden: Goldens) -> None:
    from weasyprint.text.ffi import pango

    version = pango.pango_version()
    program = f"Pango {version // 10000}.{version // 100 % 100}"
    golden("weasyprint").check(name, pdf("weasyprint", name), program, pictures=False)
