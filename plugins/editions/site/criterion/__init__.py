"""The page of a criterion."""
