"""Editions publishes a versioned standard from plain files in git.

Data flows one way: ``source`` reads files, ``validation`` checks them and makes the ``model``; ``comparison``,
``citations``, ``attribution``, ``exports`` and ``releases`` work on the model; ``pages`` turns it into documents;
``theme`` and ``mkdocs`` dress and deliver them; ``cli`` offers the same on the command line.
"""

__version__ = "0.1.0"
