"""What all tests share."""

import pytest

from esv.search import live


@pytest.fixture(autouse=True)
def _fresh_search_index() -> None:
    """No test finds what an earlier one put into the index of this process."""
    live.index.cache_clear()
