"""Home, search page, theme pages: what a visitor sees first."""
