"""What words a text holds: the same code for the texts that are indexed and the questions asked.

``tokens`` finds words and their places, ``language`` tells Dutch from English, ``stems`` and
``compounds`` make words comparable, ``spelling`` mends a typing error, ``grams`` cut words into
overlapping fours. ``analyser.Analyser`` puts them together after having seen the indexed texts.
"""
