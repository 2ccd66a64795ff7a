"""A theme that is a folder: its own templates over those of its base, and none that reach too far."""

from pathlib import Path

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context
from publisher.errors import ConfigError
from publisher.exporters.html import HtmlExporter
from publisher.model import Release


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "theme.toml").write_text('base = "press"\nname = "house"\n', encoding="utf-8")
    return tmp_path


def page(release: Release, context: Context, folder: Path) -> str:
    context = msgspec.structs.replace(context, theme=theme.load(f"{folder}/"))
    return HtmlExporter().export(release, context).decode()


def test_a_style_sheet_of_its_own_adds_to_that_of_the_base(
    house: Path, release: Release, context: Context
) -> None:
    (house / "print.css.j2").write_text('{% include "press/print.css.j2" %}\n.masthead { --house: 1; }\n')
    css = page(release, context, house)
    assert "--house: 1;" in css
    assert ".meta-line {" in css


def test_a_template_with_a_fault_is_told_with_its_line(
    house: Path, release: Release, context: Context
) -> None:
    (house / "print.css.j2").write_text("\n{% if %}\n")
    with pytest.raises(ConfigError, match=r"house.*print\.css\.j2, line 2"):
        page(release, context, house)


@pytest.mark.parametrize(
    "template",
    ["{{ colours.__class__.__mro__ }}", '{% include "../secret.txt" %}', '{% include "/etc/hostname" %}'],
)
def test_a_template_reaches_nothing_but_what_it_is_given(
    template: str, house: Path, release: Release, context: Context
) -> None:
    (house.parent / "secret.txt").write_text("secret")
    (house / "print.css.j2").write_text(template)
    with pytest.raises(ConfigError):
        page(release, context, house)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (b"{{ 1 / 0 }}", "division"),
        (b"{{ 1 + 'x' }}", "unsupported"),
        (b"\xff", "codec"),
        (b'{% include "print.css.j2" %}', "recursion"),
    ],
)
def test_a_template_that_goes_wrong_as_it_runs_is_told_with_its_name(
    template: bytes, told: str, house: Path, release: Release, context: Context
) -> None:
    (house / "print.css.j2").write_bytes(template)
    with pytest.raises(ConfigError, match=rf"{told}.*print\.css\.j2") as caught:
        page(release, context, house)
    assert caught.value.hint
