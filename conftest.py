"""What all tests share."""

from collections.abc import Iterator

import pytest
from django.template import engines
from django.utils import translation

from esv.search import live


class UnknownVariable(str):
    """What a template would print for a variable it does not know: an error."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        raise AssertionError(f"a template asks for a variable it does not get: {variable}")


@pytest.fixture(autouse=True)
def _fresh_search_index() -> None:
    """No test finds what an earlier one put into the index of this process."""
    live.index.cache_clear()


@pytest.fixture(autouse=True)
def _dutch_first() -> Iterator[None]:
    """A test begins in Dutch, whatever language an earlier one ended in."""
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True, scope="session")
def _unknown_template_variables_fail() -> None:
    """A template that asks for a variable it does not get fails the test."""
    engines["django"].engine.string_if_invalid = UnknownVariable("%s")  # type: ignore[attr-defined]
