"""The article tree: values that cannot change, the same through JSON."""

import pytest

from publisher.errors import ReadError
from publisher.model import Article, Release
from publisher.serialize import article_from_json, article_schema, to_json
from publisher.walk import map_text, texts


def test_an_article_is_the_same_after_json(chinese_article: Article) -> None:
    assert article_from_json(to_json(chinese_article)) == chinese_article


def test_the_same_article_gives_the_same_json(chinese_article: Article) -> None:
    assert to_json(chinese_article) == to_json(article_from_json(to_json(chinese_article)))


def test_a_value_cannot_be_changed(chinese_article: Article) -> None:
    with pytest.raises(AttributeError):
        chinese_article.meta = chinese_article.meta  # type: ignore[misc]


def test_wrong_json_is_an_error_with_the_path_to_it() -> None:
    with pytest.raises(ReadError, match=r"\$\.meta"):
        article_from_json(b'{"meta": {"language": "en", "headline": 3}, "blocks": []}')


def test_the_schema_names_every_block() -> None:
    assert {"Paragraph", "Table", "Figure"} <= set(article_schema()["$defs"])


def test_every_text_is_visited_once_in_order(chinese_article: Article) -> None:
    places = [where for where, _ in texts(chinese_article)]
    assert places[:3] == ["kicker", "headline", "subhead"]
    assert places.index("b1") < places.index("b7.caption") < places.index("b10")


def test_mapping_nothing_changes_nothing(chinese_article: Article) -> None:
    assert map_text(chinese_article, lambda text, where: text) == chinese_article


def test_an_edition_is_found_by_its_language(bilingual_release: Release) -> None:
    assert bilingual_release.edition("en").meta.language == "en"
    with pytest.raises(KeyError):
        bilingual_release.edition("fr")
