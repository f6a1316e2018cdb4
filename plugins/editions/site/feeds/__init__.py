"""What is new, as Atom feeds (RFC 4287)."""
