"""Signs of Markdown: which words need escapes so that they stay words, and how code is marked."""

from __future__ import annotations

import re

from editions.text.tree import CodeBlock

# What words contain that `SIGNS` can find: most words contain nothing of it, which this tells at once.
MARKING = re.compile(r"[\\`*\[\]$|_<&!{]")
# Signs that begin or end something within a line; `_` unless letters are on both sides.
SIGNS = re.compile(
    r"[\\`*\[\]$|]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)|!(?=\[|\Z)|\{(?=:?[ \t]*[.#:{])"
)
# What would begin a block at the start of a line: heading, list, quotation, rule, fence, definition, table.
OPENING = re.compile(
    r"^(?:#{1,6}(?=[ \t]|$)|[-+:~](?=[ \t]|$)|(\d{1,9})([.)])(?=[ \t]|$)"
    r"|>|=+[ \t]*$|-(?:[ \t]*-)+[ \t]*$|:?-+:?[ \t]*$|~{3,}|!!!|\?\?\?)"
)
# What would end an address or a title, or mean another sign in one.
_IN_TARGET = re.compile(r"[<>\\]|&(?=#?[A-Za-z0-9]+;)")
_IN_TITLE = re.compile(r'["\\]|&(?=#?[A-Za-z0-9]+;)')
# Where no words open a bracket, none can end anything outside of links.
CLOSING = re.compile(r"\]")
_BACKTICKS = re.compile(r"`+")


def escaped(words: str, harmless: re.Pattern[str] | None) -> str:
    """Words so that their signs are shown; those that ``harmless`` matches stay as they are."""
    if not MARKING.search(words):
        return words
    return SIGNS.sub(lambda it: it[0] if harmless and harmless.match(words, it.start()) else _escaped_sign(it), words)


def _escaped_sign(match: re.Match[str]) -> str:
    return "&amp;" if match[0] == "&" else "&lt;" if match[0] == "<" else f"\\{match[0]}"


def escaped_opening(match: re.Match[str]) -> str:
    """The beginning of a line, as ``OPENING`` finds it, so that it begins no block."""
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    return f"\\{match[0]}"


def attribute_value(value: str) -> str:
    """A text within a quoted attribute of an element."""
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def link_target(address: str, title: str) -> str:
    """The address and the title of a link or a picture, in brackets."""
    written = _IN_TARGET.sub(_escaped, address).replace("\n", "%0A")
    if not written or re.search(r"[\s()]", written):
        written = f"<{written}>"
    named = f' "{_IN_TITLE.sub(_escaped, title).replace(chr(10), "&#10;")}"' if title else ""
    return f"({written}{named})"


def _escaped(sign: re.Match[str]) -> str:
    return "&amp;" if sign[0] == "&" else f"\\{sign[0]}"


def indented(text: str, indent: str) -> str:
    """Lines with an indent before each but the first."""
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{indent}{line}" if line else "" for line in others)])


def marked_code(code: str) -> str:
    """Code within a line."""
    longest = max((len(run) for run in _BACKTICKS.findall(code)), default=0)
    marks = "`" * (longest + 1)
    padded = code[:1] == "`" or code[-1:] == "`" or (code[:1] == code[-1:] == " " and code.strip(" ") != "")
    return f"{marks} {code} {marks}" if padded else f"{marks}{code}{marks}"


def fenced_code(block: CodeBlock) -> str:
    """A block of code between fences."""
    quote = "'" if '"' in block.title else '"'
    said = f"{block.language} title={quote}{block.title}{quote}" if block.title else block.language
    sign = "~" if "`" in said else "`"  # §4.5: no backtick may follow a fence of backticks
    longest = max((len(run) for run in re.findall(f"{sign}+", block.code)), default=0)
    marks = sign * max(3, longest + 1)
    return f"{marks}{said}\n{block.code}{marks}"
