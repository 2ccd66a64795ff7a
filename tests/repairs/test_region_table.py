"""Every kind of word that regions say differently, in the contexts where it changes and where it must not."""

import csv

import pytest

from publisher import resources
from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairs.script import to_script
from publisher.report import Report
from publisher.walk import plain


def turned(text: str, source: str, target: str) -> str:
    article = Article(Meta(language=source, headline=""), (Paragraph("b1", (Text(text),)),))
    block = to_script(article, target, Report(), words=True).blocks[0]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


ROWS = """
智能焊接、编程 智慧焊接、程式設計 智能焊接、編程
人工智能 人工智慧 人工智能
多元智能 多元智能 多元智能
智能体 智慧代理 智能體
智能手机与智能制造 智慧型手機與智慧製造 智能手機與智能製造
高质量创新 高品質創新 高質素創新
高质量发展 高品質發展 高質量發展
产品质量 產品品質 產品質素
空气质量 空氣品質 空氣質素
质量管理 品質管理 品質管理
质量守恒 質量守恆 質量守恆
分子质量 分子質量 分子質量
太阳质量 太陽質量 太陽質量
整备质量1.5吨 整備質量1.5噸 整備質量1.5噸
质量约5吨 質量約5噸 質量約5噸
质量数 質量數 質量數
市质量监督局 市質量監督局 市質量監督局
教学水平 教學水準 教學水平
高水平就业 高水準就業 高水平就業
水平线 水平線 水平線
水平方向 水平方向 水平方向
海水平面 海水平面 海水平面
我校举办 本校舉辦 本校舉辦
在我校举行 在本校舉行 在本校舉行
我校校长 本校校長 本校校長
自我校正 自我校正 自我校正
我市教育局 本市教育局 本市教育局
我市场份额 我市場份額 我市場份額
我省经济 本省經濟 本省經濟
我县农业 本縣農業 本縣農業
我国 我國 我國
我院师生 本院師生 本院師生
希望通过服务 希望透過服務 希望透過服務
，通过培训 ，透過培訓 ，透過培訓
会议通过决议 會議通過決議 會議通過決議
通过了决议 通過了決議 通過了決議
通过考试 通過考試 通過考試
顺利通过验收 順利通過驗收 順利通過驗收
通过《条例》 通過《條例》 通過《條例》
一致通过 一致通過 一致通過
拓宽渠道 拓寬管道 拓寬渠道
灌溉渠道 灌溉渠道 灌溉渠道
构建体系 建構體系 構建體系
校企合作 產學合作 校企合作
职业教育 技職教育 職業教育
职业教育学院 職業教育學院 職業教育學院
各高校 各大專院校 各大專院校
提高校园文化 提高校園文化 提高校園文化
更高校准 更高校準 更高校準
签合同 簽合約 簽合約
联合同学 聯合同學 聯合同學
劳动合同 勞動契約 勞動合約
程序公正 程序公正 程序公正
微信小程序 微信小程式 微信小程式
应用程序 應用程式 應用程式
国内存在 國內存在 國內存在
内存不足 記憶體不足 記憶體不足
在线教育 線上教育 網上教育
生产线在线路上 生產線在線路上 生產線在線路上
存在线索 存在線索 存在線索
视频会议 視訊會議 視像會議
音视频 影音 影音
短视频 短影音 短片
视频号 視頻號 視頻號
简短信息 簡短資訊 簡短資訊
发短信 發簡訊 發短訊
网络安全 資訊安全 網絡安全
信息通信 資通訊 資訊及通訊
通信员 通信員 通信員
中国移动 中國移動 中國移動
移动支付 行動支付 流動支付
数据中心 資料中心 數據中心
数据库 資料庫 數據庫
大数据 大數據 大數據
数字经济 數位經濟 數碼經濟
数字化转型 數位轉型 數碼轉型
三位数字 三位數字 三位數字
集成电路 積體電路 集成電路
系统集成 系統整合 系統整合
云计算 雲端運算 雲端運算
操作系统 作業系統 操作系統
手术操作 手術操作 手術操作
默认值 預設值 預設值
登录账号 登入帳號 登入賬號
激光与纳米 雷射與奈米 激光與納米
3D打印 3D列印 3D打印
硬盘和光盘 硬碟和光碟 硬碟和光碟
计算机 電腦 電腦
量子计算机 量子電腦 量子電腦
信号灯 號誌燈 交通燈
屏幕 螢幕 屏幕
机床 工具機 機床
黑客 駭客 黑客
虚拟现实 虛擬實境 虛擬現實
硅谷 矽谷 矽谷
出租车 計程車 的士
乘公交出行 乘公車出行 乘巴士出行
外公交给他 外公交給他 外公交給他
公交集团 公交集團 公交集團
公共交通 公共運輸 公共交通
自行车 自行車 單車
摩托车 機車 電單車
红绿灯 紅綠燈 交通燈
航天员 太空人 太空人
空间站 太空站 太空站
导弹 飛彈 導彈
艾滋病 愛滋病 愛滋病
非典期间 SARS期間 沙士期間
非典型 非典型 非典型
志愿者 志工 義工
志愿服务 志願服務 義工服務
残疾人 身心障礙者 殘疾人士
残疾人联合会 殘疾人聯合會 殘疾人聯合會
人民群众 人民群眾 人民群眾
群众参观 民眾參觀 群眾參觀
群众路线 群眾路線 群眾路線
景区 風景區 景區
风景区 風景區 風景區
知识产权 智慧財產權 知識產權
风险投资 創業投資 風險投資
首席执行官 執行長 行政總裁
项目经理 專案經理 項目經理
真实项目 真實項目 真實項目
计划 計畫 計劃
身份证 身分證 身份證
报道 報導 報道
报到 報到 報到
快递员 快遞員 速遞員
外卖 外送 外賣
盒饭 便當 飯盒
酸奶 優格 乳酪
乒乓球 桌球 乒乓球
台球 撞球 桌球
世界杯 世界盃 世界盃
100米长 100公尺長 100米長
5厘米 5公分 5厘米
3平方米 3平方公尺 3平方米
10千米 10公里 10公里
2米饭 2米飯 2米飯
6海里 6浬 6海里
新西兰 紐西蘭 新西蘭
朝鲜 北韓 朝鮮
朝鲜族 朝鮮族 朝鮮族
印尼日前 印尼日前 印尼日前
沙特阿拉伯 沙烏地阿拉伯 沙特阿拉伯
格鲁吉亚 喬治亞 格魯吉亞
好莱坞 好萊塢 荷里活
迪拜 杜拜 迪拜
旧金山 舊金山 三藩市
特朗普 川普 特朗普
《信息简史》 《信息簡史》 《信息簡史》
《我校通过质量》 《我校通過質量》 《我校通過質量》
信息工程大学 信息工程大學 信息工程大學
甲网络、乙软件等多家公司 甲網絡、乙軟件等多家公司 甲網絡、乙軟件等多家公司
主题为“高质量创新” 主題為“高質量創新” 主題為“高質量創新”
以“智能生活”为主题的软件 以“智能生活”為主題的軟體 以“智能生活”為主題的軟件
题为“通过网络”的报告 題為“通過網絡”的報告 題為“通過網絡”的報告
他说“软件好” 他說“軟體好” 他說“軟件好”
发布会 發布會 發布會
新闻发布会 記者會 記者會
新品发布会 新品發表會 新品發布會
集装箱 貨櫃 貨櫃
塑料袋 塑膠袋 膠袋
卫生间 洗手間 洗手間
巧克力 巧克力 朱古力
了解 了解 了解
污染和湿地 污染和濕地 污染和濕地
税收与阅读 稅收與閱讀 稅收與閱讀
山峰与温泉 山峰與溫泉 山峰與溫泉
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n"))
def test_a_word_is_that_of_the_region_in_its_sense(row: str) -> None:
    mainland, taiwan, hong_kong = row.split(" ")
    assert turned(mainland, "zh-Hans", "zh-Hant-TW") == taiwan
    assert turned(mainland, "zh-Hans", "zh-Hant-HK") == hong_kong


BACK = """
zh-Hant-TW 軟體和網路 软件和网络
zh-Hant-TW 人工智慧 人工智能
zh-Hant-TW 智慧城市 智慧城市
zh-Hant-TW 本校 本校
zh-Hant-TW 生產線上 生产线上
zh-Hant-TW 這部影片 这部影片
zh-Hant-TW 喬治亞州 乔治亚州
zh-Hant-TW 計畫 计划
zh-Hant-TW 印尼日前 印尼日前
zh-Hant-HK 獅子山 狮子山
zh-Hant-HK 資訊 信息
zh-Hant-HK 的士 出租车
zh-Hant-HK 旅遊巴士 旅游巴士
"""


@pytest.mark.parametrize("row", BACK.strip().split("\n"))
def test_the_way_back_takes_only_words_of_one_sense(row: str) -> None:
    source, text, mainland = row.split(" ")
    assert turned(text, source, "zh-Hans") == mainland


def test_taiwan_and_hong_kong_have_words_for_one_another() -> None:
    assert turned("軟體、計程車", "zh-Hant-TW", "zh-Hant-HK") == "軟件、的士"
    assert turned("軟件、的士", "zh-Hant-HK", "zh-Hant-TW") == "軟體、計程車"


def table() -> list[dict[str, str]]:
    with (resources.locales() / "region-words.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_table_has_each_word_once_and_its_kinds_are_known() -> None:
    rows = table()
    words = [row["mainland"] for row in rows]
    assert len(words) == len(set(words)) > 300
    assert {row["kind"] for row in rows} == {"", "one-way", "phrase"}
    assert all(row["taiwan"] and row["hong kong"] for row in rows)


@pytest.mark.parametrize("target", ["zh-Hant-TW", "zh-Hant-HK"])
def test_no_row_is_hidden_by_another_or_by_its_own_contexts(target: str) -> None:
    column = "taiwan" if target.endswith("TW") else "hong kong"
    for row in table():
        if row[column] != "=":
            assert turned(row["mainland"], "zh-Hans", target) == row[column]
