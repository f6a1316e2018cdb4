"""Tables of criteria, such as spreadsheets saved as CSV, read into an edition by a mapping of their columns."""
