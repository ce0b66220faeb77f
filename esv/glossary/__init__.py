"""Concepts, themes and disputed definitions (begrippenkader, thema's, betwiste begrippen).

Everything above may point at a ``Concept``; themes are concepts in a scheme of their own. Doors: ``models``,
``services.keep_concept``, ``services.keep_theme``, ``services.keep_disputed_term`` and ``indexing``.
"""
