"""Traditional forms strayed into Simplified text: they are converted where several are mixed in."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from publisher.model import Article
from publisher.repairs import model
from publisher.repairs.conversion import CONFIGS, NAME_FORMS, change, converter
from publisher.repairs.edits import article_texts
from publisher.repairs.hanzi import rarity, simplified_only, traditional_only
from publisher.report import Notice, Report, Severity

# characters of the Table of General Standard Chinese Characters (kTGH in the Unihan database) that
# OpenCC folds into others
_STANDING = frozenset("剋劄扞昇氾爇祕脩苧蒐薳谿釐陞") | NAME_FORMS
_SPOKEN_OF = re.compile(
    "“[^“”]{1,6}”|‘[^‘’]{1,6}’|「[^「」]{1,6}」|『[^『』]{1,6}』|《[^《》]*》|〈[^〈〉]*〉|[(（][^()（）]{1,3}[)）]"
)
_QUOTED = re.compile("“[^“”]{1,80}”|「[^「」]{1,80}」")
_JAPANESE = re.compile(
    "[\u3041-\u30ff々]|(?<=[\u3041-\u30ff])[\u4e00-\u9fff]+|[\u4e00-\u9fff]+(?=[\u3041-\u30ff])"
)
LEFT_BEHIND = frozenset("後於")
"""Forms that GB 2312 has, too, so that half-way converters leave them (最後, 高於)."""

_WHOLE = 0.7
"""A paragraph with such a share of Traditional forms is a quotation in another script, no slip."""


def fold_strays(article: Article, forms: set[str], report: Report) -> Article:
    """Convert the Traditional forms of everyday words in Simplified text where several are mixed in.

    One alone may be a name or what the text speaks of (“龍”字, 王於, 衣冠塚), and so are
    those in a title, in short quotes, in Japanese and in a paragraph wholly Traditional.
    """
    convert = converter("zh-Hans")
    everyday = {c for c in forms - _STANDING if rarity(c) == 0 and _is_usual(c, convert(c))}
    everyday |= forms & LEFT_BEHIND
    found: dict[str, list[int]] = {
        text: list(_strays(text, everyday, convert)) for _, text in article_texts(article)
    }
    strays = [(text, at) for text, places in found.items() for at in places]
    _tell_of_whole_paragraphs(article, everyday, report)
    mixed = Counter(text[at] for text, at in strays)
    often = any(mixed[c] > _MIXTURE for c in LEFT_BEHIND)
    if len(mixed) < _MIXTURE and not often and not any(_is_half(text, at, convert) for text, at in strays):
        return article

    def without_strays(text: str) -> str:
        chars = list(text)
        for at in found.get(text, ()):
            chars[at] = convert(chars[at])
        return "".join(chars)

    return change(article, without_strays, report, "a Traditional form in Simplified text", 0.9)


def _tell_of_whole_paragraphs(article: Article, everyday: set[str], report: Report) -> None:
    """File a notice if paragraphs in Traditional script stay so in the Simplified ``article``."""
    texts = ((where, text, sum(c in everyday for c in text)) for where, text in article_texts(article))
    whole = [(where, text) for where, text, forms in texts if forms >= _FORMS and _is_whole(text, forms)]
    if not whole:
        return
    where, text = whole[0]
    count = f"{len(whole)} paragraphs" if len(whole) > 1 else "a paragraph"
    report.add(
        Notice(
            code="traditional-kept",
            message=f"{count} in Traditional script in a Simplified article: left as a quotation would be;"
            " convert by hand what is none",
            where=where,
            severity=Severity.WARNING,
            before=text[:_SHOWN],
            after=text[:_SHOWN],
            confidence=0.5,
            offsets=(0,),
        )
    )


_FORMS = 8
"""So many Traditional forms make a paragraph; fewer may be names."""

_SHOWN = 24

_MIXTURE = 2
"""So many different Traditional forms make a mixture."""


def _in_names(text: str) -> Iterator[int]:
    """Yield where the characters of persons' names stand."""
    import rjieba

    at = 0
    for word, kind in rjieba.tag(text, True):
        if kind.startswith("nr"):
            yield from range(at, at + len(word))
        at += len(word)


def _is_usual(char: str, simplified: str) -> bool:
    """Tell whether ``char`` is ``simplified`` in Traditional script, no variant folded into it (濛)."""
    return rarity(simplified) == 0 and any(converter(to)(simplified) == char for to in CONFIGS)


def _is_half(text: str, at: int, convert: Callable[[str], str]) -> bool:
    """Tell whether the other half of the word at ``at`` is Simplified (创業)."""
    here, is_word = convert(text[at]), model.load().is_pair
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return bool(before and simplified_only(before) and is_word(before + here)) or bool(
        after and simplified_only(after) and is_word(here + after)
    )


def _strays(text: str, everyday: set[str], convert: Callable[[str], str]) -> Iterator[int]:
    """Yield where one of ``everyday`` stands in a word of ``text``."""
    places = [at for at, c in enumerate(text) if c in everyday]
    if not places:
        return
    if _is_whole(text, len(places)):
        return
    kept = {at for m in _SPOKEN_OF.finditer(text) for at in range(*m.span())}
    kept |= {at for m in _JAPANESE.finditer(text) for at in range(*m.span())}
    kept |= {
        at for m in _QUOTED.finditer(text) if not any(map(simplified_only, m[0])) for at in range(*m.span())
    }
    new = "".join(convert(c) if c in everyday else c for c in text)
    kept |= set(_in_names(new))
    is_word = model.load().is_pair
    in_words = {
        at
        for at in places
        if at not in kept and (is_word(new[max(0, at - 1) : at + 1]) or is_word(new[at : at + 2]))
    }
    for row in _ROW.finditer("".join("1" if traditional_only(c) else "0" for c in text)):
        forms = set(range(*row.span()))
        if len(forms) > _LONGEST_NAME or forms <= in_words:
            yield from sorted(forms & in_words)  # a name is converted whole or not at all (渡邊謙)
    yield from (at for at in sorted(in_words) if not traditional_only(text[at]))


def _is_whole(text: str, forms: int) -> bool:
    """Tell a paragraph in Traditional script, of whose characters ``forms`` are, from one with strays."""
    simplified = sum(map(simplified_only, text))
    return (forms > 4 and forms >= _WHOLE * (forms + simplified)) or (forms > _MIXTURE and not simplified)


_ROW = re.compile("1+")
_LONGEST_NAME = 4
