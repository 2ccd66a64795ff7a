"""The pages that are looked at: a small article with every kind of block, in each theme and language."""

from itertools import product

import msgspec

from publisher import theme
from publisher.contracts import Context
from publisher.localization.furniture import furniture
from publisher.model import Article, Cell, Official, Paragraph, Release, Table, Text
from publisher.report import Report
from tests.conftest import both, chinese, english, one

THEMES = ("press", "gongwen", "newsletter")
LANGUAGES = ("zh-Hans", "en", "bilingual")
NAMES = tuple(f"{look}.{language}" for look, language in product(THEMES, LANGUAGES))
TABLES = tuple(f"{name}.tables" for name in NAMES)
"""The same with tables of long addresses and long words in the place of the text."""

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
    look, language, *tables = name.split(".")
    made = release(language)
    if tables:
        made = msgspec.structs.replace(made, editions=tuple(_with_tables(a) for a in made.editions))
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


_ROWS = {
    "zh": (
        (
            ("展项", "资料地址", "咨询"),
            ("机器人", "https://example.com/open-week/2026/robots?hall=north&language=zh-Hans", "沈知微"),
            ("数字文创", "https://example.com/open-week/2026/exhibits/culture", "culture@example.com"),
        ),
        (
            ("类别", "说明", "标准", "去年", "今年"),
            ("材料", "展台一律采用纸板，撤展后由学院统一回收。", "GB/T 16288-2008", "286件", "1,312件"),
            ("试剂", "聚四氟乙烯", "Hexafluoroisopropylidene-bisphthalic", "9件", "12.5万件"),
        ),
    ),
    "en": (
        (
            ("Exhibit", "Material", "Contact"),
            ("Robots", "https://example.com/open-week/2026/robots?hall=north&language=en-US", "Shen"),
            ("Digital culture", "https://example.com/open-week/2026/exhibits/culture", "culture@example.com"),
        ),
        (
            ("Kind", "What it is", "Standard", "Last year", "This year"),
            ("Boards", "All stands are of paper board and bamboo, which the college collects and uses again.",
             "GB/T 16288-2008", "286", "1,312"),
            ("Reagents", "Samples of polymers", "Hexafluoroisopropylidene-bisphenol", "9", "125,000"),
        ),
    ),
}  # fmt: skip


def _with_tables(article: Article) -> Article:
    tables = []
    for key, (head, *rows) in zip("rs", _ROWS[article.meta.language[:2]], strict=True):
        made = tuple(tuple(Cell(f"{key}{n}.{m}", (Text(text),)) for m, text in enumerate(row))
                     for n, row in enumerate((head, *rows)))  # fmt: skip
        tables.append(Table(key, rows=made[1:], head=made[0], caption=(Text(head[0]),)))
    return msgspec.structs.replace(article, blocks=(article.blocks[0], *tables, *article.blocks[-2:]))
