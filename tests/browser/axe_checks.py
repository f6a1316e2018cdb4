"""axe-core by the rules that the project holds itself to: WCAG 2.2 A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": _TAGS}
# Paper is not touched: the one rule that WCAG 2.2 adds here is the size of targets.
ON_PAPER = {"type": "tag", "values": [tag for tag in _TAGS if tag != "wcag22aa"]}
OF_TARGETS = {"type": "tag", "values": ["wcag22aa"]}
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_SCRIPT = Axe().axe_script
_RUN = """async (options) => {
  const found = await axe.run(document, options)
  return found.violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => node.html).join(" | ")}`)
}"""


def violations(page: Page, rules: dict[str, Any] = EVERY_RULE) -> list[str]:
    """What axe finds wrong in a page as it stands.

    Args:
        page: The page.
        rules: The rules to run, as `runOnly` names them.

    Returns:
        A line for each rule that is violated, with the elements that violate it.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_SCRIPT)
    # No rule of these reads style sheets, which axe would fetch anew, and of the paths to elements none is shown.
    options: dict[str, Any] = {
        "runOnly": rules,
        "resultTypes": ["violations"],
        "preload": False,
        "selectors": False,
    }
    found: list[str] = page.evaluate(_RUN, options)
    return found
