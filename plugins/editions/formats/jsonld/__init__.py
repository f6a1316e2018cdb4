"""Editions as SKOS concept schemes in JSON-LD."""
