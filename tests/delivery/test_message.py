"""A message is read back as it was meant, by parsers old and new, and no header can be slipped in."""

import email
import email.header
import email.policy
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.delivery import headers
from publisher.delivery.message import REFUSE_AT, WARN_AT, File, Message, check_size, encode
from publisher.errors import ConfigError, DeliveryError
from publisher.report import Report

AT = datetime(2026, 3, 5, 9, 30, tzinfo=timezone(timedelta(hours=8)))
NAMES = (
    "2026-03-05-海港灯塔重新点亮.zh-Hans.docx",
    "海港灯塔.pdf",
    "海港灯塔重新点亮仪式今晚在云汀市老码头隆重举行市民代表共同按下开关现场气氛热烈.bilingual.html",
    "新聞稿（最終版）「燈塔」; filename=\"x\".txt",
    "照片 1.png",
)  # fmt: skip

MESSAGE = Message(
    sender=("云汀市文旅局，新闻科", "press@yunting.example"),
    to=("Harbour Desk", "desk@paper.example"),
    subject="新闻稿：海港灯塔重新点亮，云汀市老码头今晚举行仪式，市民代表共同按下开关",
    edition="zh-Hans",
    language="zh-Hans",
    at=AT,
    text="灯塔今晚重新点亮。\n\n联系人：沈望\n",
    html='<p>灯塔今晚重新点亮。</p><img src="cid:lamp.png">',
    pictures=(File("lamp.png", "image/png", b"\x89PNG\r\n\x1a\n" * 50),),
    attachments=tuple(
        File(name, "application/pdf", f"{n}{name}".encode() * 99) for n, name in enumerate(NAMES)
    ),
)


def parsed(message: Message = MESSAGE, *, draft: bool = False) -> EmailMessage:
    made = email.message_from_bytes(encode(message, draft=draft), policy=email.policy.default)
    assert isinstance(made, EmailMessage)
    for part in made.walk():
        assert part.defects == []
    return made


def test_the_headers_say_what_was_meant() -> None:
    made = parsed()
    assert made["Subject"] == MESSAGE.subject
    (sender,) = made["From"].addresses
    assert (sender.display_name, sender.addr_spec) == MESSAGE.sender
    assert made["Date"].datetime == AT
    assert made["Message-ID"] == MESSAGE.identity
    assert made["X-Unsent"] is None
    assert made["Bcc"] is None


def test_the_parts_stand_as_mail_programs_expect_them() -> None:
    kinds = [part.get_content_type() for part in parsed().walk()]
    assert kinds == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html",
        "image/png", *["application/pdf"] * 5,
    ]  # fmt: skip


def test_the_texts_come_back() -> None:
    made = parsed()
    plain = made.get_body(("plain",))
    rich = made.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert plain.get_content().replace("\r\n", "\n") == MESSAGE.text
    assert rich.get_content().strip() == MESSAGE.html


def test_five_files_with_chinese_names_come_back_with_the_same_bytes_and_names() -> None:
    files = list(parsed().iter_attachments())
    assert [part.get_filename() for part in files] == list(NAMES)
    assert [part.get_content() for part in files] == [file.data for file in MESSAGE.attachments]


def test_a_program_that_reads_only_encoded_words_finds_the_names_too() -> None:
    old = email.message_from_bytes(encode(MESSAGE), policy=email.policy.compat32)
    found = []
    for part in old.walk():
        name = part.get_param("name")
        if isinstance(name, str):
            found.append(str(email.header.make_header(email.header.decode_header(name))))
    assert [name.replace(" ", "") for name in found] == [name.replace(" ", "") for name in NAMES]


def test_the_message_is_seven_bit_with_short_lines_that_end_as_the_standard_says() -> None:
    data = encode(MESSAGE)
    assert data.isascii()
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 78


def test_the_same_message_gives_the_same_bytes() -> None:
    assert encode(MESSAGE) == encode(msgspec.structs.replace(MESSAGE))


def test_a_draft_opens_as_one() -> None:
    assert parsed(draft=True)["X-Unsent"] == "1"


def test_without_files_there_is_no_empty_shell() -> None:
    alone = msgspec.structs.replace(MESSAGE, attachments=(), pictures=())
    kinds = [part.get_content_type() for part in parsed(alone).walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


HOSTILE = st.text(
    st.one_of(st.sampled_from('\r\n\t\0\x85\u2028 :;=?"\\<>,@'), st.characters(codec="utf-8")), max_size=200
)


@given(HOSTILE, HOSTILE)
def test_no_text_can_begin_another_header(subject: str, name: str) -> None:
    message = msgspec.structs.replace(
        MESSAGE,
        subject=f"{subject}\r\nBcc: all@paper.example",
        to=(f"{name}\r\nBcc: all@paper.example", "desk@paper.example"),
        attachments=(File(f"{name}\r\nX-Evil: 1", "text/html\r\nX-Evil: 1", b"x"),),
        pictures=(),
    )
    made = email.message_from_bytes(encode(message), policy=email.policy.default)
    assert made["Bcc"] is None
    assert made["X-Evil"] is None
    assert len(list(made.walk())) == 5
    assert [a.addr_spec for a in made["To"].addresses] == ["desk@paper.example"]


@given(HOSTILE)
def test_any_subject_comes_back_in_one_line(subject: str) -> None:
    made = email.message_from_bytes(
        encode(msgspec.structs.replace(MESSAGE, subject=subject)), policy=email.policy.default
    )
    assert str(made["Subject"]).split() == headers.unbroken(subject).split()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("desk@paper.example", ("", "desk@paper.example")),
        ("新闻组 <desk@paper.example>", ("新闻组", "desk@paper.example")),
        ('"Wei, Shen" <w.shen+x@paper.example>', ("Wei, Shen", "w.shen+x@paper.example")),
        ("a@例子.example", ("", "a@xn--fsqu00a.example")),
        ("root@localhost", ("", "root@localhost")),
    ],
)
def test_an_address_is_read(text: str, made: tuple[str, str]) -> None:
    assert headers.address(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "", "desk", "@paper.example", "desk@", "a b@paper.example", "a@b@c", "desk@paper..example",
        "desk@paper.example\r\nBcc: x@y.z", "a@b.c, d@e.f", "<a@b.c> <d@e.f>", "a@-b.c", "a@b.c>\nRCPT TO:<x",
        "x" * 65 + "@b.c", "-@" + "b" * 64 + ".c",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ConfigError, match="not an address") as caught:
        headers.address(text)
    assert "\n" not in str(caught.value)


def test_large_attachments_are_told_and_too_large_ones_refused() -> None:
    report = Report()
    check_size((File("a", "x/y", bytes(WARN_AT)),), report, large=False)
    assert not report.notices
    check_size((File("a", "x/y", bytes(WARN_AT + 1)),), report, large=False)
    assert [notice.code for notice in report] == ["mail-large"]
    with pytest.raises(DeliveryError, match="no more than 14"):
        check_size((File("a", "x/y", bytes(REFUSE_AT + 1)),), report, large=False)
    check_size((File("a", "x/y", bytes(REFUSE_AT + 1)),), report, large=True)
