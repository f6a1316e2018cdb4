"""The dialect of texts, as a parser: CommonMark 0.31 with what the project's documentation lists, and nothing else.

The parser is markdown-it-py with plugins. No setting changes it: a released text means the same for ever. Raw HTML is
read only to be reported, but for a few inline elements; see ``problems``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import takewhile
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from editions.text.inline_tree import (
    CitedItem,
)

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
_DIRECTIVE = re.compile(r"<!--[ \t]*editions:([a-z-]+)((?:(?!-->)[^\n])*)-->[ \t]*$")
_NUMBER = re.compile(r"(\d{1,9})([.)])[ \t]+\S")
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


def _directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of directives: a comment alone on its line."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.is_code_block(start_line) or not state.src.startswith("<!--", start):
        return False
    match = _DIRECTIVE.match(state.src, start, state.eMarks[start_line])
    if match is None:
        return False
    if not silent:
        token = state.push("directive", "", 0)
        token.map = [start_line, start_line + 1]
        token.meta = {"name": match[1], "argument": match[2].strip()}
        state.line = start_line + 1
    return True


def _list(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of lists, which also follow a line of text at once if a second item shows that they are meant."""
    if rule(state, start_line, end_line, silent):
        return True
    if not silent or state.is_code_block(start_line) or not (first := _number(state, start_line)):
        return False
    following = range(start_line + 1, min(end_line, start_line + 20))
    lines = takewhile(lambda line: not state.isEmpty(line), following)
    return (first[0] + 1, first[1], first[2]) in (_number(state, line) for line in lines)


def _number(state: StateBlock, line: int) -> tuple[int, str, int] | None:
    """The number that begins a line, the sign after it, and its column."""
    match = _NUMBER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    return (int(match[1]), match[2], state.sCount[line]) if match else None


def _formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of formulas on lines of their own, which the plugin lets reach out of lists and over blank lines."""
    if state.is_code_block(start_line) or start_line < state.env.get("no_formula_before", 0):
        return False
    first = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]].rstrip()
    if not first.startswith("$$"):
        return False
    lines, last = [first[2:]], start_line
    while "$$" not in lines[-1]:
        last += 1
        if last >= end_line or state.isEmpty(last) or state.sCount[last] < state.blkIndent:
            state.env["no_formula_before"] = last
            return False
        lines.append(state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].rstrip())
    if lines[-1].find("$$") != len(lines[-1]) - 2:
        return False
    if not silent:
        lines[-1] = lines[-1][:-2]
        token = state.push("math_block", "", 0)
        token.map = [start_line, last + 1]
        token.content = "\n".join(lines)
        state.line = last + 1
    return True


def _double_dollar(state: StateInline, silent: bool) -> bool:
    """The rule of ``$$`` within a line, where it means nothing."""
    if not state.src.startswith("$$", state.pos):
        return False
    if not silent:
        state.pending += "$$"
    state.pos += 2
    return True


def _bounded(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A rule of blocks that contain others, up to a level."""
    return state.level < _MAXIMUM_LEVEL and rule(state, start_line, end_line, silent)


def bound_nesting(parser: MarkdownIt) -> None:
    """Read signs that would begin a block too deep within others as words, and leave nothing out."""
    parser.options["maxNesting"] = _MAXIMUM_LEVEL + 20
    for rule in parser.block.ruler.__rules__:
        if rule.name in _CONTAINERS:
            rule.fn = partial(_bounded, rule.fn)


def _comment(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of HTML comments that reach over several lines, blank ones included (CommonMark 0.31 §4.6)."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if (
        state.is_code_block(start_line)
        or not state.src.startswith("<!--", start)
        or "-->" in state.src[start : state.eMarks[start_line]]
    ):
        return False
    if not silent:
        last = start_line
        while last + 1 < end_line and (state.isEmpty(last + 1) or state.sCount[last + 1] >= state.blkIndent):
            last += 1
            if "-->" in state.src[state.bMarks[last] : state.eMarks[last]]:
                break
        token = state.push("comment", "", 0)
        token.map = [start_line, last + 1]
        token.content = state.getLines(start_line, last + 1, state.blkIndent, False).strip()
        state.line = last + 1
    return True


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
    parser.use(admon_plugin)
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False)
    parser.block.ruler.at("math_block", _formula_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("math_inline", "double_dollar", _double_dollar)
    parser.inline.ruler.before("link", "citation", _citation)
    for rule in parser.block.ruler.__rules__:
        if rule.name == "list":
            rule.fn = partial(_list, rule.fn)
    bound_nesting(parser)
    parser.block.ruler.before("paragraph", "directive", _directive, {"alt": ["paragraph"]})
    parser.block.ruler.before("paragraph", "comment", _comment, {"alt": ["paragraph"]})
    return parser


def tokens_of(markdown: str) -> tuple[Sequence[Token], dict[str, Any]]:
    """Read a text with the parser.

    Args:
        markdown: The text.

    Returns:
        Its tokens, and what the parser noted beside them: ``references``, the definitions of links, and
        ``duplicate_refs``, those that were defined before.
    """
    env: dict[str, Any] = {"references": Definitions()}
    # Whether the last fence is closed is told by its lines, which therefore all end.
    return _parser().parse(markdown if markdown.endswith("\n") else f"{markdown}\n", env), env
