"""What an element is by its tag, its class and its style: a block, hidden, bold, centred, furniture."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    (
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure",
        "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr", "div", "section",
        "article", "main", "header", "footer", "aside", "nav", "body", "html", "pre", "center", "form",
        "fieldset", "legend", "address", "details", "summary", "hgroup", "dialog", "menu", "frameset",
        "noframes", "xmp", "listing", "plaintext", "search", "dir", "multicol",
    )
)  # fmt: skip
"""Elements that end a line."""

UNREAD = frozenset(
    (
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "button", "select",
        "option", "textarea", "input", "datalist", "progress", "meter", "map", "area", "colgroup", "col",
        "noframes", "frameset", "frame", "xml", "param", "dialog", "rp", "rtc",
    )
)  # fmt: skip
"""Elements that hold no text of an article."""

FURNITURE = frozenset(
    (
        "nav", "navbar", "navigation", "menu", "menus", "crumb", "crumbs", "sidebar", "sidenav", "aside",
        "footer", "foot", "reply", "replies", "respond", "disqus", "relate", "relevant", "share",
        "shares", "sharedaddy", "social", "bdsharebuttonbox", "bdshare", "consent", "gdpr", "newsletter",
        "ad", "ads", "adsbygoogle", "banner", "popup", "modal", "login", "signin", "search", "searchbox",
        "hot", "rank", "ranking", "pager", "pagination", "pagenav", "prevnext", "copyright", "toolbar",
        "qrcode", "ewm", "erweima", "weizhi", "position", "dqwz", "location", "xgyd", "xgwz", "xgxw",
        "xglj", "xiangguan", "pinglun", "fenxiang", "dibu", "daohang", "promo", "promotion", "widget",
        "widgets", "outbrain", "taboola", "skip", "friendlink", "friendlinks", "youlian", "yqlj", "tags",
        "taglist", "tagcloud", "likes", "reward", "dianzan", "print", "printer", "backtop", "gotop",
        "totop", "topbar", "header", "masthead", "sitemap", "skiplink",
    )
)  # fmt: skip
"""Words in a class or id that CMSs give what stands around an article."""

_BEGINNINGS = (
    "related", "comment", "sharing", "recommend", "breadcrumb", "subscri", "cookie", "advert", "sponsor",
)  # fmt: skip
_WEAK = frozenset(
    (
        "header", "hot", "position", "location", "banner", "tags", "print", "masthead", "skip", "widget",
        "widgets", "promo", "foot", "ad", "copyright",
    )
)  # fmt: skip
"""Such words that are also said of parts of an article; only what holds no sentence is furniture by them."""

_TAGS = frozenset(("nav", "footer", "aside", "dialog", "menu"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog")
)
_WORD = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_PLAIN = frozenset(("normal", "lighter", "100", "200", "300", "400", "500"))


def style(element: "_Element") -> dict[str, str]:
    """Return the declarations of an element's own style, in lower case."""
    given = element.get("style")
    return {m[1].lower(): m[2].strip().lower() for m in _STYLE.finditer(given[:4000])} if given else {}


def words(element: "_Element") -> frozenset[str]:
    """Return the words that an element's class and id are made of, in lower case."""
    named = f"{element.get('class', '')} {element.get('id', '')}"[:400]
    return frozenset(word.lower() for word in _WORD.findall(named)) if len(named) > 1 else frozenset()


def is_hidden(element: "_Element") -> bool:
    """Tell what a page does not show; WeChat's text is only invisible until a script has run."""
    if element.get("hidden") is not None and element.get("id") != "js_content":
        return True
    given = element.get("style", "")
    return "none" in given and style(element).get("display", "").startswith("none")


def furniture(element: "_Element", *, says_something: bool) -> frozenset[str]:
    """Return what makes an element furniture: its tag, its role, words of its class and id; else nothing."""
    if element.tag in _TAGS:
        return frozenset((f"<{element.tag}>",))
    if (role := element.get("role", "")) in _ROLES:
        return frozenset((f"[{role}]",))
    named = words(element)
    found = {word for word in named if word in FURNITURE or word.startswith(_BEGINNINGS)}
    return frozenset(found - _WEAK if says_something else found)


def strong(element: "_Element", above: bool) -> bool:
    """Tell whether the text in ``element`` is bold, where what is above it is so or not."""
    if element.get("style"):
        weight = style(element).get("font-weight", "").split(" ")[0]
        if weight in _BOLD:
            return True
        if weight in _PLAIN:
            return False
    return above or element.tag in ("b", "strong")


def stressed(element: "_Element", above: bool) -> bool:
    """Tell whether the text in ``element`` is in italics or has emphasis marks."""
    if element.get("style"):
        given = style(element)
        if given.get("font-style", "").startswith(("italic", "oblique")):
            return True
        if any("emphasis" in name and "style" in name and value != "none" for name, value in given.items()):
            return True
        if given.get("font-style") == "normal":
            return False
    return above or element.tag in ("i", "em", "cite", "dfn", "var")


def centred(element: "_Element", above: bool) -> bool:
    """Tell whether lines in ``element`` stand in the middle."""
    aligned = style(element).get("text-align", "") or element.get("align", "").lower()
    if element.tag == "center" or aligned == "center":
        return True
    return above and aligned not in ("left", "right", "justify", "start", "end")
