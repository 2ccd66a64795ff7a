"""Nothing for axe to find (WCAG 2.2 AA, best practices): each language, light and dark, wide and narrow."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Furniture, LabelledText, OfficialWords
from publisher.exporters.html import HtmlExporter
from publisher.model import Release
from tests.exporters.html.chromium import Chromium

_RUN = """axe.run({rules: {"target-size": {enabled: true}}, runOnly: {type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}).then(found => ({
    passed: found.passes.map(rule => rule.id),
    ran: [...found.passes, ...found.inapplicable].map(rule => rule.id),
    doubted: [...found.violations, ...found.incomplete].flatMap(
      rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200)))}))"""


_OFFICIAL = OfficialWords(
    head="QINGLAN",
    number="QZF [2026] No. 5",
    signatory="Signed by: Lu Zijin",
    addressees="To all counties:",
    attachments=(LabelledText("Attachments: ", "1.Tasks"), LabelledText("", "2.Rules")),
    copies="Copies to: the court.",
    printed_by="General Office",
    printed="Printed on March 6, 2026",
)


def _official(furniture: Mapping[str, Furniture]) -> dict[str, Furniture]:
    return {name: msgspec.structs.replace(words, official=_OFFICIAL) for name, words in furniture.items()}


@pytest.mark.skipif("AXE_JS" not in os.environ, reason="AXE_JS does not name axe-core's axe.min.js")
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
@pytest.mark.parametrize(
    ("state", "width", "dark"),
    [("final", 1000, False), ("final", 360, True), ("draft", 1000, True), ("draft", 360, False)],
)
def test_axe_finds_nothing(
    release: Release,
    context: Context,
    draft_context: Context,
    browser: Chromium,
    page_file: Path,
    state: str,
    width: int,
    dark: bool,
    look: str,
) -> None:
    chosen = draft_context if state == "draft" else context
    chosen = msgspec.structs.replace(chosen, theme=theme.load(look), furniture=_official(chosen.furniture))
    page_file.write_bytes(HtmlExporter().export(release, chosen))
    browser.open(page_file, width=width, dark=dark)
    browser.run(Path(os.environ["AXE_JS"]).read_text(encoding="utf-8") + ";true")
    found = browser.run(_RUN)
    assert found["doubted"] == []
    assert {"color-contrast", "html-has-lang", "image-alt", "region"} <= set(found["passed"])
    assert "target-size" in found["ran"]
