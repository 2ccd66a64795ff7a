"""Offices that stand beside names, and how English calls them: enough to tell whose name is whose."""

import re

from publisher.translation.checks.pair import Span

_TABLE = (
    ("总书记|總書記", "general secretary"), ("书记|書記", "secretary"), ("秘书长|秘書長", "secretary[- ]general"),
    ("国家主席|國家主席", "president"), ("主席", "chair|president"), ("总统|總統", "president"),
    ("总理|總理", "premier|prime minister|chancellor"), ("首相", "prime minister"), ("委员长|委員長", "chair"),
    ("部长|部長", "minister|secretary|head|director|chief"), ("省长|省長", "governor"), ("市长|市長", "mayor"),
    ("县长|縣長", "county (?:head|chief|mayor|governor)|magistrate"), ("区长|區長", "district (?:head|chief|mayor)"),
    ("局长|局長", "director|head|chief|commissioner"), ("厅长|廳長", "director|head"), ("处长|處長", "director|head|chief"),
    ("主任", "director|head|chair|chief"), ("院长|院長", "dean|president|director|head"),
    ("校长|校長", "president|principal|headmaster|headmistress|chancellor"), ("教授", "professor|prof\\."),
    ("董事长|董事長", "chair|board"), ("总裁|總裁", "president|ceo|chief executive"), ("总经理|總經理", "general manager"),
    ("首席执行官|首席執行官", "ceo|chief executive"), ("行政长官|行政長官", "chief executive"), ("经理|經理", "manager"),
    ("记者|記者", "reporter|journalist|correspondent"), ("发言人|發言人", "spokes"), ("大使", "ambassador"),
    ("代表", "representative|delegate|deputy|behalf"), ("会长|會長", "president|chair"), ("所长|所長", "director|head|chief"),
    ("研究员|研究員", "researcher|research fellow"), ("医生|醫生|医师", "doctor|dr\\.|physician|surgeon"),
    ("老师|老師|教师", "teacher"), ("学生|學生", "student"), ("村民", "villager"), ("导演|導演", "director"),
    ("教练|教練", "coach"), ("队长|隊長", "captain"), ("工程师|工程師", "engineer"), ("律师|律師", "lawyer|attorney"),
    ("司令员|司令員|司令", "commander"), ("法官", "judge"), ("检察长", "procurator|prosecutor"), ("负责人|負責人", "head|charge"),
    ("创始人|創始人", "founder"), ("站长", "head|chief|master"), ("馆长|館長", "director|curator"), ("台长", "director|head"),
    ("社长", "president|director|publisher"), ("总监|總監", "director"), ("组长|組長", "head|leader|chief"),
)  # fmt: skip
_OFFICES = tuple(
    (re.compile(rf"(?:{han})$"), re.compile(rf"\b(?:{english})", re.IGNORECASE)) for han, english in _TABLE
)
_LONGEST = 6
_REACH = 90
_WORDS = 3
"""An office before a name is close to it: Vice Mayor Chen Li."""


def beside(chinese: str, name: Span, english: str, latin: Span) -> bool:
    """Tell whether the office before a name in Chinese stands in English beside the name ``latin``."""
    before = chinese[max(0, name[0] - _LONGEST) : name[0]]
    office = next((words for han, words in _OFFICES if han.search(before)), None)
    if office is None:
        return False
    ahead = re.split(r"[;.。]|,? and |, [A-Z]", english[latin[1] : latin[1] + _REACH])[0]
    if ahead.startswith(","):
        return bool(office.search(ahead))
    back = re.split(r"[,;:]|\band\b", english[max(0, latin[0] - _REACH) : latin[0]])[-1]
    return bool(office.search(" ".join(back.split()[-_WORDS:])))
