"""Every fault a caller can meet, as one tree.

PublisherError
├── ConfigError         3  a setting, theme or plugin that cannot be used
│   └── PluginError     3  two plugins claim one name, or one cannot be loaded
├── ReadError           4  the article cannot be read
├── TranslationError    5  an edition lacks translations
├── ExportError         6  a file cannot be made, or does not say what the article says
├── DeliveryError       7  a file cannot be handed over
└── StrictError         8  notices were filed under ``--strict``
"""

from typing import ClassVar


class PublisherError(Exception):
    """Base of all faults: what and where in the message, the next step in ``hint``."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ConfigError(PublisherError):
    """A setting, theme or path of the tool itself cannot be used."""

    exit_code = 3


class PluginError(ConfigError):
    """Two plugins claim one name, or one cannot be loaded."""


class ReadError(PublisherError):
    """The article cannot be read."""

    exit_code = 4


class TranslationError(PublisherError):
    """An edition lacks translations, or a memory cannot be read."""

    exit_code = 5


class ExportError(PublisherError):
    """A file cannot be made, or does not say what the article says."""

    exit_code = 6


class DeliveryError(PublisherError):
    """A file cannot be handed over."""

    exit_code = 7


class StrictError(PublisherError):
    """Notices were filed although the user asked for none."""

    exit_code = 8
