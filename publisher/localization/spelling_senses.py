"""Words spelled by their sense: a training programme, a computer program, a licence to license."""

import re
from typing import NamedTuple


class Sense(NamedTuple):
    """The group ``word`` of what ``pattern`` finds is spelled ``new``, which may name groups.

    ``unless`` is what must not stand before the word.
    """

    pattern: re.Pattern[str]
    new: str
    unless: re.Pattern[str] | None = None


_NUMBER = (
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|few|several|many"
    r"|square|cubic|linear|per)\b)"
)
_COMPUTING = r"(?:computer|software|malware|spyware|antivirus|mini|chess|chatbot|source|object)"
_VERB = r"(?:to|can|cannot|will|could|must|students|they|we|you|who)"
_DETERMINER = (
    r"a|an|the|his|her|its|their|our|your|this|that|these|those|any|no|each|every|new|first|under|of|with|without"
    r"|business|driving|driver[’']s|operating|operator|export|import|production|marriage|trade|banking|publishing"
    r"|medical|software|patent|telecom|telecoms|gaming|5G|franchise|issued|granted|two|three|four|five|six|\d+"
)
_MODAL = r"will|can|could|must|should|would|may|might|cannot|who|they|we|you|students|people|learners|doctors"
_NOUN_TO = (
    r"theor(?:y|ies)|research|learning|knowledge|ideas?|polic(?:y|ies)|concepts?|principles?|lab|laboratory|classroom"
    r"|textbooks?|from|links?|linked|applied|apply|related|relevant|close|closer|put|back|return(?:ed)?|guide"
    r"|contribut\w+|approach\w*|due|key|path|belongs?|study|words?|thought|design|science"
)
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_YEAR = r"(?:19|20)\d\d"


def _sense(pattern: str, new: str, unless: str = "") -> Sense:
    return Sense(re.compile(pattern), new, re.compile(rf"{unless}\Z") if unless else None)


TO_BRITISH = (
    # a program runs on a computer, a programme is anything else
    _sense(
        r"(?<!\w)(?P<word>[Pp]rogram(?P<s>s?))\b(?! (?:code|files?|counter|logic|written)\b)",
        r"programme\g<s>",
        rf"\b(?:{_COMPUTING}[ -]|{_VERB} )",
    ),
    _sense(rf"{_NUMBER}[\s-](?P<word>meter(?P<s>s?))\b", r"metre\g<s>"),
    _sense(r"\b(?P<word>meters) (?:above|below|long|high|wide|deep|away|tall|thick|from)\b", "metres"),
    _sense(
        r"\b(?:\d+|single|multi|two|three|four|five|six|seven|eight|nine|ten)-(?P<word>story)\b", "storey"
    ),
    _sense(
        r"\b(?:car|vehicle|truck|bus|bicycle|bike|rubber|flat|spare|winter|radial|aircraft|waste|used)s?[ -]"
        r"(?P<word>tire(?P<s>s?))\b",
        r"tyre\g<s>",
    ),
    _sense(
        r"\b(?P<word>tire(?P<s>s?)) (?:makers?|manufacturers?|plants?|factory|industry|production|pressure|company)\b",
        r"tyre\g<s>",
    ),
    _sense(rf"\b(?:{_MODAL}) (?P<word>practice)\b(?! (?:is|are|was|has|and research)\b)", "practise"),
    _sense(r"\b[Tt]o (?P<word>practice)\b", "practise", rf"\b(?:{_NOUN_TO})(?:,? \w+)? [Tt]o "),
    _sense(rf"\b(?:{_DETERMINER})(?: \w+)? (?P<word>license(?P<s>s?))\b(?! plates?\b)", r"licence\g<s>"),
    _sense(
        r"\b(?P<word>license(?P<s>s?)) (?:fees?|holders?|numbers?|agreements?|applications?|renewals?)\b",
        r"licence\g<s>",
    ),
    _sense(r"\b(?P<word>percent)\b", "per cent"),
    _sense(r"\b(?P<word>(?P<stem>anal|paral|catal|hydrol|psychoanal)yzes)\b", r"\g<stem>yses"),
    # Monday through Friday, through 8 March
    _sense(rf"(?:{_DAY}|{_YEAR}|\bfrom [^.;,]{{1,30}}) (?P<word>through) (?={_DAY}|{_YEAR})", "to"),
    _sense(rf"\b(?P<word>through) {_DAY}", "until"),
)
"""What American words are in British English where a list of spellings cannot tell."""

TO_AMERICAN = (
    _sense(r"\b(?P<word>[Pp]rogramme(?P<s>s?))\b", r"program\g<s>"),
    _sense(r"\b(?P<word>[Mm]etre(?P<s>s?))\b", r"meter\g<s>"),
    _sense(r"\b(?P<word>storey)\b", "story"),
    _sense(r"\b(?P<word>storeys)\b", "stories"),
    _sense(r"\b(?P<word>[Tt]yre(?P<s>s?))\b", r"tire\g<s>"),
    _sense(r"\b(?P<word>[Pp]ractise(?P<s>s?))\b", r"practice\g<s>"),
    _sense(r"\b(?P<word>[Ll]icence(?P<s>s?))\b", r"license\g<s>"),
    _sense(r"\b(?P<word>[Cc]heque(?P<s>s?))\b", r"check\g<s>"),
    _sense(r"\b(?P<word>[Kk]erb(?P<s>s?))\b", r"curb\g<s>"),
    _sense(r"\b(?P<word>[Ee]nquir(?P<end>y|ies|e|ed|es|ing))\b", r"inquir\g<end>"),
    _sense(r"\b(?P<word>(?P<pre>[Mm]is|[Pp]re)?[Jj]udgement(?P<s>s?))\b", r"\g<pre>judgment\g<s>"),
    _sense(r"\b(?P<word>[Ww]hilst)\b", "while"),
    _sense(r"\b(?P<word>[Aa]mongst)\b", "among"),
    _sense(r"\b(?P<word>[Ll]earnt)\b", "learned"),
    _sense(r"\b(?P<word>per cent)\b", "percent"),
)
"""What British words are in American English (AP) where a list of spellings cannot tell."""
