"""Formats of editions: one folder a format, its reader beside its writer.

A writer takes a publication and one of its editions, and returns bytes. A reader takes a file and the facts that come
with the command (``facts.ImportFacts``), lets ``ImportFacts.settle`` complete what the file says of the edition, and
returns an ``imported.Imported``; for what is wrong with the file it raises ``Unpublishable``. The modules beside the
folders are what several formats share.
"""
