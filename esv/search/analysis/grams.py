"""Overlapping pieces of a word: what misspelled and inflected words still share."""

from functools import lru_cache

GRAM = 4


@lru_cache(maxsize=20_000)
def grams(word: str, size: int = GRAM) -> tuple[str, ...]:
    """Every run of ``size`` characters of the word between boundary signs, each once, in order.

    A word too short for that is one gram: "ik" gives "#ik#".
    """
    bounded = f"#{word}#"
    if len(bounded) <= size:
        return (bounded,)
    return tuple(dict.fromkeys(bounded[start : start + size] for start in range(len(bounded) - size + 1)))
