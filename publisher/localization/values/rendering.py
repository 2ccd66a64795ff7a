"""A locked value written by rule in the target language."""

from publisher.localization.values import writing_chinese, writing_english
from publisher.localization.values.model import Value
from publisher.localization.values.options import RenderOptions

_PLAIN = RenderOptions()


def render(value: Value, target: str, options: RenderOptions = _PLAIN) -> str | None:
    """Return ``value`` as a press release in ``target`` (BCP 47) writes it, or None where no rule can.

    English follows AP style (en, en-US), or The Guardian's (en-GB: 19 October,
    3.30pm, metres) but for million and billion, which stay words. Chinese
    counts in 万 and 亿, and in 兆 for Taiwan (zh-Hant too); Taiwan and Hong
    Kong name the mainland's currency, for 元 is their own. The precision of
    the source is kept. ``options`` say where an English value goes and which
    equivalents it takes in brackets; by default none.
    """
    if target.lower().startswith("zh"):
        return writing_chinese.write(value, target)
    if target.lower().startswith("en"):
        return writing_english.write(value, target, options)
    return None
