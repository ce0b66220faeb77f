"""Index and ranking of anything that has text."""
