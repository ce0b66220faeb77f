"""A text cut into pieces short enough to embed and to show."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_WORDS = 130
FEWEST_WORDS = 20

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<words>.+?)\s*#*\s*$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an item, in one language.

    ``key`` is unique in an index and does not change when the item is put again. ``item`` names
    what the piece belongs to ("source:abc"), ``language`` is "nl", "en" or any other code, and
    ``position`` counts from 0 within the item and language. The score of an item is multiplied by the ``weight`` of its
    passages, the same for all of them.
    """

    key: str
    item: str
    kind: str
    language: str
    title: str
    text: str
    position: int = 0
    weight: float = 1.0

    @property
    def full_text(self) -> str:
        """The title in front of the text: what is embedded."""
        if not self.title:
            return self.text
        return f"{self.title}\n{self.text}" if self.text else self.title


def split(text: str, *, most_words: int = MOST_WORDS, fewest_words: int = FEWEST_WORDS) -> list[str]:
    """Cut a text at headings, then at sentences, into pieces of at most ``most_words`` words.

    A piece of fewer than ``fewest_words`` words at the end of a section joins the one before it, so
    a piece can be that much longer. A heading stays in front of its first piece. Empty text gives no pieces.
    """
    pieces: list[str] = []
    for section in _sections(text):
        pieces.extend(_pack(_short_sentences(section, most_words), most_words, fewest_words))
    return _join_short_tail(pieces, fewest_words)


def passages_of(item: str, kind: str, language: str, title: str, text: str) -> list[Passage]:
    """Make the passages of one item in one language; an item without text is found by its title."""
    pieces = split(text) or ([""] if title.strip() else [])
    return [
        Passage(f"{item}#{language}{position}", item, kind, language, title.strip(), piece, position)
        for position, piece in enumerate(pieces)
    ]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of every sentence that is not only space."""
    start = 0
    for found in [*_SENTENCE_END.finditer(text), None]:
        end = found.start() if found else len(text)
        if text[start:end].strip():
            yield start, end
        start = found.end() if found else end


def _sections(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            if lines:
                yield " ".join(lines)
            lines = [_as_sentence(heading["words"])]
        elif line.strip():
            lines.append(line.strip())
    if lines:
        yield " ".join(lines)


def _as_sentence(heading: str) -> str:
    return heading if heading[-1] in ".!?:…" else f"{heading}:"


def _short_sentences(section: str, most_words: int) -> Iterator[str]:
    for start, end in sentences(section):
        words = section[start:end].split()
        for first in range(0, len(words), most_words):
            yield " ".join(words[first : first + most_words])


def _pack(parts: Iterable[str], most_words: int, fewest_words: int) -> list[str]:
    pieces: list[list[str]] = []
    length = 0
    for part in parts:
        words = len(part.split())
        if not pieces or length + words > most_words:
            pieces.append([])
            length = 0
        pieces[-1].append(part)
        length += words
    return _join_short_tail([" ".join(piece) for piece in pieces], fewest_words)


def _join_short_tail(pieces: list[str], fewest_words: int) -> list[str]:
    if len(pieces) > 1 and len(pieces[-1].split()) < fewest_words:
        return [*pieces[:-2], f"{pieces[-2]} {pieces[-1]}"]
    return pieces
