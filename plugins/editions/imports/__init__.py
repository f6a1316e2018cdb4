"""Standards in other forms, read into the model and written as the files of a project.

A reader takes a file and the facts that come with the command (``facts.ImportFacts``), lets ``ImportFacts.settle``
complete what the file says of the edition, and returns an ``imported.Imported``; for what is wrong with the file it
raises ``Unpublishable``. The writer makes a project of it.
"""
