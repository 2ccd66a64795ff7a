"""Each value as each of the five editions writes it: editions.tsv has a row a value and a column an edition."""

from pathlib import Path

import pytest

from publisher.localization.values import compare, find, render

_HEAD, *_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "editions.tsv").read_text(encoding="utf-8").splitlines()
]
CASES = [
    (row[0], row[1], edition, said)
    for row in _ROWS
    for edition, said in zip(_HEAD[2:], row[2:], strict=True)
    if said != "-"
]
_OTHER = [case for case in CASES if case[0][:2] != case[2][:2]]


def test_the_table_has_all_five_editions_and_nine_hundred_cases() -> None:
    assert _HEAD[2:] == ["en-US", "en-GB", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]
    assert len(CASES) >= 900


@pytest.mark.parametrize(("language", "source", "edition", "said"), CASES)
def test_an_edition_writes_a_value_its_own_way(language: str, source: str, edition: str, said: str) -> None:
    (value,) = find(source, language)
    assert render(value, edition) == said


@pytest.mark.parametrize(("language", "source", "edition", "said"), _OTHER)
def test_what_an_edition_writes_says_the_same_by_value(
    language: str, source: str, edition: str, said: str
) -> None:
    assert find(said, edition)
    assert compare(source, said, language, edition) == ()
    assert compare(said, source, edition, language) == ()


@pytest.mark.parametrize(
    ("tag", "like"),
    [
        ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-Hant", "zh-Hant-TW"), ("zh_Hant_TW", "zh-Hant-TW"), ("zh-TW", "zh-Hant-TW"),
        ("zh-HK", "zh-Hant-HK"), ("zh-Hant-MO", "zh-Hant-HK"), ("en", "en-US"), ("en_GB", "en-GB"), ("en-AU", "en-GB"), ("en-CA", "en-US"),
    ],
)  # fmt: skip
def test_a_tag_without_conventions_of_its_own_follows_the_nearest_edition(tag: str, like: str) -> None:
    for text in ("3.56亿元", "3.2万亿", "10月19日", "5公里", "下午3时"):
        (value,) = find(text, "zh-Hans")
        assert render(value, tag) == render(value, like)
