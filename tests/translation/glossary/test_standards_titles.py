"""Official titles of the press, and names that look like numbers, in the built-in glossary."""

import pytest

from publisher.translation.glossary import Glossary

TITLES = [
    ("省委书记", "secretary of the CPC provincial committee"),
    ("市委书记", "secretary of the CPC municipal committee"),
    ("省长", "governor"),
    ("副省长", "vice governor"),
    ("市长", "mayor"),
    ("副市长", "vice mayor"),
    ("秘书长", "secretary-general"),
    ("副秘书长", "deputy secretary-general"),
    ("局长", "director"),
    ("副局长", "deputy director"),
    ("校长", "president"),
    ("副校长", "vice president"),
    ("党委书记", "secretary of the Party committee"),
    ("宣传部", "Publicity Department"),
    ("发展和改革委员会", "Development and Reform Commission"),
    ("人社局", "Human Resources and Social Security Bureau"),
    ("两会", "Two Sessions"),
    ("十九大", "19th CPC National Congress"),
    ("十四五", "14th Five-Year Plan"),
]


@pytest.fixture(scope="module")
def builtin() -> Glossary:
    return Glossary.load((), builtin=True)


@pytest.mark.parametrize(("chinese", "english"), TITLES)
def test_a_title_is_that_of_the_press(chinese: str, english: str, builtin: Glossary) -> None:
    entry = builtin.find(chinese)
    assert entry is not None
    assert entry.target == english


def test_the_head_of_a_school_is_right_as_principal_too(builtin: Glossary) -> None:
    entry = builtin.find("校长")
    assert entry is not None
    assert "principal" in entry.alternatives
