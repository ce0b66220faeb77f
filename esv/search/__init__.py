"""Finds what is known in Dutch and English text, and says why it was found.

The engine knows passages, not knowledge items: the apps that have text hand it over.
``engine.SearchEngine`` is the door; ``passages.split`` cuts texts, ``measuring`` runs the
same engine on a corpus in a file. Nothing here imports Django or keeps a question.
"""
