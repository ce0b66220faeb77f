"""Everything in the catalogue as search is told it, for building the index anew and for keeping it up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from esv.editorial.services import Findable
from esv.glossary import indexing as glossary
from esv.glossary import selectors as glossary_reads
from esv.glossary.models import Concept
from esv.knowledge import indexing as knowledge
from esv.knowledge import selectors as knowledge_reads
from esv.network import indexing as network
from esv.network import selectors as network_reads
from esv.network.models import SupportChannel
from esv.search.entries import Entry

Shelf = tuple[Callable[[], Iterable[Findable]], Callable[[Any], Entry]]

SHELVES: tuple[Shelf, ...] = (
    (Concept.objects.all, glossary.entry_of_concept),
    (glossary_reads.terms_with_definitions, glossary.entry_of_term),
    (network_reads.institutions_with_names, network.entry_of_institution),
    (network_reads.initiatives_with_themes, network.entry_of_initiative),
    (SupportChannel.objects.all, network.entry_of_channel),
    (network_reads.routes_with_steps, network.entry_of_route),
    (knowledge_reads.sources_with_themes, knowledge.entry_of_source),
    (knowledge_reads.perspectives_with_parts, knowledge.entry_of_perspective),
    (knowledge_reads.figures_with_parts, knowledge.entry_of_figure),
    (knowledge_reads.dilemmas_with_parts, knowledge.entry_of_dilemma),
    (knowledge_reads.exercises_with_parts, knowledge.entry_of_exercise),
)


def entries() -> Iterator[Entry]:
    """Every public entry that can be found, as it is today: what is long overdue is no longer suggested."""
    for things, entry_of in SHELVES:
        yield from (entry_of(thing) for thing in things() if thing.is_public)
