"""Puts what was found by words and by meaning in one order, and says how sure that is.

``meaning`` searches vectors, ``fusion`` weighs the two scores and groups passages by item,
``calibration`` turns what is seen in both into the chance that the best hits answer the question.
"""
