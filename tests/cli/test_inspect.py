"""What was understood of a file is shown without the data of its pictures, unless that is asked for."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from publisher.cli import cli
from publisher.errors import ReadError
from publisher.pipeline import read
from publisher.report import Report
from publisher.serialize import article_from_json


@pytest.fixture
def article(tmp_path: Path) -> Path:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "PNG")
    (tmp_path / "hall.png").write_bytes(stream.getvalue())
    path = tmp_path / "a.txt"
    path.write_text("青岚开馆\n\n图书馆今天开馆。\n\n![阅览室](hall.png)\n", encoding="utf-8")
    return path


def inspect(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["inspect", *map(str, words)])


def test_a_picture_is_told_by_its_size_and_sum(article: Path) -> None:
    data = (article.parent / "hall.png").read_bytes()
    assert json.loads(inspect(article).stdout)["assets"] == [
        {
            "name": "hall.png",
            "media_type": "image/png",
            "width": 40,
            "height": 30,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    ]


def test_the_rest_is_the_article_as_it_is_kept(article: Path) -> None:
    shown, whole = (json.loads(inspect(article, *more).stdout) for more in ((), ("--assets",)))
    assert shown | {"assets": []} == whole | {"assets": []}
    assert list(shown) == list(whole)


def test_with_its_pictures_it_can_be_read_again(article: Path, tmp_path: Path) -> None:
    (tmp_path / "again.json").write_bytes(inspect(article, "--assets").stdout_bytes)
    assert read(tmp_path / "again.json", Report()).assets == read(article, Report()).assets


def test_without_them_it_is_refused_and_says_how_to_have_them(article: Path) -> None:
    with pytest.raises(ReadError, match=r"hall\.png") as refused:
        article_from_json(inspect(article).stdout_bytes)
    assert "--assets" in refused.value.hint


def test_another_fault_is_told_as_what_it_is(article: Path) -> None:
    whole = inspect(article, "--assets").stdout.replace('"width": 40', '"width": "40"')
    with pytest.raises(ReadError, match="width"):
        article_from_json(whole.encode())
