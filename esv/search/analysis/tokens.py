"""Words of a text, folded so that case and accents make no difference, with their places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 48
LONGEST_QUESTION = 20_000

# A word may hold combining accents, as decomposed text does.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_LETTERS_WITHOUT_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word as folded, and its place in the text: ``start`` inclusive, ``end`` exclusive."""

    word: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """All words as written, in order: the quick way, without folding or places."""
    return _WORD.findall(text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text, folded, with their places in the text as given."""
    for match in _WORD.finditer(text):
        yield Token(fold(match.group()), match.start(), match.end())


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case without accents, at most ``LONGEST_WORD`` characters.

    Width and ligature variants become the ordinary letters; other scripts stay as they are.
    """
    if word.isascii():
        return word.lower()[:LONGEST_WORD]
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return bare.translate(_LETTERS_WITHOUT_ACCENT)[:LONGEST_WORD] or word[:LONGEST_WORD]
