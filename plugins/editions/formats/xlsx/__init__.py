"""Editions as workbooks for self-assessment."""
