"""Institutions, initiatives, support channels and who does what where (instellingen, hulplijnen, wie doet wat).

Doors: ``models``, the ``keep_…`` functions of ``services`` and ``indexing``. Which sources say something about a
channel, a function or a route is kept in ``knowledge``, which knows this app; not the other way round.
"""
