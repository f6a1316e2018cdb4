"""Which signs the fonts of the PDF have.

PDF/UA-1 (ISO 14289-1 § 7.21.8) allows no reference to the glyph ``.notdef``, which is what a font draws for a sign that
it does not have. So every text is looked at before it is set.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from editions.source.font_folder import font_files

FONTS = Path(__file__).with_name("fonts")
SUBSTITUTE = "\N{WHITE SQUARE}"
# Invisible signs that fonts need not have: joiners, the soft hyphen, the space without width, marks of direction.
_KEPT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e")
# What only steers other signs: controls, and the formatting that can turn the order of what is read.
_DROPPED = frozenset({"Cc", "Cf"})
_WITHOUT_GLYPH = frozenset({"Cn", "Co", "Cs"})


class NoFont(ValueError):
    """A file that is no font.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is no font that can be read")
        self.path = path


class Signs:
    """The signs that a set of fonts has."""

    def __init__(self, *files: Path) -> None:
        """Read the fonts.

        Args:
            files: TrueType and OpenType fonts, and collections of them.

        Raises:
            NoFont: If a file is no font.
        """
        self._fonts = [characters for path in files for characters in _faces(path)]
        self._known: frozenset[int] = frozenset().union(*self._fonts)
        # What is shown as it is, whatever stands beside it: composed, visible, and no mark on another sign.
        self._simple = frozenset(sign for sign in map(chr, self._known) if self._is_simple(sign))

    def shown(self, text: str) -> str:
        """A text as the fonts can show it.

        Args:
            text: Any text.

        Returns:
            The text in Unicode's composed form; a sign that no font has, together with the marks set on it, is
            replaced by ``SUBSTITUTE``; controls are left out.
        """
        if self._simple.issuperset(text):
            return text
        return "".join(self._cluster(cluster) for cluster in _clusters(unicodedata.normalize("NFC", text)))

    @staticmethod
    def _is_simple(sign: str) -> bool:
        category = unicodedata.category(sign)
        composed = unicodedata.is_normalized("NFC", sign)
        return composed and category[0] != "M" and category not in _DROPPED | _WITHOUT_GLYPH

    def _cluster(self, cluster: str) -> str:
        if cluster in _KEPT:
            return cluster
        if unicodedata.category(cluster[0]) in _DROPPED:
            return " " if cluster[0].isspace() else ""
        visible = {ord(sign) for sign in cluster if sign not in _KEPT}
        if unicodedata.category(cluster[0]) in _WITHOUT_GLYPH or not visible <= self._known:
            return SUBSTITUTE
        # Marks are set on a sign by the font of that sign: one font must have them all.
        if len(visible) > 1 and not any(visible <= font for font in self._fonts):
            return SUBSTITUTE
        return cluster


def signs_of(folders: tuple[Path, ...]) -> Signs:
    """The signs of all fonts in some folders.

    Raises:
        NoFont: If a file is no font.
    """
    return _signs_of(tuple((path, path.stat().st_mtime_ns) for folder in folders for path in font_files(folder)))


@lru_cache(maxsize=4)
def _signs_of(files: tuple[tuple[Path, int], ...]) -> Signs:
    return Signs(*(path for path, _ in files))


def _clusters(text: str) -> Iterator[str]:
    """Signs with the marks that follow them."""
    start = 0
    for place in range(1, len(text)):
        if unicodedata.category(text[place]) not in ("Mn", "Mc", "Me") and text[place] != "\ufe0f":
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _faces(path: Path) -> list[frozenset[int]]:
    """Code points of each font in a file (OpenType 1.9.1, "Font Collections")."""
    data = path.read_bytes()
    try:
        starts = [0]
        if data[:4] == b"ttcf":
            starts = list(struct.unpack_from(f">{struct.unpack_from('>I', data, 8)[0]}I", data, 12))
        return [_characters(data, start) for start in starts]
    except (struct.error, KeyError):
        raise NoFont(path) from None


def _characters(data: bytes, directory: int) -> frozenset[int]:
    """Code points of a font, from its character map (OpenType 1.9.1, ``cmap``, formats 4 and 12)."""
    count = struct.unpack_from(">H", data, directory + 4)[0]
    rows = range(directory + 12, directory + 12 + 16 * count, 16)
    tables = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in rows}
    start = tables[b"cmap"]
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * number)
        if platform == 0 or (platform, encoding) in ((3, 1), (3, 10)):
            found.update(_segments(data, start + offset))
    return frozenset(found)


def _segments(data: bytes, start: int) -> Iterator[int]:
    form = struct.unpack_from(">H", data, start)[0]
    if form == 12:
        for number in range(struct.unpack_from(">I", data, start + 12)[0]):
            first, last, _ = struct.unpack_from(">III", data, start + 16 + 12 * number)
            yield from range(first, last + 1)
    elif form == 4:
        size = struct.unpack_from(">H", data, start + 6)[0]
        fields = [f">{size // 2}{kind}" for kind in "HHhH"]
        places = [start + 14, start + 16 + size, start + 16 + 2 * size, start + 16 + 3 * size]
        ends, starts, deltas, offsets = (struct.unpack_from(*it) for it in zip(fields, [data] * 4, places, strict=True))
        for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
            for code in range(first, last + 1):
                glyph = code
                if offsets[number]:
                    at = places[3] + 2 * number + offsets[number] + 2 * (code - first)
                    glyph = struct.unpack_from(">H", data, at)[0]
                    if not glyph:
                        continue
                if (glyph + deltas[number]) & 0xFFFF:
                    yield code
