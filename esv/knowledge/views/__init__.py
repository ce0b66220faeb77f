"""Pages of what is known and what can be done with it."""
