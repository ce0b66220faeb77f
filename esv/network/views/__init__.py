"""Pages of who there is in the sector, and where to go."""
