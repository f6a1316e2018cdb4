"""Editions as OSCAL catalogs (https://pages.nist.gov/OSCAL/)."""
