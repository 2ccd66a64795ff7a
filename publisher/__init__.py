"""Bilingual press releases: one article in; Word, PDF and HTML in Chinese and English out.

The public names are flat; each is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from publisher.version import VERSION

if TYPE_CHECKING:
    from publisher.errors import PublisherError as PublisherError
    from publisher.localization.localizer import localize as localize
    from publisher.model import Article as Article
    from publisher.model import Release as Release
    from publisher.pipeline import Job as Job
    from publisher.pipeline import read as read
    from publisher.pipeline import run as export
    from publisher.repairing import repair as repair
    from publisher.translation.translator import translate as translate

__version__ = VERSION

_PUBLIC = {
    "Article": ("publisher.model", "Article"),
    "Job": ("publisher.pipeline", "Job"),
    "PublisherError": ("publisher.errors", "PublisherError"),
    "Release": ("publisher.model", "Release"),
    "export": ("publisher.pipeline", "run"),
    "localize": ("publisher.localization.localizer", "localize"),
    "read": ("publisher.pipeline", "read"),
    "repair": ("publisher.pipeline", "repair"),
    "translate": ("publisher.translation.translator", "translate"),
}

__all__ = ["Article", "Job", "PublisherError", "Release", "export", "localize", "read", "repair", "translate"]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'publisher' has no attribute {name!r}")
    module, attribute = _PUBLIC[name]
    return getattr(import_module(module), attribute)
