"""Nothing for axe to find (WCAG 2.2 AA, best practices): each language, light and dark, wide and narrow."""

import os
from pathlib import Path

import pytest

from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.model import Release
from tests.exporters.html.chromium import Chromium

_RUN = """axe.run({rules: {"target-size": {enabled: true}}, runOnly: {type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}).then(found => ({
    passed: found.passes.map(rule => rule.id),
    ran: [...found.passes, ...found.inapplicable].map(rule => rule.id),
    doubted: [...found.violations, ...found.incomplete].flatMap(
      rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200)))}))"""


@pytest.mark.skipif("AXE_JS" not in os.environ, reason="AXE_JS does not name axe-core's axe.min.js")
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
) -> None:
    page_file.write_bytes(HtmlExporter().export(release, draft_context if state == "draft" else context))
    browser.open(page_file, width=width, dark=dark)
    browser.run(Path(os.environ["AXE_JS"]).read_text(encoding="utf-8") + ";true")
    found = browser.run(_RUN)
    assert found["doubted"] == []
    assert {"color-contrast", "html-has-lang", "image-alt", "region"} <= set(found["passed"])
    assert "target-size" in found["ran"]
