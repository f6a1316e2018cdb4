"""Editions as tables in CSV, and any table of criteria, such as a spreadsheet, read by a mapping of its columns."""
