"""The pages of a project as a site of Hugo, with the chrome of our pages as its template.

The text of each page is its Markdown; what surrounds it goes into the front matter as data, and ``hugo/single.html``
sets it as our templates do: head metadata, outline, switcher, notices, facts, citations and the notice of the licence.
Hugo makes no data, feeds of ours, PDF, cards or search index, and compares nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from editions.pages.document import Document
from editions.site.assets.site_assets import boot_script, page_scripts, page_sheets
from editions.site.site_plan import SitePlan
from editions.site.twins.markdown_twins import MarkdownTwins

_TEMPLATE = Path(__file__).parent / "hugo" / "single.html"


def write_hugo_site(plan: SitePlan, twins: MarkdownTwins, folder: Path) -> Path:
    """Write the project of Hugo.

    Args:
        plan: The site.
        twins: Writes pages as Markdown.
        folder: Where to; it is created.

    Returns:
        The folder.
    """
    publication = plan.publication
    for document in plan.documents.values():
        content = json.dumps(_front_matter(plan, document), ensure_ascii=False)
        body = twins.body(document).text
        _write(folder / "content" / document.address.strip("/") / "_index.md", f"{content}\n\n{body}")
    for kind in ("single", "list", "index"):
        _write(folder / "layouts" / ("" if kind == "index" else "_default") / f"{kind}.html", _TEMPLATE.read_text())
    editions = {str(it.version): _edition(it) for it in publication.standard.editions}
    _write(folder / "data" / "editions.json", json.dumps(editions))
    for address, asset in plan.assets.items():
        target = folder / "static" / address.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.read())
    settings = {
        "baseURL": publication.site_url,
        "title": publication.site_name or publication.standard.current.title,
        "disableKinds": ["taxonomy", "term", "RSS"],
        "markup": {"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True}}}},
        "params": {
            "policy": plan.policy,
            "boot": boot_script(),
            "sections": [{"title": it.strip("/").title(), "address": it} for it in ("/standard/", "/insights/")],
        },
    }
    _write(folder / "config.json", json.dumps(settings))
    return folder


def _front_matter(plan: SitePlan, document: Document) -> dict[str, Any]:
    frame, edition = plan.frames.of(document), document.edition
    domain = edition.domain if edition else None
    chrome = asdict(document.chrome)
    return {
        "title": document.head_title or document.title,
        "description": document.summary,
        "kind": document.kind,
        "address": document.address,
        "canonical": document.canonical,
        "indexed": document.indexed,
        "previous": document.previous and asdict(document.previous),
        "next": document.next and asdict(document.next),
        "scripts": [*page_scripts(cited=True), *plan.scripts(document)],
        "styles": [*page_sheets(cited=True), *plan.styles(document)],
        "within": edition and {"version": str(edition.edition.version), "address": edition.address},
        "domain": domain.id if domain else "",
        "card": frame.card and {"address": frame.card.address, "words": frame.card.words},
        "metadata": frame.head_metadata and asdict(frame.head_metadata),
        "citation": frame.citation and asdict(frame.citation),
        "attribution": frame.attribution and asdict(frame.attribution),
        **{name: chrome[name] for name in ("eyebrow", "breadcrumbs", "choices", "supersession", "facts", "data")},
    }


def _edition(edition: Any) -> dict[str, Any]:
    return {"name": f"{edition.abbreviation} {edition.version}", "domains": list(_domains(edition))}


def _domains(edition: Any) -> Iterator[dict[str, str]]:
    for it in edition.domains:
        yield {"id": it.id, "label": it.label, "title": it.title, "slug": it.slug}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
