"""Files read into raw records with lines; content is not judged here, only what is unsafe is refused."""
