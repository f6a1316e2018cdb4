"""Every page as Markdown that stands on its own."""
