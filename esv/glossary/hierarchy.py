"""Which concept stands under which. Nothing may stand under itself, however many steps away."""

from __future__ import annotations

from collections.abc import Mapping


def circle_from(start: str, broader: Mapping[str, str | None]) -> list[str]:
    """Follow broader concepts upwards; return the circle that ``start`` is part of, or nothing.

    Args:
        start: id of a concept.
        broader: id of the concept right above each concept, None at the top.

    Returns:
        The ids from ``start`` back to ``start``, for instance ``["a", "b", "a"]``.
    """
    way = [start]
    seen = {start}
    while (above := broader.get(way[-1])) is not None:
        way.append(above)
        if above == start:
            return way
        if above in seen:
            return []
        seen.add(above)
    return []


def circles(broader: Mapping[str, str | None]) -> list[list[str]]:
    """Every circle once, each beginning with the id that comes first in the alphabet."""
    found = [circle_from(start, broader) for start in sorted(broader)]
    return [circle for circle in found if circle and circle[0] == min(circle)]
