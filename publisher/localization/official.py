"""The words around the text of an official document, in the language of the edition."""

import re

from publisher.annexes import number_of
from publisher.contracts import LabelledText, OfficialWords
from publisher.localization.catalog import Catalog
from publisher.localization.dates import long_date
from publisher.localization.locale import Locale
from publisher.localization.names import pinyin_word
from publisher.model import Meta

_NUMBER = re.compile(r"(?P<sign>[\u4e00-\u9fff]{1,12})[〔\[](?P<year>\d{4})[〕\]](?P<number>\d{1,5})[号號]")
_END = re.compile(r"[：:。.；;，,\s]+$")


def _label(catalog: Catalog, word: str) -> str:
    # Translators: a label before its value
    return catalog.text("{label}: ").format(label=word)


def annex_label(text: str, at: Locale) -> str | None:
    """Return the label of an annex (附件1, Annex 1) in the language of ``at``; None if ``text`` is none."""
    number = number_of(text)
    if number is None:
        return None
    # Translators: over an annex; {number} may be empty
    return at.catalog.text("Attachment {number}").format(number=number).strip()


def english_number(text: str) -> str | None:
    """Return a 发文字号 in English, its sign by sound: 青政发〔2026〕5号 is Qingzhengfa [2026] No. 5."""
    found = _NUMBER.fullmatch(text.strip())
    return f"{pinyin_word(found['sign'])} [{found['year']}] No. {found['number']}" if found else None


def official_words(meta: Meta, at: Locale) -> OfficialWords | None:
    """Return what stands around the text of ``meta`` (GB/T 9704-2012, 7.2 to 7.4); nothing where it is none.

    Attachments are numbered where there are several (7.3.4), and none ends with a mark.
    """
    official = meta.official
    if official is None:
        return None
    catalog = at.catalog

    def labelled(word: str, text: str) -> str:
        return _label(catalog, word) + text if text else ""

    count = len(official.attachments)
    # Translators: before the names of what is attached to an official document
    heading = catalog.plural("Attachment", "Attachments", count)
    # Translators: one of several things attached to an official document
    numbered = catalog.text("{number}. {text}", "attachment")
    attachments = tuple(
        LabelledText(
            _label(catalog, heading) if number == 1 else "",
            numbered.format(number=number, text=_END.sub("", name)) if count > 1 else _END.sub("", name),
        )
        for number, name in enumerate(official.attachments, 1)
    )
    copies = _END.sub("", official.copies)
    # Translators: ends the list of those who get copies of an official document
    ended = catalog.text("{text}.", "sentence").format(text=copies)
    # Translators: the red head of an official document; {source} is who issues it
    head = catalog.text("{source} document").format(source=official.head or meta.source)
    # Translators: whom an official document is addressed to, on a line of its own
    addressees = catalog.text("{addressees}:").format(addressees=_END.sub("", official.addressees))
    # Translators: who signed an official document, beside its number
    signatory = labelled(catalog.text("Signed by"), official.signatory)
    # Translators: in the record block of an official document
    copied = labelled(catalog.text("Copies to"), ended)
    # Translators: a note under the date of an official document
    notes = tuple(catalog.text("({text})", "under the date").format(text=note) for note in official.notes)
    day = long_date(official.printed, at) if official.printed else ""
    # Translators: the day an official document was printed, in its record block
    printed = catalog.text("Printed {date}").format(date=day)
    return OfficialWords(
        head=head if meta.source else "",
        number=official.number,
        signatory=signatory,
        addressees=addressees if official.addressees else "",
        attachments=attachments,
        notes=notes,
        copies=copied if copies else "",
        printed_by=official.printed_by,
        printed=printed if day else "",
    )
