"""The whole catalogue in and out as files: import, export, starter edition.

Doors: ``services.import_catalogue`` and ``services.export_catalogue`` (``bin/esv import`` and ``bin/esv export``),
``selectors.is_new`` and ``catalogue.entries`` (everything that search is told). What the files hold stands in
``docs/catalogue-format.md``.
"""
