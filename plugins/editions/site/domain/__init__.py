"""The page of a domain."""
