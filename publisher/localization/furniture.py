"""Every word on the page of an edition that is not the article's own."""

import re
import unicodedata
from collections.abc import Iterator

from publisher.contracts import Furniture, LabelledText
from publisher.localization.catalog import Catalog
from publisher.localization.dates import embargo_time, long_date
from publisher.model import Article, Contact, Credit, CreditRole, Meta

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"(\+?[\d\s().\-–—]+?)\s*(?:(?:转|轉|ext\.?|x|#)\s*(\d+))?", re.IGNORECASE)
_PHONES_APART = re.compile(r"\s*[、;,/]\s*")


def furniture(article: Article, *, draft: bool = False) -> Furniture:
    """Return the furniture of ``article``; ``draft`` puts the mark of unreviewed text on its face."""
    meta = article.meta
    catalog = Catalog.load(meta.language)
    contacts = tuple(lines for c in meta.contacts if (lines := tuple(_contact(c, catalog))))
    return Furniture(
        kind=catalog.text("PRESS RELEASE"),
        source=meta.source,
        date=long_date(meta.issued, meta.language) if meta.issued else "",
        release_line=_release_line(meta, catalog),
        end_mark=catalog.text("###", "end mark"),
        page_of=catalog.text("{page} / {pages}"),
        credits=tuple(_credit(c, catalog) for c in meta.credits if any(c.names)),
        contact_heading=catalog.text("Media contact") if contacts else "",
        contacts=contacts,
        draft=catalog.text("DRAFT") if draft else "",
        draft_note=catalog.text("Contains text that no person has reviewed.") if draft else "",
        embargo=catalog.text("EMBARGOED") if _held(meta) else "",
        rights=meta.rights,
        note=catalog.text("Note {number}"),
        note_back=catalog.text("Note {number}, back to the text"),
    )


def _held(meta: Meta) -> bool:
    """Tell whether the text goes out before it may be published."""
    return meta.embargo is not None and (meta.issued is None or meta.issued < meta.embargo)


def _release_line(meta: Meta, catalog: Catalog) -> str:
    if meta.embargo is None:
        return catalog.text("For immediate release")
    return catalog.text("Embargoed until {date}").format(date=embargo_time(meta.embargo, meta.language))


def _credit(credit: Credit, catalog: Catalog) -> LabelledText:
    match credit.role:
        case CreditRole.TEXT:
            label = catalog.text("Text", "credit")
        case CreditRole.PHOTO:
            label = catalog.text("Photo", "credit")
        case CreditRole.EDIT:
            label = catalog.text("Editor", "credit")
        case CreditRole.REVIEW:
            label = catalog.text("Review", "credit")
        case CreditRole.TRANSLATION:
            label = catalog.text("Translation", "credit")
    names = catalog.text(", ", "between names").join(name for name in credit.names if name)
    return LabelledText(_label(label, catalog), names)


def _label(word: str, catalog: Catalog) -> str:
    """Return ``word`` with the colon of the language, ready to stand before a value."""
    return catalog.text("{label}: ").format(label=word)


def _contact(contact: Contact, catalog: Catalog) -> Iterator[LabelledText]:
    """Yield the lines of a contact that are filled, in the order a journalist uses them."""
    if name := _clean(contact.name):
        yield LabelledText(_label(catalog.text("Contact"), catalog), name)
    if organisation := _clean(contact.organisation):
        yield LabelledText("", organisation)
    for number in _PHONES_APART.split(_narrow(contact.phone)):
        if number:
            text, url = _phone(number, catalog)
            yield LabelledText(_label(catalog.text("Tel."), catalog), text, url)
    if email := _narrow(contact.email).removeprefix("mailto:"):
        url = f"mailto:{email}" if _EMAIL.fullmatch(email) else ""
        yield LabelledText(_label(catalog.text("E-mail"), catalog), email, url)
    if web := _narrow(contact.url):
        url = (web if "://" in web else f"https://{web}") if _WEB.fullmatch(web) else ""
        yield LabelledText(_label(catalog.text("Web"), catalog), web, url)
    if address := _clean(contact.address):
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
    shown = catalog.text("{number} ext. {extension}").format(number=main, extension=extension)
    return shown, f"tel:{digits};ext={extension}"


def _clean(text: str) -> str:
    return " ".join(text.split())


def _narrow(text: str) -> str:
    """Return ``text`` with full-width letters, digits and marks as ASCII."""
    return _clean(unicodedata.normalize("NFKC", text))
