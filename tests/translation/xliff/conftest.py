"""A bitext with every origin and state, and what makes writers trip."""

import pytest

from publisher.model import Origin, State
from publisher.report import Severity
from publisher.translation.bitext import Bitext, BitextUnit, Remark, Suggestion
from publisher.translation.codes import Code


@pytest.fixture
def everything() -> Bitext:
    return Bitext(
        "zh-Hans",
        "en",
        (
            BitextUnit(
                "headline.1",
                "37家企业“入驻”<园区> & 更多",
                "37 companies <move> & more",
                Origin.ENGINE,
                0.4,
                State.DRAFT,
                (
                    Remark("not found in the translation: 37", "figure-mismatch"),
                    Remark("看一下", "", Severity.INFO, "Wang Lin"),
                ),
                (Suggestion("36家企业入驻", "36 companies move in", 0.87, "ours.tmx"),),
            ),
            BitextUnit("b1.1", "未译"),
            BitextUnit("b1.2", "旧句", "An old sentence", Origin.MEMORY, 1.0, State.REVIEWED),
            BitextUnit("b1.3", "定稿", "Final", Origin.HAND, 1.0, State.FINAL),
            BitextUnit("b1.4", "相近", "Close", Origin.FUZZY, 0.815, State.DRAFT),
            BitextUnit("b2.caption.1", " 两\n行 ", "\tTwo\r\nlines \xa0", Origin.HAND, 0.0, State.DRAFT),
            BitextUnit(
                "b3.1",
                "科技\x01节，见图书馆",
                "See the li\x02brary, festival",
                Origin.ENGINE,
                codes=(
                    Code(1, 0, 4, "strong"),
                    Code(2, 2, 4, "emphasis"),
                    Code(3, 5, 5, "note"),
                    Code(4, 6, 9, "link"),
                ),
                target_codes=(Code(1, 17, 25), Code(2, 17, 21), Code(3, 0, 0), Code(4, 4, 15)),
            ),
            BitextUnit("my block/1\x02.1", "\x01开头", "\x0bodd\ud800\U0001f600\ufffe ", Origin.ENGINE),
        ),
        "open day.txt",
        "ab" * 32,
    )
