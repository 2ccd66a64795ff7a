"""A print server and two printers on loopback: a real cupsd, and ippeveprinter as the machines."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec
import pytest

from publisher.delivery.printer import Printer
from publisher.errors import DeliveryError
from tests.delivery.smtp_server import free_port

_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
_CUPSD = """\
LogLevel warn
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
User lp
Group lp
SystemGroup lpadmin
ServerRoot {room}/etc
RequestRoot {room}/spool
TempDir {room}/spool/tmp
CacheDir {room}/cache
StateDir {room}/state
ErrorLog {room}/error_log
AccessLog {room}/access_log
PageLog {room}/page_log
"""


class PrintRoom(msgspec.Struct, frozen=True):
    """Where the print server is, the two printers by themselves, and the folders their pages end in."""

    server: str
    desk: str  # prints on one side; the queue desk
    press: str  # prints on both; the queue press
    desk_tray: Path
    press_tray: Path


def _program(name: str) -> str:
    found = shutil.which(name, path=_PATH)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: cups, cups-client, cups-ipp-utils)")
    return found


@contextmanager
def _running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _until_it_answers(address: str, process: subprocess.Popen[bytes], what: str) -> None:
    for _ in range(100):
        try:
            Printer(address).abilities()
        except DeliveryError:
            if process.poll() is not None:
                said = process.communicate()[1].decode().strip().replace("\n", "; ")
                pytest.skip(f"{what} does not run here (it needs dbus and avahi-daemon running): {said}")
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{what} does not answer")


@contextmanager
def print_room() -> Iterator[PrintRoom]:
    """Run the print room; skip, saying so, where its programs are missing."""
    cupsd, machine, lpadmin = (_program(name) for name in ("cupsd", "ippeveprinter", "lpadmin"))
    room = Path(tempfile.mkdtemp(prefix="print-room-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, room, ignore_errors=True)
        room.chmod(0o755)  # cupsd works as another user
        for folder in ("etc/ppd", "spool/tmp", "cache", "state/certs", "desk", "press"):
            (room / folder).mkdir(parents=True)
        port = free_port()
        (room / "etc/cupsd.conf").write_text(_CUPSD.format(port=port))
        (room / "etc/cups-files.conf").write_text(_FILES.format(room=room))
        if os.geteuid() == 0:
            for path in (room, *room.rglob("*")):
                shutil.chown(path, "lp", "lp")
        machines = {}
        for name, sides in (("desk", ()), ("press", ("-2",))):
            own = free_port()
            words = (
                *sides,
                "-c",
                "/bin/true",
                "-d",
                str(room / name),
                "-k",
                "-f",
                "application/pdf",
                "-n",
                "localhost",
            )
            process = stack.enter_context(_running(machine, *words, "-p", str(own), name))
            machines[name] = f"ipp://localhost:{own}/ipp/print"
            _until_it_answers(machines[name], process, "ippeveprinter")
        files = ("-c", str(room / "etc/cupsd.conf"), "-s", str(room / "etc/cups-files.conf"))
        stack.enter_context(_running(cupsd, "-f", *files))
        server = f"127.0.0.1:{port}"
        for name, address in machines.items():
            _add_queue(lpadmin, server, name, address)
        yield PrintRoom(server, machines["desk"], machines["press"], room / "desk", room / "press")


def _add_queue(lpadmin: str, server: str, name: str, address: str) -> None:
    command = [lpadmin, "-h", server, "-p", name, "-E", "-v", address, "-m", "everywhere"]
    for _ in range(50):
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode == 0:
            return
        time.sleep(0.1)
    pytest.fail(f"lpadmin: {made.stderr}")
