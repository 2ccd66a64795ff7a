"""An article of bare blocks: headline, what stands around the body, then the body."""

from publisher.readers.draft.article import draft
from publisher.readers.draft.signs import dateline, is_organisation

__all__ = ["dateline", "draft", "is_organisation"]
