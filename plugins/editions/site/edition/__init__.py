"""The overview of an edition."""
