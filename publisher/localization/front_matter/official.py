"""The parts of an official document that stand around its text (GB/T 9704-2012, 7.2 to 7.4)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from publisher.annexes import is_label
from publisher.localization.front_matter.dates import find_date
from publisher.localization.names import is_organisation_end
from publisher.model import Official

_NUMBER = re.compile(r"(?P<number>[^\s:：，。]{1,16}〔\d{4}〕\d{1,5}[号號])")
_KEYED = re.compile(r"(?:发文字号|發文字號|Document No\.?)[:：]\s*(?P<number>\S.{0,60})", re.IGNORECASE)
_SIGNATORY = re.compile(r"(?:签发人|簽發人|Signed by)[:：]\s*(?P<text>\S.{0,60})", re.IGNORECASE)
_TO = re.compile(
    r"(?:(?:主送机关|主送機關|主送|To)[:：]\s*)?(?P<text>[^。；;！？]{2,200}?)[:：]", re.IGNORECASE
)
_TO_KEYED = re.compile(r"(?:主送机关|主送機關|主送|To)[:：]\s*(?P<text>\S.{1,200}?)[:：]?", re.IGNORECASE)
_ATTACHMENT = re.compile(r"(?:附件|Attachments?)[:：]\s*(?:1[.．、]\s*)?(?P<text>\S.*)", re.IGNORECASE)
_NEXT = re.compile(r"(?P<number>\d{1,2})[.．、]\s*(?P<text>\S.*)")
_COPIES = re.compile(r"(?:抄送|抄報|抄报|Copies to|Copies)[:：]\s*(?P<text>\S.*)", re.IGNORECASE)
_PRINTED = re.compile(r"(?P<by>\S.{1,40}?)[\s　]+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)印[发發]")
_PRINTED_ENGLISH = re.compile(
    r"(?P<by>\S.{1,80}?)(?:  +|[\t\u2003\u3000])\s*Printed on:?\s*(?P<date>\S.{4,30})", re.IGNORECASE
)
_PRINTED_BY = re.compile(r"(?:印发机关|印發機關|Printed by)[:：]\s*(?P<text>\S.{0,80})", re.IGNORECASE)
_PRINTED_ON = re.compile(r"(?:印发日期|印發日期|Printed on)[:：]?\s*(?P<text>\S.{4,30})", re.IGNORECASE)
_HEAD = re.compile(r"(?P<source>\S{4,30})文件")

_BRACKETED = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)")
"""A line all in one pair of brackets, that may hold others."""

_FIRST = 8
"""The number of a document stands among so many first lines."""

_LONGEST = 40
"""No issuer has a longer name, nor several that share a line."""

_SPACE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_SEAL = re.compile(r"\s*[（(](?:公?章|盖章|蓋章|印章)[）)]$")
_SIGNED_NUMBER = re.compile(rf"{_NUMBER.pattern}\s+(?P<signatory>(?:签发人|簽發人)[:：].*)")
_MARK = re.compile(r"\d{6}|(?:绝密|絕密|机密|機密|秘密)(?:★.*)?|特急|加急|平急|特提")
"""Over the red head: the copy's number, how secret and how urgent the document is (7.2.1 to 7.2.3)."""

_TITLED = re.compile(
    r"(?P<label>附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}))\s*[:：]\s*(?P<title>\S.{0,60}[^。；：！？])"
)
_PRINTED_ALONE = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)印[发發]")
_BESIDE = re.compile(r"[（(]?共印\s*\d+\s*份[）)]?|(?:校对|校對|打字|主题词|主題詞)[:：].{1,60}")
"""Lines of the record block that no field here holds."""


class Found(msgspec.Struct, frozen=True):
    """What was found, and the lines that are left; ``source`` is who issues the document.

    ``marks`` are the lines over the red head that the model does not hold.
    """

    official: Official
    lines: tuple[str, ...]
    source: str = ""
    day: str = ""
    marks: tuple[str, ...] = ()


def find_official(lines: tuple[str, ...]) -> Found | None:
    """Return the parts of an official document in ``lines``; nothing where none has a document's number.

    The number is the 发文字号: the issuer's sign, the year in 〔〕, and a number without a leading zero
    (7.2.5), or any text behind its key.
    """
    left = list(_apart(lines))
    numbered = next((n for n, line in enumerate(left[:_FIRST]) if _is_number(line)), None)
    if numbered is None:
        return None
    fields: dict[str, object] = {"number": _is_number(left.pop(numbered))}
    head = _head(left, numbered)
    marks = tuple(line for line in left[:numbered] if _MARK.fullmatch(line))
    left[:numbered] = [line for line in left[:numbered] if not _MARK.fullmatch(line)]
    for n, line in enumerate(left[:_FIRST]):
        if match := _SIGNATORY.fullmatch(line):
            fields["signatory"] = match["text"].strip()
            del left[n]
            break
    _addressees(left, fields)
    beside = _record(left, fields)
    end = next((n for n in range(1, len(left)) if _opens_annex(left, n)), len(left))
    behind = [part for line in left[end:] for part in _label_and_title(line)]  # after issuer and date (7.3.7)
    del left[end:]
    notes = _notes(left)
    if notes:
        fields["notes"] = tuple(map(bare_note, notes))
    issuer, day = _signature(left)
    if issuer and head not in ("", issuer):
        fields["head"] = head
    if issuer in left[:2]:
        left.remove(issuer)  # the head of a letter, which has no 文件 behind it
    _attachments(left, fields)
    return Found(msgspec.convert(fields, Official), (*left, *behind, *beside), issuer or head, day, marks)


def _apart(lines: Iterable[str]) -> Iterator[str]:
    """Yield ``lines``, a number and who signs on one line as two (7.2.6)."""
    for line in lines:
        both = _SIGNED_NUMBER.fullmatch(line.strip())
        yield from (both["number"], both["signatory"]) if both else (line,)


def _head(left: list[str], numbered: int) -> str:
    """Take the red head over the number, on one line or on two; return the issuer that it names."""
    if numbered > 1 and left[numbered - 1].strip() == "文件" and len(left[numbered - 2]) <= _LONGEST:
        issuers = _SPACE.sub("\u3000", left[numbered - 2].strip())
        del left[numbered - 2 : numbered]
        return issuers
    head = _HEAD.fullmatch(left[numbered - 1]) if numbered else None
    if head is None:
        return ""
    del left[numbered - 1]
    return head["source"]


def _opens_annex(lines: Sequence[str], at: int) -> bool:
    """Tell whether an annex opens at a line: its label alone, or with its title right behind the text's end."""
    if is_label(lines[at]):
        return True
    before = lines[at - 1].strip()
    closed = bool(_BRACKETED.fullmatch(before)) or _is_date(before)
    return closed and len(_label_and_title(lines[at])) == 2


def _label_and_title(line: str) -> tuple[str, ...]:
    """Return the label of an annex and its title, where one line has both, or the line."""
    found = _TITLED.fullmatch(line.strip())
    return (found["label"], found["title"]) if found else (line,)


def _is_number(line: str) -> str:
    match = _NUMBER.fullmatch(line.strip()) or _KEYED.fullmatch(line.strip())
    return match["number"] if match else ""


def keyed_number(text: str) -> str:
    """Return the line of a document's number as one of any form is known, and another line as it is."""
    return text if _is_number(text) or _SIGNATORY.fullmatch(text) else f"Document No.: {text}"


def _addressees(left: list[str], fields: dict[str, object]) -> None:
    for n, line in enumerate(left[:_FIRST]):
        match = _TO_KEYED.fullmatch(line) or (_TO.fullmatch(line) if n else None)
        if match:
            fields["addressees"] = match["text"].strip()
            del left[n]
            return


def _record(left: list[str], fields: dict[str, object]) -> list[str]:
    """Take the record block from the end of the lines; return what stands in it beside its parts."""
    beside: list[str] = []
    while len(left) > 1:
        line = left[-1]
        if match := _PRINTED.fullmatch(line) or _PRINTED_ENGLISH.fullmatch(line):
            fields |= {"printed_by": match["by"].strip(), "printed": _day(match["date"])}
        elif match := _PRINTED_ON.fullmatch(line):
            fields["printed"] = _day(match["text"])
        elif match := _PRINTED_BY.fullmatch(line):
            fields["printed_by"] = match["text"].strip()
        elif (match := _PRINTED_ALONE.fullmatch(line)) and _is_office(left[-2]):
            fields |= {"printed_by": left[-2].strip(), "printed": _day(match["date"])}
            left.pop()
        elif match := _COPIES.fullmatch(line):
            fields["copies"] = match["text"].rstrip("。. ")
        elif _BESIDE.fullmatch(line):
            beside.insert(0, line)
        else:
            break
        left.pop()
    if not fields.keys() & {"copies", "printed", "printed_by"}:
        left += beside
        return []
    return beside


def _day(text: str) -> date | None:
    found = find_date(text)
    return found[0].date() if found else None


def _signature(left: list[str]) -> tuple[str, str]:
    """Take issuers and date from the end of the lines; return both, several issuers in a row."""
    if len(left) < 3 or not _is_date(left[-1]) or not _is_issuer(left[-2]):
        return "", ""
    day = left.pop()
    issuers = [left.pop()]
    while len(left) > 2 and _is_issuer(left[-1]) and _is_office(left[-1]):
        issuers.insert(0, left.pop())
    return "\u3000".join(_SPACE.sub("\u3000", _SEAL.sub("", issuer.strip())) for issuer in issuers), day


def _is_date(line: str) -> bool:
    found = find_date(line)
    return found is not None and found[1] == 0 and found[2] == len(line.rstrip())


def _is_office(line: str) -> bool:
    name = line.strip()
    return is_organisation_end(name) or name.endswith(("政府", "委", "人大", "政协", "政協"))


def _is_issuer(line: str) -> bool:
    return len(line) <= _LONGEST and not re.search(r"[，。；：:;,.!?！？]", line)


def _notes(left: list[str]) -> list[str]:
    """Take the lines in brackets under issuer and date (7.3.6)."""
    last = next((n for n in range(len(left) - 1, -1, -1) if not _BRACKETED.fullmatch(left[n])), -1)
    if last == len(left) - 1 or not _is_signed(left[: last + 1]):
        return []
    notes = left[last + 1 :]
    del left[last + 1 :]
    return notes


def bare_note(text: str) -> str:
    """Return a note under the date without its brackets."""
    return text.strip()[1:-1].strip() if _BRACKETED.fullmatch(text.strip()) else text.strip()


def _is_signed(lines: list[str]) -> bool:
    """Tell whether issuer and date end ``lines``."""
    return any(_signature(list(lines)))


def _attachments(left: list[str], fields: dict[str, object]) -> None:
    for n in range(len(left) - 1, max(len(left) - 20, 0), -1):
        match = _ATTACHMENT.fullmatch(left[n])
        if not match:
            continue
        names = [match["text"].rstrip("。；;")]
        end = n + 1
        while end < len(left) and (more := _NEXT.fullmatch(left[end])):
            if int(more["number"]) != len(names) + 1:
                break
            names.append(more["text"].rstrip("。；;"))
            end += 1
        fields["attachments"] = tuple(names)
        del left[n:end]
        return
