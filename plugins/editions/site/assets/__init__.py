"""The files of the theme and of the kinds of page, as they are published."""
