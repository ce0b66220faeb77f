"""Reads a Hunspell dictionary: every form of every word, and where in a compound it may stand.

Reads the part of the format that the dictionaries of Dutch and English use: one affix on either side of a word, and
compounds by the place of their parts. Rules for numbers, and affixes on affixes, are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from pathlib import Path

_RULES = "index.aff"
_WORDS = "index.dic"
_AFFIX_FIELDS = 5


class Use(IntFlag):
    """Where a form may stand: on its own, first in a compound, last in a compound."""

    WORD = 1
    FIRST = 2
    LAST = 4


@dataclass(frozen=True, slots=True)
class _Affix:
    """Letters to take off and to add at one side of a word, where its letters meet a condition."""

    is_suffix: bool
    taken: str
    added: str
    condition: re.Pattern[str]
    flags: frozenset[str]

    def on(self, word: str) -> str | None:
        if self.is_suffix and word.endswith(self.taken) and self.condition.search(word):
            return word[: len(word) - len(self.taken)] + self.added
        if not self.is_suffix and word.startswith(self.taken) and self.condition.match(word):
            return self.added + word[len(self.taken) :]
        return None


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the flags of a dictionary mean; a flag is empty where the dictionary has none of its kind."""

    has_long_flags: bool
    first: str
    last: str
    only_in_compound: str
    forbidden: str
    affixes: Mapping[str, Sequence[_Affix]]

    def use(self, flags: frozenset[str], inherited: frozenset[str] = frozenset()) -> Use:
        """The use of a form with these flags; of its word it inherits that it may end a compound."""
        is_bound = self.only_in_compound in flags
        use = Use.FIRST if self.first in flags else Use(0)
        if self.last in flags or (self.last in inherited and not is_bound):
            use |= Use.LAST
        return use if is_bound or self.only_in_compound in inherited else use | Use.WORD


def forms(folder: Path) -> Iterator[tuple[str, Use]]:
    """Every form in the dictionary of an npm package as it is written, with its use; a form may come twice.

    Raises:
        OSError: the folder holds no dictionary.
    """
    rules = _read_rules((folder / _RULES).read_text(encoding="utf-8").splitlines())
    for line in (folder / _WORDS).read_text(encoding="utf-8").splitlines()[1:]:
        word, _, written = line.split("\t")[0].split(" ")[0].partition("/")
        flags = _flags(written, is_long=rules.has_long_flags)
        if word and rules.forbidden not in flags:
            yield from _forms_of(word, flags, rules)


def _forms_of(word: str, flags: frozenset[str], rules: _Rules) -> Iterator[tuple[str, Use]]:
    affixes = [affix for flag in sorted(flags) for affix in rules.affixes.get(flag, ())]
    found = [(word, rules.use(flags))]
    suffixes = [affix for affix in affixes if affix.is_suffix]
    found += [(form, rules.use(affix.flags, flags)) for affix in suffixes if (form := affix.on(word))]
    yield from found
    for affix in affixes:
        if not affix.is_suffix:
            yield from ((form, Use.WORD) for base, use in found if use & Use.WORD and (form := affix.on(base)))


def _read_rules(lines: Sequence[str]) -> _Rules:
    fields = [line.split() for line in lines if line.strip()]
    named = {field[0]: field[1] for field in fields if len(field) > 1}
    is_long = named.get("FLAG") == "long"
    affixes: dict[str, list[_Affix]] = {}
    for field in fields:
        if field[0] in {"SFX", "PFX"} and len(field) >= _AFFIX_FIELDS:
            affixes.setdefault(field[1], []).append(_affix(field, is_long=is_long))
    return _Rules(
        has_long_flags=is_long,
        first=named.get("COMPOUNDBEGIN", ""),
        last=named.get("COMPOUNDEND", ""),
        only_in_compound=named.get("ONLYINCOMPOUND", ""),
        forbidden=named.get("FORBIDDENWORD", ""),
        affixes=affixes,
    )


def _affix(field: Sequence[str], *, is_long: bool) -> _Affix:
    is_suffix = field[0] == "SFX"
    added, _, flags = field[3].partition("/")
    condition = _compiled(f"(?:{field[4]})\\Z" if is_suffix else field[4])
    taken, added = ("" if letters == "0" else letters for letters in (field[2], added))
    return _Affix(is_suffix, taken, added, condition, _flags(flags, is_long=is_long))


@cache
def _compiled(condition: str) -> re.Pattern[str]:
    return re.compile(condition)


@cache
def _flags(written: str, *, is_long: bool) -> frozenset[str]:
    width = 2 if is_long else 1
    return frozenset(written[place : place + width] for place in range(0, len(written), width))
