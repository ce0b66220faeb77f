"""Conformance: what instruments of others say about the running product.

``bin/conformance`` runs them; ``checks`` holds one function for each instrument, ``pages`` what is looked at,
``site`` starts the product, ``tools`` installs what the instruments need. The instruments themselves are in a folder
outside this project; without it, what needs it is reported as not run.
"""
