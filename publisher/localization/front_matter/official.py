"""The parts of an official document that stand around its text (GB/T 9704-2012, 7.2 to 7.4)."""

import re
from datetime import date

import msgspec

from publisher.annexes import is_label
from publisher.localization.front_matter.dates import find_date
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

_FIRST = 6
"""The number of a document stands among so many first lines."""


class Found(msgspec.Struct, frozen=True):
    """What was found, and the lines that are left; ``source`` is the issuer that a red head names."""

    official: Official
    lines: tuple[str, ...]
    source: str = ""
    day: str = ""


def find_official(lines: tuple[str, ...]) -> Found | None:
    """Return the parts of an official document in ``lines``; nothing where none has a document's number.

    The number is the 发文字号: the issuer's sign, the year in 〔〕, and a number without a leading zero
    (7.2.5), or any text behind its key.
    """
    numbered = next((n for n, line in enumerate(lines[:_FIRST]) if _is_number(line)), None)
    if numbered is None:
        return None
    left = list(lines)
    number = _is_number(left.pop(numbered))
    fields: dict[str, object] = {"number": number}
    source = ""
    if numbered and (head := _HEAD.fullmatch(left[numbered - 1])):
        source = head["source"]
        del left[numbered - 1]
    for n, line in enumerate(left[:_FIRST]):
        if match := _SIGNATORY.fullmatch(line):
            fields["signatory"] = match["text"].strip()
            del left[n]
            break
    _addressees(left, fields)
    _record(left, fields)
    end = next((n for n, line in enumerate(left) if n and is_label(line)), len(left))
    behind = left[end:]  # annexes follow issuer and date (7.3.7)
    del left[end:]
    notes = _notes(left)
    if notes:
        fields["notes"] = tuple(map(bare_note, notes))
    day = _signature(left, source)
    source = source or day[0]
    _attachments(left, fields)
    return Found(msgspec.convert(fields, Official), (*left, *behind), source, day[1])


def _is_number(line: str) -> str:
    match = _NUMBER.fullmatch(line.strip()) or _KEYED.fullmatch(line.strip())
    return match["number"] if match else ""


def keyed_number(text: str) -> str:
    """Return the line of a document's number as one of any form is known, and another line as it is."""
    return text if _is_number(text) or _SIGNATORY.fullmatch(text) else f"Document No.: {text}"


def _addressees(left: list[str], fields: dict[str, object]) -> None:
    for n, line in enumerate(left[: _FIRST + 2]):
        match = _TO_KEYED.fullmatch(line) or (_TO.fullmatch(line) if n else None)
        if match:
            fields["addressees"] = match["text"].strip()
            del left[n]
            return


def _record(left: list[str], fields: dict[str, object]) -> None:
    """Take the record block from the end of the lines."""
    while len(left) > 1:
        line = left[-1]
        if match := _PRINTED.fullmatch(line) or _PRINTED_ENGLISH.fullmatch(line):
            fields |= {"printed_by": match["by"].strip(), "printed": _day(match["date"])}
        elif match := _PRINTED_ON.fullmatch(line):
            fields["printed"] = _day(match["text"])
        elif match := _PRINTED_BY.fullmatch(line):
            fields["printed_by"] = match["text"].strip()
        elif match := _COPIES.fullmatch(line):
            fields["copies"] = match["text"].rstrip("。. ")
        else:
            return
        left.pop()


def _day(text: str) -> date | None:
    found = find_date(text)
    return found[0].date() if found else None


def _signature(left: list[str], head: str) -> tuple[str, str]:
    """Take issuer and date from the end of the lines; return both as they stand."""
    if len(left) < 3:
        return "", ""
    found = find_date(left[-1])
    if found is None or found[1] or found[2] != len(left[-1].rstrip()):
        return "", ""
    issuer = left[-2]
    if len(issuer) > 40 or re.search(r"[，。；：:;,.!?！？]", issuer):
        return "", ""
    day = left.pop()
    left.pop()
    return head or issuer, day


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
    return any(_signature(list(lines), ""))


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
