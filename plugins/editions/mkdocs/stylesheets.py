"""The site's style sheet: Material's style of Markdown, without its frame, and the theme's own sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import tinycss2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from tinycss2.ast import AtRule, Node, QualifiedRule

# The theme has a frame of its own, and the sanitiser leaves no controls in texts (tabs, task lists), so that only what
# concerns the texts themselves is taken from Material.
_FRAME = re.compile(
    r"\.md-(?!typeset|grid\b|ellipsis\b)|data-md-(?:toggle|component)|data-md-color-scheme|\.no-js|\.js\b|\.mermaid|giscus"
    r"|\.tabbed-|\.task-list|\.annotat|\.md-typeset__|aria-sort|role=columnheader|\.gslide|\.tippy|focus-visible|\.doc-"
)
_SELECTORS = re.compile(r",(?![^(\[]*[)\]])")
_VARIABLE = re.compile(r"(--md-[a-z0-9-]+)\s*:")
_USE = re.compile(r"var\(\s*(--md-[a-z0-9-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def site_stylesheet(config: MkDocsConfig, own: Iterable[Path]) -> str:
    """Make the style sheet.

    Args:
        own: The theme's own sheets, in order.

    Raises:
        PluginError: If Material's sheet is not where it stands in the versions that this engine is made for.
    """
    found = [path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.min.css")]
    if not found:
        raise PluginError("the style sheet of Material for MkDocs was not found: install mkdocs-material 9.8")
    theirs = _texts_only(found[0].read_text(encoding="utf-8"))
    ours = "\n".join(_COMMENT.sub("", sheet.read_text(encoding="utf-8")) for sheet in own)
    lines = (line.strip() for line in ours.splitlines())
    return _used(theirs, ours) + "\n" + "\n".join(line for line in lines if line) + "\n"


def _texts_only(sheet: str) -> str:
    return _kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _kept(rules: Iterable[Node]) -> str:
    kept = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = _SELECTORS.split(tinycss2.serialize(rule.prelude))
            wanted = ",".join(selector for selector in selectors if not _FRAME.search(selector))
            if wanted:
                kept.append(f"{wanted}{{{tinycss2.serialize(rule.content)}}}")
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports") and rule.content is not None:
            condition = tinycss2.serialize(rule.prelude)
            inner = _kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            if inner and "print" not in condition:  # paper has a sheet of its own
                kept.append(f"@{rule.at_keyword}{condition}{{{inner}}}")
        elif isinstance(rule, AtRule) and rule.lower_at_keyword == "charset":
            kept.append(rule.serialize())
    return "".join(kept)


def _used(theirs: str, ours: str) -> str:
    """Material's rules without the variables that nothing uses any more: most hold the icons of its frame."""
    while True:
        both = theirs + ours
        unused = {
            name for name in _VARIABLE.findall(theirs) if f"var({name})" not in both and f"var({name}," not in both
        }
        if not unused:
            return theirs
        theirs = _without(theirs, unused)


def _without(sheet: str, variables: set[str]) -> str:
    def shortened(rule: re.Match[str]) -> str:
        declarations = tinycss2.parse_blocks_contents(rule[2], skip_comments=True, skip_whitespace=True)
        kept = [it.serialize() for it in declarations if getattr(it, "name", None) not in variables]
        return f"{rule[1]}{{{';'.join(kept)}}}" if kept else ""

    return re.sub(r"([^{}]+)\{((?:[^{}\"]|\"[^\"]*\")*--md-(?:[^{}\"]|\"[^\"]*\")*)\}", shortened, sheet)
