"""What a machine stamped in UTC is issued by the clock of its place."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from publisher.localization.zones import issued_locally, zone_of
from publisher.model import Meta

STAMP = datetime(2026, 3, 4, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("place", "language", "zone"),
    [
        ("北京", "zh-Hans", "Asia/Shanghai"),
        ("", "zh-Hans", "Asia/Shanghai"),
        ("香港", "zh-Hans", "Asia/Hong_Kong"),
        ("纽约", "zh-Hans", "America/New_York"),
        ("紐約", "zh-Hant-TW", "America/New_York"),
        ("", "zh-Hant-TW", "Asia/Taipei"),
        ("", "zh-Hant-HK", "Asia/Hong_Kong"),
        ("Hengshui, China", "en", "Asia/Shanghai"),
        ("LONDON", "en-GB", "Europe/London"),
        ("New York", "en-US", "America/New_York"),
    ],
)
def test_the_zone_of_a_dateline_is_known(place: str, language: str, zone: str) -> None:
    found = zone_of(place, language)
    assert found is not None
    assert found.key == zone


def test_a_small_town_of_an_english_dateline_has_no_zone() -> None:
    assert zone_of("Smallville, Kansas", "en-US") is None


def test_a_stamp_in_utc_becomes_the_next_morning_in_beijing() -> None:
    meta = Meta(language="zh-Hans", headline="x", place="北京", issued=STAMP)
    issued = issued_locally(meta)
    assert issued is not None
    assert issued.date().isoformat() == "2026-03-05"


def test_a_time_with_an_offset_is_the_houses_own() -> None:
    own = STAMP.astimezone(timezone(timedelta(hours=1)))
    assert issued_locally(Meta(language="zh-Hans", headline="x", issued=own)) == own
    meta = Meta(language="zh-Hans", headline="x", place="纽约", issued=own)
    assert issued_locally(meta) is own


def test_a_text_without_its_date_has_none() -> None:
    assert issued_locally(Meta(language="zh-Hans", headline="x")) is None
