"""What pages are made of: heads, links, paragraphs, and what a Chinese site sets around an article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.conftest import png
from tests.readers.html_pages import stories as s

HALL = png(640, 360)


@dataclass(frozen=True)
class Saved:
    """A page, the files beside it, what must be read of it, and what must not."""

    name: str
    data: bytes
    says: tuple[str, ...]
    furniture: tuple[str, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    refused: bool = False


def links(titles: Iterable[str], tag: str = "li", date: str = "") -> str:
    return "".join(f'<{tag}><a href="/a/{n}.html">{t}</a>{date}</{tag}>' for n, t in enumerate(titles))


def ps(texts: Iterable[str], start: str = "<p>", end: str = "</p>\n") -> str:
    return "".join(f"{start}{text}{end}" for text in texts)


def page(head: str, body: str, lang: str = "zh-CN", encoding: str = "utf-8", said: str = "") -> bytes:
    text = (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta http-equiv="Content-Type" '
        f'content="text/html; charset={said or encoding}">{head}</head>\n<body>{body}</body></html>'
    )
    return text.encode(encoding)


NAV = f'<div class="nav"><ul>{links(s.NAV_ZH)}</ul></div>'
FOOT = f'<div class="footer">{ps(s.FOOT_ZH)}</div>'
RELATED = (
    f'<div class="xgxw"><h3>相关新闻</h3><ul>{links(s.RELATED_ZH, date="<span>2026-03-01</span>")}</ul></div>'
)
AROUND_ZH = (*s.NAV_ZH, *s.FOOT_ZH, *s.RELATED_ZH)
