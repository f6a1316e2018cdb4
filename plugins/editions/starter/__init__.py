"""The files around a standard: what a new project has besides its edition, and a first edition to begin with."""
