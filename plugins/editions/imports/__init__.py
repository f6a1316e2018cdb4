"""Standards in other forms, read into the model and written as the files of a project."""
