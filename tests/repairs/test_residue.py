"""What a lost byte leaves behind is pointed at; letters, marks and signs that a text means are not."""

import pytest

from publisher.repairs import byteslip
from publisher.report import Report

from .conftest import Mend


def _pointed_at(report: Report) -> list[str]:
    return [notice.before for notice in report if notice.code == "bytes-lost"]


@pytest.mark.parametrize(
    ("text", "residue"),
    [
        ("社區圖書N今日重新開放，歡迎鄉親前來參觀。", "N"),
        ("地鐵由首Z車至早上八時將會加開列車。", "Z"),
        ("車站內的指示呼~乘客小心月台空隙。", "~"),
        ("館方表示，博物]長將會親自導覽。", "]"),
        ("球員臚@顆直球都投進好球帶。", "@"),
        ("每股盈l為三元，較去年同期成長。", "l"),
        ("千里之行}始於足下，主辦單位說。", "}"),
        ("展出的文物分批運送，中庭[上一座新梯。", "["),
    ],
)
def test_a_sign_left_of_a_big5_character_is_pointed_at(
    mend: Mend, report: Report, text: str, residue: str
) -> None:
    assert mend(byteslip.repair, text, language="zh-Hant") == [text]
    assert any(residue in excerpt for excerpt in _pointed_at(report))


@pytest.mark.parametrize(
    "text",
    [
        "沿江的桥淮λ深流急，船只须减速。",
        "本市将提升托ㄑ服务的质量。",
        "江边一ь杨柳已经返青。",
        "地铁一期こ探将于下月开工。",
    ],
)
def test_a_letter_of_another_script_between_han_is_pointed_at(mend: Mend, report: Report, text: str) -> None:
    assert mend(byteslip.repair, text) == [text]
    assert _pointed_at(report)


@pytest.mark.parametrize(
    "text",
    [
        "投資人買進A股，醫師安排B超和X光檢查，他穿T恤唱卡拉OK。",
        "股價K線走高，C919客機首航，她走上T台，血型是O型。",
        "旅客可由B出口離開，再轉乘D線，到C區的A館報到。",
        "球隊晉級甲A聯賽，維他命C的含量很高，分為S級與A級。",
        "從A到B，A和B都可以；這件事他說了N次，政府推動e化。",
        "點選[確定]儲存檔案，陣列寫成{甲}。",
        "好吃~推薦~下次還會再來~店員很親切~謝謝你們。",
    ],
)
def test_letters_and_marks_that_traditional_text_means_are_not_pointed_at(
    mend: Mend, report: Report, text: str
) -> None:
    assert mend(byteslip.repair, text, language="zh-Hant") == [text]
    assert not _pointed_at(report)


@pytest.mark.parametrize(
    "text",
    [
        "他在B站上传了P图教程，又进了Q群，用U盘存好。",
        "α粒子和γ射线的穿透力不同，圆周率用π表示。",
        "这台机器的参数λ决定了收敛速度。",
        "网页打开后满屏锟斤拷，是编码没有设对。",
        "他爱吃寿し和刺し身，店名叫优の良品。",
        "比我N大有成就感~呵呵。",
    ],
)
def test_letters_and_signs_that_simplified_text_means_are_not_pointed_at(
    mend: Mend, report: Report, text: str
) -> None:
    assert mend(byteslip.repair, text) == [text]
    assert not _pointed_at(report)


def test_a_letter_in_simplified_text_is_pointed_at_beside_another_loss(mend: Mend, report: Report) -> None:
    mend(byteslip.repair, "图书馆昨日重新开放，欢迎市民k观。", "阅览室新添了�批图书。")
    assert any("k" in excerpt for excerpt in _pointed_at(report))
