"""An article of bare blocks: headline, what stands around the body, then the body."""

from publisher.readers.draft.article import draft
from publisher.readers.draft.signs import about, dateline, is_organisation

__all__ = ["about", "dateline", "draft", "is_organisation"]
