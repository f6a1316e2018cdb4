"""The model turned into documents: Markdown with what surrounds it."""
