"""OSCAL catalogs (https://pages.nist.gov/OSCAL/): editions written as catalogs, and catalogs read as editions."""
