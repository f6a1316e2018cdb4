"""The schemas of files and exports: which there are, what they ask for, and how they may grow."""
