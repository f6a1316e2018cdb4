"""The page on the licence."""
