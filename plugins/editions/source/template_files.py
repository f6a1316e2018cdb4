"""Templates of a project and of the themes below it, found by their names.

The first folder that has a template of a name wins. A template that extends or includes its own name means the next
folder's: so ``main.html`` of a project may extend ``main.html``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_MARK = "\0"  # stands in no name of a file


@dataclass(frozen=True)
class TemplateName:
    """The name of a template.

    Attributes:
        name: Its path within a folder of templates.
        layer: How many templates of the same name come before it.
    """

    name: str
    layer: int = 0

    @classmethod
    def parse(cls, text: str) -> TemplateName:
        """Read a name that :meth:`__str__` wrote, or a plain one."""
        layer, mark, name = text.rpartition(_MARK)
        return cls(name, int(layer) if mark else 0)

    def __str__(self) -> str:
        return f"{self.layer}{_MARK}{self.name}" if self.layer else self.name

    def joined(self, name: str) -> TemplateName:
        """Name what a template with this name refers to as ``name``."""
        return TemplateName(name, self.layer + 1 if name == self.name else 0)


@dataclass(frozen=True)
class TemplateFolders:
    """Where templates are.

    Attributes:
        folders: Folders of templates, first the one that is searched first.
        others: Templates that stand elsewhere, by name; they come last.
    """

    folders: tuple[Path, ...]
    others: Mapping[str, Path] = field(default_factory=dict)

    def find(self, template: TemplateName) -> Path | None:
        """Find a template's file; ``None`` if no folder has it."""
        parts = PurePosixPath(template.name)
        if parts.is_absolute() or ".." in parts.parts:
            return None
        files = [file for folder in self.folders if (file := folder / parts).is_file()]
        files += [self.others[template.name]] if template.name in self.others else []
        return files[template.layer] if template.layer < len(files) else None
