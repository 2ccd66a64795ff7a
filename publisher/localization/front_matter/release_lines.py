"""Lines that a press release begins or ends with, which the theme sets itself."""

import re

_RELEASE = re.compile(
    r"^(?:FOR IMMEDIATE RELEASE|PRESS RELEASE|即时发布|即時發布|立即發布|立即发布|新闻稿|新聞稿|新闻通稿)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:（完）|\(完\)|【完】|###|-\s*30\s*-|[—-]*\s*(?:THE )?ENDS?\s*[—-]*|# # #)$", re.IGNORECASE
)


def is_release_line(line: str) -> bool:
    """Tell FOR IMMEDIATE RELEASE, 新闻稿 and their like: the theme sets these words."""
    return bool(_RELEASE.match(line.strip()))


def is_end_mark(line: str) -> bool:
    """Tell （完）, ### and their like."""
    return bool(_END.match(line.strip()))
