"""Names, idioms and words that hold numerals and state no figure: 四川, 十九大, 一带一路, 千方百计."""

import re
from collections.abc import Iterator
from fractions import Fraction

from publisher.localization.values.building import plain_value
from publisher.localization.values.chinese_numerals import HAN, han_value
from publisher.localization.values.dates import date_reading
from publisher.localization.values.model import Kind, Reading, Value

# with a number that the English may state: 19th, 14th, 4th, G20
_NUMBERED = re.compile(
    r"(?P<congress>[一二三四五六七八九十]{1,3})大(?![学堂型量力家小])|(?P<plan>十?[一二三四五六七八九十]五)(?=规划|期间|时期|[”\"’』」]|末|以来|开局|收官|计划)"
    r"|(?P<plenum>[一二三四五六七])中全会|(?P<group>[七八二][十]?)国集团|(?P<two>两会|双十一|双11|两岸|双方|双边|双向|双语|双重|双双|双打|双胞胎|两者|两国|两地|两党|两军|两翼|夫妻|夫妇|双创)"
    r"|(?P<three>三峡|三农|三方|三军|三人行|三联)|(?P<first>首[次个届批家例条座位轮席日站先都要府款部]|头[一]?[个次等])|(?P<once>一次|一番|一再|一度)"
    r"|(?P<month>环比|按月|月增|月减|季增|季减|按季)|(?P<year>同比|按年|年增|年减)"
    r"|(?P<soft>[单双])(?=[打人边边方一次日独程])|(?P<season>四季)"
)
_FIXED = re.compile(
    "[二三]月(?:二|三)(?![日号十月至到])|七月半|头九|[一二三四五六七八九]九(?=天|寒天|严寒)|三伏(?!特)|千千万万|一带一路|千方百计|四通八达|百花齐放|一石二鸟|三三两两|八一(?=军|电影)|一二九"
    "|双一流|三严三实|两学一做|四个意识|四个自信|两个维护|两个确立|四个全面|五位一体|三位一体|三个代表|八项规定|八荣八耻|一国两制|三公(?=经费)|三资企业|五险一金|三包|三大件|六稳|六保|三孩|二孩|二胎|三胎|一线城市|[二三四]线城市|[一二三]线(?=员工|工人|作战|队伍|防|部队)"
    "|一定|一些|一样|统一|唯一|万一|一直|一起|同一|第一时间|一般|一切|一致|一旦|一律|一边|一面|一方面|一批|一系列|一阵|一下|一向|一同|一并|一线|一手|一举|一流|一体|一心|一贯|一概|一味|一道|一经|一来|一点|一时|一生|一代|一行|一片|一番|一度|一再|一共|一会|一会儿|一路|一大批|进一步|逐一|之一|专一|单一|万万|一如既往|一如|合一|划一|归一|不一|一号工程|一把手|一站式|一卡通|一条龙|一揽子|一窝蜂|一刀切|一把|每一|任一|某一|这一|那一|另一|哪一|首一|唯一|一方|一词|一说|一事|一案|一职|一文|一书|一家人|一家|一个|一名|一位|一种|一项|一条|一台|一场|一座|一支|一只|一件|一份|一次|一步|一国|一幕|一环|一员"
    "|千万(?=不|要|别|注意|记|小心)|百姓|百货|百科|百度|百家姓|百合|百分点|百威|百胜|百老汇|百事|百色|百川|百丽|百联|千岛|千岛湖|千里马|千禧|千篇一律|千家万户|千秋|千古|千金|千山|千钧|千年古|万科|万达|万事|万物|万岁|万象|万里长城|万圣|万历|万州|万宁|万宝|万豪|万隆|万民|万向|万通|万众|万般|万万|万国|万用|亿万|亿利|亿达|亿航|亿欧|千亩|十字|十分(?!之|钟)|十足|十堰|十佳|十强|八强|四强|百强(?!县)|十全|十里洋场|百余年来"
    "|四川|四平|四面|四处|四周|四方|四肢|四合院|四季青|四川|三亚|三明|三门峡|三水|三星|三菱|三洋|三元|三江|三沙|三国(?!外|领导)|三文鱼|三明治|三角|三轮|三轮车|三维|三思|三甲(?=医)|三毛|三原|三河|三里屯|三一(?=重工|集团)|再三|九江|九寨|九龙|九华|九州|九阳|九龙坡|九曲|五台山|五指山|五原|五常|五粮液|五星级|五星红旗|五角大楼|五金|五官|五谷|五行|五彩|五颜六色|五笔|五花|五湖四海|六安|六盘|六合|六枝|七台河|七夕|七里|七喜|七匹狼|七彩|八达岭|八卦|八宝|八仙|八路军|八角|八方|二维码|二战|一战|二手|二连浩特|二级市场|二次元|二郎|二氧化碳|一氧化碳|三氧化|二甲|二代|二胡|二者|三者|二人转|不二|双鸭山|双流|三七(?=开)|七上八下|十里"
    "|张三李四|张三|李四|王五|赵六|丁一|王二|阿三|老二|老三|老大|周一围|陈一|三三两两|五大连池|五四运动|六神|三心二意|零(?=售|件|距离|部件|食|星|容忍|下|碳|排放|基础|工|钱|散)|归零|飘零|凋零|零零|六必治|四书五经|五经|半导体|半岛|半决赛|半夜|半空|半场|半山|半路|半径|半球|一半天|多半|大半|过半数|南半球|北半球|东半球|西半球|点半|前半|后半|十八罗汉|三十六计|七十二变|九牛一毛|千锤百炼|三省(?=吾)|三字经|百日维新|百团|百灵|两栖|两极|两性|两侧|两边|两手|两旁|两端|两口子|两难|两用|两可|三两下|小二|零一|四人帮|三鹿|三聚氰胺|三十而立|十三行|三十六行|九三学社|八一队|三分(?=球|线|天|熟)|一分为二|三连冠|三番五次|百里挑一|第三方|第三产业|第二产业|第一产业|第一书记|第一夫人|第一线|第一手|第二故乡|第一(?=财经|大|批)|四大皆空|四大发明|四大名著|一口气|一塌糊涂|千兆|百兆|万兆"
)  # fmt: skip
# with a date that the English may state
_FEAST = re.compile(
    r"(?P<d11>元旦|新年第一天)|(?P<d38>三八(?:国际)?(?:妇女节|红旗手|红旗集体|红旗|节))|(?P<d51>(?<![\d零一二三四五六七八九〇])五一(?![\d零一二三四五六七八九〇十百千万路街])(?:国际)?(?:劳动节|假期|小长假|黄金周|节|期间)?|国际劳动节)|(?P<d54>五四(?:青年节|青年|运动|精神)|青年节)"
    r"|(?P<d61>六一(?:国际)?儿童节|国际儿童节)|(?P<d71>七一(?:讲话|勋章|建党))|(?P<d81>八一建军节?|建军节)|(?P<d101>国庆节?|十一(?:黄金周|假期|长假))|(?P<d1224>平安夜)|(?P<d1225>圣诞节)"
    r"|(?P<d918>九一八)|(?P<d77>七七事变)"
)
_WHOLE = re.compile(
    r"(?P<land>(?<!\d)31个?(?=省份|省区市|省、|省\(|省（|省级))|(?P<day>(?<!\d)0(?:时|:00)?(?:至|到|—|-|~)24(?:时|:00)|(?<!\d)(?:24/7|7[×xX*]24(?:小时)?)(?!\d))"
)
_GAP = re.compile(
    r"(?<![\d一二三四五六七八九十〇零个本上下当每同这前后首何几数正腊冬今元该])月(?=\d{1,2}日)|(?<![\d一二三四五六七八九十〇零今去明前后本当同每整全半多几百千万历近余两上下来])年(?=\d{1,2}月)"
)
_HOTLINES = re.compile(
    r"(?<!\d)(?:12306|12345|12315|1[12][0-2](?=指挥|接警|报警|急救|平台|中心|调度))(?!\d|[.,]\d|[%万亿千百元人家个名户项位件台辆次吨亩米])"
)
_WORDS = re.compile(rf"[{HAN}]")
_FIGURE_TAGS = frozenset({"m", "t", "mq", "q", "x", "eng", "b", "nrt_", "f", "tg", "mg", "nz_"})
_COUNTED = re.compile(
    r"[一二两三四五六七八九十百千万亿半零]+(?:人|场|国|省|市|岁|年|月|日|号|周|级|度|元|倍|次|处|所|线|点|时|分|秒|名|家|届|季|代|期|年级|层|楼|战|胜|负|金|银|铜|方|成|折|强|周年|大|类|城|县|区|县|乡|村|镇|校|课|篇|章|节)$|.*[十百千万亿][余多几]?.$"
)


_COMPARED = re.compile("[环同]比|[按年月季][月年季增减]")
_NUMERALS = re.compile(rf"[{HAN}]+")


def find_names(text: str) -> Iterator[Value]:
    """Yield names with numerals in them; those whose number the English may state carry it."""
    for match in _WHOLE.finditer(text):  # the whole mainland, the whole day
        reading = Reading("", Fraction(31)) if match["land"] else Reading("s", Fraction(86400))
        yield plain_value(
            Kind.NAME,
            text,
            *match.span(),
            [reading],
            plain=Fraction(31) if match["land"] else None,
            firm=False,
        )
    for match in _GAP.finditer(text):  # a figure that was lost
        reading = Reading("gap", "month-of-year" if match.group() == "月" else "year")
        yield plain_value(Kind.NAME, text, *match.span(), [reading], figures=False, firm=False)
    for match in _HOTLINES.finditer(text):
        amount = Fraction(match.group())
        yield plain_value(
            Kind.IDENTIFIER, text, *match.span(), [Reading("", amount)], plain=amount, firm=False
        )
    for match in _FEAST.finditer(text):
        assert match.lastgroup is not None  # every branch is named
        month_day = match.lastgroup[1:]
        cut = 2 if len(month_day) > 2 and month_day not in ("918",) else 1
        date = date_reading(None, int(month_day[:cut]), int(month_day[cut:]))
        yield plain_value(Kind.NAME, text, *match.span(), [date], figures=False, firm=False)
    if (
        not _WORDS.search(text)
        and "首" not in text
        and "双" not in text
        and "单" not in text
        and "半" not in text
        and not _COMPARED.search(text)
    ):
        return
    for match in _NUMBERED.finditer(text):
        kind, said = match.lastgroup, match.group()
        assert kind is not None  # every branch is named
        number = {"two": 2, "three": 3, "first": 1, "once": 1, "season": 4}.get(kind)
        if kind in ("month", "year"):  # what it is compared with may be named: from April
            reading = (
                Reading("month", Fraction(1)) if kind == "month" else Reading("relative-year", Fraction(-1))
            )
            yield plain_value(Kind.NAME, text, *match.span(), [reading], figures=False, firm=False)
            continue
        if kind == "soft":
            number = 1 if said == "单" else 2
        if number is None:
            number = han_value(match[kind][:-1] if kind == "plan" else match[kind])
        if number is None:
            continue
        amount = Fraction(number)
        readings = [Reading("", amount), Reading("ordinal", amount)]
        if kind == "group":
            readings.append(Reading("text", f"G{number}"))
        yield plain_value(Kind.NAME, text, *match.span(), readings, plain=amount, figures=False, firm=False)
    for match in _FIXED.finditer(text):
        yield _name(text, *match.span())
    yield from _words(text)


def _words(text: str) -> Iterator[Value]:
    """Yield words of the segmenter's dictionary that begin or end in a numeral and are none: 四通八达, 万科."""
    if not _WORDS.search(text):
        return
    import rjieba

    at = 0
    for word, tag in rjieba.tag(text, True):
        end = at + len(word)
        if (
            len(word) > 1
            and tag not in _FIGURE_TAGS
            and _WORDS.search(word)
            and not _COUNTED.match(word)
            and not _FEAST.search(word)
            and not any(c.isdigit() for c in word)
            and word[0] not in "近约超逾达不第初满破多"
        ):
            yield _name(text, at, end)
        at = end


def _name(text: str, start: int, end: int) -> Value:
    numerals = _NUMERALS.findall(text[start:end])
    amounts = [Fraction(n) for n in map(han_value, numerals) if n is not None and n < 100]
    readings = [Reading("", a) for a in amounts] or [Reading("name", text[start:end])]
    return plain_value(
        Kind.NAME,
        text,
        start,
        end,
        readings,
        plain=amounts[0] if amounts else None,
        figures=False,
        firm=False,
    )
