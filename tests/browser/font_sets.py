"""The faces of readers' systems, for Chromium to see these alone: see ``fonts/README.md``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True)
class FontSet:
    """The faces of one kind of system.

    Attributes:
        folder: Name of the folder that holds them.
        sans: Family that stands for `sans-serif`.
        serif: Family that stands for `serif`.
    """

    folder: str
    sans: str
    serif: str

    def write_fontconfig(self, folder: Path) -> Path:
        """Write a configuration of fontconfig that knows this set alone.

        Args:
            folder: Folder for the configuration and its cache.

        Returns:
            The file that the variable `FONTCONFIG_FILE` has to name.
        """
        generic = "".join(
            f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>"
            for name, family in (("sans-serif", self.sans), ("monospace", self.sans), ("serif", self.serif))
        )
        places = f"<dir>{_FONTS / self.folder}</dir><cachedir>{folder / 'cache'}</cachedir>"
        path = folder / "fonts.conf"
        path.write_text(f"<fontconfig>{places}{generic}</fontconfig>", encoding="utf-8")
        return path


FONT_SETS = (
    FontSet("dejavu", "DejaVu Sans", "DejaVu Serif"),
    FontSet("croscore", "Arimo", "Tinos"),
    FontSet("android", "Roboto", "Noto Serif"),
)
