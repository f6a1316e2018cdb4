"""Every edition, and how each follows from the one before."""
