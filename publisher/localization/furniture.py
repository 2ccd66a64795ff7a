"""Every word on the page of an edition that is not the article's own."""

import re
import unicodedata
from collections.abc import Iterator

from publisher.contracts import Furniture, LabelledText
from publisher.localization.catalog import Catalog
from publisher.localization.dates import embargo_time, long_date
from publisher.localization.locale import Locale, locale
from publisher.localization.official import official_words
from publisher.model import Article, Contact, Credit, CreditRole, Meta
from publisher.theme import Theme

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"(\+?[\d\s().\-–—]+?)\s*(?:(?:转|轉|ext\.?|x|#)\s*(\d+))?", re.IGNORECASE)
_PHONES_APART = re.compile(r"\s*[、;,/]\s*")


def furniture(article: Article, *, draft: bool = False, look: Theme | None = None) -> Furniture:
    """Return the furniture of ``article``, by the conventions and words of the theme ``look``.

    ``draft`` puts the mark of unreviewed text on its face.
    """
    meta = article.meta
    at = locale(meta.language, look)
    catalog, press = at.catalog, at.conventions
    contacts = tuple(lines for c in meta.contacts if (lines := tuple(_contact(c, catalog))))
    # Translators: the heading over the contacts, for journalists who have questions
    heading = catalog.plural("Media contact", "Media contacts", len(contacts))
    return Furniture(
        # Translators: the kind of document, in the masthead
        kind=catalog.text("PRESS RELEASE"),
        source=meta.source,
        date=long_date(meta.issued, at) if meta.issued else "",
        release_line=_release_line(meta, at) if press.release_line or meta.embargo else "",
        # Translators: stands after the last paragraph, so that nobody waits for more
        end_mark=catalog.text("###", "end mark") if press.end_mark else "",
        # Translators: the page counter in the foot
        page_of=catalog.text("{page} / {pages}"),
        credits=tuple(_credit(c, catalog) for c in meta.credits if any(c.names)),
        contact_heading=heading if contacts else "",
        contacts=contacts,
        # Translators: across the page of a text that no person has passed
        draft=catalog.text("DRAFT") if draft else "",
        # Translators: the sentence that says why a page is a draft
        draft_note=catalog.text("Contains text that no person has reviewed.") if draft else "",
        # Translators: across the pages of a text that may not be published yet
        embargo=catalog.text("EMBARGOED") if _held(meta) else "",
        rights=meta.rights,
        closing=press.closing,
        official=official_words(meta, at),
        # Translators: before the caption of a table that is numbered
        table_label=catalog.text("Table {number}. "),
        # Translators: before the caption of a picture that is numbered
        figure_label=catalog.text("Figure {number}. "),
        # Translators: the heading over the table of contents of a long document
        contents=catalog.text("Contents"),
        # Translators: what a screen reader calls a note's number in the text
        note=catalog.text("Note {number}"),
        # Translators: what a screen reader calls the number before a note, which leads back
        note_back=catalog.text("Note {number}, back to the text"),
    )


def _held(meta: Meta) -> bool:
    """Tell whether the text goes out before it may be published."""
    return meta.embargo is not None and (meta.issued is None or meta.issued < meta.embargo)


def _release_line(meta: Meta, at: Locale) -> str:
    if meta.embargo is None:
        # Translators: at the head of a release that anybody may publish now
        return at.catalog.text("For immediate release")
    # Translators: {date} is date, time and zone
    return at.catalog.text("Embargoed until {date}").format(date=embargo_time(meta.embargo, at))


def _credit(credit: Credit, catalog: Catalog) -> LabelledText:
    people = [name for name in credit.names if name]
    match credit.role:
        case CreditRole.TEXT:
            # Translators: who wrote, before one name or several
            label = catalog.text("Text", "credit")
        case CreditRole.PHOTO:
            # Translators: who took the pictures, before one name or several
            label = catalog.plural("Photo", "Photos", len(people), "credit")
        case CreditRole.EDIT:
            # Translators: who edited, before one name or several
            label = catalog.plural("Editor", "Editors", len(people), "credit")
        case CreditRole.REVIEW:
            # Translators: who passed the text for publication, before names
            label = catalog.text("Review", "credit")
        case CreditRole.TRANSLATION:
            # Translators: who translated, before names
            label = catalog.text("Translation", "credit")
    # Translators: what stands between two names
    names = catalog.text(", ", "between names").join(people)
    return LabelledText(_label(label, catalog), names)


def _label(word: str, catalog: Catalog) -> str:
    """Return ``word`` with the colon of the language, ready to stand before a value."""
    # Translators: a label before its value
    return catalog.text("{label}: ").format(label=word)


def _contact(contact: Contact, catalog: Catalog) -> Iterator[LabelledText]:
    """Yield the lines of a contact that are filled, in the order a journalist uses them."""
    if name := _clean(contact.name):
        # Translators: before a person's name
        yield LabelledText(_label(catalog.text("Contact"), catalog), name)
    if organisation := _clean(contact.organisation):
        yield LabelledText("", organisation)
    for number in _PHONES_APART.split(_narrow(contact.phone)):
        if number:
            text, url = _phone(number, catalog)
            # Translators: before a telephone number
            yield LabelledText(_label(catalog.text("Tel."), catalog), text, url)
    if email := _narrow(contact.email).removeprefix("mailto:"):
        url = f"mailto:{email}" if _EMAIL.fullmatch(email) else ""
        # Translators: before an e-mail address
        yield LabelledText(_label(catalog.text("E-mail"), catalog), email, url)
    if web := _narrow(contact.url):
        url = (web if "://" in web else f"https://{web}") if _WEB.fullmatch(web) else ""
        # Translators: before the address of a site
        yield LabelledText(_label(catalog.text("Web"), catalog), web, url)
    if address := _clean(contact.address):
        # Translators: before a postal address
        yield LabelledText(_label(catalog.text("Address"), catalog), address)


def _phone(number: str, catalog: Catalog) -> tuple[str, str]:
    """Return a number as the page shows it, and its tel: address if it is one number."""
    match = _PHONE.fullmatch(number)
    if match is None or not any(char.isdigit() for char in match[1]):
        return number, ""
    main, extension = match[1].strip(), match[2]
    digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", main) if main.startswith("+") else main)
    if extension is None:
        return main, f"tel:{digits}"
    # Translators: a telephone number with an extension
    shown = catalog.text("{number} ext. {extension}").format(number=main, extension=extension)
    return shown, f"tel:{digits};ext={extension}"


def _clean(text: str) -> str:
    return " ".join(text.split())


def _narrow(text: str) -> str:
    """Return ``text`` with full-width letters, digits and marks as ASCII."""
    return _clean(unicodedata.normalize("NFKC", text))
