"""A site as the files of a folder that another generator builds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from editions.composing.frame_templates import CONTENT, ROOT, Seams, as_template, symbolic_address
from editions.composing.generator_settings import HOOK, HOOKS, generator_settings, page_path
from editions.composing.kept_html import keep_html
from editions.composing.page_markdown import PageMarkdown
from editions.composing.rendered_markdown import RenderedMarkdown
from editions.pages.content_security_policy import without_redirections
from editions.pages.document import Document
from editions.pages.page_paths import relative_address, relative_path
from editions.pages.written_parts import made_of_parts
from editions.render.page_content import PageContent
from editions.render.page_facts import page_meta
from editions.render.sheets import page_values
from editions.render.site_rendering import ERROR_PAGE, SITEMAP, SiteRendering
from editions.site.search.search_entry import SearchEntry, search_files
from editions.site.site_plan import SitePlan
from editions.source.configuration import Configuration
from editions.source.yaml_text import yaml_lines

PAGES, THEME, SETTINGS = "docs", "theme", "mkdocs.yml"
# In place of the text, while what surrounds it is written.
_MARKED = PageContent("\ufdd2", "\ufdd3", (), frozenset(), ())
_TEMPLATES = Path(__file__).parent / "templates"


class Composition(SiteRendering):
    """Writes the pages of a site as Markdown, and their frames as templates."""

    def __init__(self, plan: SitePlan, configuration: Configuration) -> None:
        """Prepare.

        Args:
            plan: The site.
            configuration: The project's configuration.

        Raises:
            Unpublishable: If an extension of Markdown cannot be used.
        """
        super().__init__(plan, configuration, templates=(_TEMPLATES,))
        self._environment.filters["url"] = symbolic_address(self._environment.filters["url"])
        self._environment.globals["seam"] = lambda _, html: html  # the error page has no page to be filled in from
        self._frames: dict[str, str] = {}  # names of templates by what they are
        self._paths = {document.address: page_path(document) for document in plan.documents.values()}
        files = [address for address in (*plan.data, *plan.assets) if not address.endswith(".md")]
        self._paths |= {address: address.lstrip("/") for address in files}
        self._addresses = {path: address for address, path in self._paths.items()}

    def composed_files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the folder.

        Yields:
            Path in the folder, and content.

        Raises:
            Unpublishable: If a template of the project fails.
        """
        yield (
            SETTINGS,
            generator_settings(self._configuration, list(self._plan.documents.values()), self._words).encode(),
        )
        yield HOOKS, HOOK.encode()
        entries: list[SearchEntry] = []
        for document in self._plan.documents.values():
            content = self._content(document)
            entries += content.entries
            yield f"{PAGES}/{page_path(document)}", self._page_file(document, content).encode()
        published = self._files_beside_pages()
        published |= {address: index.encode() for address, index in search_files(entries).items()}
        sitemap = self._listing(SITEMAP, ".")
        published[f"/{SITEMAP}.gz"] = self._zipped(sitemap)
        for address, content_ in published.items():
            # MkDocs and its like render what ends in .md below docs/.
            yield f"{THEME if address.endswith('.md') else PAGES}{address}", content_
        error = self._listing(ERROR_PAGE, urlsplit(self._settings["site_url"]).path)
        for name, listing in ((ERROR_PAGE, error), (SITEMAP, sitemap)):
            yield f"{THEME}/{name}", as_template(listing.decode()).encode()
        for template, name in self._frames.items():
            yield f"{THEME}/{name}", template.encode()

    def _page_file(self, document: Document, content: PageContent) -> str:
        """A page with its front matter."""
        source = self._source(document, self._pages[document.path])
        html = self._sheets.lay_out(document, content, source)
        around = keep_html(self._sheets.lay_out(document, _MARKED, source, marked=' markdown="1"'))
        body = self._markdown(document, around, html) or keep_html(html)
        seams, template = self._frame(document, content)
        facts: dict[str, Any] = {key: value for key, value in page_meta(document).items() if key != "document"}
        if not document.in_search:
            facts["search"] = {"exclude": True}
        front = yaml_lines({**facts, "template": template, "frame": seams.filled})
        return f"---\n{front}---\n\n{body.strip()}\n"

    def _markdown(self, document: Document, around: str, html: str) -> str:
        """A page as Markdown that is shown as its HTML; empty if there is none.

        Most pages need no part of theirs as HTML, so that is tried first, and each part looked at only after that.
        """
        made = made_of_parts(document)
        rendered = RenderedMarkdown(page_path(document), document.address, self._addresses, self._words)

        def path_of(target: str) -> str:
            return self._path(target, document)

        def trusted(markdown: str, html: str) -> bool:
            return True

        for shows in (trusted, rendered.shows):
            writer = PageMarkdown(made, path_of, shows, self._words, scoped=document.written is None)
            whole = around
            for place, parts in ((_MARKED.head, made.lead), (_MARKED.body, made.parts)):
                whole = whole.replace(place, f"\n\n{writer.write(parts).strip()}\n", 1)
            if rendered.shows(whole, html):
                return whole
        return ""

    def _frame(self, document: Document, content: PageContent) -> tuple[Seams, str]:
        """What a page puts into its frame, and the name of the frame's template."""
        page = self._pages[document.path]
        values = self._values() | page_values(self._plan, document)
        seams = Seams(values["base_url"])
        page.content, page.toc, page.active = CONTENT, content.toc, True
        values |= {"page": page, "base_url": ROOT, "seam": seams.seam}
        html = self._environment.get_template("main.html").render(values)
        page.content, page.toc, page.active = "", (), False
        template = as_template(without_redirections(html))
        if template not in self._frames:
            taken = set(self._frames.values())
            names = (f"{document.kind}{f'-{it}' if it > 1 else ''}.html" for it in count(1))
            self._frames[template] = next(it for it in names if it not in taken)
        return seams, self._frames[template]

    def _path(self, target: str, document: Document) -> str:
        """Where a link leads, as a path from the file of a page."""
        address, mark, anchor = target.partition("#")
        path = self._paths.get(address)
        if path is None:
            return relative_address(target, document.address) if address else target
        return f"{relative_path(path, page_path(document))}{mark}{anchor}"
