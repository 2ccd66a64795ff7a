"""The fixed words of each language, from gettext catalogs; a .po file is read as it is, uncompiled.

A catalog is a folder of ``locales/``, or of the folder ``locales`` of a theme:
``zh_Hant_HK/LC_MESSAGES/publisher.po``. No list of them stands in code.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from publisher import resources
from publisher.errors import ConfigError

# of text(msgid) the argument is the msgid; of text(msgid, context) the second is its context
KEYWORDS = {"text": {1: (1,), 2: (1, (2, "c"))}, "plural": {3: (1, 2), 4: (1, 2, (4, "c"))}}
"""How ``Catalog.text`` and ``Catalog.plural`` read to Babel's extractor."""

PARENT = "X-Parent"
"""The field of a catalog's header that names the catalog whose words stand for its empty ones."""

_FILE = Path("LC_MESSAGES", "publisher.po")
_DEEPEST = 4

Places = tuple[Path, ...]
Key = tuple[str, str | None]


def places(folders: tuple[str, ...] = ()) -> Places:
    """Return where catalogs lie: in ``locales`` of each theme folder of ``folders``, then in our own."""
    return (*(Path(folder) / "locales" for folder in folders), resources.locales())


def names(where: Places = ()) -> tuple[str, ...]:
    """Return the catalogs there are, as folders are called: en_GB, en_US, zh_Hans."""
    return tuple(sorted({p.parts[-3] for place in where or places() for p in place.glob(f"*/{_FILE}")}))


def languages(where: Places = ()) -> tuple[str, ...]:
    """Return the languages there are catalogs for, in BCP 47: en-GB, en-US, zh-Hans."""
    return tuple(name.replace("_", "-") for name in names(where))


def catalog_name(language: str, where: Places = ()) -> str:
    """Return the catalog for ``language`` (BCP 47); ConfigError if there is none.

    What the tag leaves out is what CLDR holds likely: zh-Hant is zh_Hant_TW, en
    is en_US, zh-HK is zh_Hant_HK. A region without a catalog takes that of a
    region with the same parent in CLDR (en-AU takes en_GB), else the likely one.
    """
    from babel.core import get_global

    known = names(where)
    likely, parents = get_global("likely_subtags"), get_global("parent_exceptions")
    primary, script, region = _parts(language)
    for tag in (_join(primary, script, region), _join(primary, "", region), _join(primary, script, "")):
        full = _parts(likely.get(tag, tag))
        script, region = script or full[1], region or full[2]
    wanted = [(script, region), ("", region), (script, ""), ("", "")]
    found = [_join(primary, *parts) for parts in wanted]
    if parent := parents.get(_join(primary, "", region)):
        found += [name for name in known if parents.get(name) == parent]
    for tag in (_join(primary, script, ""), primary):
        usual = _parts(likely.get(tag, tag))
        found += [_join(*usual), _join(primary, "", usual[2])]
    for name in found:
        if name in known:
            return name
    raise ConfigError(
        f"There are no words for the language {language!r}.",
        hint=f"Languages: {', '.join(languages(where))}.",
    )


def _parts(language: str) -> tuple[str, str, str]:
    """Return language, script and region of a tag, each empty where it is not said."""
    primary, *rest = language.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in rest if len(part) == 2 or part.isdigit()), "")
    return primary.lower(), script, region


def _join(*parts: str) -> str:
    return "_".join(part for part in parts if part)


class Catalog:
    """The words of one language, by their English and, where one word has two senses, a context."""

    def __init__(
        self, name: str, words: Mapping[Key, tuple[str, ...]], form: Callable[[int], int], parent: str = ""
    ) -> None:
        self.name = name
        self.words = words
        self.form = form
        self.parent = parent

    @classmethod
    def load(cls, language: str, where: Places = ()) -> "Catalog":
        """Return the catalog for ``language``, read once; ConfigError if there is none."""
        where = where or places()
        return _whole(catalog_name(language, where), where)

    def text(self, msgid: str, context: str | None = None) -> str:
        """Return the words for ``msgid``; KeyError if the catalog lacks them."""
        return self.words[msgid, context][0]

    def plural(self, msgid: str, plural: str, number: int, context: str | None = None) -> str:  # noqa: ARG002 - the extractor reads it
        """Return the words for ``number`` of ``msgid``, by the catalog's own rule of plurals."""
        forms = self.words[msgid, context]
        return forms[min(self.form(number), len(forms) - 1)]


@cache
def _whole(name: str, where: Places, heirs: tuple[str, ...] = ()) -> Catalog:
    """Return the catalog ``name``: a theme's words over ours of that name, then those of its parent.

    The parent is the one that its header names; without one, a catalog that we
    do not have takes the one of ours that would serve its language.
    """
    if name in heirs or len(heirs) == _DEEPEST:
        raise ConfigError(f"The catalog {heirs[0]} has parents without an end: {', '.join(heirs)}.")
    if name not in names(where):
        raise ConfigError(
            f"The catalog {heirs[-1]} names a parent that is not there: {name}.",
            hint=f"Catalogs: {', '.join(names(where))}.",
        )
    layers = [_read(name, path) for place in where if (path := place / name / _FILE).is_file()]
    words = {key: form for layer in reversed(layers) for key, form in layer.words.items()}
    ours = (resources.locales(),)
    parent = layers[0].parent or ("" if name in names(ours) else catalog_name(name, ours))
    if parent:
        words = {**_whole(parent, where, (*heirs, name)).words, **words}
    return Catalog(name, MappingProxyType(words), layers[0].form)


def _read(name: str, path: Path) -> Catalog:
    from gettext import c2py  # the rule of plurals, as gettext itself reads it

    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            messages = read_po(file, abort_invalid=True)
        form: Callable[[int], int] = c2py(messages.plural_expr)
        parent = _header(path)
    except OSError as error:
        raise ConfigError(
            f"{path}: the catalog cannot be read: {error.strerror}.", hint="Install the program again."
        ) from error
    except (PoFileError, ValueError) as error:
        raise ConfigError(f"{path}: this is no catalog: {error}.") from error
    words: dict[Key, tuple[str, ...]] = {}
    for message in messages:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        msgid = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if msgid and all(forms) and not message.fuzzy:
            words[str(msgid), message.context] = tuple(str(form) for form in forms)
    return Catalog(name, words, form, parent)


def _header(path: Path) -> str:
    """Return the parent that the header of ``path`` names; Babel keeps no field that it does not know."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(f'"{PARENT}:'):
            return line.partition(":")[2].removesuffix('"').removesuffix("\\n").strip()
        if line.startswith("msgid") and line != 'msgid ""':
            break
    return ""
