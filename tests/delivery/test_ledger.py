"""Nothing goes out twice unasked, and every delivery is written down."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from publisher import plugins
from publisher.cli import cli
from publisher.delivery import gate
from publisher.delivery.folder import drop
from publisher.delivery.handover import Answer, DoubtfulError, digest, hand_over
from publisher.delivery.ledger import Delivery, Ledger, RepeatedError, Standing, place
from publisher.delivery.pack import open_pack
from publisher.errors import DeliveryError
from publisher.model import Envelope, Receipt, Rendition
from tests.delivery.conftest import NOW, write_pack

ONE = Delivery(channel="folder", recipient="/hot", digest="d1", at=NOW)


def fails(error: DeliveryError) -> Answer:
    raise error


def states(path: Path) -> list[Standing]:
    with Ledger.open(path) as book:
        return [row.state for row in book]


def test_a_delivery_is_written_down_with_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "state" / "ledger.sqlite"
    with Ledger.open(path) as book:
        done = hand_over(book, ONE, lambda: Answer("job-7", "taken"))
        assert (done.state, done.reference, done.answer) == (Standing.SENT, "job-7", "taken")
        assert list(book) == [done]


def test_what_was_sent_is_not_sent_again_unasked(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as book:
        hand_over(book, ONE, lambda: Answer("1"))
        with pytest.raises(RepeatedError, match="was sent to /hot"):
            hand_over(book, ONE, lambda: fails(DeliveryError("never called")))
        hand_over(book, ONE, lambda: Answer("2"), again=True)
    assert states(path) == [Standing.SENT, Standing.SENT]


def test_another_recipient_or_another_text_is_another_delivery(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as book:
        hand_over(book, ONE, lambda: Answer("1"))
        hand_over(book, msgspec.structs.replace(ONE, recipient="/cold"), lambda: Answer("2"))
        hand_over(book, msgspec.structs.replace(ONE, digest="d2"), lambda: Answer("3"))


def test_what_failed_may_be_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as book:
        with pytest.raises(DeliveryError, match="full"):
            hand_over(book, ONE, lambda: fails(DeliveryError("full")))
        hand_over(book, ONE, lambda: Answer("1"))
    assert states(path) == [Standing.FAILED, Standing.SENT]


def test_what_may_have_arrived_is_not_tried_again_unasked(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as book:
        with pytest.raises(DoubtfulError):
            hand_over(book, ONE, lambda: fails(DoubtfulError("no answer")))
        with pytest.raises(RepeatedError, match="may have reached"):
            hand_over(book, ONE, lambda: Answer("1"))


KILLED = """
import os, sys
from pathlib import Path
from publisher.delivery.handover import hand_over
from publisher.delivery.ledger import Ledger
from tests.delivery.test_ledger import ONE

with Ledger.open(Path(sys.argv[1])) as book:
    hand_over(book, ONE, lambda: os._exit(9))
"""


def test_a_process_that_dies_in_between_leaves_the_delivery_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    root = Path(__file__).resolve().parents[2]
    died = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, check=False)
    assert died.returncode == 9
    with Ledger.open(path) as book, pytest.raises(RepeatedError, match="was begun"):
        hand_over(book, ONE, lambda: Answer("1"))


def test_two_processes_cannot_begin_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as one, Ledger.open(path) as two:
        one.begin(ONE)
        with pytest.raises(RepeatedError):
            two.begin(ONE)


def test_a_ledger_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "ledger.sqlite"
    with Ledger.open(path):
        pass
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"letters" * 1000)
    with pytest.raises(DeliveryError, match="cannot be used"), Ledger.open(path):
        pass
    assert path.read_bytes() == b"letters" * 1000


def test_the_ledger_is_where_the_system_keeps_state(tmp_path: Path) -> None:
    assert place({"XDG_STATE_HOME": "/s"}) == Path("/s/publisher/ledger.sqlite")
    assert place({"PUBLISHER_LEDGER": "/l", "XDG_STATE_HOME": "/s"}) == Path("/l")


def test_the_digest_tells_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_under_embargo_nothing_leaves_unless_the_user_says_so(tmp_path: Path) -> None:
    pack = open_pack(write_pack(tmp_path / "held", embargo=datetime(2026, 3, 6, 10, 0, tzinfo=UTC)))
    with pytest.raises(DeliveryError, match=r"under embargo until 2026-03-06 10:00\+00:00") as caught:
        gate.check(pack, pack.manifest.files, now=NOW)
    assert "--before-embargo" in caught.value.hint
    gate.check(pack, pack.manifest.files, now=NOW, before_embargo=True)
    gate.check(pack, pack.manifest.files, now=NOW + timedelta(days=2))


def test_a_draft_does_not_leave_unless_the_user_says_so(tmp_path: Path) -> None:
    pack = open_pack(write_pack(tmp_path / "drafts", draft=True))
    with pytest.raises(DeliveryError, match=r"harbour\.en\.pdf is a DRAFT"):
        gate.check(pack, pack.manifest.files, now=NOW)
    gate.check(pack, pack.select(languages=("zh-Hans",)), now=NOW)
    gate.check(pack, pack.manifest.files, now=NOW, drafts=True)


def test_files_appear_whole_in_a_folder_and_nothing_else_does(tmp_path: Path) -> None:
    paths = drop({"a.pdf": b"a", "b.pdf": b"b"}, tmp_path)
    assert [path.read_bytes() for path in paths] == [b"a", b"b"]
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", "b.pdf"}


def test_a_name_that_is_taken_is_not_overwritten_unasked(tmp_path: Path) -> None:
    drop({"a.pdf": b"old"}, tmp_path)
    with pytest.raises(DeliveryError, match="already"):
        drop({"b.pdf": b"b", "a.pdf": b"new"}, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"old"}
    drop({"a.pdf": b"new"}, tmp_path, replace=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_channel_of_a_plugin_takes_the_files_where_it_is_told(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[str, tuple[str, ...]]] = []

    class Attic:
        name = "attic"

        def deliver(self, renditions: Sequence[Rendition], envelope: Envelope) -> Receipt:
            taken.append((envelope.recipients[0], tuple(each.name for each in renditions)))
            return Receipt("attic", "box 7", NOW)

    load = plugins.load
    monkeypatch.setattr(plugins, "names", lambda group: ("folder", "attic"))
    monkeypatch.setattr(plugins, "load", lambda group, name: Attic if name == "attic" else load(group, name))
    words = [
        "copy",
        str(pack),
        "sftp://host/in",
        "--channel",
        "attic",
        "--lang",
        "en",
        "--name",
        "{lang}.{ext}",
    ]
    result = CliRunner().invoke(cli, [*words, "--ledger", str(tmp_path / "l.sqlite")])
    assert result.exit_code == 0, result.output
    assert taken == [("sftp://host/in", ("en.pdf", "en.docx"))]
    with Ledger.open(tmp_path / "l.sqlite") as book:
        assert [(row.channel, row.recipient, row.reference) for row in book] == [
            ("attic", "sftp://host/in", "box 7")
        ]
