"""The editions of one article: its own, and those that translation, checks and localization make of it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from publisher import plugins
from publisher.config import Exchange, Settings
from publisher.contracts import Engine, Furniture
from publisher.errors import ConfigError, PublisherError, TranslationError
from publisher.model import Article, Meta, Origin, Paragraph, Release, State, Text
from publisher.report import Notice, Report, Severity
from publisher.theme import Theme
from publisher.walk import plain

if TYPE_CHECKING:
    from publisher.localization.registry import Name
    from publisher.translation.checks import Finding
    from publisher.translation.glossary import Glossary
    from publisher.translation.translator import TranslationResult

BILINGUAL = "bilingual"
PAIR = "+"
"""Joins the two languages of an edition side by side: zh-Hant-HK+en-GB."""

_SHOWN = 3
_NO_RATE = Exchange()


class Editions:
    """The editions of one article, each made once, when first asked for.

    ``draft`` lets text stand that has no translation, marked; ``final`` refuses
    an edition that holds anything unreviewed or that fails a check. ``look`` has
    the conventions, and may have the words, of the languages.
    """

    def __init__(
        self,
        article: Article,
        settings: Settings,
        report: Report,
        *,
        draft: bool,
        final: bool,
        look: Theme | None = None,
    ) -> None:
        self._article = article
        self._settings = settings
        self._report = report
        self._look = look
        self._draft = draft
        self._final = final
        self._made: dict[str, Release | PublisherError] = {}
        self._parity: dict[str, str] = {}

    def release(self, language: str) -> tuple[Release, dict[str, Furniture]]:
        """Return the release for ``language`` (one edition, or two) and its furniture."""
        if not two_languages(language):
            release = self._edition(language)
        else:
            own, other = self._sides(language)
            one, two = self._edition(own), self._edition(other)
            release = Release(
                (*one.editions, *two.editions),
                two.segments or one.segments,
                two.translations or one.translations,
            )
        return release, self._furniture(release)

    def parity(self, release: Release) -> str:
        """Return what the checks of source against target came to; nothing where nothing was translated."""
        return next(
            (self._parity[a.meta.language] for a in release.editions if a.meta.language in self._parity), ""
        )

    def _sides(self, language: str) -> tuple[str, str]:
        """Return the languages of an edition side by side, that of the article first.

        ``bilingual`` takes the first Chinese and the first English that are asked
        for beside it, else the article's own and the other.
        """
        own = self._article.meta.language
        if language != BILINGUAL:
            one, other = language.split(PAIR)
            return (one, other) if same_language(one, own) else (other, one)
        other = other_language(own)
        alone = [name for name in self._settings.languages if not two_languages(name)]

        def asked(usual: str) -> str:
            return next((name for name in alone if same_language(name, usual)), usual)

        return asked(own), asked(other)

    def _edition(self, language: str) -> Release:
        if language not in self._made:
            try:
                self._made[language] = self._make(language)
            except PublisherError as error:
                self._made[language] = error
        made = self._made[language]
        if isinstance(made, PublisherError):
            raise made
        return made

    def _make(self, language: str) -> Release:
        from publisher.localization.localizer import localize
        from publisher.repairs.script import to_script

        own, terms = self._article.meta.language, self._terms
        if same_language(own, language):
            article = self._article
            if language.startswith("zh") and not own.startswith(language):
                names = (*_kept(article), *terms.given)
                article = to_script(
                    article, language, self._report, words=self._settings.region_words, names=names
                )
            article = localize(tagged(article, language), {}, self._report, self._look)
            return Release((self._named(article),))
        told = len(self._report.notices)
        result = translated(self._article, language, self._settings, terms, self._report, draft=self._draft)
        lost = [n for n in self._report.notices[told:] if n.code == "markup-lost"]
        findings = check(
            self._article, result, language, terms, self._report, exchange=self._settings.exchange
        )
        if self._final:
            _refuse_what_is_not_final(result, findings, lost, language)
        self._parity[language] = f"{len(result.segments)} segments, {len(findings)} findings"
        article = result.article
        if article.meta.language != language and language.startswith("zh"):
            names = (*_kept(article), *terms.given.values())
            article = to_script(
                article, language, self._report, words=self._settings.region_words, names=names
            )
        article = localize(
            tagged(article, language), _names(terms, language), self._report, self._look, self._article
        )
        return Release((self._named(article),), result.segments, result.translations)

    @cached_property
    def _terms(self) -> "Glossary":
        """Return the glossary, read once for all editions."""
        return glossary(self._settings)

    def _named(self, article: Article) -> Article:
        """Return ``article`` with the registered names as its edition says them."""
        from publisher.localization.mentions import with_short_names
        from publisher.localization.regional import with_regional_names
        from publisher.localization.usage import check_usage

        names = registered(self._settings)
        article = with_regional_names(article, names, self._report)
        check_usage(article, names, self._report)
        return with_short_names(article, names, self._report) if self._settings.short_names else article

    def _furniture(self, release: Release) -> dict[str, Furniture]:
        from publisher.localization.localizer import furniture

        own = self._article.meta.language
        return {
            article.meta.language: furniture(
                article,
                look=self._look,
                draft=release.is_draft and not same_language(own, article.meta.language),
            )
            for article in release.editions
        }


def _kept(article: Article) -> Iterator[str]:
    """Yield the names in the head of ``article``: a house is called what it is called in every region."""
    meta = article.meta
    heads = (meta.source, *(contact.organisation for contact in meta.contacts))
    credited = (name for credit in meta.credits for name in credit.names)
    yield from filter(None, (*heads, *credited, *(contact.name for contact in meta.contacts)))


def two_languages(edition: str) -> bool:
    """Tell whether ``edition`` stands side by side: ``bilingual``, or a pair of languages."""
    return edition == BILINGUAL or PAIR in edition


def languages(look: Theme | None = None) -> tuple[str, ...]:
    """Return the editions there are words for, by ``look`` or by us; zh-Hant is Taiwan's, en is AP's."""
    from publisher.localization import catalog

    known = catalog.languages(catalog.places(look.folders if look else ()))
    return (*known, *(name for name in ("zh-Hant", "en") if name not in known))


def check_languages(wanted: Iterable[str], look: Theme | None = None) -> None:
    """Raise ConfigError unless each of ``wanted`` is a language, ``bilingual``, or Chinese+English."""
    known = languages(look)
    for name in wanted:
        sides = name.split(PAIR)
        if name == BILINGUAL or (len(sides) == 1 and name in known):
            continue
        if unknown := [side for side in sides if side not in known]:
            raise ConfigError(
                f"There is no edition {', '.join(unknown)}.",
                hint=f"Editions: {', '.join(known)}, {BILINGUAL}, and any Chinese+English of them.",
            )
        if sorted(side.partition("-")[0] for side in sides) != ["en", "zh"]:
            raise ConfigError(
                f"There is no edition {name}.",
                hint="Side by side stand one Chinese and one English: zh-Hant-HK+en-GB.",
            )


def _names(terms: "Glossary", language: str) -> dict[str, str]:
    """Return the names decided for ``language``, in its script."""
    names = {**terms.names, **terms.given}
    if not language.startswith("zh") or language.startswith("zh-Hans"):
        return names
    from publisher.repairs.conversion import converter, keeping_people, table_of

    convert = keeping_people(converter(table_of(language)), names.values())
    return {name: convert(form) for name, form in names.items()}


def tagged(article: Article, language: str) -> Article:
    """Return ``article``, which is in ``language`` but for the region at most, with that tag."""
    meta = msgspec.structs.replace(article.meta, language=language)
    return article if article.meta.language == language else msgspec.structs.replace(article, meta=meta)


def translated(
    article: Article,
    language: str,
    settings: Settings,
    terms: "Glossary",
    report: Report,
    *,
    draft: bool,
    anew: bool = False,
) -> "TranslationResult":
    """Return ``article`` translated by the memories and the engine of ``settings``.

    ``draft`` and ``anew`` are those of :func:`publisher.translation.translator.translate`.

    Its translations are as the edition in ``language`` says them. The article
    itself is Simplified where that edition is Traditional, for names are put
    into it before it is converted.
    """
    from publisher.localization.values import RenderOptions
    from publisher.translation.memory import Memory
    from publisher.translation.translator import translate

    target = "zh-Hans" if language.startswith("zh") else "en"
    result = translate(
        article,
        target,
        memory=Memory.load([Path(name) for name in settings.memory]),
        glossary=terms,
        engine=engine(settings.engine),
        draft=draft,
        report=report,
        edition=language,
        anew=anew,
        options=RenderOptions(convert_units=settings.convert_units, exchange=settings.exchange),
    )
    return result if target == language or target == "en" else _in_script(result, language, settings)


def _in_script(result: "TranslationResult", script: str, settings: Settings) -> "TranslationResult":
    """Return ``result`` with its translations in ``script``, but the source that stands for a missing one."""
    from publisher.repairs.script import to_script

    meta = Meta(language=result.article.meta.language, headline="")
    said = Article(meta, tuple(Paragraph(t.key, (Text(t.text),)) for t in result.translations))
    blocks = to_script(said, script, Report(), words=settings.region_words).blocks
    texts = (plain(block.inlines) for block in blocks if isinstance(block, Paragraph))
    translations = tuple(
        t if t.origin is Origin.UNTRANSLATED else msgspec.structs.replace(t, text=text)
        for t, text in zip(result.translations, texts, strict=True)
    )
    moved = {
        new.key
        for old, new in zip(result.translations, translations, strict=True)
        if len(old.text) != len(new.text)
    }
    codes = {key: found for key, found in result.target_codes.items() if key not in moved}
    return msgspec.structs.replace(result, translations=translations, target_codes=codes)


def check(
    article: Article,
    result: "TranslationResult",
    language: str,
    terms: "Glossary",
    report: Report,
    *,
    exchange: Exchange = _NO_RATE,
) -> "tuple[Finding, ...]":
    """Return what the checks doubt in a translation into ``language``, each told in ``report`` too."""
    from publisher.localization.zones import issued_locally
    from publisher.translation.checks import Level, Pair, check_pairs

    pairs = [
        Pair(segment.key, segment.source, translation.text, article.meta.language, language)
        for segment, translation in zip(result.segments, result.translations, strict=True)
        if translation.origin is not Origin.UNTRANSLATED
    ]
    found = check_pairs(pairs, glossary=terms, issued=issued_locally(article.meta), exchange=exchange)
    doubts = tuple(finding for finding in found if finding.severity is not Level.INFO)
    for finding in doubts:
        report.add(
            Notice(
                code=f"check-{finding.rule}",
                message=f"{finding.message}; compare the two texts",
                where=finding.segment,
                severity=Severity.WARNING,
                before=finding.source,
                after=finding.target,
                within=_hull(finding.target_offsets),
                confidence=0.95 if finding.severity is Level.ERROR else 0.6,
            )
        )
    return doubts


def _hull(offsets: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Return the start of the first and the end of the last of ``offsets``; nothing if there are none."""
    return (min(start for start, _ in offsets), max(end for _, end in offsets)) if offsets else ()


def _refuse_what_is_not_final(
    result: "TranslationResult", findings: "tuple[Finding, ...]", lost: list[Notice], language: str
) -> None:
    from publisher.translation.checks import Level

    drafts = [t.key for t in result.translations if t.state is State.DRAFT]
    if drafts:
        shown = ", ".join(drafts[:_SHOWN]) + (" …" if len(drafts) > _SHOWN else "")
        raise TranslationError(
            f"{language} is not final: {len(drafts)} of {len(result.translations)} segments are not reviewed "
            f"({shown})",
            hint="publisher review FILE -o review.docx sends them to a person; leave --final out for a draft",
        )
    failed = [finding for finding in findings if finding.severity is Level.ERROR]
    if failed:
        raise TranslationError(
            f"{language} is not final: {failed[0].segment}: {failed[0].message}"
            + (f", and {len(failed) - 1} more" if len(failed) > 1 else ""),
            hint="put it right in the memory or by publisher review; publisher check shows all of them",
        )
    if lost:
        raise TranslationError(
            f"{language} is not final: {lost[0].where}: {lost[0].message}"
            + (f", and {len(lost) - 1} more" if len(lost) > 1 else ""),
            hint="publisher review FILE -o review.docx shows where the source has it",
        )


def engine(name: str) -> Engine | None:
    """Return the engine ``name``; ``auto`` is argos where its libraries are installed, else none."""
    if name == "auto":
        name = "argos" if all(find_spec(part) for part in ("argostranslate", "ctranslate2")) else "none"
    if name == "none":
        return None
    made: Engine = plugins.load("engines", name)()
    return made


def glossary(settings: Settings) -> "Glossary":
    """Return the registered names over the glossaries of ``settings`` over the built-in one, if wanted."""
    from publisher.translation.glossary import Glossary
    from publisher.translation.glossary.registered import entries

    terms = Glossary.load([Path(name) for name in settings.glossary], builtin=settings.builtin_glossary)
    names = registered(settings)
    return Glossary((*terms, *entries(names))) if names else terms


def registered(settings: Settings) -> "tuple[Name, ...]":
    """Return the names in the registries of ``settings``; TranslationError if one cannot be read."""
    from publisher.localization.registry import read

    return tuple(name for path in settings.names for name in read(Path(path)))


def other_language(own: str) -> str:
    """Return the language of the translated edition of an article in ``own``."""
    return "en" if own.startswith("zh") else "zh-Hans"


def same_language(one: str, other: str) -> bool:
    """Tell whether two languages differ in script or region at most."""
    return one.partition("-")[0] == other.partition("-")[0]
