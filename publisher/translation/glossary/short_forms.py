"""Short forms: what a translator writes for a name that the reader knows already."""

from collections.abc import Iterator

from publisher.translation.glossary.entries import Entry

PRONOUNS = ("he", "she", "his", "her", "him", "他", "她")
"""What may stand for a person in a sentence after the one that names them."""

_HEADS = frozenset(
    """
    academy administration agency alliance association bank board bureau center centre chamber club college
    commission committee company conference congress corporation council court department exchange
    federation foundation fund government group hospital institute institution laboratory library ministry
    museum office organization organisation park party school secretariat society station union university
    """.split()  # noqa: SIM905 - a list of words is read more easily than one of strings
)
_AREAS = {
    "省": ("province", "provincial"),
    "市": ("city", "municipal", "citywide"),
    "县": ("county",),
    "区": ("district",),
    "州": ("prefecture",),
    "镇": ("town",),
    "乡": ("township",),
    "村": ("village",),
}
_SMALL = frozenset(("of", "the", "and", "for", "on", "in", "de", "van", "von", "bin", "al"))


def short_forms(entry: Entry, form: str, chinese: bool) -> Iterator[str]:
    """Yield what may stand for ``form``, the translation of ``entry``, at a second mention."""
    if entry.type == "person":
        yield from _person(form, chinese)
    elif chinese:
        return
    elif entry.type == "organisation":
        yield from _organisation(form)
    elif entry.type == "place" and entry.source[-1:] in _AREAS:
        yield from (f"the {word}" for word in _AREAS[entry.source[-1]])
    elif entry.type in ("event", "work"):
        yield from _event(form)


def _person(form: str, chinese: bool) -> Iterator[str]:
    """Yield the parts of the name that stand for the person: the surname, in Chinese the given name."""
    if chinese:
        # a surname alone, 高 or 白, is in too many words
        yield from form.split("·") if "·" in form else (form[1:],) if len(form) > 2 else ()
        return
    unlike = _SMALL | set(PRONOUNS)  # the surname He is no proof: it may be the pronoun
    yield from (part for part in form.split() if part.lower() not in unlike and len(part) > 1)


def _organisation(form: str) -> Iterator[str]:
    """Yield the college, and the initials."""
    plain = form.replace(",", "").split()
    for word in plain:
        if word.lower() in _HEADS:
            yield f"the {word.lower()}"
            yield f"this {word.lower()}"
            yield f"our {word.lower()}"
    initials = "".join(word[0] for word in plain if word[0].isupper())
    if len(initials) > 2:
        yield initials


def _event(form: str) -> Iterator[str]:
    last = form.split()[-1].lower() if form.split() else ""
    if last.isalpha():
        yield f"the {last}"
