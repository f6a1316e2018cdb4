"""Releases: freeze an edition or an article, keep the changelog true, say what a change means."""
