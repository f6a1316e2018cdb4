"""Records checked: every problem at once, or the model."""

from editions.validation.loading import LoadedProject, load_project, load_publication

__all__ = ["LoadedProject", "load_project", "load_publication"]
