"""What the tests of the whole product share: the starter edition, a running site, a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connection, connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Playwright, sync_playwright

from esv.search import live, versions

# The browser is driven from an event loop in this thread; the tests themselves do nothing at the same time.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSER = Path(__file__).resolve().parent.parent / "var" / "browser"
KEPT_APPS = ("glossary", "network", "knowledge", "evaluation", "exchange")


@pytest.fixture(scope="module")
def catalogue(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The starter edition in the database, for a module whose tests only read."""
    with django_db_blocker.unblock():
        # Without a test marked django_db there is no test database: this would fill and empty the developer's.
        assert connection.settings_dict["NAME"].startswith("test_"), "mark the tests of this module with django_db"
        live.index.cache_clear()
        call_command("import", stdout=StringIO(), stderr=StringIO())
        yield
        _empty()


@pytest.fixture(scope="module")
def site(catalogue) -> Iterator[str]:
    """The address of the site, served by a thread of this process."""
    connections.settings["default"]["CONN_MAX_AGE"] = 0  # a browser that stays on the line keeps no connection open
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://localhost:{server.port}"
    server.terminate()


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright
        connections.close_all()  # while its event loop runs, Django keeps connections of their own


@pytest.fixture(scope="session")
def browser(_playwright) -> Iterator[Browser]:
    """The browser that set-up unpacked."""
    libraries = (BROWSER / "library-path").read_text().strip()
    browser = _playwright.chromium.launch(
        executable_path=BROWSER / "chromium",
        args=["--no-sandbox", "--disable-gpu"],
        env={**os.environ, **({"LD_LIBRARY_PATH": libraries} if libraries else {})},
    )
    yield browser
    browser.close()


def _empty() -> None:
    """Take out what the import put in; what migrations put in stays."""
    tables = [model._meta.db_table for app in KEPT_APPS for model in apps.get_app_config(app).get_models()]
    tables += ["search_indexedentry"]
    names = ", ".join(connection.ops.quote_name(table) for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} CASCADE")
    versions.take_next()
    live.index.cache_clear()
