"""Recipients from a CSV list: an address, a name and a language each, once."""

import csv
import io
from pathlib import Path

import msgspec

from publisher.delivery.headers import address
from publisher.errors import ConfigError

MAX_BYTES = 4 * 1024 * 1024
MAX_RECIPIENTS = 10_000

_TOLD, _LISTED = 3, 20
"""How many wrong lines are told in full, and how many more by number."""

_COLUMNS = {
    "name": "name", "姓名": "name", "名称": "name", "名稱": "name",
    "address": "address", "email": "address", "e-mail": "address", "mail": "address",
    "地址": "address", "电邮": "address",
    "邮箱": "address", "邮件": "address", "電郵": "address", "电子邮箱": "address", "電子郵件": "address",
    "language": "language", "lang": "language", "语言": "language", "語言": "language",
}  # fmt: skip

_LANGUAGES = {
    "中文": "zh", "汉语": "zh", "chinese": "zh", "简体中文": "zh-Hans", "简体": "zh-Hans",
    "繁体中文": "zh-Hant", "繁體中文": "zh-Hant", "繁体": "zh-Hant", "繁體": "zh-Hant",
    "英文": "en", "英语": "en", "英語": "en", "english": "en",
    "双语": "bilingual", "雙語": "bilingual", "中英双语": "bilingual", "中英雙語": "bilingual",
}  # fmt: skip


class Recipient(msgspec.Struct, frozen=True):
    """Whom a message goes to; ``language`` is that of the edition, empty for the usual one."""

    name: str
    address: str
    language: str = ""


def parse(text: str) -> Recipient:
    """Return the recipient in ``text`` (``新闻组 <news@example.org>``); ConfigError if it is none."""
    return Recipient(*address(text))


def load(path: Path) -> tuple[Recipient, ...]:
    """Return the recipients in the CSV file ``path``, each address once.

    The first row names the columns: address (or email, 邮箱), and if wanted
    name (姓名) and language (语言). ConfigError names every line that is wrong,
    the first few with what is.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"The list {path} cannot be read: {error.strerror}.", hint="Check the name and the folder."
        ) from error
    if len(data) > MAX_BYTES:
        raise ConfigError(
            f"The list {path} is larger than {MAX_BYTES // 1024 // 1024} MB.", hint="Part the list."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")  # as spreadsheets save it in Chinese
    try:
        separator = max(",;\t", key=text.partition("\n")[0].count)
        lines = list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1))
    except csv.Error as error:
        raise ConfigError(f"{path}: {error}.", hint="Save the list anew as CSV.") from error
    columns = [_COLUMNS.get(cell.strip().casefold(), "") for cell in lines[0][1]] if lines else []
    if "address" not in columns:
        raise ConfigError(
            f"{path}: the first line names no column of addresses.",
            hint="Begin the list with a line such as: address,name,language",
        )
    found: dict[str, Recipient] = {}
    wrong: list[tuple[int, ConfigError]] = []
    for number, row in lines[1:]:
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False) if column}
        if not any(cells.values()):
            continue
        try:
            name, at = address(cells.get("address", ""))
        except ConfigError as error:
            wrong.append((number, error))
            continue
        said = cells.get("language", "")
        language = _LANGUAGES.get(said.casefold(), said)
        found.setdefault(at.casefold(), Recipient(cells.get("name", "") or name, at, language))
        if len(found) > MAX_RECIPIENTS:
            raise ConfigError(f"{path} lists more than {MAX_RECIPIENTS} recipients.", hint="Part the list.")
    if wrong:
        raise ConfigError(f"{path}, {_told(wrong)}", hint=wrong[0][1].hint)
    if not found:
        raise ConfigError(f"{path} lists nobody.", hint="Write an address a line under the first.")
    return tuple(found.values())


def _told(wrong: list[tuple[int, ConfigError]]) -> str:
    """Return what is wrong in a line: the first few faults in full, of the others the numbers."""
    said = "; ".join(f"line {number}: {error}" for number, error in wrong[:_TOLD])
    others = [str(number) for number, _ in wrong[_TOLD:]]
    listed = ", ".join(others[:_LISTED]) + (f" and {len(others) - _LISTED} more" if others[_LISTED:] else "")
    return f"{said}; and in line{'s' if len(others) > 1 else ''} {listed}" if others else said
