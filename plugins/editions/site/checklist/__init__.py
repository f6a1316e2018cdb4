"""The checklist of an edition."""
