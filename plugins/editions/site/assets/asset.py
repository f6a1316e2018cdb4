"""A file of the site that is no page and no data: what pages look like and run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from editions.site.assets.asset_phrases import put_into
from editions.words.phrasebook import ENGLISH, Phrasebook

# Parts of scripts hold no text of several lines.
_SCRIPT_COMMENT_OR_INDENTATION = re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Asset:
    """A file that is published.

    Attributes:
        address: Where it stands, from the root of the site.
        parts: The files that it is made of, in order.
        form: ``script`` and ``sheet`` are joined of their parts and made small; a ``file`` has one part and is
            published as it is.
        words: The language of the phrases in scripts and sheets.
    """

    address: str
    parts: tuple[Path, ...]
    form: Literal["file", "script", "sheet"] = "file"
    words: Phrasebook = ENGLISH

    def read(self) -> bytes:
        """Read what is published.

        Returns:
            Of scripts and sheets, their parts without indentation, and without the comments that have lines of their
            own.
        """
        if self.form == "file":
            return self.parts[0].read_bytes()
        texts = (put_into(self.words, part.read_text(encoding="utf-8")) for part in self.parts)
        if self.form == "script":
            return ";\n".join(_SCRIPT_COMMENT_OR_INDENTATION.sub("", text) for text in texts).encode()
        lines = (line.strip() for text in texts for line in _STYLE_COMMENT.sub("", text).splitlines())
        return ("\n".join(line for line in lines if line) + "\n").encode()
