"""The site as a value: every page, data file, feed and Markdown twin is planned before anything is written."""
