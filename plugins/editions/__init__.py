"""Editions publishes a versioned standard from plain files in git.

Data flows one way: ``source`` reads files, ``validation`` checks them and makes the ``model``; ``comparison``,
``citations``, ``attribution``, ``formats`` and ``releases`` work on the model; ``pages`` turns it into documents, and
``site`` into what is beside them; ``theme`` and ``mkdocs`` dress and deliver them; ``cli`` offers the same on the
command line.
"""

__version__ = "0.1.0"
