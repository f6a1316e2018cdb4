"""One page of each kind, and of each state that a kind can have."""

from __future__ import annotations

OWN = {
    "home": "/",
    "newest edition": "/standard/",
    "superseded edition": "/standard/1.0/",
    "newest domain": "/standard/domains/security/",
    "superseded domain with criteria": "/standard/1.0/domains/data-governance-pii/",
    "superseded criterion": "/standard/1.0/criteria/D05.5/",
    "history": "/standard/history/",
    "comparison": "/standard/compare/1.0...1.1/",
    "article": "/insights/what-is-a-production-ai-system/",
    "citation guidance": "/citations/",
    "licence": "/license/",
    "schemas": "/schema/",
    "schema": "/schema/release-1/",
    "guide with code": "/data/",
    "guide with tables and files": "/publish/",
    "not found": "/nowhere/",
}
SMALL = {
    "newest domain with guidance and references": "/standard/domains/access/",
    "permanent page of the newest edition": "/standard/1.1/",
    "criterion with a title, a level and references": "/standard/1.1/criteria/A.1/",
    "crosswalks": "/standard/crosswalks/",
    "framework at two versions": "/standard/1.1/crosswalks/other-framework/",
    "draft crosswalks": "/standard/draft/crosswalks/",
    "what became of a criterion": "/standard/1.1/criteria/A.2/",
    "what became of a domain": "/standard/domains/paper/",
    "what became of a criterion, in the draft": "/standard/draft/criteria/A.2/",
    "comparison over several editions": "/standard/compare/0.9...1.1/",
    "comparison with the draft": "/standard/compare/1.1...draft/",
    "draft edition": "/standard/draft/",
    "draft domain": "/standard/draft/domains/access/",
    "newest checklist": "/standard/checklist/",
    "superseded checklist": "/standard/1.0/checklist/",
    "draft checklist": "/standard/draft/checklist/",
    "criterion with an erratum": "/standard/1.0/criteria/B.1/",
    "draft criterion": "/standard/draft/criteria/B.9/",
    "withdrawn criterion": "/standard/1.0/criteria/R.1/",
    "insights": "/insights/",
    "insights filtered": "/insights/?category=how-to",
    "article with versions": "/insights/ending/",
    "article with what changed": "/insights/ending/1.1/",
    "superseded article": "/insights/ending/1.0/",
    "draft article": "/insights/only-draft/draft/",
}
KEYWORDS = {
    "made-up kind": "/standard/keywords/",
}
"""A page of a kind that the tests made up: whatever all pages have to be, it is, too."""

ROOTS = {"own_root": OWN, "small_root": SMALL, "keyword_root": KEYWORDS}
PAGES = [(root, name, address) for root, pages in ROOTS.items() for name, address in pages.items()]
NAMES = [name for _, name, _ in PAGES]
