"""The people whom a release names outside its text: credits, contacts, the signatory."""

import msgspec

from publisher.model import Article, Credit
from publisher.walk import TextMap


def with_names(article: Article, change: TextMap) -> Article:
    """Return ``article`` with each of these names as ``change`` gives it, told where it stands."""
    replace = msgspec.structs.replace
    meta = article.meta
    credited = tuple(
        Credit(c.role, tuple(change(name, f"credit.{c.role}") for name in c.names)) for c in meta.credits
    )
    contacts = tuple(
        replace(c, name=change(c.name, f"contact{n}.name")) for n, c in enumerate(meta.contacts, 1)
    )
    official = meta.official
    if official and official.signatory:
        official = replace(official, signatory=change(official.signatory, "official.signatory"))
    return replace(article, meta=replace(meta, credits=credited, contacts=contacts, official=official))
