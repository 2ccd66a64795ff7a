"""Entities, tags and comments that came along from a web page or from Word become what they stand for.

A bold or linked stretch stays bold or linked, a ``<br>`` ends a paragraph, a
ruby annotation leaves its base text, and what was never text (scripts,
styles, Word's conditional comments) goes. An article that writes about
``<br>`` keeps it: there the tag stands in quotes, or its kind is named.
"""

import html
import re
from collections.abc import Iterator, Sequence

import msgspec

from publisher.keys import Parts
from publisher.model import Article, Block, Emphasis, Inline, Link, Paragraph, Strong, Text
from publisher.repairs.edits import Edit, Tally, article_texts, edit_article
from publisher.report import Report
from publisher.walk import plain

_NAMES = (
    "p div span br hr b strong i em u s font a img table tbody thead tfoot tr td th caption col colgroup ul ol li dl dt dd "
    "h1 h2 h3 h4 h5 h6 center blockquote pre code sub sup small big strike del ins section article header footer nav main "
    "figure figcaption iframe video audio source embed object param script style link meta title head body html form input "
    "button label select option textarea xml ruby rb rt rp rtc mark abbr cite q time wbr noscript svg path g nobr tt kbd"
)
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>(?:o|v|w|m|st1):\w+|(?:{'|'.join(_NAMES.split())}))"
    r"(?P<attributes>\s[^<>]*|\s*)/?>",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "hr",
        "table",
        "tr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "main",
        "figure",
        "figcaption",
        "body",
        "html",
    ]
)
_VOID = frozenset({"br", "hr", "img", "wbr", "input", "link", "meta", "col", "source", "embed", "param"})
_UNREAD = ("script", "style", "xml", "rt", "rp", "rtc", "noscript", "title", "iframe", "svg")
"""Elements whose content is not the article's text."""

_LEFTOVERS = re.compile(
    r"<!\[CDATA\[|\]\]>|<!\[(?:if|endif)[^<>]{0,80}\]>|<\?xml[^<>]{0,400}>|<!DOCTYPE[^<>]{0,400}>",
    re.IGNORECASE,
)
_WORD_STYLES = re.compile(
    r"Normal\s+0\s[^{}<>]{0,300}?MicrosoftInternetExplorer4"
    r"|/\*\s*Style Definitions\s*\*/\s*(?:[\w.@# ,-]{1,80}+\{[^{}]{0,4000}+\}\s*+)*+"
    r"|st1\\?:\*\s*\{[^{}]{0,200}\}"
    r"|(?:@font-face|@page(?: \w+)?|(?<![\w.#-])[\w.# ,-]{1,80}+)\s*+\{(?=[^{}]{0,4000}?\b(?:mso-|font-family:))[^{}]{0,8000}+\}",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&nbsp(?![A-Za-z=])")
_ESCAPED = re.compile(r"(?:\\u[0-9a-fA-F]{4}){2,}")
_BBCODE = re.compile(
    r"\[(?P<close>/?)(?P<name>b|i|u|s|color|size|font|align|center|url|img|quote|backcolor|p)(?:=[^\[\]]{0,200})?\]"
)
_ATTRIBUTES = re.compile(r"""[\w:.-]+\s*=\s*["'\w#]|[\w\s]+\Z""")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_OPENERS, _CLOSERS = "“‘「『\"'`《", "”’」』\"'`》"
_NAMED = re.compile(
    r"\s?(?:这个|这一|等)?(?:标签|標籤|标记|標記|元素|实体|實體|属性|tags?\b|elements?\b|entit)"
)
_ANY = re.compile(rf"{_TAG.pattern}|<!--.{{0,80}}?-->|{_ENTITY.pattern}", re.IGNORECASE)
_SAID_AFTER = re.compile(
    r"\s?(?:表示|代表|是|用于|用來|用来|显示为|顯示為|stands? for|means?|is|marks?|produces?)\s?(?:an? |the )?"
    r"[^，。；<>&]{0,8}?(?:空格|换行|換行|分行|段落|小于|大于|小於|大於|粗体|斜体|粗體|斜體|符号|符號|字符|字元|标题|链接|图片|引号|与号|列表"
    r"|表格|标签|標籤|实体|line break|paragraph|space|ampersand|bold|italic|heading|sign)"
)
_SAID_BEFORE = re.compile(
    r"(?:写作|写成|写为|寫作|寫成|显示为|顯示為|(?:标签|標籤|实体|實體|注释|註釋|HTML)(?:[是为為有]|如|例如)?"
    r"|\b(?:written as|shown as|write|type|tag|entity))\s?\Z"
)
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without the markup that was pasted in."""
    if not any(
        mark in text for _, text in article_texts(article) for mark in (*"<&[\\{", "MicrosoftInternet")
    ):
        return article
    decoded = Tally(report, "entity-decoded", "an entity was replaced by its character")
    removed = Tally(report, "markup-removed", "pasted markup was removed")
    article = _without_open_comments(article, removed)
    spoken_of = _spoken_of(article)
    closed = {
        _key(match)
        for _, text in article_texts(article)
        for match in (*_TAG.finditer(html.unescape(text)), *_BBCODE.finditer(text))
        if match["close"]
    }

    def find(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        if text in spoken_of:
            return edits
        for start, end, new, tally in _debris(text, decoded, removed):
            if not edits or start >= edits[-1].end:
                edits.append(Edit(start, end, new))
                tally.add(where, text[start:end], new, start)
        return edits

    def find_tags(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        if text in spoken_of:
            return edits
        for tag in _tags(text, closed):
            edits.append(Edit(tag.start, tag.end, ""))
            removed.add(where, text[tag.start : tag.end], "", tag.start)
        return edits

    article = edit_article(article, find)
    names = Parts(article)
    blocks: list[Block] = []
    for block in article.blocks:
        if isinstance(block, Paragraph) and plain(block.inlines) not in spoken_of:
            blocks += _paragraphs(block, closed, names, removed)
        else:
            blocks.append(block)
    article = edit_article(msgspec.structs.replace(article, blocks=tuple(blocks)), find_tags)
    decoded.file()
    removed.file()
    return article


# ── What was never text ──────────────────────────────────────────────────────


def _without_open_comments(article: Article, removed: Tally) -> Article:
    """Take out comments, scripts and styles that run over several paragraphs."""
    blocks: list[Block] = []
    closer = ""
    for number, block in enumerate(article.blocks):
        text = plain(block.inlines) if isinstance(block, Paragraph) else ""
        if closer:
            at = text.lower().find(closer)
            removed.add(block.key, text if at < 0 else text[: at + len(closer)], "", 0)
            if at >= 0:
                rest, closer = text[at + len(closer) :].strip(), ""
                if rest and isinstance(block, Paragraph):
                    blocks.append(msgspec.structs.replace(block, inlines=(Text(rest),)))
            continue
        opener = _open_comment(text)
        if opener is not None and any(
            opener[1] in plain(b.inlines).lower()
            for b in article.blocks[number + 1 : number + 400]
            if isinstance(b, Paragraph)
        ):
            start, closer = opener
            removed.add(block.key, text[start:], "", start)
            if text[:start].strip() and isinstance(block, Paragraph):
                blocks.append(msgspec.structs.replace(block, inlines=(Text(text[:start].rstrip()),)))
            continue
        blocks.append(block)
    return msgspec.structs.replace(article, blocks=tuple(blocks))


_OPEN_COMMENT = re.compile(r"<!--|/\*|<(?P<name>script|style|xml)\b[^<>]*>", re.IGNORECASE)


def _open_comment(text: str) -> tuple[int, str] | None:
    """Return where a comment begins that ``text`` does not end, and what will end it."""
    at = 0
    while match := _OPEN_COMMENT.search(text, at):
        name = (match["name"] or "").lower()
        closer = f"</{name}>" if name else {"<!--": "-->", "/*": "*/"}[match[0]]
        end = text.lower().find(closer, match.end())
        if end < 0:
            # a lone /* may be anything; a style sheet says so
            return None if closer == "*/" and "definition" not in text.lower() else (match.start(), closer)
        at = end + len(closer)
    return None


def _debris(text: str, decoded: Tally, removed: Tally) -> list[tuple[int, int, str, Tally]]:
    """Return what is not text: start, end, what takes its place, and how to count it."""
    found: list[tuple[int, int, str, Tally]] = []
    if "<" in text:
        found += ((start, end, "", removed) for start, end in _unread(text))
        found += (
            (m.start(), m.end(), "", removed)
            for m in _LEFTOVERS.finditer(text)
            if not _named(text, *m.span())
        )
    if "{" in text or "MicrosoftInternetExplorer4" in text:
        found += ((m.start(), m.end(), "", removed) for m in _WORD_STYLES.finditer(text))
    if "&" in text:
        for match in _ENTITY.finditer(text):
            new = html.unescape(match[0] if match[0].endswith(";") else match[0] + ";")
            if new not in (match[0], "\u2028") and not _named(text, *match.span()):
                found.append((match.start(), match.end(), new, decoded))
    if "\\u" in text:
        for match in _ESCAPED.finditer(text):
            new = match[0].encode("ascii").decode("unicode_escape")
            if new.isprintable() and not new.isascii():
                found.append((match.start(), match.end(), new, decoded))
    return sorted(found, key=lambda f: (f[0], -f[1]))


def _unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of comments and of elements that hold no text, and superscripts' tags."""
    lower = text.lower()
    for opener, closer in (("<!--", "-->"), *((f"<{name}", f"</{name}>") for name in _UNREAD)):
        start = lower.find(opener)
        while start >= 0:
            end = lower.find(closer, start)
            if end < 0:
                break
            end += len(closer)
            follows = lower[start + len(opener) : start + len(opener) + 1]
            if (opener == "<!--" or follows in "> \t/") and not _named(text, start, end):
                yield start, end
            start = lower.find(opener, end)


def _named(text: str, start: int, end: int) -> bool:
    """Tell whether the markup from ``start`` to ``end`` is what the sentence is about."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and after and before in _OPENERS and after in _CLOSERS:
        return True
    return _NAMED.match(text, end) is not None


def _spoken_of(article: Article) -> frozenset[str]:
    """Return the texts that explain markup, in an article that has no other."""
    found, others = set(), 0
    for _, text in article_texts(article):
        marks = list(_ANY.finditer(text)) if "<" in text or "&" in text else []
        if any(
            _SAID_AFTER.match(text, m.end()) or _SAID_BEFORE.search(text[max(0, m.start() - 12) : m.start()])
            for m in marks
        ):
            found.add(text)
        elif any(m["attributes"] is not None and not _named(text, *m.span()) for m in marks):
            others += 1
        if any(m["attributes"] and m["attributes"].strip(" /") for m in marks):
            return frozenset()  # nobody explains a tag with its style
    return frozenset(found) if not others else frozenset()


# ── Tags ─────────────────────────────────────────────────────────────────────


class _Tag(msgspec.Struct, frozen=True):
    start: int
    end: int
    name: str
    is_close: bool
    attributes: str


def _tags(text: str, closed: set[str]) -> list[_Tag]:
    """Return the tags of ``text``; one that nothing in the article closes is not taken for a tag."""
    found: list[_Tag] = []
    for pattern in (_TAG, _BBCODE) if "[" in text else (_TAG,):
        for match in pattern.finditer(text) if "<" in text or pattern is _BBCODE else ():
            name = match["name"].lower()
            attributes = match["attributes"].strip(" /") if pattern is _TAG else ""
            if attributes and not _ATTRIBUTES.match(attributes):
                continue
            sure = match["close"] or _key(match) in closed or "=" in attributes or ":" in name
            if (sure or (pattern is _TAG and name in _VOID)) and not _named(text, *match.span()):
                found.append(_Tag(match.start(), match.end(), name, bool(match["close"]), attributes))
    return sorted(found, key=lambda tag: tag.start)


def _key(match: re.Match[str]) -> str:
    return match[0][0] + match["name"].lower()


def _paragraphs(block: Paragraph, closed: set[str], names: Parts, removed: Tally) -> Iterator[Paragraph]:
    """Yield ``block``, or the paragraphs that the tags in it make of it."""
    if not all(isinstance(node, Text) for node in block.inlines):
        yield block
        return
    text = plain(block.inlines)
    tags = _tags(text, closed)
    if not tags:
        yield block
        return
    for found in tags:
        removed.add(block.key, text[found.start : found.end], "", found.start)
    is_first = True
    at = 0
    pending: list[_Tag] = []
    ends: tuple[_Tag | None, ...] = (*tags, None)
    for tag in ends:
        if tag is not None and tag.name not in _BLOCKS:
            pending.append(tag)
            continue
        end = tag.start if tag else len(text)
        inlines = _inlines(text, at, end, pending)
        if plain(inlines).strip():
            yield Paragraph(block.key if is_first else names.next(block.key), inlines)
            is_first = False
        at, pending = tag.end if tag else end, []


def _inlines(text: str, start: int, end: int, tags: Sequence[_Tag]) -> tuple[Inline, ...]:
    """Return the text from ``start`` to ``end``, its tags made strong, emphasis and links where they pair."""
    stack: list[tuple[_Tag | None, list[Inline]]] = [(None, [])]

    def close(to: int) -> None:
        while len(stack) > to:
            _, children = stack.pop()
            join(children)

    def join(nodes: Sequence[Inline]) -> None:
        for node in nodes:
            siblings = stack[-1][1]
            if isinstance(node, Text) and siblings and isinstance(last := siblings[-1], Text):
                siblings[-1] = Text(last.text + node.text)
            else:
                siblings.append(node)

    def put(piece: str) -> None:
        if piece:
            raised = any(tag and tag.name == "sup" for tag, _ in stack)
            piece = piece.translate(_SUPERSCRIPT) if raised else piece
            join((Text(piece),))

    at = start
    for tag in tags:
        put(text[at : tag.start])
        at = tag.end
        if not tag.is_close and tag.name not in _VOID:
            stack.append((tag, []))
        elif tag.is_close:
            depth = next((n for n in range(len(stack) - 1, 0, -1) if _is(stack[n][0], tag.name)), 0)
            if depth:
                close(depth + 1)
                opener, children = stack.pop()
                join(_wrapped(opener, tuple(children)))
    put(text[at:end])
    close(1)
    return tuple(stack[0][1])


def _is(tag: _Tag | None, name: str) -> bool:
    return tag is not None and tag.name == name


def _wrapped(tag: _Tag | None, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if tag is None or not plain(children).strip():
        return children
    if tag.name in ("b", "strong"):
        return (Strong(children),)
    if tag.name in ("i", "em"):
        return (Emphasis(children),)
    if tag.name == "a" and (href := _HREF.search(tag.attributes)):
        url = html.unescape(next(filter(None, href.groups()), "")).strip()
        if re.match(r"(?:https?://|mailto:|tel:)[^\s<>]+\Z", url, re.IGNORECASE):
            return (Link(url, children),)
    return children
