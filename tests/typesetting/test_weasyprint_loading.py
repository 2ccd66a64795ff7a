"""WeasyPrint finds the system's libraries by itself, and quickly."""

import subprocess
import sys

import pytest

LOAD = "from publisher.typesetting.weasyprint_loading import weasyprint\n"


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are searched as WeasyPrint does it")
def test_no_other_program_runs_to_find_a_library() -> None:
    ran = run(
        "import subprocess, sys\n"
        "def refuse(*args, **more): sys.exit(f'ran {args}')\n"
        f"subprocess.Popen = refuse\n{LOAD}"
        "print(weasyprint().text.ffi.pango.pango_version())"
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 10_000


def test_the_search_of_ctypes_is_as_it_was_afterwards() -> None:
    ran = run(
        "import ctypes.util\nbefore = ctypes.util.find_library\n"
        f"{LOAD}weasyprint()\nassert ctypes.util.find_library is before"
    )
    assert ran.returncode == 0, ran.stderr


def test_a_missing_library_is_an_os_error() -> None:
    ran = run(
        "import cffi\n"
        "def refuse(*names): raise OSError(f'no {names}')\n"
        f"cffi.FFI.dlopen = refuse\n{LOAD}"
        "try: weasyprint()\nexcept OSError: print('told')"
    )
    assert ran.stdout.endswith("told\n"), ran.stderr
