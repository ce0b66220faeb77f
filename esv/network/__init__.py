"""Institutions, initiatives, support channels and who does what where."""
