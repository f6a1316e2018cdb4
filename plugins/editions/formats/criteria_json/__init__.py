"""``criteria.json``: one edition as data, and read back into an edition."""
