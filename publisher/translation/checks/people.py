"""People in an English text, by their names in pinyin; and the words that tell people from places."""

import re
from collections.abc import Iterator

import msgspec

from publisher.translation.checks.pair import Span
from publisher.translation.checks.pinyin import Readings

_FULL = re.compile(
    r"(?<![-’'])\b([A-Z][a-z]+)[ \u00a0]([A-Z][a-z]+(?:['’-]?[A-Za-z]?[a-z]+)?)\b(?!['’]s? [A-Z])"
)
# not people, though each word could be read as pinyin
NOT_PEOPLE = frozenset(
    "hong kong|hong kongers|hong kongese|long men|pan asian|pan asia|han chinese|hu chinese|tang dynasty|yuan china|"
    "man china|mao china|shan china|an chinese|he can|long can|mai tai|tai ji|dan dong|song dan|ma china|guo dong"
    .split("|")
)  # fmt: skip
OFFICE_BEFORE = re.compile(
    r"(?:书记|書記|长|長|主席|总统|總統|总理|總理|主任|教授|总裁|總裁|经理|經理|记者|記者|发言人|發言人|大使|代表|研究员"
    r"|研究員|医生|醫生|老师|老師|导演|導演|教练|教練|工程师|工程師|律师|律師|司令|负责人|負責人|创始人|創始人|总监|總監|专家"
    r"|專家|院士|学者|學者|选手|選手|冠军|冠軍|村民|居民|市民|作家|演员|演員|歌手|博士|先生|女士|同学|同學|秘书|秘書)$"
)
PLACE_ENDS = frozenset(
    "province city county district town village river lake mountain mountains university college school road street"
    " island bay port airport station temple park group bank hotel hospital museum theater theatre autonomous new"
    " expressway railway bridge dam reservoir basin plain plateau peninsula strait dynasty opera liquor co ltd inc"
    " pharmaceutical securities technology area region prefecture avenue square garden palace pass gorge valley"
    " mountaineering township subdistrict banner league plant factory company holdings daily".split()
)


class Person(msgspec.Struct, frozen=True):
    """A name in Latin letters, and the ways to read it."""

    surname: str
    given: str
    span: Span
    ways: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The name as it is written."""
        return f"{self.surname} {self.given}"


def latin(english: str, readings: Readings) -> Iterator[Person]:
    """Yield the names that are a surname and a given name in pinyin."""
    at = 0
    while found := _FULL.search(english, at):
        at = found.end(1)
        surname, given = found[1], found[2]
        if surname.lower() not in readings.surnames or found[0].lower() in NOT_PEOPLE:
            continue
        after = re.match(r"[ -]([A-Za-z]+)", english[found.end() :])
        if after and (after[1].lower() in PLACE_ENDS):
            continue
        if read := ways(surname, given, readings):
            at = found.end()
            yield Person(surname, given, found.span(), read)


def ways(surname: str, given: str, readings: Readings) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a name in pinyin, each part of two syllables at most; none if it is not."""
    return tuple(
        one + two
        for one in readings.split(surname)
        for two in readings.split(given)
        if len(one) <= 2 and len(two) <= 2
    )
