"""Editions that a reader of :mod:`editions.formats` made of a file, as new projects or as the next edition of one.

The edition is made sound first: with ids that addresses can have, texts that a check accepts, links that lead somewhere
and a lineage. It is then written as a whole or not at all.
"""
