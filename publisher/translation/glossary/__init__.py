"""Terms and names whose translation is decided: read, found in a text, and verified in its translation."""

from publisher.translation.glossary.entries import TYPES, Entry
from publisher.translation.glossary.lookup import Glossary, read, read_builtin, write
from publisher.translation.glossary.matching import Hit
from publisher.translation.glossary.soundness import Finding, check
from publisher.translation.glossary.verification import TermFault, verify

__all__ = [
    "TYPES",
    "Entry",
    "Finding",
    "Glossary",
    "Hit",
    "TermFault",
    "check",
    "read",
    "read_builtin",
    "verify",
    "write",
]
