"""The vocabulary of ``criteria.jsonld``: what each name of the document means in RDF."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from editions.model import PartialDate
from editions.model.fields import Field, every_added_field

_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|\\^`]')  # RFC 3987, and the grammar of every form of RDF

_PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Words for people have the language of the texts; what is the same in every language has none.
_IN_NO_LANGUAGE = {
    "notation": "skos:notation",
    "identifier": "dcterms:identifier",
    "versionInfo": "owl:versionInfo",
    "abbreviation": "dcterms:alternative",
    "agentName": "foaf:name",
    "kind": "dc:type",
    "language": "dc:language",
    "status": "http://www.w3.org/ns/adms#status",
    "familyName": "foaf:familyName",
    "givenName": "foaf:givenName",
}
_IN_LANGUAGE = {
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "definition": "skos:definition",
    "changeNote": "skos:changeNote",
    "title": "dcterms:title",
    "description": "dcterms:description",
    "rights": "dcterms:rights",
    "bibliographicCitation": "dcterms:bibliographicCitation",
    "keyword": "dcat:keyword",
    "value": "rdf:value",
}
_RESOURCES = {
    "inScheme": "skos:inScheme",
    "hasTopConcept": "skos:hasTopConcept",
    "topConceptOf": "skos:topConceptOf",
    "broader": "skos:broader",
    "narrower": "skos:narrower",
    "member": "skos:member",
    "relatedMatch": "skos:relatedMatch",
    "license": "dcterms:license",
    "isVersionOf": "dcterms:isVersionOf",
    "replaces": "dcterms:replaces",
    "isReplacedBy": "dcterms:isReplacedBy",
    "isPartOf": "dcterms:isPartOf",
    "references": "dcterms:references",
    "source": "dcterms:source",
    "creator": "dcterms:creator",
    "publisher": "dcterms:publisher",
    "page": "foaf:page",
    "homepage": "foaf:homepage",
}
_DATE_TYPES = {1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}


def context(language: str) -> dict[str, Any]:
    """The context of the document, whole, so that nobody needs the network to read it.

    Args:
        language: BCP 47 tag of the language of the texts.

    Returns:
        A JSON-LD 1.1 context.
    """
    return {
        "@version": 1.1,
        "@language": language,
        **_PREFIXES,
        **{name: {"@id": term, "@language": None} for name, term in _IN_NO_LANGUAGE.items()},
        **_IN_LANGUAGE,
        **{field.jsonld: _meant(field) for field in every_added_field() if field.jsonld},
        **{name: {"@id": term, "@type": "@id"} for name, term in _RESOURCES.items()},
        "issued": "dcterms:issued",
        "deprecated": "owl:deprecated",
    }


def _meant(field: Field) -> Any:
    """Rows stay JSON (JSON-LD 1.1, section 4.2.2), since their keys mean nothing beyond the document."""
    return {"@id": field.term, "@type": "@json"} if field.type == "rows" else field.term


def typed_date(date: PartialDate) -> dict[str, str]:
    """A date as a literal that claims no more than is known.

    Returns:
        A value of ``xsd:gYear``, ``xsd:gYearMonth`` or ``xsd:date`` (XML Schema Part 2, 3.2.9 to 3.2.11).
    """
    written = str(date)
    return {"@type": _DATE_TYPES[len(written.split("-"))], "@value": written}


def iri(url: str) -> str:
    """An address as the name of a resource.

    Args:
        url: An address as people write it.

    Returns:
        The address, with the characters that RDF does not allow in names percent-encoded.
    """
    return _NOT_IN_IRIS.sub(lambda match: quote(match[0]), url)


def stated(node: dict[str, Any]) -> dict[str, Any]:
    """A node without what is not known.

    Args:
        node: A node; values may be ``None`` or empty.

    Returns:
        The node without those; a list of one value stays a list, so that a name always holds the same kind of value.
    """
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}
