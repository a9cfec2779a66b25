"""One folder per language."""
