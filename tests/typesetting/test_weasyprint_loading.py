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


def test_what_cuts_fonts_without_harfbuzz_is_loaded_when_it_is_used() -> None:
    ran = run(
        f"import io, sys\n{LOAD}fonts = weasyprint().pdf.fonts\n"
        "assert not {'fontTools.subset', 'fontTools.varLib'} & set(sys.modules)\n"
        "options = fonts.subset.Options(retain_gids=True)\n"
        "import fontTools.subset, fontTools.varLib.instancer\n"
        "assert type(options) is fontTools.subset.Options\n"
        "try: fonts.instantiateVariableFont(None, {})\n"
        "except Exception as error: print(type(error).__name__)"
    )
    assert ran.stdout, ran.stderr


def test_a_page_is_set_where_harfbuzz_cuts_no_fonts() -> None:
    ran = run(
        f"import warnings\n{LOAD}engine = weasyprint()\nfrom weasyprint.pdf import fonts\n"
        "fonts.harfbuzz_subset = None\nwarnings.simplefilter('ignore')\n"
        "data = engine.HTML(string='<p>text').write_pdf()\n"
        "assert data.startswith(b'%PDF')\nimport sys\nprint('fontTools.subset' in sys.modules)"
    )
    assert ran.stdout == "True\n", ran.stderr
