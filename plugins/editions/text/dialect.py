"""The dialect of texts, as a parser: CommonMark 0.31 with what the project's documentation lists, and nothing else.

The parser is markdown-it-py with plugins. No setting changes it: a released text means the same for ever. Raw HTML is
read only to be reported, but for a few inline elements; see ``problems``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from editions.text.block_rules import (
    read_admonition,
    read_code,
    read_comment,
    read_definition_list,
    read_directive,
    read_formula,
    read_list,
    read_paragraph,
)
from editions.text.inline_tree import CitedItem

DIALECT = 1
"""Number of the dialect; each lock names the one in which its texts are written."""

MAXIMUM_NESTING = 20
"""How many blocks can contain one another."""

# From this level on, signs that would begin a block within another are words, so that no text exhausts the stack; a
# list is two levels. The parser itself stops later, and leaves out what is left.
_MAXIMUM_LEVEL = 2 * MAXIMUM_NESTING + 2
_CONTAINERS = frozenset({"blockquote", "list", "deflist", "admonition", "footnote_def"})

# Citations as Pandoc writes them. A key: letters, digits and underscores, with single marks of punctuation inside.
_KEY = r"[^\W_]\w*(?:[:./+-]\w+)*"
_CITED = re.compile(rf"\s*@(?P<key>{_KEY})(?:,\s*(?P<locator>[^;@\[\]]*[^;@\[\]\s]))?\s*")
_CITATION = re.compile(r"\[(@[^\[\]]{0,1000})\](?![(\[])")
# Beside these a dollar is a sign, as in US$5 and $HOME/$USER; two of them mean nothing within a line.
NO_FORMULA_AFTER = re.compile("[0-9A-Za-z]")
NO_FORMULA_BEFORE = re.compile("[0-9A-Z]|\\{[A-Z]")
_DOLLARS = re.compile(rf"\$\$|\$(?=\S)((?:\\.|[^$\\])+)(?<=\S)\$(?!{NO_FORMULA_BEFORE.pattern})", re.DOTALL)
_PLACED = frozenset({"link_open", "image", "html_inline", "footnote_ref", "citation", "math_inline"})


class Definitions(dict[str, dict[str, Any]]):
    """Definitions of links by label, which note the ones that were used."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.used: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """The definition of a label, which counts as used."""
        self.used.add(key)
        return super().get(key, default)


class _PlacedState(StateInline):
    """A state that notes the line of what checks report: tokens within a line have none of their own."""

    _counted = 0
    _lines = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype in _PLACED:
            if self.pos < self._counted:
                self._counted = self._lines = 0
            self._lines += self.src.count("\n", self._counted, self.pos)
            self._counted = self.pos
            token.map = [self._lines, self._lines]
        return token


class _PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _citation(state: StateInline, silent: bool) -> bool:
    """The rule of citations, before the one of links."""
    if not state.src.startswith("[@", state.pos) or state.src[state.pos - 1 : state.pos] == "!":
        return False
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = " ".join(match[0].split())
        token.meta = {"items": cited_items(match[1])}
    state.pos = match.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """The rule of formulas within a line: as Pandoc reads them, and no sums such as US$5 or names such as $HOME."""
    match = _DOLLARS.match(state.src, state.pos, state.posMax)
    if match is None or (match[1] and NO_FORMULA_AFTER.match(state.src[max(0, state.pos - 1)])):
        return False
    if not silent and match[1]:
        state.push("math_inline", "math", 0).content = match[1]
    elif not silent:
        state.pending += match[0]
    state.pos = match.end()
    return True


def _bounded(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A rule of blocks that contain others, up to a level."""
    return state.level < _MAXIMUM_LEVEL and rule(state, start_line, end_line, silent)


def bound_nesting(parser: MarkdownIt) -> None:
    """Read signs that would begin a block too deep within others as words, and leave nothing out."""
    parser.options["maxNesting"] = _MAXIMUM_LEVEL + 20
    for rule in parser.block.ruler.__rules__:
        if rule.name in _CONTAINERS:
            fn = partial(read_definition_list, rule.fn) if rule.name == "deflist" else rule.fn
            rule.fn = partial(_bounded, fn)


def cited_items(inside: str) -> tuple[CitedItem, ...]:
    """The works that a citation names.

    Args:
        inside: What is between its brackets: ``@key, p. 3; @other``.

    Returns:
        The works; empty if it cannot be read.
    """
    matches = [_CITED.fullmatch(part) for part in inside.split(";")]
    if None in matches:
        return ()
    return tuple(CitedItem(it["key"], " ".join((it["locator"] or "").split())) for it in matches if it)


def is_citable_key(key: str) -> bool:
    """Whether ``[@key]`` is read as a citation of this key."""
    return re.fullmatch(_KEY, key) is not None


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    inline = _PlacedInline()
    inline.ruler.enableOnly(parser.inline.ruler.get_active_rules())
    inline.ruler2.enableOnly(parser.inline.ruler2.get_active_rules())
    parser.inline = inline
    parser.enable("table").disable(["html_block", "text_join"])
    # A link that a page would not follow is reported by its scheme and kept as it is written, not shown as words.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(deflist_plugin)
    parser.inline.ruler.before("escape", "math_inline", _formula)
    parser.block.ruler.before(
        "fence", "math_block", read_formula, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.block.ruler.before(
        "fence", "admonition", read_admonition, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.inline.ruler.before("link", "citation", _citation)
    own = {"list": read_list, "paragraph": read_paragraph, "code": read_code}
    for rule in parser.block.ruler.__rules__:
        if rule.name in own:
            rule.fn = partial(own[rule.name], rule.fn)
    bound_nesting(parser)
    parser.block.ruler.before("paragraph", "directive", read_directive, {"alt": ["paragraph"]})
    parser.block.ruler.before("paragraph", "comment", read_comment, {"alt": ["paragraph"]})
    return parser


def tokens_of(markdown: str) -> tuple[Sequence[Token], dict[str, Any]]:
    """Read a text with the parser.

    Args:
        markdown: The text.

    Returns:
        Its tokens, and what the parser noted beside them: ``references``, the definitions of links,
        ``duplicate_refs``, those that were defined before, and ``indented``, lines that seem to be indented too far.
    """
    env: dict[str, Any] = {"references": Definitions()}
    # Whether the last fence is closed is told by its lines, which therefore all end.
    return _parser().parse(markdown if markdown.endswith("\n") else f"{markdown}\n", env), env
