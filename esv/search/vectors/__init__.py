"""Meaning as vectors: texts become unit vectors, and vectors find their nearest neighbours.

Used by the index and ranking of ``esv.search`` and by ``esv.matching``; knows no Django and no database.
Doors: ``onnx_e5.OnnxE5`` (the model, a folder made by ``convert_e5.convert``), ``embedder.NullEmbedder``
(no model: lexical search stays complete) and ``exact.DenseIndex`` (nearest rows, languages made comparable).
"""
