"""A glossary is checked for what would mislead."""

import pytest

from publisher.translation.glossary import Entry, check


@pytest.mark.parametrize(
    ("entries", "rules"),
    [
        ([Entry("海", "sea"), Entry("湖", "lake")], []),
        ([Entry("海", "sea"), Entry("海", "sea")], ["duplicate"]),
        ([Entry("東嶺", "Dongling"), Entry("东岭", "East Ridge")], ["contradiction"]),
        ([Entry("海", "sea", forbidden=("sea",))], ["forbidden"]),
        ([Entry("海", "sea", alternatives=("ocean",), forbidden=("ocean",))], ["forbidden"]),
        ([Entry("海", "sea", alternatives=("sea",))], ["duplicate"]),
        ([Entry("海", "the  sea")], ["space"]),
        ([Entry("海", "the\u00a0sea")], ["space"]),
        ([Entry("海", "sea（salt）")], ["width"]),
        ([Entry("海", "海 sea")], ["script"]),
        ([Entry("WHO", "WHO")], ["untranslated"]),
        ([Entry("海", "=1+1")], ["formula"]),
    ],
)
def test_what_is_doubtful_is_found(entries: list[Entry], rules: list[str]) -> None:
    assert [finding.rule for finding in check(entries)] == rules


def test_a_contradiction_says_both_translations() -> None:
    (finding,) = check([Entry("海", "sea"), Entry("海", "ocean")])
    assert finding.message == "海: stands twice, as “sea” and as “ocean”; the later is used"
