"""The pages that are looked at: a small article with every kind of block, in each theme and language."""

from itertools import product

import msgspec

from publisher import theme
from publisher.contracts import Context
from publisher.localization.furniture import furniture
from publisher.model import Article, Official, Paragraph, Release, Text
from publisher.report import Report
from tests.conftest import both, chinese, english, one

THEMES = ("press", "gongwen", "newsletter")
LANGUAGES = ("zh-Hans", "en", "bilingual")
NAMES = tuple(f"{look}.{language}" for look, language in product(THEMES, LANGUAGES))

_CHINESE = (
    "第{number}日，展示周由学院与市科技局联合举办，设机器人、智能制造、数字文创三个展区，开放时间为每天9时至17时，"
    "市民免费入场。"
)
_ENGLISH = (
    "Day {number}: the week is held by the college together with the city’s science bureau. Three halls "
    "show robots, smart manufacturing and digital culture, from 9 a.m. to 5 p.m. daily; entry is free."
)


def release(language: str) -> Release:
    """Return the article in ``language``, or both of them; long enough for more than a page."""
    made = {"zh-Hans": lambda: one(_long(chinese())), "en": lambda: one(_long(english())), "bilingual": both}
    return made[language]()


def _long(article: Article) -> Article:
    text = _CHINESE if article.meta.language == "zh-Hans" else _ENGLISH
    more = tuple(Paragraph(f"m{n}", (Text(text.format(number=n)),)) for n in range(1, 7))
    return msgspec.structs.replace(article, blocks=(*article.blocks, *more))


def case(name: str) -> tuple[Release, Context]:
    """Return the release and the context of the case ``name``: a theme and a language."""
    look, _, language = name.partition(".")
    made = release(language)
    if look == "gongwen":
        made = msgspec.structs.replace(made, editions=tuple(_official(a) for a in made.editions))
    words = {article.meta.language: furniture(article) for article in made.editions}
    return made, Context(theme.load(look), words, Report())


def _official(article: Article) -> Article:
    chinese = article.meta.language.startswith("zh")
    official = Official(
        number="青职发〔2026〕5号" if chinese else "QL [2026] 5",
        addressees="各二级学院" if chinese else "All schools",
        attachments=("展位分配表", "布展须知") if chinese else ("List of stands", "Rules for stands"),
        notes=("此件公开发布",) if chinese else ("For public release",),
        copies="市科技局" if chinese else "City science and technology bureau",
        printed_by="学院办公室" if chinese else "College office",
        printed=article.meta.issued.date() if article.meta.issued else None,
    )
    annex = ("附件", "展位分配表", "各展区于3月1日前完成布展。") if chinese else (
        "Attachment", "List of stands", "Stands are to be ready by March 1."
    )  # fmt: skip
    return msgspec.structs.replace(
        article,
        meta=msgspec.structs.replace(article.meta, official=official),
        blocks=(*article.blocks, *(Paragraph(f"x{n}", (Text(text),)) for n, text in enumerate(annex))),
    )
