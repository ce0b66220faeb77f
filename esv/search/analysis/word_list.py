"""The words of Dutch and English, so that a good word that no indexed text holds is not taken for a typing error.

``python -m esv.search.analysis.word_list --out FOLDER`` makes the lists from the dictionaries among the npm packages.
"""

import argparse
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from esv.search.analysis.hunspell import Use, forms
from esv.search.analysis.language import LANGUAGES
from esv.search.analysis.tokens import fold, words

SHORTEST_PART = 3

Entries = npt.NDArray[np.uint64]

_EVERY_USE = int(Use.WORD | Use.FIRST | Use.LAST)


@dataclass(frozen=True, slots=True)
class WordList:
    """Knows whether a word exists; without lists it knows none.

    ``entries`` holds per language an ascending array with a number for each folded form: its hash, with its ``Use`` in
    the lowest three bits.
    """

    entries: Mapping[str, Entries] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> "WordList":
        """The lists that are in a folder; they stay on disk and are shared by all processes."""
        paths = {language: _path(folder, language) for language in LANGUAGES}
        return cls(
            {language: np.asarray(np.load(path, mmap_mode="r")) for language, path in paths.items() if path.exists()}
        )

    def knows(self, word: str, languages: Collection[str]) -> bool:
        """Whether a folded word exists in one of the languages, also as a compound of two words."""
        return any(self._is_word(word, self.entries[language]) for language in languages if language in self.entries)

    def _is_word(self, word: str, entries: Entries) -> bool:
        return bool(_use(word, entries) & Use.WORD) or any(
            _use(word[:cut], entries) & Use.FIRST and _use(word[cut:], entries) & Use.LAST
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        )


NO_WORD_LIST = WordList()


def make_list(dictionary: Path) -> Entries:
    """The entries of all forms of a Hunspell dictionary that are one word of letters.

    Raises:
        OSError: the folder holds no dictionary.
    """
    uses: dict[int, int] = {}
    for form, use in forms(dictionary):
        folded = fold(form)
        if use and len(folded) >= SHORTEST_PART and folded.isalpha() and words(form) == [form]:
            number = _number(folded)
            uses[number] = uses.get(number, 0) | use
    return np.sort(np.fromiter((number | use for number, use in uses.items()), dtype=np.uint64, count=len(uses)))


def _use(word: str, entries: Entries) -> int:
    """Where a folded form may stand; 0 when there is none."""
    number = _number(word)
    place = int(np.searchsorted(entries, np.uint64(number)))
    found = int(entries[place]) if place < len(entries) else 0
    return found - number if found - number <= _EVERY_USE and found > number else 0


def _number(word: str) -> int:
    """The hash of a folded form, without its three lowest bits."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") & ~_EVERY_USE


def _path(folder: Path, language: str) -> Path:
    return folder / f"{language}.npy"


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the lists from the command line; 0 when they are there."""
    parser = argparse.ArgumentParser(description="Make the word lists of the search speller.")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="folder of the lists")
    parser.add_argument("--packages", type=Path, default=Path("node_modules"), help="folder of the npm packages")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        for language in LANGUAGES:
            np.save(_path(options.out, language), make_list(options.packages / f"dictionary-{language}"))
    except OSError as error:
        print(f"no word list made: {error}. Install the npm packages first: bin/setup.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
