"""What the schemas say of each key."""
