"""Links between sources: each leads to a page and an anchor that exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editions.model.addresses import page_address
from editions.source.discovery import CITATIONS, INSIGHTS, RELEASES, STANDARD
from editions.source.link_target import LinkTarget, link_target, working_path
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.text.inline_tree import Link
from editions.text.links import links
from editions.validation.link_targets import LinkTargets, find_link_targets, reserved_address
from editions.validation.navigation_entries import navigation_problems
from editions.validation.page_html import html_addresses
from editions.validation.project_texts import WrittenText
from editions.validation.text_problems import IMAGE_ELSEWHERE, is_elsewhere, is_picture, short

_SCHEMES = ("https", "http", "mailto", "tel")

# Pages that no file makes, by the names under which texts link to them.
_GENERATED = (f"{STANDARD}/history.md", f"{INSIGHTS}/index.md")


def link_problems(project: ProjectRecords, texts: Sequence[WrittenText]) -> Iterator[Problem]:
    """Check every link of every source.

    Args:
        project: The project's records, sound or not.

    Yields:
        A problem for each link that leads nowhere, leaves the project, or would not survive publication, for each entry
        of the navigation that does, and for each page of the site's own that would stand where the site makes another.
    """
    found = find_link_targets(project, texts)
    yield from navigation_problems(project.configuration, found)
    for text in texts:
        for node in links(text.text):
            if message := link_message(found, text.record.path, node.target):
                if isinstance(node, Link):
                    yield text.problem(node.line, f"the link {short(node.target)} {message}", node.target)
                elif is_picture(node.target):
                    what = f"the image {short(node.target)} {message.partition('; ')[0]}"
                    remedy = f"put the picture into {found.docs}/ and write its address, such as /flow.png"
                    yield text.problem(node.line, f"{what}; {remedy}", node.target)
        if text.kind == "page":
            yield from _html_problems(found, text)
    for path in sorted(found.listed):
        if path.startswith(f"{found.docs}/") and reserved_address(path.removeprefix(f"{found.docs}/")):
            message = "stands where the site makes pages from the standard, the insights, the citations and the schemas"
            yield Problem(path, 1, f"{message}; move it to another folder")


def _html_problems(found: LinkTargets, text: WrittenText) -> Iterator[Problem]:
    for line, tag, address in html_addresses(text.text):
        if tag in ("img", "image") and is_elsewhere(address):
            yield text.problem(line, f"the image {short(address)} {IMAGE_ELSEWHERE}")
        elif message := _html_message(found, text.record.path, address):
            yield text.problem(line, f"the HTML link {short(address)} {message}")


def _html_message(found: LinkTargets, path: str, target: str) -> str | None:
    resolved = link_target(path, target)
    if resolved.kind == "external" or target.startswith(("/", "#")) or not target:
        return link_message(found, path, target)
    return "would break when the page is published; write it in Markdown"


def link_message(found: LinkTargets, path: str, target: str) -> str | None:
    """Say what is wrong with a link.

    Args:
        found: What links can lead to.
        path: The file that holds the link, relative to the project's folder.
        target: Its target, as written.

    Returns:
        What is wrong and what to do, as the end of a sentence; ``None`` if nothing is.
    """
    origin, version = working_path(path)
    resolved = link_target(origin, target)
    if resolved.kind == "external":
        scheme = target.split(":", 1)[0].lower()
        safe = scheme in _SCHEMES or target.startswith("//")
        return None if safe else f"uses the scheme {scheme[:40]!r}; use https, http or mailto"
    if resolved.kind == "outside":
        return "leaves the project's folder; link to a page of the site or to a full address"
    if resolved.kind == "address":
        return _address_message(found, resolved, path)
    if resolved.path == origin:
        return _anchor_message(found, path, resolved.fragment, path)
    return _source_message(found, resolved, version if path.startswith(f"{STANDARD}/") else None, path)


def _address_message(found: LinkTargets, target: LinkTarget, here: str) -> str | None:
    address = target.path
    if address in found.addresses:
        source = found.addresses[address]
        return _anchor_message(found, source, target.fragment, here) if source else None
    if plugin := found.missing_plugin(address):
        return f"leads to what the plugin {plugin} publishes, which is not enabled; add it to plugins"
    if address.endswith("/"):
        return "leads to no page of the site; correct it"
    if f"{address}/" in found.addresses:
        return "should end in /; pages stand at folders"
    return None if found.has_file(address) else "leads to no page or file of the site; correct it"


def _source_message(found: LinkTargets, target: LinkTarget, version: str | None, here: str) -> str | None:
    path = source_of(target.path, version)
    if not here.startswith(f"{STANDARD}/"):
        path = _standing(found, path, frozen=here.startswith(f"{INSIGHTS}/"))
    if found.is_unknown(path):
        return None
    if path in found.anchors:
        return _anchor_message(found, path, target.fragment, here)
    in_docs = path.startswith(f"{found.docs}/")
    if in_docs and path in found.listed:
        return None
    if in_docs or target.path in _GENERATED:
        inside = path.removeprefix(f"{found.docs}/") if in_docs else target.path
        address = page_address(inside)
        return _address_message(found, LinkTarget("address", address, target.fragment), here)
    if path.startswith("schema/") and found.has_file(f"/{path}"):
        return None
    if f"{path}/index.md" in found.anchors:
        return f"leads to a folder; link to the file, {short(target.path + '/index.md')}"
    read = (f"{STANDARD}/", f"{INSIGHTS}/", f"{CITATIONS}/")
    if path in found.listed or not path.startswith(read):
        return f"leads to {short(path)}, which is not published; link to a page of the site or to a full address"
    return f"leads to {short(path)}, which is not there; correct it"


def _standing(found: LinkTargets, path: str, *, frozen: bool) -> str:
    """The file that a link from outside of the standard means: the newest release's.

    A released article cannot follow when an edition renames or withdraws a domain, so from articles the link leads to
    the newest release that has the file.
    """
    inside = path.removeprefix(f"{STANDARD}/")
    if inside == path or inside.startswith(f"{RELEASES}/"):
        return path
    there = [f"{folder}/{inside}" for folder in found.standing]
    return next((file for file in there if file in found.anchors), there[0]) if frozen else there[0]


def source_of(path: str, version: str | None) -> str:
    """The file that a link within a release means.

    Args:
        path: File relative to the project's folder, as it stands in the working copy.
        version: The release that holds the link, if one does.

    Returns:
        The same release's own file where the link stays within the standard, else ``path``.
    """
    inside = f"{STANDARD}/"
    if version is None or not path.startswith(inside) or path.startswith(f"{inside}{RELEASES}/"):
        return path
    return f"{inside}{RELEASES}/{version}/{path.removeprefix(inside)}"


def _anchor_message(found: LinkTargets, path: str, fragment: str, here: str) -> str | None:
    if not fragment or fragment in found.anchors.get(path, set()) or found.is_unknown(path):
        return None
    if f"/{RELEASES}/" in here and f"/{RELEASES}/" not in path:
        return None  # a release can't be corrected, and must not hold fast the headings of pages that still change
    return f"leads to the anchor #{fragment[:80]}, which {path} does not have; correct it"
