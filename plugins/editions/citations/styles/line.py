"""A reference as it grows from left to right, with punctuation that never doubles."""

from __future__ import annotations

from pybtex.richtext import BaseText, HRef, Tag, Text

from editions.citations.text import is_closed

_SINGLE = str.maketrans({"“": "‘", "”": "’"})


class Line:
    """Collects the parts of one reference.

    Every method returns the line, so that parts read in the order in which they are printed.
    """

    def __init__(self) -> None:
        self._parts: list[str | BaseText] = []
        self._end = ""

    def __bool__(self) -> bool:
        return bool(self._parts)

    def text(self, text: str | None) -> Line:
        """Add plain text.

        Args:
            text: The text; nothing happens without one.
        """
        if text:
            self._parts.append(text)
            self._end = text
        return self

    def italic(self, text: str | None) -> Line:
        """Add text in italics.

        Args:
            text: The text; nothing happens without one.
        """
        if text:
            self._parts.append(Tag("em", text))
            self._end = text
        return self

    def quoted(self, text: str, mark: str = "", marks: str = "“”") -> Line:
        """Add a title in quotation marks, its punctuation inside them as American styles want it.

        Args:
            text: The title; double quotation marks in it become single ones.
            mark: A comma or full stop to set before the closing mark, unless the title ends in a mark of its own.
            marks: Opening and closing quotation mark.
        """
        inner = _single_quotes(text) if marks == "“”" else text
        return self.text(f"{marks[0]}{inner}{'' if is_closed(inner) else mark}{marks[1]}")

    def link(self, url: str | None, shown: str | None = None) -> Line:
        """Add an address as a link.

        Args:
            url: Where it leads; nothing happens without one.
            shown: What is printed; the address itself unless stated.
        """
        if url:
            self._parts.append(HRef(url, shown or url))
            # An address that ends in a mark is not a closed sentence.
            self._end = "/"
        return self

    def stop(self, mark: str = ".") -> Line:
        """End a unit.

        Args:
            mark: The mark that ends it; left out if the text already ends in ``.``, ``?`` or ``!``, save that a
                comma may follow an abbreviation's full stop.
        """
        if self._parts and not (is_closed(self._end) and not (mark == "," and self._end.endswith("."))):
            self._parts.append(mark)
            self._end = mark
        return self

    def reopen(self) -> Line:
        """Take a full stop back that :meth:`stop` set last, so that the sentence can go on."""
        if self._parts and self._parts[-1] == ".":
            self._parts.pop()
            self._end = " "
        return self

    def done(self) -> Text:
        """The reference as pybtex rich text."""
        # Neighbouring strings are joined here, which is much cheaper than letting pybtex merge them part by part.
        joined: list[str | BaseText] = []
        for part in self._parts:
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            else:
                joined.append(part)
        return Text(*joined)


def _single_quotes(text: str) -> str:
    if '"' not in text and "“" not in text:
        return text
    pieces = text.translate(_SINGLE).split('"')
    inner = pieces[0]
    for index, piece in enumerate(pieces[1:]):
        # Straight marks open and close in turn; an odd one out is left straight.
        lone = len(pieces) % 2 == 0 and index == len(pieces) - 2
        inner += ('"' if lone else "‘" if index % 2 == 0 else "’") + piece
    return inner
