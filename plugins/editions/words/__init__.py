"""The words that the engine itself writes on pages, in the languages in which there is a catalogue of them."""
