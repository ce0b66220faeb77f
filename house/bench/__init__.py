"""Measurements: ``bin/bench search`` compares search with its alternatives and shows how it grows.

Figures go to ``docs/measurements.md`` with ``--write``. Times are shown, never tested: machines differ.
"""
