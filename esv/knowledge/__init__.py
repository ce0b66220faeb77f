"""Sources, action perspectives, instruments, figures, dilemmas and exercises.

Doors: ``models``, the ``keep_…`` functions of ``services``, ``selectors`` and ``indexing``. This app also knows
which source is behind a definition, a function, a route or a support channel (``models.citations``).
"""
