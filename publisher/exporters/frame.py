"""What stands around the text of a page, by the theme's layout: over it, under it, at its foot."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from publisher import annexes
from publisher.contracts import Context, Furniture
from publisher.model import Article, Block, Release
from publisher.theme import Theme


def framed(release: Release, context: Context) -> Context:
    """Return ``context`` with the furniture as the layout places it.

    An official document (GB/T 9704-2012, 7.3.5) names issuer and date under
    its text, and has neither a masthead nor an end mark; an embargo is said
    all the same. Two languages side by side stand under a common masthead,
    which names them both, and no press release.
    """
    signed = is_signed(release, context.theme)
    headed = signed and context.theme.layout.masthead == "red-head"
    furniture = {language: _headed(words, headed=headed) for language, words in context.furniture.items()}
    if context.theme.layout.signed:
        held = is_held(release)
        furniture = {language: _unannounced(words, held=held) for language, words in furniture.items()}
    if signed:
        furniture = {language: _signed(words) for language, words in furniture.items()}
    return msgspec.structs.replace(context, furniture=furniture)


def closing(words: Furniture) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the parts that close the text, which go with its last line, then the others in groups.

    End mark and credits stand together where no other part comes between them.
    """
    lines = ("end_mark", "credits")
    groups = [tuple(group) for _, group in groupby(words.closing, lambda part: "" if part in lines else part)]
    first = groups.pop(0) if groups and groups[0][0] in lines else ()
    return first, tuple(groups)


def is_signed(release: Release, theme: Theme) -> bool:
    """Tell whether issuer and date stand under the text of ``release``."""
    return len(release.editions) == 1 and theme.layout.signed


def annexed(article: Article, theme: Theme) -> tuple[tuple[Block, ...], tuple[annexes.Annex, ...]]:
    """Return the blocks of the text, and the annexes behind its end of what is an official document."""
    official = theme.layout.signed or article.meta.official is not None
    return annexes.parted(article.blocks) if official else (article.blocks, ())


def is_held(release: Release) -> bool:
    """Tell whether an embargo lies on ``release``."""
    return any(article.meta.embargo for article in release.editions)


def _headed(words: Furniture, *, headed: bool) -> Furniture:
    """Return ``words`` without the red head where the page has none: it is for numbered documents."""
    if words.official is None or (headed and words.official.number):
        return words
    return msgspec.structs.replace(words, official=msgspec.structs.replace(words.official, head=""))


def _unannounced(words: Furniture, *, held: bool) -> Furniture:
    """Return ``words`` without those of a press release: its kind, when it may be used, its end mark."""
    release_line = words.release_line if held else ""
    return msgspec.structs.replace(words, kind="", release_line=release_line, end_mark="")


def _signed(words: Furniture) -> Furniture:
    if words.signature:
        return words
    signature = tuple(part for part in (words.source, words.date) if part)
    return msgspec.structs.replace(words, source="", date="", signature=signature)


def feet(sides: Sequence[Furniture], theme: Theme) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines at the foot of each page, one a language, and the forms of its number, one a line.

    Languages that count pages alike do so once; a side without source and date has an empty line.
    """
    if theme.layout.folio == "dashes":
        return (), ("— {page} —",)
    words = tuple(" · ".join(part for part in (side.source, side.date) if part) for side in sides)
    return words if any(words) else (), tuple(dict.fromkeys(side.page_of for side in sides))
