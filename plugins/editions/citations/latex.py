r"""Plain text to LaTeX and back, without loss.

BibTeX counts braces even behind a backslash, so a literal brace is written as a command (``\textbraceleft{}``).
Letters stay as they are: biber and every BibTeX in use read UTF-8.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from functools import lru_cache
from typing import Any

import latexcodec  # noqa: F401  (registers the codec)

from editions.citations.text import one_line

_CODEC: Any = codecs.lookup("ulatex")
_COMMANDS = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "^": "textasciicircum",
    "~": "textasciitilde",
}
_ENCODED = {character: rf"\{command}{{}}" for character, command in _COMMANDS.items()}
_ENCODED |= {character: "\\" + character for character in "$&#%_"}
# Pairs that TeX would join into one sign (dashes, quotation marks, inverted marks) are kept apart by {}.
_ENCODED |= {character: character + "{}" for character in "-'`,<>?!"}
_SPECIAL = re.compile(r"[\\{}^~$&#%_]|([-'`,<>])(?=\1)|[?!](?=`)")

# Literal signs pass through the codec as noncharacters, which one_line removes from every input.
_HIDDEN = {character: chr(0xFDD0 + index) for index, character in enumerate("\\{}^~$&#%_")}
_SHOWN = str.maketrans({hidden: character for character, hidden in _HIDDEN.items()})
_COMMAND = re.compile(r"\\(" + "|".join(_COMMANDS.values()) + r")(?:\{\}|\s+|(?![A-Za-z]))")
_CHARACTER = {command: _HIDDEN[character] for character, command in _COMMANDS.items()}
_ESCAPED = re.compile(r"\\([{}$&#%_])")
_BARE = re.compile(r"(?<!\\)[&#%_^]")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_FONT = re.compile(r"\\(?:emph|textit|textbf|textsc|textrm|textsf|texttt|textup|mbox|enquote|text)\s*(?=\{)")
_PLAIN = re.compile(r"[^\\{}$~`'\-<>,?!\"]*")


@lru_cache(maxsize=8192)
def encode(text: str) -> str:
    r"""Write plain text as LaTeX.

    Returns:
        LaTeX with balanced braces that prints ``text``, and from which :func:`decode` reads it again.
    """
    line = one_line(text)
    if not _SPECIAL.search(line):
        return line
    return _SPECIAL.sub(lambda match: _ENCODED[match[0]], line)


@lru_cache(maxsize=8192)
def decode(latex: str) -> str:
    r"""Read the text of a BibTeX value.

    Args:
        latex: A value; accents, escaped signs, font commands and ``\url`` are understood, formulas lose only
            their dollar signs.
    """
    if _PLAIN.fullmatch(latex):
        return one_line(latex)
    text = one_line(latex)
    text = _ADDRESS.sub(lambda match: match[1].translate({ord(c): h for c, h in _HIDDEN.items()}), text)
    text = _COMMAND.sub(lambda match: _CHARACTER[match[1]], text)
    text = _ESCAPED.sub(lambda match: _HIDDEN[match[1]], text)
    text = _BARE.sub(lambda match: _HIDDEN[match[0]], _FONT.sub("", text))
    # LaTeX that the codec cannot read stays as it was written.
    with contextlib.suppress(ValueError):
        text = _CODEC.decode(text)[0]
    text = text.replace("{", "").replace("}", "").replace("$", "").replace("\u00a0", " ")
    return one_line(text.translate(_SHOWN))
