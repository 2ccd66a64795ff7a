"""A source and its translation, segment by segment: what XLIFF, the review sheet and the checks share."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from publisher.model import Article, Origin, State
from publisher.report import Notice, Severity
from publisher.serialize import to_json
from publisher.translation.bounded_xml import fit
from publisher.translation.codes import Code, shown

if TYPE_CHECKING:
    from publisher.translation.translator import TranslationResult

_BREAKS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c]")


class _Value(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of the values of a bitext."""


class Remark(_Value, frozen=True):
    """What a check, a notice or a person says of a segment; ``rule`` names the check."""

    text: str
    rule: str = ""
    severity: Severity = Severity.WARNING
    author: str = ""


class Suggestion(_Value, frozen=True):
    """A translation on offer: the source it was made for, and how alike the two are, from 0 to 1."""

    source: str
    target: str
    score: float
    memory: str = ""


class BitextUnit(_Value, frozen=True):
    """One segment and its translation; an empty ``target`` has no translation yet.

    ``sent`` is the :func:`digest` of the coded target as it went out for review, empty
    where the unit comes from no file of ours. ``codes`` are the markup of the
    source, ``target_codes`` that of it which the target has.
    """

    key: str
    source: str
    target: str = ""
    origin: Origin = Origin.UNTRANSLATED
    score: float = 0.0
    state: State = State.DRAFT
    remarks: tuple[Remark, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sent: str = ""
    codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()

    @property
    def coded_source(self) -> str:
        """The source with its codes in it, as a translator sees it."""
        return shown(self.source, self.codes)

    @property
    def coded_target(self) -> str:
        """The target with its codes in it; the digest that is ``sent`` is of this."""
        return shown(self.target, self.target_codes)


class Bitext(_Value, frozen=True):
    """The segments of one article in order; languages are BCP 47.

    ``name`` is the article's file name, ``article_sha`` the SHA-256 of the
    article (after the repairs) as JSON, in hexadecimal.
    """

    source_language: str
    target_language: str
    units: tuple[BitextUnit, ...]
    name: str = ""
    article_sha: str = ""


def tidy(text: str) -> str:
    """Return ``text`` with one kind of line break, no blanks around it, and nothing XML cannot hold."""
    return unicodedata.normalize("NFC", fit(_BREAKS.sub("\n", text))).strip(" \t\n")


def digest(text: str) -> str:
    """Return 16 hexadecimal digits that tell ``text``, tidied, from any other."""
    return hashlib.sha256(tidy(text).encode()).hexdigest()[:16]


def reviewed_pairs(value: Bitext) -> tuple[tuple[str, str], ...]:
    """Return source and target of every unit that a person has passed: what a memory may say."""
    return tuple((u.source, u.target) for u in value.units if u.target and u.state is not State.DRAFT)


def article_sha(article: Article) -> str:
    """Return the SHA-256 of ``article`` as JSON, in hexadecimal."""
    return hashlib.sha256(to_json(article)).hexdigest()


def bitext(
    article: Article,
    result: "TranslationResult",
    *,
    name: str = "",
    notices: Iterable[Notice] = (),
    suggestions: Mapping[str, tuple[Suggestion, ...]] | None = None,
) -> Bitext:
    """Return ``result`` as a bitext of ``article``.

    A notice goes to the segment it names, or to the first segment of the text
    it names; ``suggestions`` are by segment key.
    """
    said: dict[str, list[Remark]] = {}
    keys = {segment.key for segment in result.segments}
    for notice in notices:
        where = notice.where if notice.where in keys else f"{notice.where}.1"
        if notice.code == "markup-lost":
            where = next(_without_a_code(result, notice.where), where)
        said.setdefault(where, []).append(Remark(notice.message, notice.code, notice.severity))
    units = []
    for segment, translation in zip(result.segments, result.translations, strict=True):
        missing = translation.origin is Origin.UNTRANSLATED
        units.append(
            BitextUnit(
                segment.key,
                segment.source,
                "" if missing else translation.text,
                translation.origin,
                translation.score,
                translation.state,
                tuple(said.get(segment.key, ())),
                (suggestions or {}).get(segment.key, ()),
                codes=result.codes.get(segment.key, ()),
                target_codes=() if missing else result.target_codes.get(segment.key, ()),
            )
        )
    return Bitext(
        fit(article.meta.language),
        fit(result.article.meta.language),
        tuple(units),
        name,
        article_sha(article),
    )


def _without_a_code(result: "TranslationResult", where: str) -> Iterator[str]:
    """Yield the segments of a text whose translation lacks markup of the source."""
    for key, codes in result.codes.items():
        if key.rpartition(".")[0] == where and len(result.target_codes.get(key, ())) < len(codes):
            yield key


def counts(value: Bitext) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many units have each origin, and how many have each state."""
    origins: dict[str, int] = {}
    states: dict[str, int] = {}
    for unit in value.units:
        origins[unit.origin] = origins.get(unit.origin, 0) + 1
        states[unit.state] = states.get(unit.state, 0) + 1
    return origins, states
