"""Readings that were pasted in behind characters, looked through when a line is told."""

import re

# A pasted-in reading, 創(chuàng), is looked through when a line is told, and left for the repairs.
_READING = re.compile(
    r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,8}[1-5]?[)）]|(?<=[\u3400-\u9fff])[(（][ㄅ-ㄩˊˇˋ˙]{1,5}[)）]"
)


def bare(line: str) -> str:
    """Return ``line`` without pasted-in readings, for telling what it is."""
    return _READING.sub("", line)


def looked_through(line: str) -> tuple[str, list[int]]:
    """Return ``line`` without readings, and where in ``line`` each of its characters stands, and its end."""
    places: list[int] = []
    at = 0
    for reading in (*_READING.finditer(line), None):
        end = reading.start() if reading else len(line)
        places += range(at, end)
        at = reading.end() if reading else end
    return "".join(line[n] for n in places), [*places, len(line)]
