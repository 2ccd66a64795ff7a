"""Words that the mainland, Taiwan and Hong Kong say differently: 软件 and 軟體, 信息 and 資訊.

Our own table, and not OpenCC's: its phrases turn 发布 into 釋出 and 项目 into
專案, which the press of Taiwan does not. A row stands here only where the word
has one sense in news.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

# mainland, Taiwan, Hong Kong; "=" is the mainland's word in Traditional characters
_ROWS = """
软件 軟體 =
硬件 硬體 =
信息 資訊 資訊
信息化 資訊化 資訊化
互联网 網際網路 =
移动互联网 行動網路 流動互聯網
网络 網路 =
视频 影片 影片
短视频 短影音 短片
服务器 伺服器 伺服器
数据库 資料庫 數據庫
大数据 大數據 大數據
数字化 數位化 數碼化
数字经济 數位經濟 數碼經濟
数字技术 數位技術 數碼技術
人工智能 人工智慧 =
智能手机 智慧型手機 =
智能制造 智慧製造 =
芯片 晶片 晶片
屏幕 螢幕 =
鼠标 滑鼠 滑鼠
打印机 印表機 =
打印 列印 =
激光 雷射 =
纳米 奈米 =
短信 簡訊 短訊
博客 部落格 網誌
默认 預設 預設
在线 線上 網上
移动支付 行動支付 流動支付
出租车 計程車 的士
公交车 公車 巴士
自行车 自行車 單車
幼儿园 幼兒園 幼稚園
志愿者 志工 義工
新西兰 紐西蘭 =
悉尼 雪梨 =
老挝 寮國 =
沙特阿拉伯 沙烏地阿拉伯 =
意大利 義大利 =
首席执行官 執行長 行政總裁
"""

_INSTITUTION = (
    "大学|大學|学院|學院|学校|學校|公司|集团|集團|研究所|研究院|委员会|委員會|协会|協會|学会|學會|实验室|實驗室|中心"
    "|基地|杂志社|雜誌社|出版社|基金会|基金會|[局厅廳](?!面)"
)
_BREAK = "的了和与與及在是将將对對为為、，。；：！？）」』”"
_LISTED = "企业|企業|公司|单位|單位|机构|機構|商家|品牌"
_NAMES = re.compile(
    rf"《[^《》]*》|[^，。；：！？、]*(?:、[^，。；：！？、]*?)+等[\u4e00-\u9fff]{{0,8}}?(?:{_LISTED})"
)
"""Quoted titles, and lists of the names of companies: 甲网络、乙信息等多家企业."""


def with_words(
    convert: Callable[[str], str], source: str, target: str, names: Sequence[str] = ()
) -> Callable[[str], str]:
    """Return ``convert`` with the words of ``target`` for those of ``source`` (BCP 47).

    What stands in 《》, in ``names``, in a list of companies, or before the noun of
    an institution on the same run of Han (信息工程大学) is converted by its
    characters alone.
    """
    one, other = _place(source), _place(target)
    table = _table(one, other)
    if not table:
        return convert
    word = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    institution = re.compile(rf"[^\W{_BREAK}]{{0,8}}?(?:{_INSTITUTION})")
    kept = sorted({name for name in names if word.search(name)}, key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, kept))) if kept else None

    def changed(text: str) -> str:
        spans = [m.span() for m in _NAMES.finditer(text)]
        spans += [m.span() for m in named.finditer(text)] if named else []
        made, at = [], 0
        for match in word.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in spans) or institution.match(text, end):
                continue
            made += [(convert(text[at:start])) if start > at else "", table[match[0]]]
            at = end
        return "".join((*made, convert(text[at:]))) if made else convert(text)

    return changed


def _place(language: str) -> int:
    """Return the column of ``language`` in the rows: mainland, Taiwan, Hong Kong."""
    parts = language.replace("_", "-").split("-")
    if {"HK", "MO"} & set(parts) and "Hans" not in parts:
        return 2
    return 1 if "Hant" in parts or "TW" in parts else 0


@cache
def _table(source: int, target: int) -> dict[str, str]:
    if source == target:
        return {}
    from publisher.repairs.conversion import converter

    plain = converter("zh-Hant-HK")
    made: dict[str, str] = {}
    for row in _ROWS.split("\n"):
        if row:
            words = row.split()
            forms = [plain(words[0]) if word == "=" else word for word in words]
            if forms[source] != forms[target]:
                made.setdefault(forms[source], forms[target])
    return made
