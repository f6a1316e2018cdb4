"""The page that lists every work that can be cited."""
