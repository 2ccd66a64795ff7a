"""Where on a page the article stands: what holds most of its sentences, and what of that is furniture.

A page is weighed line by line: words count where a line is a sentence and
not a link. What a CMS names as the text is taken at its word; otherwise the
way leads down from the body as long as one element holds nearly all that
the page says.
"""

import re
from typing import TYPE_CHECKING, Any

import msgspec

from publisher.readers.html import looks, tables

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED_TEXT = (
    "js_content", "trs_editor", "trs_uedit_para_content", "v_news_content", "vsb_content", "vsb_content_2",
    "vsb_content_500", "vsb_content_501", "t_f", "article-content", "article_content", "articlecontent",
    "article-body", "article__body", "article_body", "articlebody", "entry-content", "post-content",
    "post-body", "field--name-body", "release-body", "release-text", "ucap-content", "zoom", "artibody",
    "article-text", "wp_articlecontent", "read", "endtext", "pages_content", "newscontent", "news-content",
    "news_content", "content-text", "story-body", "contenttext", "textcontent", "markdown-body",
)  # fmt: skip
"""Ids and classes by which CMSs name the text of an article."""

_SENTENCE = re.compile(r"[，。！？；]|[,.;!?](?=\s|\Z|[\"”’)])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+|\d+")
_TIMES = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d+\s*(?:小时|分钟|天|秒)前|\b\d+\s*[#楼樓]"
    r"|\d+ (?:hours?|days?|minutes?|weeks?) ago"
)
_ENOUGH = 20.0
_LEAST = 10.0
_NEARLY_ALL = 0.8
_SHARE_OF_NAMED = 0.25
_FLOWING = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "figure", "table", "hr")
)
_RELATED = re.compile(
    r"\s*[\[【（(■●◆▶]*\s*(?:相关(?:新闻|阅读|文章|链接|报道|推荐|稿件)|相關(?:新聞|閱讀|文章|連結|報導)"
    r"|推荐阅读|推薦閱讀|延伸[阅閱][读讀]|(?:热点|热门|最新)(?:新闻|文章|推荐)|猜你喜欢|上一篇|下一篇"
    r"|Related (?:articles|stories|news|posts|links)|Read (?:more|next)|Most read|Recommended|More from"
    r"|You (?:may|might) also like|Trending|Related\Z)\s*[\]】）)]*\s*[:：]?",
    re.IGNORECASE,
)


class Run(msgspec.Struct, frozen=True):
    """A line of the page: the block that it stands in, its text piece by piece, what it is worth."""

    block: Any
    pieces: tuple[str, ...]
    value: float

    @property
    def text(self) -> str:
        """The line with a space between its pieces, which a style may set apart."""
        return " ".join(" ".join(self.pieces).split())


class Weights(msgspec.Struct, frozen=True):
    """By element: how many words of sentences it holds, how many words at all, and how many of these link."""

    value: dict[Any, float]
    words: dict[Any, int]
    linked: dict[Any, int]
    runs: list[Run]


class Found(msgspec.Struct, frozen=True):
    """The element that holds the article, and what in the page is not the article's."""

    element: Any
    furniture: frozenset[Any]
    weights: Weights


def find(root: "_Element") -> Found | None:
    """Return where the article stands; None on a page that says nothing."""
    weights = _weigh(root)
    body: Any = next(iter(root.iterchildren("body")), root)
    furniture = _furniture(body, weights)
    net = _without(weights, furniture)
    if net.get(body, 0) < _LEAST or not any(
        run.value >= 8 and _SENTENCE.search(run.text) for run in weights.runs
    ):
        return None
    element = _named(body, net, furniture)
    if element is None:
        element = _descend(_main(body, net), net, weights, furniture)
        table = next((e for e in (element, *element.iterancestors()) if e.tag == "table"), None)
        if table is not None and element.tag in ("table", "thead", "tbody", "tr") and tables.is_data(table):
            element = table.getparent()
    return Found(element, frozenset(furniture | _link_lists(element, weights, furniture)), weights)


def count(text: str) -> int:
    """Return how many words ``text`` has; each Chinese character is one."""
    return len(_HAN.findall(text)) + len(_LATIN.findall(text))


def _weigh(root: "_Element") -> Weights:
    """Weigh the lines of a page, each for the block that it stands in, and for those around it."""
    from lxml import etree

    value: dict[Any, float] = {}
    words: dict[Any, int] = {}
    linked: dict[Any, int] = {}
    blocks: list[Any] = [root]
    links = 0
    runs: list[Run] = []
    run: list[str] = []
    run_linked = 0

    def flush() -> None:
        nonlocal run, run_linked
        text = "".join(run)
        number = count(text)
        share = run_linked / number if number else 0.0
        worth = number * (1 - share) if share < 0.6 else 0.0
        if number < 10 and not _SENTENCE.search(text):
            worth *= 0.2
        elif not _SENTENCE.search(text):
            worth *= 0.4
        block = blocks[-1]
        value[block] = value.get(block, 0) + worth
        words[block] = words.get(block, 0) + number
        linked[block] = linked.get(block, 0) + run_linked
        if run:
            runs.append(Run(blocks[-1], tuple(run), worth))
        run, run_linked = [], 0

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, node in walker:
        if event == "start":
            if (node.tag in looks.UNREAD and node.tag != "head") or looks.is_hidden(node):
                walker.skip_subtree()
                continue
            if node.tag in looks.BLOCKS:
                flush()
                blocks.append(node)
            elif node.tag == "br" and blocks[-1].tag[0] != "h":
                flush()
            links += node.tag == "a"
            text = node.text
        else:
            if node is blocks[-1]:
                flush()
                blocks.pop()
            links -= node.tag == "a" and links > 0
            text = node.tail
        if text and (said := text.strip()):
            run.append(text)
            run_linked += count(said) if links else 0
    flush()
    for node in reversed(list(root.iter())):
        above = node.getparent()
        if above is not None:
            value[above] = value.get(above, 0) + value.get(node, 0)
            words[above] = words.get(above, 0) + words.get(node, 0)
            linked[above] = linked.get(above, 0) + linked.get(node, 0)
    return Weights(value, words, linked, runs)


def _furniture(body: Any, weights: Weights) -> set[Any]:
    """Return the outermost elements that their names tell.

    A name that would take half of what the page says is no furniture's there, unless it is comments'.
    """
    whole = weights.value.get(body, 0)
    refuted: set[str] = set()
    while True:
        found = _told_by_names(body, weights, frozenset(refuted))
        sums: dict[str, float] = {}
        for node, names in found.items():
            for name in names:
                sums[name] = sums.get(name, 0) + weights.value.get(node, 0)
        threads = {
            n for node, names in found.items() for n in names if n[:7] == "comment" and _is_thread(node)
        }
        more = {name for name, value in sums.items() if value > whole / 2} - threads
        if not more:
            return set(found)
        refuted |= more


def _told_by_names(body: Any, weights: Weights, refuted: frozenset[str]) -> dict[Any, frozenset[str]]:
    from lxml import etree

    found: dict[Any, frozenset[str]] = {}
    walker = etree.iterwalk(body, events=("start",))
    for _, node in walker:
        if node.tag in looks.UNREAD:
            walker.skip_subtree()
        elif node is not body and node.tag in looks.BLOCKS:
            says = weights.value.get(node, 0) >= _ENOUGH
            if names := looks.furniture(node, says_something=says) - refuted:
                found[node] = names
                walker.skip_subtree()
    return found


def _is_thread(element: Any) -> bool:
    """Tell comments by their many times."""
    return len(_TIMES.findall("".join(element.itertext())[:20_000])) >= 3


def _without(weights: Weights, furniture: set[Any]) -> dict[Any, float]:
    """Return the values of elements less what the furniture in them has."""
    net = dict(weights.value)
    for node in furniture:
        worth = net.get(node, 0)
        if worth:
            for above in node.iterancestors():
                net[above] = net.get(above, 0) - worth
        net[node] = 0
    return net


def _named(body: Any, net: dict[Any, float], furniture: set[Any]) -> Any:
    """Return the first element that is named as the text and holds enough of it."""
    least = max(net[body] * _SHARE_OF_NAMED, _LEAST)
    found = []
    for node in body.iter("div", "td", "section", "article", "span", "p", "ucapcontent", "font", "main"):
        names = {node.get("id", "").lower(), *node.get("class", "").lower().split()}
        named = bool(names & _NAMES) or "articlebody" in node.get("itemprop", "").lower()
        if named and net.get(node, 0) >= least and not any(a in furniture for a in node.iterancestors()):
            found.append(node)
    if not found:
        return None
    first = found[0]
    # Discuz: the first post is the article, the others answer it
    like = [node for node in found if node.get("class") == first.get("class")]
    return first if len(like) > 1 else max(found, key=lambda node: net[node])


_NAMES = frozenset(_NAMED_TEXT)


def _main(body: Any, net: dict[Any, float]) -> Any:
    """Return the one element that HTML names as the article or the main part, or the body."""
    for way in (".//article", ".//main", ".//*[@role='main']"):
        found = [node for node in body.iterfind(way) if net.get(node, 0) >= net[body] * 0.6]
        if len(found) == 1:
            return found[0]
    return body


def _descend(element: Any, net: dict[Any, float], weights: Weights, furniture: set[Any]) -> Any:
    """Go down as long as one element holds nearly all, or clearly most beside others that answer it."""
    while True:
        whole = net.get(element, 0)
        inside = [e for e in element if isinstance(e.tag, str) and e not in furniture and net.get(e, 0) > 0]
        if not inside or whole <= 0:
            return element
        best = max(inside, key=lambda e: net.get(e, 0))
        if net[best] >= whole * _NEARLY_ALL:
            if best.tag in _FLOWING - {"table"}:
                return element
            element = best
            continue
        boxes = [e for e in inside if e.tag not in _FLOWING and e.tag in looks.BLOCKS]
        flowing = whole - sum(net[e] for e in boxes)
        others = [e for e in boxes if e is not best and net[e] >= _ENOUGH]
        if best not in boxes or flowing > whole * 0.4:
            for box in boxes:
                if _is_thread(box):
                    furniture.add(box)
            return element
        threads = [e for e in others if _is_thread(e)]
        teasers = [e for e in others if weights.linked.get(e, 0) * 3 > weights.words.get(e, 1)]
        aside = [e for e in others if e not in threads and e not in teasers]
        if not aside and (threads or teasers or net[best] >= whole * 0.6):
            element = best
            continue
        furniture.update(threads)
        return element


def _link_lists(element: Any, weights: Weights, furniture: set[Any]) -> set[Any]:
    """Return the lists of links to other articles in ``element``, with the lines that head them."""
    found: set[Any] = set()
    for node in element.iter("ul", "ol", "table", "div", "section", "p", "dl"):
        words, linked = weights.words.get(node, 0), weights.linked.get(node, 0)
        if node is element or linked < words * 0.7 or not linked:
            continue
        links = sum(1 for a in node.iter("a") if a.get("href"))
        before = _before(node)
        said = "".join(before.itertext()) if before is not None else node.getparent().text or ""
        headed = bool(_RELATED.match(said)) and len(said) < 40
        if headed and before is not None:
            found.add(before)
        first = _RELATED.match("".join(node.itertext()))
        last = weights.value.get(node, 0) < _ENOUGH and links >= 3 and not _follows(node, element, weights)
        if headed or first or (last and node.tag != "p"):
            found.add(node)
    return found - furniture


def _before(node: Any) -> Any:
    """Return the element before ``node``, if no text stands between."""
    before = node.getprevious()
    return before if before is not None and not (before.tail or "").strip() else None


def _follows(node: Any, element: Any, weights: Weights) -> bool:
    """Tell whether sentences stand in ``element`` behind ``node``."""
    at = node
    while at is not None and at is not element:
        if (at.tail or "").strip() or any(weights.value.get(e, 0) >= 8 for e in at.itersiblings()):
            return True
        at = at.getparent()
    return False
