"""Where a hyphen that is not in the text may part a word, each offset shown by a bar."""

import pytest

from publisher.typesetting.lines.hyphens import hyphens, hyphens_in_chinese


def barred(text: str) -> str:
    """Return Chinese ``text`` with a bar at each offset where a hyphen may part a word."""
    found = hyphens_in_chinese(text)
    return "".join(("|" if at in found else "") + char for at, char in enumerate(text))


def test_words_are_parted_by_patterns_but_names_and_addresses_are_not() -> None:
    text = "internationalization of Hengshui at example.com/information"
    found = hyphens(text, "en")
    assert found
    assert all(0 < at < len("internationalization") for at in found)


@pytest.mark.parametrize(
    "picture",
    [
        "推动Inter|na|tion|al|iza|tion发展",
        "与Com|mu|ni|ca|tions|Tech|nol|ogy合作",
        "使用Java|Script编写",
        "（doc|u|men|ta|tion）",
        "Sym|phony Orches|tra",
        "所谓“gov|er|nance”。",
    ],
)
def test_a_long_word_amid_han_parts_as_english_does_and_before_a_capital(picture: str) -> None:
    assert barred(picture.replace("|", "")) == picture


@pytest.mark.parametrize(
    "text",
    [
        "加入UNESCOWORLD计划",
        "名为Output的参数",
        "发现RNAsequencing方法",
        "型号Generation5已发布",
        "型号5Generation已发布",
        "致信communications@yunting.example.com联系",
        "见https://www.example.com/internationalization/documentation页",
        "见yunting.example.com/documentation页",
        "文件internationalization.docx一份",
        "按照state-of-the-internationalization的做法",
        "话题#Internationalization讨论",
        "变量internationalization_count的值",
        "在Universität就读",
    ],
)
def test_abbreviations_short_words_words_with_figures_and_addresses_amid_han_stay_whole(text: str) -> None:
    assert barred(text) == text


def test_no_fewer_than_three_letters_of_a_word_amid_han_stand_on_a_line() -> None:
    words = ("Supercomputing", "Entrepreneurship", "technology", "MyProject", "WebInternationalization")
    for word in words:
        assert all(3 <= at <= len(word) - 3 for at in hyphens_in_chinese(word)), word


@pytest.mark.parametrize("sign", ["a", "aB", "Ab", "internationalization", "a.", "a@", "/a"])
def test_a_long_row_of_letters_takes_linear_time(sign: str) -> None:
    assert hyphens_in_chinese(sign * 5_000) is not None
