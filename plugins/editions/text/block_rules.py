"""Rules of blocks that the dialect has beside those of CommonMark and of plugins."""

from __future__ import annotations

import re
from itertools import takewhile

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock

_DIRECTIVE = re.compile(r"<!--[ \t]*editions:([a-z-]+)((?:(?!-->)[^\n])*)-->[ \t]*$")
_NUMBER = re.compile(r"(\d{1,9})([.)])[ \t]+\S")
_ADMONITION = re.compile(r'(!!!|\?\?\?\+?)(?![!?])[ \t]*([^\s"]+)[ \t]*(.*)')
_QUOTED_TITLE = re.compile(r'(?:^|[ \t])"(.*)"[^\s"]*$')
_INDENTED = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S|`{3}|~{3}")
_MEANING = re.compile(r"[:~][ \t]+[^ \t]")


def read_directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
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


def read_comment(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
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


def read_admonition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of admonitions, whose text is indented by four blanks, as Python-Markdown has them."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    match = _ADMONITION.match(state.src, start, state.eMarks[start_line])
    if match is None or state.is_code_block(start_line):
        return False
    if silent:
        return True
    around = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.blkIndent = "admonition", state.blkIndent + 4
    state.lineMax = start_line + 1
    for line in range(start_line + 1, end_line):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent:
            break
        state.lineMax = line + 1
    kind, said = match[2].lower(), match[3].strip()
    quoted = _QUOTED_TITLE.search(said)
    title = quoted[1] if quoted else said or match[2].title()
    token = state.push("admonition_open", "div", 1)
    token.markup, token.meta, token.map = match[1], {"tag": kind}, [start_line, state.lineMax]
    if title.strip():
        state.push("admonition_title_open", "p", 1)
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = title.strip(), [start_line, start_line + 1], []
        state.push("admonition_title_close", "p", -1)
    state.md.block.tokenize(state, start_line + 1, state.lineMax)
    state.push("admonition_close", "div", -1)
    state.line = state.lineMax
    state.parentType, state.lineMax, state.blkIndent = around
    return True


def read_definition_list(
    rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool
) -> bool:
    """The rule of definition lists, which end before another block: the plugin takes its first line for a term."""
    following = range(start_line + 1, end_line)
    after = next((line for line in following[:2] if not state.isEmpty(line)), start_line)
    if silent or state.is_code_block(start_line) or not _is_meaning(state, after):
        return rule(state, start_line, end_line, silent)
    for line in following:
        if state.isEmpty(line) or state.sCount[line] > state.blkIndent + 1 or _is_meaning(state, line):
            continue
        after = next((it for it in range(line + 1, min(line + 3, end_line)) if not state.isEmpty(it)), line)
        if _ends_paragraph(state, line, end_line) or (state.isEmpty(line - 1) and not _is_meaning(state, after)):
            end_line = line
            break
    return rule(state, start_line, end_line, silent)


def _is_meaning(state: StateBlock, line: int) -> bool:
    """Whether a line begins what a term means."""
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    return state.blkIndent <= state.sCount[line] < state.blkIndent + 4 and bool(_MEANING.match(state.src, start, end))


def _ends_paragraph(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether a line begins another block; right after a line of text not every list does (§5.3)."""
    around, state.parentType = state.parentType, state.parentType if state.isEmpty(line - 1) else "paragraph"
    ends = any(rule(state, line, end_line, True) for rule in state.md.block.ruler.getRules("paragraph"))
    state.parentType = around
    return ends


def read_paragraph(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of paragraphs, which notes the lines that their indent keeps from being an item or a fence (§4.8)."""
    made = rule(state, start_line, end_line, silent)
    for line in range(start_line + 1, state.line):
        if state.is_code_block(line) and _INDENTED.match(state.src, state.bMarks[line] + state.tShift[line]):
            state.env.setdefault("indented", []).append(line)
    return made


def read_code(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of indented code, which notes where that may be meant as an item or a fence."""
    made = rule(state, start_line, end_line, silent)
    if made and _INDENTED.match(state.src, state.bMarks[start_line] + state.tShift[start_line]):
        state.env.setdefault("indented", []).append(start_line)
    return made


def read_list(rule: RuleFuncBlockType, state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
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


def read_formula(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule of formulas on lines of their own, which the plugin lets reach out of lists and over blank lines."""
    within = state.blkIndent, end_line  # what has no end within a list may have one after it
    if state.is_code_block(start_line) or start_line < state.env.get("no_formula_before", {}).get(within, 0):
        return False
    first = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]].rstrip()
    if not first.startswith("$$"):
        return False
    lines, last = [first[2:]], start_line
    while "$$" not in lines[-1]:
        last += 1
        if last >= end_line or state.isEmpty(last) or state.sCount[last] < state.blkIndent:
            state.env.setdefault("no_formula_before", {})[within] = last
            return False
        lines.append(state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].rstrip())
    if lines[-1].find("$$") != len(lines[-1]) - 2 or not "".join(lines)[:-2].strip():
        return False
    if not silent:
        lines[-1] = lines[-1][:-2]
        token = state.push("math_block", "", 0)
        token.map = [start_line, last + 1]
        token.content = "\n".join(lines)
        state.line = last + 1
    return True
