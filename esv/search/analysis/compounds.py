"""The parts of a Dutch compound, found with the words of the indexed texts alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

SHORTEST_PART = 4
MOST_PARTS = 4

_LINKS = ("", "s", "en", "e")
# Endings and beginnings that also stand alone as words or as typing errors, and would cut a word in the wrong place.
_NO_PARTS_AS_TEXT = """
aarden achter anti atie aties baar bare binnen boven buiten door eerd eerde eerden elijk elijke elingen enden
enheid ering eringen erij etje fiek gaan haft heden heid heids iciteit ieel iele iging ingen iseer isch ische isering
iteit iteiten kunde lijk lijke lijks lingen loos loze loosheid mede naar neming nemen onder ooit open over rijk ringen
sche schap schappen sing staan stelling ster sters tegen teit ties tief tieve tigen ting tingen tjes toen tussen vaar
veel vend vende voor waard waarde waarts wege weging zaam zame zelf ende enden eren ered erend erende ende lende
"""
_NO_PARTS = frozenset(_NO_PARTS_AS_TEXT.split())


@dataclass(frozen=True, slots=True)
class Part:
    """A part as a word of its own, and its place in the compound (the linking letters are outside)."""

    word: str
    start: int
    end: int


class Splitter:
    """Splits words into words that occur on their own.

    ``counts`` says in how many indexed texts a folded word occurs.
    """

    def __init__(self, counts: Mapping[str, int], *, fewest_texts: int = 2) -> None:
        self._weights = {
            word: math.log1p(count)
            for word, count in counts.items()
            if count >= fewest_texts and len(word) >= SHORTEST_PART and word.isalpha() and word not in _NO_PARTS
        }

    def split(self, word: str) -> tuple[Part, ...]:
        """The parts of a folded word, or nothing when it cannot be cut into known words."""
        if len(word) < 2 * SHORTEST_PART or not word.isalpha():
            return ()
        best = self._search(word, 0, MOST_PARTS, {})
        return best[1] if best and len(best[1]) > 1 else ()

    def is_part(self, written: str) -> bool:
        """Whether a piece of a word is a known word, with or without linking letters."""
        return self._without_link(written) is not None

    def _search(
        self, word: str, start: int, most: int, seen: dict[tuple[int, int], tuple[float, tuple[Part, ...]] | None]
    ) -> tuple[float, tuple[Part, ...]] | None:
        """The best way to cut what follows ``start`` into at most ``most`` known words, with its worth."""
        if (start, most) not in seen:
            ways = [self._last(word, start)]
            if most > 1:
                ways += [
                    self._first_and_rest(word, start, end, most, seen)
                    for end in range(start + SHORTEST_PART, len(word) - SHORTEST_PART + 1)
                ]
            seen[start, most] = max((way for way in ways if way), key=lambda way: way[0], default=None)
        return seen[start, most]

    def _last(self, word: str, start: int) -> tuple[float, tuple[Part, ...]] | None:
        rest = word[start:]
        if rest not in self._weights or start == 0:
            return None
        return self._worth(rest), (Part(rest, start, len(word)),)

    def _first_and_rest(
        self,
        word: str,
        start: int,
        end: int,
        most: int,
        seen: dict[tuple[int, int], tuple[float, tuple[Part, ...]] | None],
    ) -> tuple[float, tuple[Part, ...]] | None:
        first = self._without_link(word[start:end])
        rest = self._search(word, end, most - 1, seen) if first else None
        if not rest or not first:
            return None
        return min(self._worth(first), rest[0]) - 1.0, (Part(first, start, start + len(first)), *rest[1])

    def _without_link(self, written: str) -> str | None:
        for link in _LINKS:
            bare = written.removesuffix(link)
            if (not link or bare != written) and bare in self._weights:
                return bare
        return None

    def _worth(self, word: str) -> float:
        """Long and frequent parts are the likely ones; the worst part decides, which favours balance."""
        return 0.7 * len(word) + self._weights[word]
