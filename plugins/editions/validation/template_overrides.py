"""What is wrong with the templates of a project, and what of them no page would show.

The blocks are those that Material for MkDocs documents
(https://squidfunk.github.io/mkdocs-material/customization/#overriding-blocks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editions.source.problem import Problem
from editions.validation.project_templates import ProjectTemplates, Template

_SCRIPTS = "name the files of scripts in extra_javascript"
_OTHERWISE = {
    "analytics": _SCRIPTS,
    "config": _SCRIPTS,
    "libs": _SCRIPTS,
    "scripts": _SCRIPTS,
    "outdated": "each superseded edition has a notice already",
    "tabs": "the sections of the site are in the block header",
}
_STOPPED = (
    (
        re.compile(r"<script\b(?![^>]*\btype\s*=\s*[\"']?application/)", re.IGNORECASE),
        "a script element is stopped by the content security policy; name its file in extra_javascript",
    ),
    (
        re.compile(r"<style\b|\sstyle\s*=\s*[\"']", re.IGNORECASE),
        "a style in a page is stopped by the content security policy; move it into a file and name that in extra_css",
    ),
)


def override_problems(templates: ProjectTemplates) -> Iterator[Problem]:
    """Find what would stop a build.

    Yields:
        Files that are no templates, templates that are needed and missing, and templates that extend each other.
    """
    yield from templates.problems
    for template in templates.own.values():
        for name, line, optional in template.references:
            if templates.complete and not optional and not templates.exists(template.name.joined(name)):
                message = f"the template {name!r} is in no theme; correct the name"
                yield Problem(*templates.place(template, line), message)
        if templates.ancestors(template) is None:
            message = f"{template.parent!r} extends this template again; extend base.html or main.html of the theme"
            yield Problem(*templates.place(template, 1), message)


def override_notices(templates: ProjectTemplates) -> Iterator[Problem]:
    """Find what has no effect.

    Yields:
        Templates and blocks that no page shows, and what the content security policy stops in a browser.
    """
    for template in templates.own.values():
        if template.path in templates.used or not templates.complete:
            yield from _unshown_blocks(templates, template)
            yield from _stopped(templates, template)
        else:
            yield Problem(*templates.place(template, 1), "has no effect: no page is made with this template; remove it")


def _unshown_blocks(templates: ProjectTemplates, template: Template) -> Iterator[Problem]:
    above = templates.ancestors(template) or []
    if not above or (above[-1].parent is not None):
        return  # a page of its own, or one that is not known to the end
    known = {block.name for it in above for block in it.blocks}
    for block in template.outer_blocks:
        if block.name not in known:
            advice = _OTHERWISE.get(block.name, f"use one of {', '.join(sorted(known))}")
            message = f"the block {block.name!r} has no effect: pages have no such block; {advice}"
            yield Problem(*templates.place(template, block.lineno), message)


def _stopped(templates: ProjectTemplates, template: Template) -> Iterator[Problem]:
    for pattern, message in _STOPPED:
        match = pattern.search(template.text)
        if match is not None:
            yield Problem(*templates.place(template, template.text.count("\n", 0, match.start()) + 1), message)
