"""What other apps hand to search: one entry for everything that can be found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

#: Weight of what shows the way (a theme, an institution, who does what) rather than answers a question itself.
WAYFINDING = 0.8

FACETS = ("kind", "theme", "level", "phase", "role", "institution_kind", "language", "evidence")


@dataclass(frozen=True, slots=True)
class EntryText:
    """The text of an entry in one language.

    Attributes:
        title: what the entry is called; shown as the link to it and searched with more weight.
        summary: the first thing a reader should see, plain text; may be empty.
        body: everything else that may be searched, plain text or Markdown; headings divide it into passages.
        labels: other names (alternative labels of a concept, short name of an institution).
    """

    title: str
    summary: str = ""
    body: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, in every language in which it has text.

    Attributes:
        key: kind and id, for instance ``source:knaw-advies``; unique and never reused.
        kind: code of the kind, the part of the key before the colon.
        path: address of its page without the language prefix, for instance ``/bronnen/knaw-advies/``.
        texts: by language code (``nl``, ``en``).
        language: language of the thing itself (a source in English with a Dutch summary is ``en``); may be empty.
        status: editorial status code, shown with every result.
        facets: codes by facet (see ``FACETS``; ``kind`` and ``language`` are added by search itself).
        ratings: codes by rating (``effect``, ``certainty``, ``harm``) where the thing has been rated.
        concept: whether its titles and labels are names for one idea, so that a question with one of them also
            finds the others.
        weight: what its score is multiplied by; below 1 it stands back for what is about as near (``WAYFINDING``).
        suggested_until: last day on which it may be suggested; it can still be found after it. None: always.
    """

    key: str
    kind: str
    path: str
    texts: Mapping[str, EntryText]
    language: str = ""
    status: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, str] = field(default_factory=dict)
    concept: bool = False
    weight: float = 1.0
    suggested_until: date | None = None
