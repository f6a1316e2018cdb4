"""The plan of a site as bytes: templates, the Markdown of the site's own pages, the theme's files."""
