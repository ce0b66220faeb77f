"""Production starts only with settings of its own, and then passes Django's check for deployment."""

import os
import string
import subprocess
import sys

import pytest

GOOD = {
    "ESV_SECRET_KEY": f"{string.ascii_letters}{string.digits}",
    "ESV_HOSTS": "expertiseplatform.example",
    "ESV_SITE_URL": "https://expertiseplatform.example",
    "DATABASE_URL": "postgresql://esv@localhost/esv",
    "ESV_SEARCH_EMBEDDER": "none",
}


def check_deployment(changes):
    settings = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ESV_", "DATABASE", "DJANGO"))}
    return subprocess.run(
        [sys.executable, "-m", "config.commandline", "check", "--deploy", "--fail-level", "WARNING"],
        env={**clean, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_with_its_own_settings_passes_the_check_for_deployment():
    done = check_deployment({})

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ESV_SECRET_KEY": None}, "ESV_SECRET_KEY"),
        ({"ESV_SECRET_KEY": "short"}, "ESV_SECRET_KEY"),
        ({"ESV_SECRET_KEY": "only for trying out: production refuses this key"}, "ESV_SECRET_KEY"),
        ({"ESV_HOSTS": None}, "ESV_HOSTS"),
        ({"ESV_HOSTS": "*"}, "ESV_HOSTS"),
        ({"ESV_SITE_URL": None}, "ESV_SITE_URL"),
        ({"DATABASE_URL": None}, "DATABASE_URL"),
        ({"ESV_ENVIRONMENT": "staging"}, "ESV_ENVIRONMENT"),
    ],
)
def test_production_refuses_what_is_missing_or_made_for_trying_out(changes, told):
    done = check_deployment(changes)

    assert done.returncode != 0
    assert told in done.stderr.splitlines()[-1]
