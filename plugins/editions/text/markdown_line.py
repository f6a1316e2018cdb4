"""Pieces of Markdown joined to a line, so that none changes what another means."""

from __future__ import annotations

import re
import unicodedata

from editions.text.dialect import NO_FORMULA_AFTER, NO_FORMULA_BEFORE
from editions.text.inline_tree import Citation, Emphasis, Formula, Inline, Words

_FIRST_LETTER = re.compile(r"\A()(.)(_?)")
_AUTOLINK = re.compile(r"\[([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\\&]*)\]\(\1\)")
_LAST_LETTER = re.compile(r"((?<!\\)_)?([^_])()\Z")


class MarkdownLine:
    """A line that grows by the pieces that its nodes are written as.

    Attributes:
        written: The line so far.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.written = ""
        self._before: Inline | None = None
        self._apart = False  # whether the end of emphasis asks for a sign that is no letter behind it (§6.2)

    def free_sign(self, taken: str) -> str:
        """A sign for emphasis at this place.

        Args:
            taken: The signs of the emphasis around it.

        Returns:
            The sign; empty if none is left: two runs of one sign that touch would be read as one.
        """
        touched = "" if self.written[-2:-1] == "\\" else self.written[-1:]
        return next((it for it in "*_" if it not in taken + touched), "")

    def add(self, node: Inline, piece: str) -> None:
        """Add what a node other than emphasis is written as."""
        if not piece:
            return
        written = self.written
        if isinstance(self._before, Formula) and NO_FORMULA_BEFORE.match(piece):
            piece = _FIRST_LETTER.sub(_referred, piece)
        elif isinstance(node, Formula) and NO_FORMULA_AFTER.match(written[-1:]):
            written = _LAST_LETTER.sub(_referred, written)
        if written.endswith("]") and piece[:1] in ("(", "[", ":"):
            if isinstance(self._before, Words):
                written = f"{written[:-1].removesuffix(chr(92))}\\]"
            elif isinstance(node, Words):
                piece = f"\\{piece}"
            elif isinstance(self._before, Citation) and written.endswith(self._before.written):  # no bracket follows it
                piece = f"<{link[1]}>" if (link := _AUTOLINK.fullmatch(piece)) else f" {piece}"
        if self._apart and _is_letter(piece[:1]):
            piece = _FIRST_LETTER.sub(_referred, piece)
        self.written, self._before, self._apart = written + piece, node, False

    def add_emphasis(self, node: Emphasis, piece: str, sign: str) -> None:
        """Add emphasised words, what is blank at their ends outside of the signs."""
        words = piece.strip()
        if not words:
            self.add(node, piece)
            return
        lead, tail = piece.partition(words)[::2]
        if not lead and _is_letter(self.written[-1:]) and (sign == "_" or not _is_letter(words[0])):
            self.written = _LAST_LETTER.sub(_referred, self.written)
        mark = sign * (1 + node.strong)
        self.written += f"{lead}{mark}{words}{mark}{tail}"
        self._apart = not tail and (sign == "_" or not _is_letter(words[-1]))
        self._before = node


def _referred(match: re.Match[str]) -> str:
    """A letter as a reference, which is punctuation to the rules of emphasis; to an underscore beside it as well."""
    before, letter, after = match.groups(default="")
    return f"{before and chr(92)}{before}&#{ord(letter)};{after and chr(92)}{after}"


def _is_letter(sign: str) -> bool:
    """Whether a sign is neither white space nor punctuation to the rules of emphasis (CommonMark 0.31 §6.2)."""
    return bool(sign) and not sign.isspace() and not unicodedata.category(sign).startswith(("P", "S"))
