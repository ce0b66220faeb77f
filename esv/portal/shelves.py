"""What is in the catalogue: a shelf for each kind of thing, with its address and how much stands on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from esv.editorial.models import Permanent
from esv.evaluation.models import Promise as PublicPromise
from esv.glossary.models import Concept, DisputedTerm
from esv.knowledge.models import ActionPerspective, Dilemma, Exercise, Figure, Source
from esv.knowledge.models.sources import INSTRUMENT_TYPES
from esv.network.models import Initiative, Institution, RoleRoute, RouteGuide, SupportChannel


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of thing in the catalogue.

    Attributes:
        name: what the things are called.
        view: name of the view that lists them.
        entries: those that visitors may see.
        permanent_word: word of their permanent addresses.
    """

    name: Promise
    view: str
    entries: Callable[[], QuerySet[Any]]
    permanent_word: str

    @property
    def address(self) -> str:
        """Address of the list."""
        return reverse(self.view)

    @property
    def count(self) -> int:
        """How many a visitor may see."""
        return self.entries().count()


def _public_routes() -> QuerySet[RoleRoute]:
    return RoleRoute.objects.filter(guide__in=RouteGuide.objects.public())


SHELVES = (
    Shelf(
        _("Action perspectives"),
        "knowledge:perspectives",
        ActionPerspective.objects.public,
        ActionPerspective.PERMANENT_ADDRESS,
    ),
    Shelf(
        _("Sources"),
        "knowledge:sources",
        lambda: Source.objects.public().exclude(source_type__in=INSTRUMENT_TYPES),
        Source.PERMANENT_ADDRESS,
    ),
    Shelf(_("Instruments"), "knowledge:instruments", lambda: Source.objects.public().instruments(), "instrument"),
    Shelf(
        _("Initiatives"),
        "network:initiatives",
        Initiative.objects.public,
        Initiative.PERMANENT_ADDRESS,
    ),
    Shelf(_("Concepts"), "glossary:concepts", lambda: Concept.objects.in_glossary().public(), "begrip"),
    Shelf(
        _("Disputed terms"),
        "glossary:terms",
        DisputedTerm.objects.public,
        DisputedTerm.PERMANENT_ADDRESS,
    ),
    Shelf(_("Themes"), "portal:themes", lambda: Concept.objects.themes().public(), "thema"),
    Shelf(_("Figures"), "knowledge:figures", Figure.objects.public, Figure.PERMANENT_ADDRESS),
    Shelf(_("Dilemmas"), "knowledge:dilemmas", Dilemma.objects.public, Dilemma.PERMANENT_ADDRESS),
    Shelf(_("Exercises"), "knowledge:exercises", Exercise.objects.public, Exercise.PERMANENT_ADDRESS),
    Shelf(
        _("Institutions"),
        "network:institutions",
        Institution.objects.public,
        Institution.PERMANENT_ADDRESS,
    ),
    Shelf(
        _("Help lines"),
        "network:channels",
        SupportChannel.objects.public,
        SupportChannel.PERMANENT_ADDRESS,
    ),
    Shelf(_("Who does what"), "network:guide", _public_routes, RoleRoute.PERMANENT_ADDRESS),
    Shelf(
        _("Promises"),
        "evaluation:promises",
        lambda: PublicPromise.objects.public().in_force(),
        PublicPromise.PERMANENT_ADDRESS,
    ),
)


def find_by_reference(word: str, reference: str) -> Permanent | None:
    """Find what a permanent address leads to, among what visitors may see."""
    if word == Source.PERMANENT_ADDRESS:
        return Source.objects.public().filter(reference=reference).first()
    for shelf in SHELVES:
        if shelf.permanent_word == word:
            found: Permanent | None = shelf.entries().filter(reference=reference).first()
            return found
    return None
