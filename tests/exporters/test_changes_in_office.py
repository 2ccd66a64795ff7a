"""Tracked changes as another word processor takes them: LibreOffice accepts and rejects them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Release
from tests.conftest import chinese, english
from tests.exporters.test_changes import EDITS, compared, context, made

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
made = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
If command &lt;&gt; "" Then
helper = createUnoService("com.sun.star.frame.DispatchHelper")
helper.executeDispatch(made.CurrentController.Frame, command, "", 0, Array())
End If
Dim form(1) As New com.sun.star.beans.PropertyValue
form(0).Name = "FilterName"
form(0).Value = "Text (encoded)"
form(1).Name = "FilterOptions"
form(1).Value = "UTF8"
made.storeToURL(target, form())
made.close(True)
StarDesktop.terminate()
End Sub
</script:module>
"""
"""Opens a document, gives one command, saves the text: LibreOffice takes no such command from outside."""

Settle = Callable[[bytes, str], str]


@pytest.fixture
def settle(tmp_path: Path) -> Settle:
    """Return a function that gives LibreOffice a document and a command, and returns the text."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here; .ci/run installs it")
    office = [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    start = tmp_path / "start.txt"
    start.write_text("a profile is made", encoding="utf-8")
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(tmp_path), str(start)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    library = tmp_path / "profile/user/basic/Standard"
    if not (library / "Module1.xba").exists():
        pytest.skip("this LibreOffice runs no Basic")
    (library / "Module1.xba").write_text(MACRO, encoding="utf-8")

    def run(data: bytes, command: str) -> str:
        source, target = tmp_path / "in.docx", tmp_path / "out.txt"
        source.write_bytes(data)
        macro = f'macro:///Standard.Module1.Settle("{source.as_uri()}","{target.as_uri()}","{command}")'
        subprocess.run([*office, macro], check=True, capture_output=True, timeout=120)
        return target.read_text(encoding="utf-8-sig")

    return run


@pytest.mark.exhaustive
@pytest.mark.parametrize("two", [False, True], ids=["alone", "side by side"])
def test_libreoffice_accepts_and_rejects_the_changes(two: bool, settle: Settle) -> None:
    edited = chinese()
    for name in ("a word", "a note put in", "a row more", "an item at the end", "another headline"):
        edited = EDITS[name](edited)
    beside = (english(),) if two else ()
    old, new = Release((chinese(), *beside)), Release((edited, *beside))
    data = compared(old, new)
    assert settle(data, ".uno:AcceptAllTrackedChanges") == settle(made(new, context()), "")
    assert settle(data, ".uno:RejectAllTrackedChanges") == settle(made(old, context()), "")
