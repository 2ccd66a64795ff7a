"""Credits beside pictures, in the form of the edition's press: Photo by Jane Roe, 邵菁 摄, （邵菁摄）."""

import re

import msgspec

from publisher.localization.locale import Locale
from publisher.localization.names import HAN
from publisher.model import Article, Block, Figure
from publisher.walk import TextMap

_BEFORE = re.compile(
    r"(?:摄影|攝影|摄|攝|图片|圖片|图|圖|供图|供圖)\s*[:：/／]\s*"
    r"|(?i:(?:photo(?:graph)?|picture|image)s?(?:\s+by\s+|\s+courtesy\s+of\s+|\s*:\s*))"
)
_AFTER = re.compile(r"\s*[/／]?\s*(?:摄影|攝影|摄|攝|供图|供圖|图|圖)$")
_BRACKETS = ("（）", "()")


def with_photo_credits(article: Article, name_of: TextMap, at: Locale) -> Article:
    """Return ``article`` with the credits beside its pictures as the edition says them.

    ``name_of`` says a name for the edition. A credit of the other language
    takes the words of the catalog, or the form that the theme chose; one of
    the edition's own language is changed only where the theme chose a form.
    """
    # Translators: beside a picture
    pattern = at.conventions.photo_credit or at.catalog.text("Photo by {name}")

    def credited(block: Block) -> Block:
        if not isinstance(block, Figure) or not block.credit:
            return block
        name = photographer(block.credit)
        foreign = bool(HAN.search(block.credit)) != at.chinese
        if foreign and not at.chinese and not name:
            name = _bare(block.credit)
            if not name or _AFTER.fullmatch(name):
                return msgspec.structs.replace(block, credit="")
        if not name or not (foreign or at.conventions.photo_credit):
            return block
        said = name_of(name, f"{block.key}.credit")
        return msgspec.structs.replace(block, credit=pattern.format(name=said))

    return msgspec.structs.replace(article, blocks=tuple(credited(block) for block in article.blocks))


def photographer(credit: str) -> str:
    """Return the name in ``credit``, empty unless it says in a known form who took the picture."""
    text = _bare(credit)
    if before := _BEFORE.match(text):
        return text[before.end() :].strip()
    after = _AFTER.search(text)
    return text[: after.start()].strip() if after else ""


def _bare(credit: str) -> str:
    text = credit.strip()
    return text[1:-1].strip() if text[:1] + text[-1:] in _BRACKETS else text
