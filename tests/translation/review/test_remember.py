"""A memory is told what a person passed, and keeps all else that it knew."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.memory import Memory
from publisher.translation.review.remember import merged, remember

AT = datetime(2026, 3, 6, 1, 2, 3, tzinfo=UTC)
UNIT = BitextUnit("b1.1", "37家企业<&>", "37 “companies” <&>", Origin.HAND, 1.0, State.REVIEWED)
BITEXT = Bitext("zh-Hans", "en", (UNIT,))


def text(old: str | None, unit: BitextUnit = UNIT) -> str:
    data = None if old is None else old.encode()
    return merged(data, BITEXT, (unit,), "m.tmx", author="Wang Lin", at=AT).decode()


def known(folder: Path, content: str, source: str = UNIT.source) -> tuple[str, bool] | None:
    path = folder / "m.tmx"
    path.write_text(content, encoding="utf-8")
    match = Memory.load([path]).lookup(source, "zh-Hans", "en")
    return None if match is None else (match.text, match.reviewed)


OLD = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh-Hans"/><body>
<tu tuid="7" creationid="mt"><prop type="x">kept</prop>
<tuv xml:lang="zh-Hans"><seg>37家企业&lt;&amp;&gt;</seg></tuv><tuv xml:lang="de"><seg>37 Firmen</seg></tuv>
<tuv xml:lang="en"><seg>36 <ph/>firms</seg></tuv></tu>
<tu><tuv xml:lang="zh-Hans"><seg>别的</seg></tuv><tuv xml:lang="en"><seg>Other</seg></tuv></tu>
</body></tmx>"""


def test_a_new_memory_finds_what_it_was_told(tmp_path: Path) -> None:
    assert known(tmp_path, text(None)) == (UNIT.target, True)


def test_author_and_date_stand_in_the_unit() -> None:
    assert 'creationid="Wang Lin" creationdate="20260306T010203Z"' in text(None)


def test_an_older_translation_is_replaced_with_author_and_date(tmp_path: Path) -> None:
    new = text(OLD)
    assert known(tmp_path, new) == (UNIT.target, True)
    assert 'changeid="Wang Lin" changedate="20260306T010203Z"' in new
    assert "36" not in new


def test_all_else_stays(tmp_path: Path) -> None:
    new = text(OLD)
    assert known(tmp_path, new, "别的") == ("Other", True)
    for part in ('tuid="7"', '<prop type="x">kept</prop>', "37 Firmen", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'):
        assert part in new


def test_what_is_known_already_is_not_dated_anew() -> None:
    once = text(None)
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert merged(once.encode(), BITEXT, (UNIT,), "m", author="L", at=later).decode() == once


def test_a_memory_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match=r"\.tmx"):
        remember(BITEXT, (UNIT,), tmp_path / "m.xlsx", author="L", at=AT)


@pytest.mark.parametrize(
    "old",
    [
        "<html/>",
        "<tmx>",
        '<!DOCTYPE tmx [<!ENTITY a "x">]><tmx><body/></tmx>',
        "<tmx/>",
    ],
)
def test_what_is_no_sound_tmx_is_refused_in_one_line(old: str) -> None:
    with pytest.raises(TranslationError) as caught:
        text(old)
    assert "\n" not in str(caught.value)
