"""A site as a folder for another generator: Markdown, data, assets and templates that need nothing of Editions."""
