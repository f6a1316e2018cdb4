"""Formulas in TeX as MathML Core, of which browsers show every element without a script.

The reader is math-core. Of what it makes, only elements and attributes that are listed here are kept, so that a formula
can neither hide words nor leave its place. Source: MathML Core (W3C).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element, fromstring

from math_core import LatexError, LatexToMathML

MAXIMUM_LENGTH = 2_000
MAXIMUM_NESTING = 50

MATHML_ELEMENTS = frozenset(
    "math semantics annotation mrow mstyle mi mn mo mtext mspace msub msup msubsup munder mover munderover"
    " mmultiscripts mprescripts mfrac msqrt mroot mtable mtr mtd mpadded".split()
)
_IN_TEXT = frozenset({"b", "i", "em", "u", "code", "span"})
MATHML_ATTRIBUTES = frozenset(
    "display encoding displaystyle scriptlevel mathvariant stretchy symmetric largeop movablelimits form lspace rspace"
    " minsize maxsize accent accentunder linethickness width".split()
)
# What the elements that are not kept come from; browsers show them without their sign, or not at all.
_NOT_SHOWN = {
    "mphantom": "what \\phantom and its like contain is hidden; remove the command",
    "menclose": "boxes and strokes, as of \\boxed and \\cancel, are not shown by all browsers; remove the command",
    "a": "formulas have no numbers to refer to; remove the reference",
}
_NUMBERED = re.compile(r"\\begin\s*\{(align|alignat|eqnarray|equation|flalign|gather|multline)\*?\}")
_DEFINITION = re.compile(r"\\(?:(?:new|renew|provide)command|DeclareMathOperator|[egx]?def|let|global)(?![A-Za-z])")
# Words with a blank between them, which TeX drops; commands and what stands in \text{…} and its like are not words.
_NO_WORDS = re.compile(r"\\(?:text\w*|math\w+|operatorname\*?|mbox|begin|end)\s*\{[^{}]*\}|\\[A-Za-z]+")
_PROSE = re.compile(r"[A-Za-z]{3,}\s+[A-Za-z]{2,}|[A-Za-z]{2,}\s+[A-Za-z]{3,}")
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")
_TOKEN = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
_ALIGNED = re.compile(r"text-align: ?(left|right)")
_SPACE = re.compile(r"(-?[0-9.]+)(?:em)?")
_WIDEST_SPACE = 5
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot);)[A-Za-z]+;")  # of HTML, and not of XML
_PLACED = re.compile(r"([0-9]+): (.+)", re.DOTALL)


class NotMathematics(ValueError):
    """A formula that cannot be shown; the message says why, and what to do.

    Attributes:
        place: Where in the formula.
    """

    def __init__(self, message: str, place: int = 0) -> None:
        """Say what is wrong.

        Args:
            message: What is wrong, and what to do.
            place: Where in the formula.
        """
        super().__init__(message)
        self.place = place


@lru_cache(maxsize=1)
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


@lru_cache(maxsize=4096)
def write_mathml(tex: str, *, block: bool = False) -> str:
    r"""Write a formula as MathML.

    Args:
        tex: What is written between the dollar signs.
        block: Whether it is set on lines of its own.

    Returns:
        An element ``math`` with the source as its annotation.

    Raises:
        NotMathematics: If the formula is no TeX, or would not be shown as it is written.
    """
    _refuse(tex)
    try:
        html = _converter().convert_with_local_state(tex, displaystyle=block)
    except LatexError as error:
        raise _reason(error, tex) from None
    made = fromstring(_ENTITY.sub(lambda entity: unescape(entity[0]), html))  # noqa: S314 - what the reader made
    if not "".join(made.itertext()).strip():
        raise NotMathematics("it shows nothing; write a formula or remove it")
    display = ' display="block"' if block else ""
    inside = "".join(_written(child) for child in made)
    source = f'<annotation encoding="application/x-tex">{escape(tex, quote=False)}</annotation>'
    return f"<math{display}><semantics><mrow>{inside}</mrow>{source}</semantics></math>"


def formula_html(tex: str, *, block: bool, as_mathml: bool = True) -> str:
    """Write a formula as MathML; as its source where that is wanted, or where a release has what a check refuses."""
    if as_mathml:
        with suppress(NotMathematics):
            return write_mathml(tex, block=block)
    return f'<code class="formula">{escape(tex, quote=False)}</code>'


def is_shown(tex: str) -> bool:
    """Whether a formula can be written as MathML."""
    try:
        write_mathml(tex.strip())
    except NotMathematics:
        return False
    return True


def _refuse(tex: str) -> None:
    """Refuse what the reader does not survive, and what TeX would not show."""
    if len(tex) > MAXIMUM_LENGTH:
        raise NotMathematics(f"it has more than {MAXIMUM_LENGTH:,} characters; divide it")
    depth = 0
    for token in _TOKEN.finditer(tex):
        depth = max(0, depth + (token[0] in "{[") - (token[0] in "}]"))
        if depth > MAXIMUM_NESTING:
            raise _nested(token.start())
    if numbered := _NUMBERED.search(tex):
        message = f"{numbered[1]} numbers formulas, which have no numbers here; write aligned or gathered"
        raise NotMathematics(message, numbered.start())
    if definition := _DEFINITION.search(tex):
        raise NotMathematics(
            f"{definition[0]} defines a command, which texts cannot; write out what it stands for", definition.start()
        )
    if prose := _PROSE.search(_NO_WORDS.sub(lambda match: "\0" * len(match[0]), tex)):
        message = f"the blanks between words such as {' '.join(prose[0].split())} are not shown"
        raise NotMathematics(f"{message}; write \\text{{…}} around them, or \\$ for a dollar sign", prose.start())
    if comment := _COMMENT.search(tex):
        raise NotMathematics("% begins a comment, which is not shown; write \\%", comment.end() - 1)


def _nested(place: int) -> NotMathematics:
    return NotMathematics(f"it is nested more than {MAXIMUM_NESTING} deep; flatten it", place)


def _reason(error: LatexError, tex: str) -> NotMathematics:
    match = _PLACED.fullmatch(str(error))
    said, place = (match[2], min(int(match[1]), len(tex))) if match else (str(error), 0)
    after = " ".join(tex[place : place + 20].split())
    message = said[:1].lower() + said[1:].rstrip(".") + (f" at {after}" if after and after not in said else "")
    return NotMathematics(f"{message}; correct it, or write \\$ for a dollar sign", place)


def _written(element: Element, depth: int = 0) -> str:
    tag = element.tag
    if depth > 2 * MAXIMUM_NESTING:  # commands nest without braces, too
        raise _nested(0)
    if tag not in MATHML_ELEMENTS and tag not in _IN_TEXT:
        raise NotMathematics(_NOT_SHOWN.get(tag, f"a part of it ({tag}) is not shown by all browsers; remove it"))
    inside = escape(element.text or "", quote=False)
    inside += "".join(_written(child, depth + 1) + escape(child.tail or "", quote=False) for child in element)
    if tag == "span":
        return inside
    attributes = dict(_attributes(element))
    # HTML validators know how formulas are sized on mstyle, and of other elements only whether a table is displayed.
    sizes: dict[str, str] = {
        name: attributes.pop(name) for name in ("displaystyle", "scriptlevel") if name in attributes
    }
    if tag == "mtable":
        attributes |= {name: value for name, value in sizes.items() if name == "displaystyle"}
    elif sizes and tag == "mrow":
        tag, attributes = "mstyle", attributes | sizes
    elif sizes:
        return f"<mstyle{_joined(sizes)}><{tag}{_joined(attributes)}>{inside}</{tag}></mstyle>"
    return f"<{tag}{_joined(attributes)}>{inside}</{tag}>"


def _joined(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    style = element.get("style", "")
    if "color:" in style:
        raise NotMathematics("colours are not shown; remove the command that sets one")
    if "border" in style:
        raise NotMathematics("lines between rows and columns are not shown; remove \\hline and |")
    if aligned := _ALIGNED.search(style):
        yield "class", f"align-{aligned[1]}"
    for name, value in element.items():
        if element.tag in ("mspace", "mpadded") and name in ("width", "height", "depth"):
            size = _SPACE.fullmatch(value)
            if element.tag == "mpadded" or size is None or not -1 < float(size[1]) <= _WIDEST_SPACE:
                raise NotMathematics(f"a blank of {value} moves what follows out of sight; remove it")
        if name in MATHML_ATTRIBUTES:
            yield name, value
