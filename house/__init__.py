"""The house: what sets the product up and keeps it running on one machine.

Used by the scripts in ``bin/`` only; the product itself never imports it. ``setup`` needs nothing but Python's
standard library, because it runs before anything is installed. ``postgres`` runs the embedded database,
``serve`` the web server and its worker, ``browser.mjs`` unpacks the browser of the tests.
"""
