"""An embargo line is read as it was written, in the zone that it names."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from publisher.localization.dates import embargo_time
from publisher.localization.front_matter import embargo
from publisher.localization.locale import locale

ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "America/New_York", "Europe/London", "Asia/Tokyo", "UTC")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en-US", "en-GB"])
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("clock", [(0, 0), (0, 30), (9, 5), (12, 0), (15, 0), (23, 59)])
def test_our_own_line_is_read_back_to_the_minute(language: str, zone: str, clock: tuple[int, int]) -> None:
    when = datetime(2026, 7, 5, *clock, tzinfo=ZoneInfo(zone))
    at = locale(language)
    line = at.catalog.text("Embargoed until {date}").format(date=embargo_time(when, at))
    assert embargo(line) == when


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("EMBARGOED UNTIL March 5, 2026, 9 a.m. EST", "2026-03-05T09:00:00-05:00"),
        ("EMBARGOED UNTIL July 5, 2026, 9 a.m. ET", "2026-07-05T09:00:00-04:00"),
        ("EMBARGOED UNTIL March 5, 2026 3:30 p.m. GMT", "2026-03-05T15:30:00+00:00"),
        ("Embargoed until 5 July 2026, 3.30pm BST", "2026-07-05T15:30:00+01:00"),
        ("Embargoed until March 5, 2026, noon UTC+5:30", "2026-03-05T12:00:00+05:30"),
        ("Embargoed until March 5, 2026, 3 p.m.", "2026-03-05T15:00:00+08:00"),
        ("EMBARGOED UNTIL MARCH 5, 2026 AT 9:00 A.M. ET", "2026-03-05T09:00:00-05:00"),
        ("EMBARGOED UNTIL 9 a.m. EST, March 5, 2026", "2026-03-05T09:00:00-05:00"),
        ("Embargoed until noon UTC+5:30 on March 5, 2026", "2026-03-05T12:00:00+05:30"),
        ("2026年3月6日9时前不得发布", "2026-03-06T09:00:00+08:00"),
        ("2026年3月6日下午3时30分前不得发布", "2026-03-06T15:30:00+08:00"),
        ("2026年3月6日晚上8点半后方可发布", "2026-03-06T20:30:00+08:00"),
        ("2026年3月6日24时后方可发布", "2026-03-07T00:00:00+08:00"),
        ("民國115年3月6日下午3:00（台北時間）前請勿發布", "2026-03-06T15:00:00+08:00"),
        ("禁发至2026年3月6日9:00（纽约时间，UTC−5）", "2026-03-06T09:00:00-05:00"),
    ],
)
def test_a_line_of_another_house_is_read_in_its_zone(line: str, iso: str) -> None:
    found = embargo(line)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "line", ["On March 5, 2026, 9 a.m. EST", "EMBARGOED UNTIL further notice", "3月6日前请勿发布"]
)
def test_what_gives_no_time_is_none(line: str) -> None:
    assert embargo(line) is None
