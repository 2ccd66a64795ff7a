"""Characters as the press of Taiwan and Hong Kong writes them, where OpenCC has others."""

import re

_COUNTED = "0-9０-９一二三四五六七八九十百千萬億兩两幾几數数這这那每半整多餘余船形片單单"

_BOTH = (
    (re.compile("(?<=[發公宣頒分遍散])佈|佈(?=[局置])"), "布"),  # 發布, 公布, 宣布
    (re.compile("(?<=人)蔘(?=[加與與觀會賽展選評訓議演見])"), "參"),  # 負責人參加 holds no ginseng
    (re.compile(rf"(?<![{_COUNTED}])隻(?![身字言語])"), "只"),  # 還是只想; counted, it stays 隻
    (re.compile("(?<=活動)周(?!年)|(?<=宣傳)周(?!年)"), "週"),  # 活動週, 活動週期間
    (re.compile("衝(?=[咖泡茶洗調印])"), "沖"),  # 沖咖啡
    (re.compile("瞭(?=解)"), "了"),
    (re.compile("(?<![合兼歸吞裁撤整])併(?=為(?![一二三兩]))"), "並"),  # 並為獲獎者頒獎; schools are 併為一校
    (re.compile("籤(?=[合約訂署了字名下到證發批])"), "簽"),
)
_TAIWAN = (
    (re.compile("臺(?![灣北中南東])"), "台"),  # 5200台, 平台
    (re.compile("汙"), "污"),
    (re.compile("溼"), "濕"),
)
_HONG_KONG = (
    (re.compile("釐(?=米)"), "厘"),
    # the converter has the forms of a school list there
    *(
        (re.compile(old), new)
        for old, new in zip(
            "啓説羣牀税悦閲鋭兑敍卧麪峯温脱藴", "啟說群床稅悅閱銳兌敘臥麵峰溫脫蘊", strict=True
        )
    ),
)


def press_forms(text: str, table: str) -> str:
    """Return ``text``, converted by ``table`` (zh-Hant, zh-Hant-TW, zh-Hant-HK), in the forms of the press.

    Character for character: the length stays.
    """
    for pattern, form in (*_BOTH, *(_HONG_KONG if table == "zh-Hant-HK" else _TAIWAN)):
        text = pattern.sub(form, text)
    return text
