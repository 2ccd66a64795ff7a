"""Words that exclude each other, in Chinese and in English: up and down, last and next, men and women."""

import re
from collections.abc import Iterable, Iterator

import msgspec


class Side(msgspec.Struct, frozen=True):
    """One of several opposites: what surely says it, and what may, in either language."""

    name: str
    han: re.Pattern[str]
    han_maybe: re.Pattern[str]
    latin: re.Pattern[str]
    latin_maybe: re.Pattern[str]


class Family(msgspec.Struct, frozen=True):
    """Opposites of one kind; those that are ``tied`` stand beside figures and are compared figure by figure."""

    sides: tuple[Side, ...]
    han: re.Pattern[str]
    tied: bool = False


def _side(name: str, han: str, han_maybe: str, latin: str, latin_maybe: str = "") -> Side:
    return Side(
        name,
        re.compile(han),
        re.compile(f"{han}|{han_maybe}" if han_maybe else han),
        re.compile(rf"\b(?:{latin})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{latin})\b" + (rf"|\b(?:{latin_maybe})" if latin_maybe else ""), re.IGNORECASE),
    )


def _family(*sides: tuple[str, ...], tied: bool = False) -> Family:
    made = tuple(_side(*side) for side in sides)
    return Family(made, re.compile("|".join(side.han.pattern for side in made)), tied)


_FIGURE_AFTER = (
    r"(?= (?:by|to|from|about|nearly|some|more|over|almost|slightly|sharply|only|just|an?|\d|[$£€¥]))"
)
_UP = (
    "up",
    "增长|上升|上涨|上调|提高(?!了?[0-9.]+秒)|提升|增加|增至|升至|涨至|攀升|回升|走高|收涨|大涨|飙升|上浮",
    "[增涨升高扩提多加强快超翻]|长(?=[0-9])",
    rf"rose|ris(?:es|en|ing)|grew|gr(?:own?|ows|owing|owth)|increas(?:ed?|es|ing)|climb(?:ed|s|ing)|surg(?:ed|es|ing)|jump(?:ed|s)"
    rf"|soar(?:ed|s|ing)|rais(?:ed?|es|ing)|up{_FIGURE_AFTER}",
    r"rise|up\b|gain|high|more|expan|improv|climb|surg|jump|soar|better|add|boost|enhanc|accelerat|doubl|tripl|quadrupl"
    r"|widen|strength|lift|advanc|exceed|over|top|faster|increas|edg|bigger|larger|hike|upgrad|uplift|promot",
)
_DOWN = (
    "down",
    "下降|下跌|减少|降低|降至|降到|跌至|下调|下滑|回落|缩减|削减|收跌|大跌|锐减|下浮",
    "[降跌减少低缩落滑负亏损缓退削窄弱省节免]",
    rf"fell|fall(?:s|en|ing)|declin(?:ed?|es|ing)(?! to (?:comment|say|give|be|answer|name|discuss))|decreas(?:ed?|es|ing)"
    rf"|drop(?:s|ped|ping)|slump(?:ed|s)|plung(?:ed|es)|plummet(?:ed|s)|reduc(?:ed?|es|ing)|lower(?:ed|ing)|slid"
    rf"|cut(?:s|ting)?{_FIGURE_AFTER}|shrank|shrunk|tumbl(?:ed|es)|down{_FIGURE_AFTER}",
    r"fall|down|declin|decreas|drop|reduc|reduct|lower|cut|shr[aiu]nk|dip|lost|los[es]|contract|less|few|slow|sav|trim|narrow|eas"
    r"|weak|minus|negativ|off\b|shed|halv|halt|discount|rebat|short|retreat|slip|sink|sank|curb|off-?set|limit",
)

FAMILIES: tuple[Family, ...] = (
    _family(_UP, _DOWN, tied=True),
    _family(
        ("widen", "扩大|拓宽|走阔", "[扩拓宽大增]", "widen(?:ed|s|ing)", "expan|broad|wid|enlarg|big|larg|grow|grew|increas|extend"),
        ("narrow", "收窄|缩小|缩窄", "[窄缩小减]", "narrow(?:ed|s|ing)", "reduc|clos|shr|bridg|cut|small|decreas|eas|less|diminish"),
    ),
    _family(
        ("ahead of time", "提前|提早", "[前早先]", "ahead of schedule|early|ahead of time|earlier", "ahead|befor|advanc|prior|soon|forward|fast"),
        ("behind time", "推迟|延期|延后|滞后|逾期|延误", "[迟延后逾误缓]", "behind schedule|late|later|delayed|postponed", "behind|delay|postpon|defer|overdue|push|suspend|put off|reschedul"),
    ),
    _family(  # who lost to whom is often told as who beat whom: only the winner’s side is judged
        ("won", "胜出|获胜|取胜|战胜|完胜|[0-9一二三四五六七八九][∶:：比-][0-9零一二三四五六七八九]+(?:获|取|力)?胜|击败", "[胜赢克]|夺冠|击败", "wins?|won", "beat|defeat|victor|triumph|edg|cruis|sweep|swept|overc|down|win|rout|thrash|oust|stun|upset"),
        ("lost", "(?!)", "[负输败失]|不敌", r"lost(?= (?:to|\d|in|their|the))|lose|loses|losing|was beaten|were beaten", "los|defeat|beaten|down|fell|fall|go down|went down"),
    ),
    _family(
        ("before", "(?:会|赛|战|课|饭|婚|产|行|临|术|演出|开幕|开学|开赛|考试|会议|比赛)前(?![往来进期沿景提台方锋列卫辈夕途])|之前|以前", "前|先|预", "before|ahead of|prior to|pre-\\w+", "until|earl|previous|former|advanc|befor|ahead|prior|already|had\\b|pre|eve\\b|by\\b|so far|till|not yet|past|lead-up|run-up|leading"),
        ("after", "(?:会|赛|战|课|饭|婚|产|术|演出|开幕|开学|开赛|考试|会议|比赛)后(?![勤天来续台方备卫者])|之后|以后|随后", "后|继|自|以来|起|完|过|毕|罢", "after|following", "since|later|once|post|when|upon|then|behind|subsequent|from|on \\w+ing|next|afterward|in \\w+ years"),
    ),
    _family(
        ("last week", "上周|上星期|上礼拜", "", "(?:last|previous|past) week(?:end)?"),
        ("this week", "本周|这周|这星期", "", "this week(?:end)?", "week"),
        ("next week", "下周|下星期|下礼拜", "", "(?:next|coming|following) week(?:end)?"),
    ),
    _family(
        ("last month", "上月|上个月", "", "(?:last|previous|past) month", "month earlier|month ago|month-on"),
        ("this month", "本月|这个月", "", "this month"),
        ("next month", "下月|下个月|次月", "", "(?:next|coming|following) month"),
    ),
    _family(
        ("last year", "去年|上年", "前年|往年|20\\d\\d年|同比", "(?:last|previous|past) year", "year earlier|year ago|year-on|\\d{4}"),
        ("this year", "今年|本年度?", "20\\d\\d年|当年", "this year", "current year|\\d{4}|year-to-date|so far|now|year’?'?s"),
        ("next year", "明年|来年", "次年|20\\d\\d年", "next year", "coming year|following year|\\d{4}"),
    ),
    _family(
        ("yesterday", "昨天|昨日|昨晚|昨夜", "日", "yesterday|last night"),
        ("today", "今天|今日|今晚|今晨|今早", "当天|当日|如今|现在|目前", "today|tonight|this (?:morning|afternoon|evening)", "now|present|current|(?!yester)\\w+day\\b|these days|modern|contempor"),
        ("tomorrow", "明天|明日|明晚|明早", "次日|翌日|未来", "tomorrow"),
    ),
    _family(
        ("east", "(?<![东西南北中])东(?:部|侧|岸|区|面|边|郊|翼|线)(?![东西南北])", "东", "east|eastern|eastward", "east|\\w*eastern|orient"),
        ("west", "(?<![东西南北中])西(?:部|侧|岸|区|面|边|郊|翼|线)(?![东西南北])", "西", "west|western|westward", "west|\\w*western"),
        ("south", "(?<![东西南北中])南(?:部|侧|岸|区|面|边|郊|翼|线)(?![东西南北])", "南", "south|southern|southward", "south"),
        ("north", "(?<![东西南北中])北(?:部|侧|岸|区|面|边|郊|翼|线)(?![东西南北京])", "北", "north|northern|northward", "north"),
    ),
    _family(
        ("left", "左(?:岸|侧|边|手|脚|腿|臂|转|翼|眼|后卫|前卫)", "左", "left", "left"),
        ("right", "右(?:岸|侧|边|手|脚|腿|臂|转|翼|眼|后卫|前卫)", "右", "right (?=bank|side|hand|foot|leg|arm|wing|eye|back)|right-hand", "right"),
    ),
    _family(
        ("men", "男(?:子|性|单|双|团|篮|排|足|乒|生|孩|女比|童|队|选手|员工)", "男|他|父|夫|兄|弟|爷|叔|儿子|爸", "m[ae]n(?:['’]s)?|males?|boys?(?:['’])?", "m[ae]n\\b|male|boy|gentlem|masculin|father|husband|brother|son\\b|he\\b|his\\b|him\\b"),
        ("women", "女(?:子|性|单|双|团|篮|排|足|乒|生|孩|童|队|选手|员工)", "女|她|妇|姐|妹|妈|母|娘|妻|奶奶", "wom[ae]n(?:['’]s)?|females?|girls?(?:['’])?", "wom[ae]n|female|girl|lady|ladies|mother|wife|sister|daughter|she\\b|her\\b|maternal|feminin"),
        tied=True,
    ),
    _family(
        ("killed", "死亡|遇难|丧生|身亡|遇害|罹难|牺牲", "[死亡逝殉]|丧生|遇难|遇害|罹难|牺牲", "killed|dead|died|deaths?|dies", "kill|dead|die|death|fatal|perish|lives|lost|murder|toll|casualt|victim"),
        ("injured", "受伤|负伤", "伤", "injured|wounded|injur(?:y|ies|ing)|hurt", "injur|wound|hurt|casualt"),
        tied=True,
    ),
    _family(
        ("imports", "进口(?!馆)", "进|输入|入境", "imports?|imported|importing", "import|inbound|bought|purchas|foreign"),
        ("exports", "出口(?!处|通道|匝道)", "出|外销|输出", "exports?|exported|exporting", "export|outbound|overseas|ship|sold|sale|exit"),
    ),
    _family(
        ("rural", "农村|乡村", "[农乡村镇]", "rural", "rural|villag|countrysid|farm|agri|peasant"),
        ("urban", "城镇(?!村)|城市", "[城市镇区都]", "urban", "urban|cit(?:y|ies)|town|municipal|metropoli"),
    ),
    _family(
        ("year on year", "同比", "年", "year[- ]on[- ]year|from a year earlier|from a year ago|y/y|yoy", "year|annual|same"),
        ("from the previous period", "环比", "月|季|周|环比", "month[- ]on[- ]month|quarter[- ]on[- ]quarter|from the (?:previous|prior|preceding) (?:month|quarter|week)|m/m|q/q|qoq|mom", "previous|prior|preceding|sequential|month|quarter|week"),
    ),
    _family(
        ("opened", "开幕|开业|开馆|开张|启用|开园", "[开启始]", "opened|opens|inaugurated", "open|inaugurat|launch|start|began|beg[iu]n|kick|rais|commenc|debut|into (?:use|service|operation)"),
        ("closed", "闭幕|停业|闭馆|休馆|关闭|落幕", "[闭关停休终结落]", "closed|closes|concluded|concludes", "clos|conclu|end|finish|shut|wrap|curtain"),
    ),
    _family(
        ("at home", "国内|境内", "[内中华我全]|本土|本国", "domestic(?:ally)?|at home", "domestic|home|china|chinese|inland|nation|local|countr|mainland|internal"),
        ("abroad", "国外|境外|海外|国际", "[外洋]|国际|全球|世界|各国|跨国|出口|出境", "overseas|abroad|foreign", "overseas|abroad|foreign|international|outside|global|world|offshore|cross-border"),
    ),
    _family(
        ("highest", "最高|最多|至多", "[高多顶大]|以[下内]|不超过|不得超过|封顶|以内|之内", "highest|at most|maximum|tallest|no more than|up to", "high|most|max|top|peak|up to|more|ceil|record|supreme|as many|as much|great|tall|large|limit|cap|least"),
        ("lowest", "最低|最少|至少", "[低少底小]|以上|不低于|不少于|起|超|多", "lowest|at least|minimum|no less than|no fewer than", "low|least|min|bottom|less|few|floor|small|or more|start|more|over|bare|below|cheap"),
    ),
    _family(
        ("agree", "赞成|赞同|同意|支持", "[赞同意支拥]|认可", "supports?|supported|in favou?r|agreed|backed|approved", "support|favo|agree|back|endors|approv|yes|consent|help|sponsor|assist|accept|with\\b"),
        ("oppose", "反对|抗议|抵制", "[反抗抵拒异否不]", "oppos(?:ed?|es|ing)|opposition|objected|disagreed|boycott\\w*", "oppos|object|against|disagre|protest|boycott|reject|resist|refus|denounc"),
    ),
    _family(
        ("approved", "获批|批准|核准|审议通过|表决通过", "[批准过]|通过|核准", "approved|approves|adopted|ratified", "approv|adopt|pass|ratif|permi|grant|clear|authori|accept|endors|allow|licen|green"),
        ("rejected", "否决|驳回", "[否驳拒不未反]", "rejected|rejects|vetoed|turned down|voted down", "reject|veto|turn|vote|deni|den[iy]|refus|dismiss|overrul|struck|overturn"),
    ),
    _family(
        ("younger than", "岁以下", "以下|不满|未满|不足|以内", "under|below|younger", "under|below|young|less|few|up to|not"),
        ("older than", "岁以上", "以上|超过|年满|逾|多", "over|above|older", "over|above|old|more|up\\b|at least|from|exceed|reach|senior|elder|aged"),
    ),
)  # fmt: skip


_COUNTRIES = (
    # Chinese, the character that may stand for it, English, and what else tells of it
    ("法国|驻法", "法", "France|French", "Paris"), ("德国|驻德", "德", "Germany|Germans?", "Berlin"),
    ("英国|驻英", "英", "Britain|British|United Kingdom|U\\.?K\\.?", "London|England|English|Scot"),
    ("美国|驻美|美方|美军", "美", "United States|American?s?|U\\.?S\\.?", "Washington"),
    ("日本|驻日|日方", "日(?![前期]|起|$)", "Japan|Japanese", "Tokyo"), ("韩国|驻韩|韩方", "韩", "South Korean?|Korean?s?", "Seoul|ROK"),
    ("俄罗斯|驻俄|俄方", "俄", "Russia|Russians?", "Moscow"), ("意大利", "意", "Italy|Italians?", "Rome"),
    ("西班牙", "西", "Spain|Spanish", "Madrid"), ("葡萄牙", "葡", "Portugal|Portuguese", "Lisbon"),
    ("荷兰", "荷", "Netherlands|Dutch", "Hague|Amsterdam"), ("瑞士", "瑞", "Switzerland|Swiss", "Bern|Geneva"),
    ("瑞典", "瑞", "Sweden|Swedish", "Stockholm"), ("挪威", "挪", "Norway|Norwegians?", "Oslo"),
    ("丹麦", "丹", "Denmark|Danish", "Copenhagen"), ("芬兰", "芬", "Finland|Finnish", "Helsinki"),
    ("波兰", "波", "Poland|Polish", "Warsaw"), ("奥地利", "奥", "Austria|Austrians?", "Vienna"),
    ("比利时", "比", "Belgium|Belgians?", "Brussels"), ("希腊", "希", "Greece|Greek", "Athens"),
    ("印度(?!尼西亚|洋)", "印", "India|Indians?", "Delhi"), ("印度尼西亚|印尼", "印", "Indonesia|Indonesians?", "Jakarta"),
    ("巴西", "巴", "Brazil|Brazilians?", "Brasilia|Rio"), ("阿根廷", "阿", "Argentina|Argentine", "Buenos"),
    ("墨西哥", "墨", "Mexico|Mexicans?", "Mexico"), ("加拿大", "加", "Canada|Canadians?", "Ottawa"),
    ("澳大利亚", "澳", "Australia|Australians?", "Canberra|Sydney|Aussie"), ("新西兰", "新", "New Zealand", "Kiwi|Wellington"),
    ("泰国", "泰", "Thailand|Thai", "Bangkok"), ("越南", "越", "Vietnam|Vietnamese", "Hanoi|Viet"),
    ("马来西亚", "马", "Malaysia|Malaysians?", "Kuala"), ("新加坡", "新", "Singapore|Singaporeans?", "Singapor"),
    ("菲律宾", "菲", "Philippines|Filipinos?|Philippine", "Manila"), ("巴基斯坦", "巴", "Pakistan|Pakistanis?", "Islamabad"),
    ("哈萨克斯坦", "哈", "Kazakhstan|Kazakhs?", "Astana"), ("乌克兰", "乌", "Ukraine|Ukrainians?", "Ky?i[ey]v"),
    ("埃及", "埃", "Egypt|Egyptians?", "Cairo"), ("南非", "南", "South Africa|South Africans?", "Pretoria"),
    ("沙特", "沙", "Saudi Arabia|Saudis?", "Riyadh"), ("伊朗", "伊", "Iran|Iranians?", "Tehran"),
    ("以色列", "以色", "Israel|Israelis?", "Aviv|Jerusalem"), ("土耳其", "土", "Turkey|Turkish|Türkiye", "Ankara|Istanbul"),
)  # fmt: skip
COUNTRIES = Family(
    tuple(
        Side(
            latin.partition("|")[0],
            re.compile(han),
            re.compile(f"{han}|{short}"),
            re.compile(rf"\b(?:{latin})(?!\w)"),
            re.compile(rf"\b(?:{latin}|{more})"),
        )
        for han, short, latin, more in _COUNTRIES
    ),
    re.compile("|".join(han for han, *_ in _COUNTRIES)),
)
"""The countries that the press names most, with their people."""


def exchanged(family: Family, han: str, latin: str) -> Iterator[tuple[Side, Side]]:
    """Yield each side that only ``han`` has, with the one that only ``latin`` has in its place."""
    if not family.han.search(han):
        return
    ours = [s for s in family.sides if s.han.search(han) and not s.latin_maybe.search(latin)]
    if not ours:
        return
    theirs = [s for s in family.sides if s.latin.search(latin) and not s.han_maybe.search(han)]
    yield from _firsts(ours, theirs)


def _firsts(ours: Iterable[Side], theirs: list[Side]) -> Iterator[tuple[Side, Side]]:
    for one in ours:
        if theirs:
            yield one, theirs[0]
