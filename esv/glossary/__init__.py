"""Concepts, themes and disputed definitions (begrippenkader)."""
