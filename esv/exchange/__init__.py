"""The whole catalogue in and out as files: import, export, starter edition."""
