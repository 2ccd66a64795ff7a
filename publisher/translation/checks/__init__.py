"""Checks of a translation against its source: one rule a file, each a function of pairs.

Pair → rules → Finding. The rules judge Chinese beside English, in either
direction, and say how sure they are: an error is surely wrong, a warning is
for a person to look at, an info is often as it should be.
"""

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.runner import RULES, check_pairs

__all__ = ["RULES", "Finding", "Level", "Pair", "check_pairs"]
