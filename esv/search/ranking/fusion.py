"""One order from two: scores by words and by meaning, weighed by the kind of question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from esv.search.analysis.language import ENGLISH
from esv.search.analysis.question import Question
from esv.search.lexical import Mask, Ranked, Scores

LONG_QUESTION = 60
SECOND_VERSION = 0.1
# The rank whose score counts as "not near at all" when scores by meaning are made comparable.
FAR_RANK = 100

_ASKS = re.compile(
    r"\?|^\W*(hoe|wat|wie|waar|waarom|waarvoor|wanneer|welke?|hoeveel|mag|moet|kan|kun|is|zijn|heeft|heb|hebben|bestaa[nt]"
    r"|how|what|who|where|why|when|which|can|should|does?|is|are|may|must|has|have)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The share of words in a score (the rest is meaning), and how much four-letter pieces count (0-1)."""

    words: float
    grams: float = 1.0


WHOLE_QUESTION = Weights(0.5)
KEYWORDS = Weights(0.6)
LONG_TEXT = Weights(0.7, grams=0.0)
ENGLISH_QUESTION = Weights(0.4)


def weights_for(question: Question) -> Weights:
    """The weights that did best on public sets of that kind of question.

    Source: measurements on Dutch government questions, titles, subject headings, 132-word questions and two
    English sets (nDCG@10 in steps of 0.1 to 0.2); docs/measurements.md compares them with fixed weights.
    """
    if question.length > LONG_QUESTION:
        return LONG_TEXT
    if question.language == ENGLISH:
        return ENGLISH_QUESTION
    return WHOLE_QUESTION if _ASKS.search(question.text) else KEYWORDS


def fuse(by_words: Ranked, meanings: Scores, far: float, foreign: Mask, weights: Weights) -> Ranked:
    """Weigh two scores per version of an item.

    Args:
        by_words: the versions to order, with their scores by words (0 where no word matched).
        meanings: their scores by meaning, in the same order; -inf without a vector yet: words alone count there.
        far: the score by meaning of the version at ``FAR_RANK``.
        foreign: True for versions in another language than the question: their words cannot match, so
            meaning alone counts.
        weights: the shares.
    """
    words = _share_of_best(by_words)
    near = np.clip((meanings - far) / max(float(meanings.max(initial=far)) - far, 1e-9), 0.0, 1.0)
    mixed = weights.words * words + (1.0 - weights.words) * near
    own = np.where(np.isfinite(meanings), mixed, words)
    return _ordered(by_words, np.where(foreign, near, own).astype(np.float32))


def fuse_words(by_words: Ranked) -> Ranked:
    """The same order where there are no vectors: by words alone."""
    return _ordered(by_words, _share_of_best(by_words))


def _share_of_best(by_words: Ranked) -> Scores:
    return by_words.scores / np.float32(max(float(by_words.scores.max(initial=0.0)), 1e-9))


def _ordered(found: Ranked, scores: Scores) -> Ranked:
    order = np.lexsort((found.ordinals, -scores))
    return Ranked(found.ordinals[order], scores[order])


@dataclass(frozen=True, slots=True)
class Group:
    """An item, by number, with its score and its versions, best first."""

    item: int
    score: float
    versions: tuple[int, ...]


def group_by_item(
    ranked: Ranked, items: npt.NDArray[np.int32], limit: int, second: float = SECOND_VERSION
) -> list[Group]:
    """The best items: the best version counts, and a tenth (``second``) of another.

    ``items`` holds the number of the item of every version in the library. Of equal items the one whose best version
    was added first comes first.
    """
    found: dict[int, list[tuple[float, int]]] = {}
    for version, score in zip(ranked.ordinals.tolist(), ranked.scores.tolist(), strict=True):
        found.setdefault(int(items[version]), []).append((score, version))
    groups = [
        Group(item, _score(versions, second), tuple(number for _, number in versions))
        for item, versions in found.items()
    ]
    return sorted(groups, key=lambda group: (-group.score, group.versions[0]))[:limit]


def _score(versions: Sequence[tuple[float, int]], second: float) -> float:
    return versions[0][0] + (second * versions[1][0] if len(versions) > 1 else 0.0)
