"""What a page tells programs about its article: JSON-LD, Open Graph, names of meta, microdata."""

import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from publisher.localization import front_matter
from publisher.localization.front_matter.dates import SHANGHAI

_KINDS = frozenset(
    ("NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "PressRelease", "TechArticle", "Report")
)
_MOST_JSON = 2_000_000
_DEEPEST = 12
_NAMES = {
    "headline": ("articletitle", "og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"),
    "issued": ("article:published_time", "pubdate", "publishdate", "publish_date", "dcterms.created",
               "dc.date.issued", "dcterms.issued", "dc.date", "og:release_date", "date", "parsely-pub-date"),
    "source": ("contentsource", "source", "og:article:source", "dc.publisher", "dcterms.publisher"),
    "site": ("og:site_name", "sitename", "application-name"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
               "og:article:author"),
    "summary": ("description", "og:description", "dc.description", "dcterms.abstract"),
    "keywords": ("keywords", "news_keywords", "article:tag", "og:article:tag"),
    "language": ("content-language", "dc.language", "og:locale", "language"),
    "rights": ("copyright", "dcterms.rights", "dc.rights"),
}  # fmt: skip
"""Names of ``meta`` by what they tell, the most reliable first."""

_BY = re.compile(r"(?i)\A(?:by|作者[:：]|文[/:：])\s*")
_NO_NAME = re.compile(r"(?i)https?:|www\.|@|admin|webmaster|editor\Z|管理员|编辑部\Z")


class Told(msgspec.Struct):
    """What is told; what is not is empty. ``headlines`` are all that are given."""

    headlines: tuple[str, ...] = ()
    subhead: str = ""
    issued: datetime | None = None
    source: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    summary: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    rights: str = ""
    place: str = ""


def read(root: Any) -> Told:
    """Return what the page's head and its JSON-LD tell."""
    named = _named(root)
    data = next(_articles(root), {})
    told = Told(
        headlines=tuple(dict.fromkeys(filter(None, (
            _text(data.get("headline")), *named["headline"], *_prop(root, "headline"), _title(root))))),
        subhead=_text(data.get("alternativeHeadline")),
        issued=next(filter(None, map(moment, (
            _text(data.get("datePublished")), *named["issued"], *_prop(root, "datePublished"),
            *_times(root)))), None),
        source=_text(data.get("publisher")) or next(iter(named["source"]), ""),
        site=next(iter(named["site"]), ""),
        authors=_people(data.get("author")) or _people([*named["author"][:1], *_prop(root, "author")][:1]),
        summary=_text(data.get("description")) or next(iter(named["summary"]), ""),
        keywords=_keywords(data.get("keywords"), named["keywords"]),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
                  or _text(data.get("inLanguage")) or next(iter(named["language"]), "")),
        rights=_text(data.get("copyrightNotice")) or next(iter(named["rights"]), ""),
        place=_text(data.get("dateline")),
    )  # fmt: skip
    wechat = root.find(".//*[@id='js_name']")
    if wechat is not None:
        told.source = told.source or " ".join("".join(wechat.itertext()).split())
    return told


def _named(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {field: [] for field in _NAMES}
    said: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("http-equiv") or "").strip().lower()
        content = " ".join(html.unescape(meta.get("content", "")).split())
        if name and content and len(content) < 2_000:
            said.setdefault(name, []).append(content)
    for field, names in _NAMES.items():
        for name in names:
            found[field] += said.get(name, [])
    return found


def _title(root: Any) -> str:
    title = root.find(".//title")
    return " ".join((title.text or "").split()) if title is not None else ""


def _prop(root: Any, name: str) -> list[str]:
    """Return the values of a property of microdata."""
    found = []
    for element in root.iterfind(f".//*[@itemprop='{name}']"):
        said = element.get("content") or element.get("datetime") or "".join(element.itertext())
        if said.strip() and len(said) < 300:
            found.append(" ".join(said.split()))
    return found


def _times(root: Any) -> list[str]:
    """Return the moments of ``time`` elements that say they are the issue's, or of the only one."""
    times = [t for t in root.iter("time") if t.get("datetime")]
    said = [
        t for t in times if "pubdate" in t.attrib or "publish" in (t.get("class", "") + t.get("itemprop", ""))
    ]
    return [t.get("datetime") for t in (said or times[: len(times) == 1])]


# ── JSON-LD ──────────────────────────────────────────────────────────────────


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            yield from things(script.text or "")


def things(text: str) -> Iterator[dict[str, Any]]:
    """Yield the articles among the things of a script of JSON-LD; none where it is broken."""
    if len(text) > _MOST_JSON:
        return
    try:
        data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _found(data, 0)


def _found(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _found(one, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if _KINDS.intersection(
            filter(lambda k: isinstance(k, str), kinds if isinstance(kinds, list) else [kinds])
        ):
            yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _found(data.get(name), depth + 1)


def _text(given: Any) -> str:
    """Return a text, the first of several, or a thing's name."""
    if isinstance(given, list):
        return _text(given[0]) if given else ""
    if isinstance(given, dict):
        return _text(given.get("name") or given.get("@value"))
    return " ".join(html.unescape(given).split())[:2_000] if isinstance(given, str) else ""


def _people(given: Any) -> tuple[str, ...]:
    """Return the names of people; an organisation is none, an address neither."""
    listed = given if isinstance(given, list) else [given]
    names: list[str] = []
    for one in listed[:20]:
        if isinstance(one, dict) and one.get("@type") == "Organization":
            continue
        said = re.split(r"\s*[,，、;；]\s*|\s+and\s+", _BY.sub("", _text([one])))
        names += [n for n in said if 0 < len(n) <= 40 and not _NO_NAME.search(n) and front_matter.is_name(n)]
    return tuple(dict.fromkeys(names))


def _keywords(given: Any, named: list[str]) -> tuple[str, ...]:
    listed = [str(k) for k in given if isinstance(k, str)] if isinstance(given, list) else []
    if isinstance(given, str) or not listed:
        listed = [given] if isinstance(given, str) and given else named
        listed = [part for said in listed for part in re.split(r"\s*[,，;；、|]\s*", said)]
        if len(listed) == 1 and re.search(r"[\u3400-\u9fff]\s+[\u3400-\u9fff]", listed[0]):
            listed = listed[0].split()
    return tuple(dict.fromkeys(html.unescape(k).strip() for k in listed if 0 < len(k.strip()) <= 60))[:40]


def moment(said: str) -> datetime | None:
    """Return a moment as programs write it; without a zone it is China's, as elsewhere in this reader."""
    said = said.strip()
    try:
        found = datetime.fromisoformat(re.sub(r"([+-]\d\d)(\d\d)\Z", r"\1:\2", said))
    except ValueError:
        by_words = front_matter.find_date(said)
        return by_words[0] if by_words else None
    if not 1900 <= found.year <= 2100:
        return None
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)


def in_china(issued: datetime) -> datetime:
    """Return a moment told in UTC by China's clock, which a Chinese page shows."""
    return issued.astimezone(SHANGHAI) if issued.utcoffset() == UTC.utcoffset(None) else issued
