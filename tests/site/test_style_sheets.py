"""The style sheets of pages are the theme's alone."""

from __future__ import annotations

import re

from sites import Site

# Those with which Material's documentation has writers make a link a button.
BUTTONS = {"md-button", "md-button--primary"}


def test_no_page_and_no_sheet_has_a_class_of_materials_frame(own_site: Site) -> None:
    for page in own_site.pages():
        classes = {name for node in page.all("[class]") for name in (node.attributes["class"] or "").split()}
        assert {name for name in classes if name.startswith("md-")} <= BUTTONS, page.address
    sheets = [path.read_text(encoding="utf-8") for path in own_site.folder.rglob("*.css")]
    assert {name for sheet in sheets for name in re.findall(r"\bmd-[\w-]+", sheet)} <= BUTTONS


def test_every_variable_that_a_sheet_uses_is_set(own_site: Site) -> None:
    """Or has another value to go by."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in own_site.folder.rglob("*.css"))
    used = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", sheets)) == set()


def test_every_rule_has_a_selector(own_site: Site) -> None:
    """A browser drops one without, in silence."""
    for path in own_site.folder.rglob("*.css"):
        assert not re.search(r"(?:^|[{};,])\s*[{,]", path.read_text(encoding="utf-8"), re.MULTILINE), path.name
