"""The list of all articles."""
