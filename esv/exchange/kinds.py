"""Which kinds of entries there are, in which file each stands, and how each is read and kept.

The order is that of writing: what is pointed at comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from esv.editorial.records import KeptRecord
from esv.editorial.services import Origin
from esv.evaluation import selectors as evaluation_reads
from esv.evaluation import services as evaluation
from esv.evaluation.records import PromiseRecord, SelfAssessmentRecord
from esv.glossary import selectors as glossary_reads
from esv.glossary import services as glossary
from esv.glossary.records import ConceptRecord, DisputedTermRecord, ThemeRecord
from esv.knowledge import dialogue_services, filing
from esv.knowledge import selectors as knowledge_reads
from esv.knowledge import services as knowledge
from esv.knowledge.dialogue_records import DilemmaRecord, ExerciseRecord
from esv.knowledge.models import ChannelSource, DefinitionSource, FunctionSource, RouteSource
from esv.knowledge.records import FigureRecord, PerspectiveRecord, SourceRecord
from esv.network import selectors as network_reads
from esv.network import services as network
from esv.network.records import (
    ChannelRecord,
    DirectoryRecord,
    InitiativeRecord,
    InstitutionRecord,
    RouteGuideRecord,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    Attributes:
        record: what it looks like in a file; its ``KIND`` is the name.
        label: what several of them are called.
        current: all that are there now, by id.
        keep: writes them (called as ``keep(records, origin=...)``).
    """

    record: type[KeptRecord]
    label: str | Promise
    current: Callable[[], Mapping[str, Any]]
    keep: Callable[..., None]

    @property
    def name(self) -> str:
        """The part of the key before the colon."""
        return self.record.KIND


def _keep_terms(records: Sequence[DisputedTermRecord], *, origin: Origin) -> None:
    glossary.keep_terms(records, origin=origin)
    cited = {definition.id: [definition.source] for record in records for definition in record.definitions}
    knowledge.cite_for_definitions(cited)


def _keep_channels(records: Sequence[ChannelRecord], *, origin: Origin) -> None:
    network.keep_channels(records, origin=origin)
    knowledge.cite_for_channels({record.id: [record.source] if record.source else [] for record in records})


def _keep_guide(records: Sequence[RouteGuideRecord], *, origin: Origin) -> None:
    network.keep_guide(records, origin=origin)
    for record in records:
        knowledge.cite_for_functions({function.id: function.sources for function in record.functions})
        knowledge.cite_for_routes({route.slug: route.sources for route in record.routes})


def _current_terms() -> Mapping[str, DisputedTermRecord]:
    return glossary_reads.term_records(knowledge_reads.cited_sources(DefinitionSource))


def _current_channels() -> Mapping[str, ChannelRecord]:
    return network_reads.channel_records(knowledge_reads.cited_sources(ChannelSource))


def _current_guide() -> Mapping[str, RouteGuideRecord]:
    return network_reads.guide_records(
        function_sources=knowledge_reads.cited_sources(FunctionSource),
        route_sources=knowledge_reads.cited_sources(RouteSource),
    )


THEME = Kind(ThemeRecord, _("themes"), glossary_reads.theme_records, glossary.keep_themes)
CONCEPT = Kind(ConceptRecord, _("concepts"), glossary_reads.concept_records, glossary.keep_concepts)
INSTITUTION = Kind(InstitutionRecord, _("institutions"), network_reads.institution_records, network.keep_institutions)
INITIATIVE = Kind(InitiativeRecord, _("initiatives"), network_reads.initiative_records, network.keep_initiatives)
SOURCE = Kind(SourceRecord, _("sources"), filing.source_records, knowledge.keep_sources)
DIRECTORY = Kind(DirectoryRecord, _("list of channels"), network_reads.directory_records, network.keep_directory)
CHANNEL = Kind(ChannelRecord, _("support channels"), _current_channels, _keep_channels)
GUIDE = Kind(RouteGuideRecord, _("role routes"), _current_guide, _keep_guide)
TERM = Kind(DisputedTermRecord, _("disputed terms"), _current_terms, _keep_terms)
PERSPECTIVE = Kind(PerspectiveRecord, _("action perspectives"), filing.perspective_records, knowledge.keep_perspectives)
FIGURE = Kind(FigureRecord, _("figures"), filing.figure_records, knowledge.keep_figures)
DILEMMA = Kind(DilemmaRecord, _("dilemmas"), filing.dilemma_records, dialogue_services.keep_dilemmas)
EXERCISE = Kind(ExerciseRecord, _("exercises"), filing.exercise_records, dialogue_services.keep_exercises)
PROMISE = Kind(PromiseRecord, _("promises"), evaluation_reads.promise_records, evaluation.keep_promises)
ASSESSMENT = Kind(
    SelfAssessmentRecord, _("self-assessment"), evaluation_reads.assessment_records, evaluation.keep_assessment
)

KINDS = (
    THEME,
    CONCEPT,
    INSTITUTION,
    INITIATIVE,
    SOURCE,
    DIRECTORY,
    CHANNEL,
    GUIDE,
    TERM,
    PERSPECTIVE,
    FIGURE,
    DILEMMA,
    EXERCISE,
    PROMISE,
    ASSESSMENT,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out.

    Attributes:
        items: the kind of which the whole file is a list.
        head: the kind of the one entry that the file itself is.
        sections: kinds by the name of the list in which they stand.
    """

    items: Kind | None = None
    head: Kind | None = None
    sections: Mapping[str, Kind] | None = None

    @property
    def kinds(self) -> list[Kind]:
        """Every kind in the file."""
        return [kind for kind in (self.items, self.head, *(self.sections or {}).values()) if kind]


LAYOUTS: Mapping[str, Layout] = {
    "sources.yaml": Layout(items=SOURCE),
    "themes.yaml": Layout(items=THEME),
    "glossary.yaml": Layout(items=CONCEPT),
    "disputed-terms.yaml": Layout(items=TERM),
    "institutions.yaml": Layout(items=INSTITUTION),
    "initiatives.yaml": Layout(items=INITIATIVE),
    "support-channels.yaml": Layout(head=DIRECTORY, sections={"channels": CHANNEL}),
    "role-routes.yaml": Layout(head=GUIDE),
    "perspectives.yaml": Layout(items=PERSPECTIVE),
    "figures.yaml": Layout(items=FIGURE),
    "dilemmas.yaml": Layout(sections={"dilemmas": DILEMMA, "exercises": EXERCISE}),
    "promises.yaml": Layout(items=PROMISE),
    "self-assessment.yaml": Layout(head=ASSESSMENT),
}
