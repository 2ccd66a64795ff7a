"""Which stored language may serve which edition: regions are alike, Traditional and Simplified are not."""

_REGION_SCRIPTS = {"tw": "hant", "hk": "hant", "mo": "hant"}


def primary(language: str) -> str:
    """Return the primary subtag of a BCP 47 tag, in lower case."""
    return language.lower().partition("-")[0]


def same(one: str, other: str) -> bool:
    """Tell whether two BCP 47 tags name one language, whatever the region and script."""
    return primary(one) == primary(other)


def serves(language: str, target: str) -> bool:
    """Tell whether a text in ``language`` may stand in a ``target`` edition: Hant is not Hans."""
    return same(language, target) and _script(language) == _script(target)


def nearness(language: str, target: str) -> int:
    """Return 2 for the tag asked for, 1 for a tag that names no region, 0 for another region's."""
    if language.lower() == target.lower():
        return 2
    rest = language.lower().split("-")[1:]
    return int(all(len(part) == 4 for part in rest))


def _script(language: str) -> str:
    first, *rest = language.lower().split("-")
    if first != "zh":
        return ""
    scripts = [_REGION_SCRIPTS.get(part, part) for part in rest]
    # a script that is written out goes before the one its region suggests: zh-Hans-HK
    written = next((s for s in scripts if s in ("hans", "hant")), "")
    return written or "hans"
