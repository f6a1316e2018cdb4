"""The texts of a standard: one dialect, parsed once into a tree that every output is written from."""
