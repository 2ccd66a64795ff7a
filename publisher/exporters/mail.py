"""An edition as the body of an e-mail: plain text, and HTML that mail programs keep, its pictures by cid."""

import hashlib
import re
from typing import Any

import msgspec

from publisher.contracts import Context
from publisher.exporters import html_head
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


def bodies(article: Article, context: Context) -> Bodies:
    """Return ``article`` as a message by the theme's mail.html.j2 and mail.txt.j2."""
    edition = side(article, context, 1.0)
    shown = {block.asset for block in article.blocks if isinstance(block, Figure)}
    assets = {asset.name: asset for asset in article.assets}
    inlines = InlineHtml(context.furniture, drawn_spacing=False)
    given: dict[str, Any] = {
        "side": edition,
        "plain": plain,
        "words": PlainInlines(),
        "tag": lambda block: block.__struct_config__.tag,
        "html": inlines,
        "safe_url": safe_url,
        "cid": content_id,
        "asset": assets.__getitem__,
        "summary": html_head.summary(article),
        "embargoed": bool(article.meta.embargo),
        "colours": context.theme.colours,
        "fonts": context.theme.fonts,
        "scale": context.theme.type.of(article.meta.language),
    }
    subject = article.meta.headline
    if edition["furniture"].draft:
        subject = f"[{edition['furniture'].draft}] {subject}"
    text = re.sub(r"\n{3,}", "\n\n", rendered(context.theme, "mail.txt.j2", given)).strip() + "\n"
    page = rendered(context.theme, "mail.html.j2", given)
    return Bodies(subject, text, page, tuple(assets[name] for name in assets if name in shown))


def content_id(asset: Asset) -> str:
    """Return the name by which the HTML calls a picture: ASCII, and no other's."""
    ending = re.sub(r"[^a-z0-9]", "", asset.media_type.rpartition("/")[2].partition("+")[0])
    return f"{hashlib.sha256(asset.data).hexdigest()[:16]}.{ending}"
