"""The part of a long passage that shows why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esv.search.findings import Segment

LONGEST = 360  # characters: five or six lines
BEFORE_THE_MATCH = 90


def excerpt(segments: Sequence[Segment], *, longest: int = LONGEST) -> tuple[Segment, ...]:
    """Cut a passage to the part around its first match; a short passage stays whole.

    The cut falls between words and shows as an ellipsis.
    """
    text = "".join(segment.text for segment in segments)
    if len(text) <= longest:
        return tuple(segments)
    start = _start(text, _first_match(segments), longest)
    end = _end(text, start + longest)
    cut = list(_between(segments, start, end))
    before = [Segment("… ", is_match=False)] if start else []
    after = [Segment(" …", is_match=False)] if end < len(text) else []
    return (*before, *cut, *after)


def _first_match(segments: Sequence[Segment]) -> int:
    place = 0
    for segment in segments:
        if segment.is_match:
            return place
        place += len(segment.text)
    return 0


def _start(text: str, match: int, longest: int) -> int:
    """Where to begin: at the beginning, or at a word some way before the match."""
    if match <= longest // 2:
        return 0
    start = min(match - BEFORE_THE_MATCH, len(text) - longest)
    return text.find(" ", start, match) + 1 or start


def _end(text: str, end: int) -> int:
    return len(text) if end >= len(text) else max(text.rfind(" ", 0, end), 1)


def _between(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    place = 0
    for segment in segments:
        piece = segment.text[max(start - place, 0) : max(end - place, 0)]
        place += len(segment.text)
        if piece:
            yield Segment(piece, segment.is_match)
