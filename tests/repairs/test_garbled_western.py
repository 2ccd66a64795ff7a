"""Letters and marks of English text that a wrong decoder made signs or Han characters of."""

import pytest

from publisher.repairs import mojibake
from publisher.report import Report, Severity

from .conftest import Mend


@pytest.mark.parametrize(
    ("garbled", "clean"),
    [
        ("A portrait by 脡douard Lenoir isn鈥檛 on show.", "A portrait by Édouard Lenoir isn’t on show."),
        ("It is called 鈥淲inter Light鈥� (1902) today.", "It is called “Winter Light” (1902) today."),
        ("The caf茅鈥檚 rent is 拢900, or 鈧�950.", "The café’s rent is £900, or €950."),
        ("The nurses鈥� rota runs 2021鈥�2023 鈥� for now.", "The nurses’ rota runs 2021–2023 – for now."),
    ],
)
def test_utf8_read_as_gbk_is_read_again_in_english(mend: Mend, garbled: str, clean: str) -> None:
    assert mend(mojibake.repair, garbled, language="en") == [clean]


def test_a_mark_whose_last_byte_was_lost_is_told_as_a_guess(mend: Mend, report: Report) -> None:
    mend(mojibake.repair, "It is called 鈥淲inter Light鈥� (1902) today.", language="en")
    assert [n.message for n in report if n.severity is Severity.WARNING and "[”]" in n.message]


@pytest.mark.parametrize(
    "text",
    [
        "Shares of 茅台 (Moutai) rose, as did the A股 index; 每 means each.",
        "The shop on Nanjing路 sells T恤 and plays K歌 songs.",
        "A café in Zürich – “Łódź” – costs €5, ¥30 or £4.",
        "The slope is 5‰, and 0.8‰ of it is ice.",
    ],
)
def test_han_and_signs_that_english_text_means_stay(mend: Mend, text: str) -> None:
    assert mend(mojibake.repair, text, language="en") == [text]


@pytest.mark.parametrize(
    ("garbled", "clean"),
    [
        ("Ã¢â‚¬Å“Come in,Ã¢â‚¬Â\x9d WeiÃƒÅ¸ said.", "“Come in,” Weiß said."),
        ("The Ã¢â‚¬ËœHeronÃ¢â‚¬â„¢ sails.", "The ‘Heron’ sails."),
        ("â€œCome in,â€Â Weiß said.", "“Come in,” Weiß said."),
        ("The â€ËœHeronâ€™ sails.", "The ‘Heron’ sails."),
        ("Ms Wei\x810‰8 and Mr Gro\ufffd0‰8 spoke.", "Ms Weiß and Mr Groß spoke."),
    ],
)
def test_what_was_garbled_twice_or_in_four_bytes_is_read(mend: Mend, garbled: str, clean: str) -> None:
    assert mend(mojibake.repair, garbled, language="en") == [clean]
