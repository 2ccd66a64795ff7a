"""What holds a figure to its place: what it counts, its part in a change, whether it is an age."""

import re
from functools import cache

from publisher.localization.values.atoms import Atom
from publisher.localization.values.model import Bound

# what is counted: Chinese behind the figure | English behind it
_COUNTED = """
company|企业 公司 厂商|companies company firms firm enterprises enterprise businesses
school|学校 中小学 高校 院校 大学 中学 小学|schools school universities colleges
student|学生 考生 学员 毕业生|students student pupils graduates candidates
teacher|教师 老师|teachers teacher
worker|工人 员工 职工 工作人员|workers worker employees employee staff
volunteer|志愿者|volunteers volunteer
official|官员 干部|officials official
doctor|医生 医师|doctors doctor
nurse|护士|nurses nurse
athlete|运动员 选手|athletes athlete competitors players
artist|艺术家|artists artist
work|作品|works artworks
film|影片 电影|films film movies
book|图书|books book
farmer|农民|farmers farmer
visitor|游客 观众|visitors visitor tourists
expert|专家|experts expert
reporter|记者|reporters journalists
guest|嘉宾|guests guest
delegate|代表|delegates representatives
team|队伍 代表队|teams team
room|客房 房间|rooms rooms
store|门店|stores store outlets
park|公园|parks park
bridge|桥梁 大桥|bridges bridge
campus|校区|campuses campus
job|岗位|jobs positions
bed|床位 病床|beds
seat|席位 议席 座位|seats seat
vote|票|votes
station|车站 站点|stations
buyer|采购商|buyers
lane|街巷|lanes
drone|无人机|drones
missile|导弹|missiles
event|小项|events
sport|大项|sports
group|批|groups batches
project|项目 工程|projects project
country|国家 国|countries country nations nation
city|城市|cities city
province|省份 省|provinces province
county|县|counties county
village|村庄 村|villages village
household|户|households household families family
hospital|医院|hospitals hospital
museum|博物馆|museums museum
bank|银行|banks bank
vehicle|车 辆|vehicles vehicle cars
ship|艘 船|ships ship vessels vessel
aircraft|飞机 架|aircraft planes plane jets
train|列车 列|trains train
flight|航班|flights flight
home|房屋|homes houses buildings
measure|措施|measures
case|病例|cases case
death|死亡病例|deaths death
point|分|points
rebound|篮板|rebounds rebound
assist|助攻|assists assist
gold|金 金牌|golds gold
silver|银 银牌|silvers silver
bronze|铜 铜牌|bronzes bronze
shot|枪|shots shot
woman|女性 妇女 女生 女子 女代表|women woman girls
man|男性 男生 男子 男代表|men man boys
child|儿童 孩子|children child kids
killed|死亡 遇难 丧生 罹难|killed dead deaths died
injured|受伤 伤|injured wounded hurt
missing|失联 失踪|missing unaccounted
"""


# what happened to so many: it stands before the figure too
_BEFORE_CHINESE = re.compile(r"(?P<killed>死亡)(?:人数)?[为达]?$|(?P<injured>受伤)(?:人数)?[为达]?$")


_BEFORE_ENGLISH = re.compile(
    r"\b(?:(?P<killed>kill(?:ing|ed))|(?P<injured>(?:injur|wound)(?:ing|ed)))(?: (?:at least|about|around|more than|over|some|nearly|another))?$"
)


_MEASURE_WORDS = "个家所名位项座条件份支枚户辆艘架列间只宗例起场粒"


# the part a figure has in a change: where it began, where it ended, by how much it changed
_ROLES_CHINESE = re.compile(
    r"(?:(?P<base>[由从])|(?P<end>(?:[升降增减跌涨落]|提高|提升|增长|增加|上升|上涨|下降|下跌|减少|缩短|扩大)(?:[到至]了?)|收于|收报)"
    r"|(?P<change>(?:增长|下降|上涨|下跌|上升|下滑|上调|下调|回落|大涨|大跌|劲升|同比增|[升跌涨降])了?))(?:约|近|逾|超过|不足|人民币)?$"
)


_ROLES_ENGLISH = re.compile(
    r"\b(?:(?P<base>from)|(?P<end>(?:ris|fall|grow|increas|dropp|jump|climb|declin|decreas|reduc|rais|lift|narrow|widen|improv|soar|surg)\w* to|(?:rose|rise|fell|fall|grew|grow|drop|cut|up|down|settle|settled|close|closed|percent|%) (?:to|at)|from [^,.;]{1,30} to)|(?P<change>by|up|down|rose|fell|gained|dropped|lost|added|slipped|grew|jumped|increased|decreased|declined|climbed|shed|expand(?:ed)?|grow|rise|fall|increase|decrease))"
    r"(?: (?:about|around|nearly|over|almost|less than|more than))?(?: (?:US|HK|NT)?[$€£])?$"
)


_BASE_CHINESE = re.compile(
    r"(?P<base>由(?!于|此)|从(?!事|此|业|而)|较(?![大多高好为小低])|比(?![赛例重分亚如利较])|高于|低于|多于|少于|好于|相比)(?:[^，。；：\d一二三四五六七八九十百]|\d{1,4}[年月](?:份|同期)?){0,16}$"
)


_BASE_ENGLISH = re.compile(
    r"\b(?P<base>from|compared (?:with|to)|(?<!more )(?<!less )(?<!fewer )than|versus)\b[^,.;:\d]{0,30}$"
)


_PLACES = re.compile(
    r" (?:\w+ )?(?:countries|provinces|cities|regions|nations|places|counties|villages|people|schools|universities|games|matches)"
)


SPAN = 28  # characters of a text that may say what a figure counts


_OLD = re.compile(r"year-old|years old|years of age")
_AGED = re.compile(r"\baged? $|(?<=[a-z]), $")


def counted(text: str, atom: Atom, chinese: bool) -> str:
    """Return what the figure counts, "unit" where a unit follows, or ""."""
    if atom.family != "number":
        return ""
    if atom.value.unit:
        return "unit"
    value = atom.value
    before = (_BEFORE_CHINESE if chinese else _BEFORE_ENGLISH).search(
        text[max(0, value.start - SPAN) : value.start].rstrip()
    )
    if before is not None:
        return before.lastgroup or ""
    match = _nouns(chinese).match(text[value.end : value.end + SPAN])
    if match is None and chinese:  # 医生37名、护士100名
        match = _nouns_before().search(text[max(0, value.start - SPAN) : value.start])
    if match is None:
        return ""
    return categories(chinese)[match["noun"].lower()]


@cache
def categories(chinese: bool) -> dict[str, str]:
    """Return what each noun of the one language or the other counts."""
    rows = [line.split("|") for line in _COUNTED.strip().splitlines()]
    return {noun: row[0] for row in rows for noun in row[1 if chinese else 2].split()}


@cache
def _nouns_before() -> re.Pattern[str]:
    nouns = "|".join(sorted((n for n in categories(chinese=True) if len(n) > 1), key=len, reverse=True))
    return re.compile(rf"(?P<noun>{nouns})(?:共|约|有|达|为|近|超过|逾)?$")


@cache
def _nouns(chinese: bool) -> re.Pattern[str]:
    nouns = "|".join(sorted(categories(chinese), key=len, reverse=True))
    if chinese:
        return re.compile(
            rf"(?:多|余)?(?:[{_MEASURE_WORDS}]|人(?=[死遇丧罹受伤失]))?[^，。；、：\d（）()的和与及]{{0,6}}?(?P<noun>{nouns})"
        )
    return re.compile(
        rf"[ -](?:(?!and\b|in\b|from\b|of\b|at\b|for\b|with\b|to\b)[A-Za-z'-]+ ){{0,4}}?(?P<noun>{nouns})(?![A-Za-z])",
        re.I,
    )


def role(text: str, atom: Atom, chinese: bool) -> str:
    """Return whether the figure is the start, the end or the amount of a change, or ""."""
    if atom.family != "number":
        return ""
    start = atom.value.start
    before = text[max(0, start - 2 * SPAN) : start].rstrip()
    match = (_ROLES_CHINESE if chinese else _ROLES_ENGLISH).search(before)
    if match is None:
        match = (_BASE_CHINESE if chinese else _BASE_ENGLISH).search(before)
        if match is None or _PLACES.match(text, atom.value.end):
            return ""
    return match.lastgroup or ""


def age(text: str, atom: Atom, chinese: bool) -> str:
    """Return whether the figure is an age or a span of years, or ""."""
    value = atom.value
    if atom.family != "number" or value.bound is Bound.SOME:
        return ""
    if chinese:
        return (
            "age"
            if value.text.rstrip("以上下").endswith("岁")
            else "span"
            if value.text.endswith("年")
            else ""
        )
    if _OLD.search(value.text) or _AGED.search(text[max(0, value.start - 6) : value.start]):
        return "" if value.unit not in ("", "year") else "age"
    return "span" if value.unit == "year" else ""
