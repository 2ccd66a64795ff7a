"""What stands after the text comes in the order that the theme asks for, in every format."""

from itertools import permutations

import msgspec
import pytest

from publisher import plugins
from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.mail import bodies
from publisher.exporters.wire import WireExporter
from publisher.model import Release
from publisher.theme import CLOSING, conventions_of

ORDERS = [
    ("boilerplate", "contacts", "end_mark", "credits"),
    ("credits", "boilerplate", "end_mark", "contacts"),
    ("contacts", "boilerplate", "credits", "end_mark"),
]


def ordered(context: Context, order: tuple[str, ...]) -> Context:
    furniture = {
        language: msgspec.structs.replace(words, closing=order)
        for language, words in context.furniture.items()
    }
    return msgspec.structs.replace(context, furniture=furniture, pdf_engine="reportlab")


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
@pytest.mark.parametrize("name", ["docx", "html", "pdf"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_file_reads_back_in_the_order_asked_for(
    name: str, count: int, order: tuple[str, ...], bilingual_release: Release, context: Context
) -> None:
    release = msgspec.structs.replace(bilingual_release, editions=bilingual_release.editions[:count])
    asked = ordered(context, order)
    exporter = plugins.load("exporters", name)()
    data = exporter.export(release, asked)
    assert readback.check(f"x{exporter.suffix}", data, release, asked).characters


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_plain_texts_keep_the_order(
    order: tuple[str, ...], bilingual_release: Release, context: Context
) -> None:
    article = next(a for a in bilingual_release.editions if a.meta.language.startswith("en"))
    asked = ordered(context, order)
    f = asked.furniture[article.meta.language]
    said = {"end_mark": f"\n{f.end_mark}", "credits": f.credits[0].text, "contacts": f.contact_heading}
    wire = WireExporter().export(Release((article,)), asked).decode().replace("\r", "")
    mail = bodies((article,), asked)
    for text in (wire, mail.text):
        places = [text.rindex(said[part]) for part in order if part in said]
        assert places == sorted(places)


def test_an_order_that_leaves_a_part_out_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="closing"):
        conventions_of("en", {"en": {"closing": ["end_mark"]}})


def test_any_order_of_all_parts_is_taken() -> None:
    for order in permutations(CLOSING):
        assert conventions_of("en", {"en": {"closing": list(order)}}).closing == order
