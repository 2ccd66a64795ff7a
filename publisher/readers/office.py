"""Old Word, RTF and WPS documents, through LibreOffice on this machine, shut off from all else."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import msgspec

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article
from publisher.package import LIMIT
from publisher.readers.docx import DocxReader
from publisher.report import Notice, Report, Severity

SECONDS = 90
"""How long LibreOffice may take over one document."""

_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ON_MACOS = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_DEAD = "http://127.0.0.1:9"
"""The discard port of this machine: a proxy that leads nowhere."""

_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    # links of a document from no trusted place: pictures and texts on the web or on this machine
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Java", "Enable", "false"),
    *(
        ("Inet/Settings", f"ooInet{name}", value)
        for name, value in (
            ("ProxyType", "1"), ("HTTPProxyName", "127.0.0.1"), ("HTTPProxyPort", "9"),
            ("HTTPSProxyName", "127.0.0.1"), ("HTTPSProxyPort", "9"), ("NoProxy", ""),
        )
    ),
)  # fmt: skip


class OfficeReader:
    """Reads what only LibreOffice reads; it gets a profile of its own, without macros, links or a network."""

    name = "office"
    suffixes = (".doc", ".rtf", ".wps")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if LibreOffice is missing, fails, or takes too long."""
        suffix = Path(source.name).suffix.lower()
        if not source.data.startswith((_OLE, b"{\\rtf")):
            raise ReadError(
                f"{source.name}: this is neither an old Word document nor RTF.",
                hint="Rename it after what it is (.docx, .html, .txt) and try again.",
            )
        if _MACROS in source.data:
            message = "the document's macros were left out"
            report.add(Notice(code="macros-dropped", message=message, severity=Severity.WARNING))
        made = converted(source.data, ".rtf" if source.data.startswith(b"{") else suffix, source.name)
        return DocxReader().read(msgspec.structs.replace(source, data=made), report)


def program() -> str:
    """Return the path of LibreOffice, or nothing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or (_ON_MACOS if Path(_ON_MACOS).is_file() else "")


def converted(data: bytes, suffix: str, name: str) -> bytes:
    """Return ``data`` as a .docx; ReadError if that cannot be had, in the words of the file's ``name``."""
    soffice = program()
    if not soffice:
        raise ReadError(
            f"{name}: LibreOffice reads such files, and it is not on this machine.",
            hint="Install it (Debian, Ubuntu: apt install libreoffice-writer), or save the file as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix="publisher-") as folder:
        room = Path(folder)
        (room / "profile" / "user").mkdir(parents=True)
        items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
        (room / "profile" / "user" / "registrymodifications.xcu").write_text(
            f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
            "utf-8",
        )
        (room / f"article{suffix}").write_bytes(data)
        command = [
            soffice, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            f"-env:UserInstallation={(room / 'profile').as_uri()}", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(room / "made"), str(room / f"article{suffix}"),
        ]  # fmt: skip
        _run(command, room, name)
        out = room / "made" / "article.docx"
        if not out.is_file() or out.stat().st_size > LIMIT:
            raise ReadError(
                f"{name}: LibreOffice cannot read it.",
                hint="Open it in Word, save it as .docx and try again.",
            )
        return out.read_bytes()


def _run(command: list[str], room: Path, name: str) -> None:
    """Run LibreOffice in ``room``, its home; it is ended with all that it started when its time is up."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _DEAD)
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT") if key in os.environ}
    process = subprocess.Popen(  # noqa: S603 - the program is the user's own, no word of the command the file's
        command,
        cwd=room,
        env={**kept, **proxies, "HOME": str(room), "TMPDIR": str(room)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"{name}: LibreOffice took longer than {SECONDS} seconds over it.",
            hint="Open it in Word, save it as .docx and try again.",
        ) from error
    finally:
        if process.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
