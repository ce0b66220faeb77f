"""The door for web servers; the search index is built before the first question comes."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

from django.db import connections  # noqa: E402 - settings first

from esv.search import live  # noqa: E402 - settings first

live.index().refresh()
connections.close_all()  # a connection cannot be shared by the processes that are forked from this one
