"""What all tests share."""

import pytest


@pytest.fixture(autouse=True)
def _in_dutch(settings):
    """Pages are Dutch unless a test says otherwise."""
    settings.LANGUAGE_CODE = "nl"
