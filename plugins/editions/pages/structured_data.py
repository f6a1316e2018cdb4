"""schema.org's description of a work, as JSON-LD that can stand in HTML."""

from __future__ import annotations

import json
from typing import Any

from editions.citations.names import Name
from editions.pages.page_works import PageWork, Part

# In a script element these could end it, open a comment in it, or end a line of older scripts.
_ESCAPES = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STANDARD = "http://purl.org/ontology/bibo/Standard"


def structured_data(work: PageWork, language: str, data: str | None, most_parts: int) -> str:
    """Describe a work in the vocabulary of schema.org.

    Args:
        language: BCP 47 tag of its language.
        data: Absolute address of the data file that holds it, if there is one.
        most_parts: How many parts are listed at most; a work with more lists none.

    Returns:
        JSON-LD: an edition as CreativeWork (and, more exactly, as BIBO's Standard), a domain as DefinedTermSet, a
        criterion as DefinedTerm, an article as TechArticle. A DefinedTerm is no CreativeWork to schema.org, so a
        criterion is both, to have a version, a licence and a date.
    """
    record, cited = work.record, work.record.reference
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _types(record.kind),
        "@id": record.url,
        "url": record.url,
        "name": record.title,
        "identifier": record.key,
        **_of_kind(work, most_parts),
        "version": cited.version,
        "datePublished": None if work.draft or not cited.date else str(cited.date),
        "creativeWorkStatus": "Draft" if work.draft else "Superseded" if work.replaced_by else "Published",
        "license": work.licence.url,
        "author": [_agent(name) for name in cited.authors],
        "publisher": {"@type": "Organization", "name": cited.publisher} if cited.publisher else None,
        "inLanguage": language,
        "description": record.abstract or None,
        "keywords": list(cited.keywords),
        "exampleOfWork": _version_of(work),
        "isBasedOn": _based_on(work),
        "encoding": _encoding(data),
    }
    stated = {name: value for name, value in node.items() if value}
    text = _ENCODER.encode(stated)
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return text


def _types(kind: str) -> str | list[str]:
    return {"domain": "DefinedTermSet", "article": "TechArticle"}.get(
        kind, ["DefinedTerm", "CreativeWork"] if kind == "criterion" else "CreativeWork"
    )


def _of_kind(work: PageWork, most_parts: int) -> dict[str, Any]:
    record = work.record
    parts = work.parts if len(work.parts) <= most_parts else ()
    if record.kind == "edition":
        return {"additionalType": _STANDARD, "hasPart": [_part("DefinedTermSet", part) for part in parts]}
    whole = record.container
    if whole is None:
        return {"headline": record.title}
    edition = {
        "@type": "CreativeWork",
        "@id": whole.url,
        "name": whole.title,
        "version": whole.version,
        "url": whole.url,
    }
    if record.kind == "domain":
        return {"isPartOf": edition, "hasDefinedTerm": [_part("DefinedTerm", part) for part in parts]}
    return {
        "termCode": work.code,
        "inDefinedTermSet": _part("DefinedTermSet", work.holder) if work.holder else None,
        "isPartOf": edition,
    }


def _part(kind: str, part: Part) -> dict[str, str]:
    code = {"termCode": part.code} if kind == "DefinedTerm" else {}
    return {"@type": kind, "@id": part.url, "name": part.title, "url": part.url, **code}


def _agent(name: Name) -> dict[str, str]:
    if name.is_organisation:
        return {"@type": "Organization", "name": name.literal}
    person = {"@type": "Person", "name": name.literal, "familyName": name.family, "givenName": name.given}
    return {key: value for key, value in person.items() if value}


def _version_of(work: PageWork) -> dict[str, str] | None:
    record = work.record
    if not record.standing_url or work.draft:
        return None
    return {"@type": "CreativeWork", "@id": record.standing_url, "name": record.title, "url": record.standing_url}


def _based_on(work: PageWork) -> dict[str, str] | None:
    origin = work.adapted_from
    return {"@type": "CreativeWork", "name": origin.title, "url": origin.url} if origin else None


def _encoding(data: str | None) -> dict[str, str] | None:
    return {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": data} if data else None
