"""The name of a person or an office, told from words that say something."""

import re

from publisher.localization.front_matter.readings import bare

_HAN_NAME = re.compile(
    r"[\u3400-\u9fff\U00020000-\U000323af]{2,4}|[\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff]{1,2}"
    r"|[^\W\d_]{1,16}(?:[·•・．.][^\W\d_]{1,16}){1,4}"  # a part may be in another script: 喆堃·A
)
_BODY_NAME = re.compile(
    r"[\u3400-\u9fff\w（）()]{2,30}(?:部|处|處|科|室|系|院|校|所|社|网|網|站|台|臺|会|會|中心|局|厅|廳|委|办|辦|组|組|团|團|队|隊|班|馆|館|报|報|刊|司|公司|集团|大学|小学|中学|记者|員|员|生|老师|師)"
)
_NOT_IN_NAMES = re.compile("[的了是我你您他她它这這那吗嗎呢吧很不]|一[个個]|什么|什麼|为何|為何|怎么|怎麼")
_LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u024f][\w.’'-]*|de|van|von|der|den|la|le|of|and|the|&|bin|al)(?: (?:[A-Z\u00c0-\u024f(][\w.’')-]*|de|van|von|der|den|la|le|of|and|the|&|bin|al)){0,6}|[\w.@-]{2,30}"
)
_ORNAMENT = re.compile(r"[^\w\s·•・．.()（）&’'@/：:“”\"《》…\ufffd。；;，,、-]+")


def is_name(text: str) -> bool:
    """Tell the name of a person or an office from words that say something."""
    text = re.sub(r"[（(][^（）()]*[)）]\Z", "", bare(text)).strip()
    if not re.search(r"[\u3400-\u9fff]", text):
        return bool(_LATIN_NAME.fullmatch(text))
    if _NOT_IN_NAMES.search(text):
        return False
    return bool(_HAN_NAME.fullmatch(text) or _BODY_NAME.fullmatch(text))


def is_ornate_name(text: str) -> bool:
    """Tell a name with signs that no name has: 李😀."""
    bare_name = _ORNAMENT.sub("", text).strip()
    return bare_name != text.strip() and (
        is_name(bare_name) or bool(re.fullmatch(r"[^\W\d_]{1,4}", bare_name))
    )


def may_be_name(text: str) -> bool:
    """Tell what may be a name, however unusual it is, from words that say something."""
    return (
        0 < len(text) <= 40
        and not _NOT_IN_NAMES.search(text)
        and not re.search(r"[：:“”\"《》…\ufffd]", text)
    )
