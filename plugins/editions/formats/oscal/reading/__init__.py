"""OSCAL catalogs (https://pages.nist.gov/OSCAL/), 1.0 to 1.2, in JSON, YAML or XML, read as editions.

A group at the top becomes a domain, a group within one a section, a control a criterion: its statement is the text,
with its parts as nested lists that keep their labels. An enhancement, a control within a control, becomes a criterion
that follows its holder. Everything else that helps to meet a control stands in the guidance of its domain. What is
withdrawn is no criterion of the edition: it is told in the guidance, and as lineage.
"""

from editions.formats.oscal.reading.catalog import read_oscal

__all__ = ["read_oscal"]
