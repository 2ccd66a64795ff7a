"""Currencies and units of measure: their names in both languages and what they come to in SI."""

from fractions import Fraction
from functools import cache

import msgspec

from publisher.localization.values.model import Kind


class Unit(msgspec.Struct, frozen=True):
    """A unit: ``factor`` times ``base`` is one of it; the first name in each language is the one written."""

    key: str
    kind: Kind
    base: str
    factor: Fraction
    chinese: tuple[str, ...]
    english: tuple[str, ...]


# ISO 4217 code | Chinese | English, singular and plural
_CURRENCIES = """
CNY|元 人民币 块钱 块 元人民币|yuan renminbi RMB CNY ¥ ￥ CN¥ RMB¥
USD|美元 美金|dollars dollar US$ USD $ greenbacks U.S._dollars U.S._dollar US_dollars US_dollar American_dollars
HKD|港元 港币|Hong_Kong_dollars Hong_Kong_dollar HK$ HKD HK_dollars
TWD|新台币 台币 元新台币 新台币元|New_Taiwan_dollars New_Taiwan_dollar NT$ TWD NT_dollars NTD Taiwan_dollars
MOP|澳门元 澳门币|patacas pataca MOP$ MOP
EUR|欧元|euros euro € EUR
JPY|日元 日圆|yen JPY JP¥ Japanese_yen
GBP|英镑|pounds pound £ GBP pounds_sterling British_pounds quid
KRW|韩元 韩圆|won KRW ₩ South_Korean_won Korean_won
AUD|澳元 澳大利亚元 澳币|Australian_dollars Australian_dollar A$ AU$ AUD
CAD|加元 加拿大元 加币|Canadian_dollars Canadian_dollar C$ CA$ CAD
NZD|新西兰元 纽元|New_Zealand_dollars NZ$ NZD
SGD|新加坡元 新元 坡币|Singapore_dollars Singapore_dollar S$ SGD
CHF|瑞士法郎 瑞郎|Swiss_francs Swiss_franc CHF francs
RUB|卢布|rubles ruble roubles rouble RUB ₽
INR|卢比|rupees rupee INR Rs ₹
THB|泰铢|baht THB
VND|越南盾|dong VND
MYR|林吉特 马币 令吉|ringgit MYR RM
IDR|印尼盾|rupiah IDR
PHP|菲律宾比索 比索|pesos peso PHP
BRL|雷亚尔|reais real R$ BRL
ZAR|兰特|rand ZAR
TRY|里拉|lira liras TRY
AED|迪拉姆|dirhams dirham AED
SAR|里亚尔|riyals riyal SAR
"""

# the hundredth part: code | Chinese | English; a bare "cent" may be of any of the dollars
_CENTS = """
USD|美分|U.S._cents U.S._cent US_cents US_cent cents cent
EUR|欧分|euro_cents euro_cent eurocents cents cent
HKD|港仙|HK_cents HK_cent Hong_Kong_cents cents cent
AUD|澳分|Australian_cents cents cent
CAD|加分|Canadian_cents cents cent
SGD|新分|Singapore_cents cents cent
GBP|便士|pence
CNY|分钱|fen cents
"""

# key | base | factor | Chinese | English
_MEASURES = """
km|m|1000|公里 千米|kilometers kilometer kilometres kilometre km kms km/h kph kmh
m|m|1|米 公尺|meters meter metres metre m
cm|m|1/100|厘米 公分|centimeters centimeter centimetres centimetre cm
mm|m|1/1000|毫米 公厘|millimeters millimeter millimetres millimetre mm
µm|m|1/1000000|微米|micrometers micrometer micrometres micrometre microns micron µm
nm|m|1/1000000000|纳米|nanometers nanometer nanometres nanometre nm
li|m|500|里地 华里 里路|li
mile|m|1609.344|英里|miles mile mph mi
foot|m|0.3048|英尺 英呎 呎|feet foot ft
inch|m|0.0254|英寸 英吋 吋 寸|inches inch
yard|m|0.9144|码|yards yard
nmi|m|1852|海里|nautical_miles nautical_mile
chi|m|1/3|尺|chi
zhang|m|10/3|丈|zhang
km2|m2|1000000|平方公里 平方千米|square_kilometers square_kilometer square_kilometres square_kilometre sq_km km² km2
m2|m2|1|平方米 平米 平方公尺|square_meters square_meter square_metres square_metre sq_m sqm m² m2
ha|m2|10000|公顷|hectares hectare ha
mu|m2|2000/3|亩|mu
acre|m2|4046.8564224|英亩|acres acre
ft2|m2|0.09290304|平方英尺 平方英呎 平方呎|square_feet square_foot sq_ft
mi2|m2|2589988.110336|平方英里|square_miles square_mile
cm2|m2|1/10000|平方厘米|square_centimeters square_centimetres cm²
m3|m3|1|立方米 立方公尺 方|cubic_meters cubic_meter cubic_metres cubic_metre m³
km3|m3|1000000000|立方公里|cubic_kilometers cubic_kilometres
l|m3|1/1000|升 公升|liters liter litres litre
ml|m3|1/1000000|毫升|milliliters milliliter millilitres millilitre ml
gallon|m3|0.003785411784|加仑|gallons gallon
t|kg|1000|吨 公吨|tonnes tonne tons ton metric_tons metric_ton
kg|kg|1|公斤 千克|kilograms kilogram kilogrammes kilogramme kilos kilo kg kgs
jin|kg|1/2|斤 市斤|jin catties catty
g|kg|1/1000|克|grams gram grammes gramme g
mg|kg|1/1000000|毫克|milligrams milligram mg
µg|kg|1/1000000000|微克|micrograms microgram µg
lb|kg|0.45359237|磅|lbs lb pounds pound
oz|kg|0.028349523125|盎司|ounces ounce oz
dan|kg|50|担|dan
gw|W|1000000000|吉瓦|gigawatts gigawatt GW
mw|W|1000000|兆瓦|megawatts megawatt MW
kw|W|1000|千瓦|kilowatts kilowatt kW
w|W|1|瓦 瓦特|watts watt W
hp|W|735.49875|马力|horsepower hp
kwh|J|3600000|千瓦时 度电 度|kilowatt-hours kilowatt-hour kilowatt_hours kilowatt_hour kWh kwh
mwh|J|3600000000|兆瓦时|megawatt-hours megawatt-hour megawatt_hours megawatt_hour MWh
gwh|J|3600000000000|吉瓦时|gigawatt-hours gigawatt-hour gigawatt_hours gigawatt_hour GWh
cal|J|4.184|卡路里 卡|calories calorie
kcal|J|4184|千卡 大卡|kilocalories kilocalorie kcal
c|°C|1|摄氏度 ℃ °C 度|degrees_Celsius degree_Celsius degrees_centigrade °C ℃ degrees degree C
f|°F|1|华氏度 ℉ °F|degrees_Fahrenheit degree_Fahrenheit °F ℉ F
tb|B|1000000000000|太字节 TB|terabytes terabyte TB
gb|B|1000000000|吉字节 GB|gigabytes gigabyte GB
mb|B|1000000|兆字节 MB|megabytes megabyte MB
kb|B|1000|千字节 KB|kilobytes kilobyte KB
ghz|Hz|1000000000|吉赫 吉赫兹|gigahertz GHz
mhz|Hz|1000000|兆赫 兆赫兹|megahertz MHz
khz|Hz|1000|千赫 千赫兹|kilohertz kHz
hz|Hz|1|赫兹|hertz Hz
hpa|Pa|100|百帕|hectopascals hectopascal hPa
kv|V|1000|千伏|kilovolts kilovolt kV kilovolt
v|V|1|伏 伏特|volts volt
ly|ly|1|光年|light-years light-year light_years light_year
deg|deg|1|°|°
"""

# key | base | factor | Chinese | English
_SPANS = """
century|month|1200|个世纪|centuries century
decade|month|120||decades decade
year|month|12|周年 学年 年 岁 周岁 载|years year yrs yr year-olds
quarter|month|3|个季度|quarters quarter
month|month|1|个月 个多月|months month
week|s|604800|周 星期 个星期 个礼拜 礼拜|weeks week
fortnight|s|1209600||fortnights fortnight
day|s|86400|天 昼夜|days day
hour|s|3600|小时 个小时 钟头 个钟头|hours hour hrs hr
minute|s|60|分钟|minutes minute mins min
second|s|1|秒 秒钟|seconds secs sec
"""

# figures whose unit is a share
_SHARES = """
%|%|1|% ％ 厘|percent per_cent % pct pc percentages
pp|pp|1|个百分点 百分点|percentage_points percentage_point percentage-points percentage-point pp pps ppts ppt
bp|pp|1/100|个基点 基点|basis_points basis_point bps bp pips pip
‰|%|1/10|‰|per_mille per_thousand ‰
"""

DOLLARS = frozenset({"USD", "HKD", "AUD", "CAD", "NZD", "SGD"})
"""What a bare $ or "dollars" may mean beside U.S. dollars; Taiwan's are always NT$."""


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its key."""
    table: dict[str, Unit] = {}
    for line in _CURRENCIES.strip().splitlines():
        code, chinese, english = line.split("|")
        table[code] = _unit(code, Kind.MONEY, code, "1", chinese, english)
    for line in _CENTS.strip().splitlines():
        code, chinese, english = line.split("|")
        table[f"{code}/100"] = _unit(f"{code}/100", Kind.MONEY, code, "1/100", chinese, english)
    table["jiao"] = _unit("jiao", Kind.MONEY, "CNY", "1/10", "角 角钱 毛 毛钱 毫 毫子", "jiao")
    for kind, rows in ((Kind.MEASURE, _MEASURES), (Kind.DURATION, _SPANS)):
        for line in rows.strip().splitlines():
            key, base, factor, chinese, english = line.split("|")
            table[key] = _unit(key, kind, base, factor, chinese, english)
    for line in _SHARES.strip().splitlines():
        key, base, factor, chinese, english = line.split("|")
        table[key] = _unit(key, Kind.POINTS if base == "pp" else Kind.PERCENT, base, factor, chinese, english)
    return table


def _unit(key: str, kind: Kind, base: str, factor: str, chinese: str, english: str) -> Unit:
    names = tuple(name.replace("_", " ") for name in english.split())
    return Unit(key, kind, base, Fraction(factor), tuple(chinese.split()), names)


@cache
def chinese_units() -> dict[str, tuple[Unit, ...]]:
    """Return the units that each Chinese name may mean."""
    return _by_name("chinese")


@cache
def english_units() -> dict[str, tuple[Unit, ...]]:
    """Return the units that each English name may mean; names of letters alone are in lower case too."""
    return _by_name("english")


def _by_name(language: str) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    for unit in units().values():
        for name in getattr(unit, language):
            for form in dict.fromkeys((name, name.lower() if len(name) > 2 else name)):
                found.setdefault(form, []).append(unit)
    return {name: tuple(dict.fromkeys(of)) for name, of in found.items()}
