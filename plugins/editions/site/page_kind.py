"""A kind of page: one folder that makes its pages and holds what they are shown with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from editions.pages.document import Document
from editions.site.plan_context import PlanContext


@dataclass(frozen=True)
class PageKind:
    """A kind of page.

    Its folder is the one of the module that defines ``documents``. A style sheet, a script and a template in it that
    bear the name of the kind (``NAME.css``, ``NAME.js``, ``NAME.html``) belong to each of its pages. The template
    stands in place of ``partials/editions/sheet.html``, which it may extend.

    Attributes:
        name: Its name, which pages state as their ``kind``.
        documents: Makes its pages.
        shared_scripts: Names of scripts of the theme that its pages need besides their own.
        script_parts: Names of the scripts that its own script is made of, in the order in which they run, where it is
            not one file: one script is smaller and is there sooner than each by itself. They are those of the folder,
            or of the theme.
    """

    name: str
    documents: Callable[[PlanContext], Iterable[Document]]
    shared_scripts: tuple[str, ...] = ()
    script_parts: tuple[str, ...] = ()

    @cached_property
    def folder(self) -> Path:
        """The folder that holds everything of the kind."""
        return Path(sys.modules[self.documents.__module__].__file__ or "").parent

    @cached_property
    def style(self) -> Path | None:
        """Its style sheet, if it has one."""
        return self._file("css")

    @cached_property
    def template(self) -> Path | None:
        """Its template, if it has one."""
        return self._file("html")

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """Names of all scripts of its pages, its own last."""
        own = (self.name,) if self.script_parts or self._file("js") else ()
        return (*self.shared_scripts, *own)

    def _file(self, suffix: str) -> Path | None:
        path = self.folder / f"{self.name}.{suffix}"
        return path if path.is_file() else None
