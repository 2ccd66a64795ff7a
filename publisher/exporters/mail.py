"""Editions as the body of an e-mail: plain text, and HTML that mail programs keep, its pictures by cid."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from publisher.contracts import Context
from publisher.exporters import html_head
from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.html import rendered, side
from publisher.exporters.html_text import InlineHtml
from publisher.exporters.plain_inlines import PlainInlines
from publisher.model import Article, Asset, Figure
from publisher.safety import safe_url
from publisher.walk import plain


class Bodies(msgspec.Struct, frozen=True):
    """The two bodies of one message, the pictures that its HTML shows by name, and its subject."""

    subject: str
    text: str
    html: str
    pictures: tuple[Asset, ...]


def bodies(editions: Sequence[Article], context: Context) -> Bodies:
    """Return ``editions``, one below the other, as a message by the theme's mail.html.j2 and mail.txt.j2."""
    sides = [side(article, context, 1.0) for article in editions]
    shown = [
        (article, {block.asset for block in article.blocks if isinstance(block, Figure)})
        for article in editions
    ]
    assets = {
        asset.name: asset for article, names in shown for asset in article.assets if asset.name in names
    }
    given: dict[str, Any] = {
        "sides": sides,
        "plain": plain,
        "words": PlainInlines(),
        "amounts": columns_of_amounts,
        "tag": lambda block: block.__struct_config__.tag,
        "html": InlineHtml(context.furniture, wholes=True),
        "safe_url": safe_url,
        "cid": content_id,
        "asset": assets.__getitem__,
        "summary": html_head.summary(editions[0]),
        "colours": context.theme.colours,
        "fonts": context.theme.fonts,
        "scale_of": context.theme.type.of,
    }
    subject = " / ".join(article.meta.headline for article in editions)
    if marks := dict.fromkeys(edition["furniture"].draft for edition in sides if edition["furniture"].draft):
        subject = f"[{' / '.join(marks)}] {subject}"
    text = re.sub(r"\n{3,}", "\n\n", rendered(context.theme, "mail.txt.j2", given)).strip() + "\n"
    page = rendered(context.theme, "mail.html.j2", given)
    return Bodies(subject, text, page, tuple(assets.values()))


def content_id(asset: Asset) -> str:
    """Return the name by which the HTML calls a picture: ASCII, and no other's."""
    ending = re.sub(r"[^a-z0-9]", "", asset.media_type.rpartition("/")[2].partition("+")[0])
    return f"{hashlib.sha256(asset.data).hexdigest()[:16]}.{ending}"
