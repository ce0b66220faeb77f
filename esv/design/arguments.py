"""A wrong argument to a component fails at once, with a message that says what would be right."""

from __future__ import annotations

from collections.abc import Collection


def one_of(component: str, argument: str, value: object, allowed: Collection[object]) -> None:
    """Check that an argument is one of the values a component knows.

    Raises:
        ValueError: it is none of them.
    """
    if value not in allowed:
        raise ValueError(f"{component} has no {argument} {value!r}; it has {', '.join(map(str, allowed))}")
