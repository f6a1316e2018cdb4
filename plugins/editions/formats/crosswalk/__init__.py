"""The crosswalks of editions as data, both ways."""
