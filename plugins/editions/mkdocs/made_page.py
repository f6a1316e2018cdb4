"""Pages of MkDocs that nobody wrote."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class MadePage(Page):
    """A page that is put in place after MkDocs has rendered it."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render what another plugin wrote on the page; a parser of Markdown is made only if one did."""
        if self.markdown:
            super().render(config, files)
        else:
            self.content, self.toc, self.present_anchor_ids = "", TableOfContents([]), set()
