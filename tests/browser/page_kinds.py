"""One page of each kind, and of each state that a kind can have."""

from __future__ import annotations

OWN = {
    "home": "/",
    "newest edition": "/standard/",
    "newest domain": "/standard/domains/security/",
    "superseded domain with criteria": "/standard/1.0/domains/data-governance-pii/",
    "superseded criterion": "/standard/1.0/criteria/D05.5/",
    "history": "/standard/history/",
    "comparison": "/standard/compare/1.0...1.1/",
    "article": "/insights/what-is-a-production-ai-system/",
    "citation guidance": "/citations/",
    "licence": "/license/",
    "schemas": "/schema/",
    "schema": "/schema/edition-1/",
    "not found": "/nowhere/",
}
SMALL = {
    "newest domain with guidance and references": "/standard/domains/access/",
    "permanent page of the newest edition": "/standard/1.1/",
    "criterion with a title, a level and references": "/standard/1.1/criteria/A.1/",
    "crosswalks": "/standard/crosswalks/",
    "framework at two versions": "/standard/1.1/crosswalks/other-framework/",
    "what became of a criterion": "/standard/1.1/criteria/A.2/",
    "draft edition": "/standard/draft/",
    "newest checklist": "/standard/checklist/",
    "superseded checklist": "/standard/1.0/checklist/",
    "draft criterion": "/standard/draft/criteria/B.9/",
    "withdrawn criterion": "/standard/1.0/criteria/R.1/",
    "insights": "/insights/",
    "insights filtered": "/insights/?category=how-to",
    "article with versions": "/insights/ending/",
    "superseded article": "/insights/ending/1.0/",
    "draft article": "/insights/only-draft/draft/",
}
