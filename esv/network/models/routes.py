"""Who does what: for each need and kind of institution the function to go to first (wie doet wat)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from esv.editorial.models import (
    CODE_LENGTH,
    ENTRY_CONSTRAINTS,
    UNIQUE_SLUG,
    CatalogueEntry,
    CatalogueQuerySet,
    OrderedPart,
    Permanent,
    TextsField,
    known,
)
from esv.editorial.vocabulary import InstitutionKind


class RouteGuideQuerySet(CatalogueQuerySet["RouteGuide"]):
    """Ways to choose guides."""


class RouteGuide(CatalogueEntry):
    """The whole of needs, functions and routes, reviewed as one; one row, ``SLUG``."""

    KIND = "guide"
    ADDRESS = "wie-doet-wat"
    SLUG = "wie-doet-wat"

    introduction_nl = models.TextField(_("introduction (Dutch)"))
    introduction_en = models.TextField(_("introduction (English)"))

    objects = RouteGuideQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG]

    @property
    def path(self) -> str:
        """The address of the finder, without the prefix of a language."""
        return f"/{self.ADDRESS}/"


class RouteInstitutionKind(OrderedPart):
    """A kind of institution for which the guide has routes, as the guide calls it."""

    guide = models.ForeignKey(RouteGuide, models.CASCADE, related_name="institution_kinds")
    institution_kind = models.CharField(_("kind"), max_length=CODE_LENGTH, choices=InstitutionKind)
    label_nl = models.CharField(_("label (Dutch)"), max_length=100)
    label_en = models.CharField(_("label (English)"), max_length=100)

    class Meta(OrderedPart.Meta):
        constraints = [
            known("institution_kind", InstitutionKind),
            models.UniqueConstraint(name="network_routekind_once", fields=["guide", "institution_kind"]),
        ]

    def __str__(self) -> str:
        return self.institution_kind


class Need(Permanent, OrderedPart):
    """What somebody wants: to talk in confidence, to complain formally (behoefte), and what to expect then."""

    KIND = "need"
    ADDRESS = "wie-doet-wat"

    guide = models.ForeignKey(RouteGuide, models.CASCADE, related_name="needs")
    label_nl = models.CharField(_("label (Dutch)"), max_length=100)
    label_en = models.CharField(_("label (English)"), max_length=100)
    expect_nl = models.TextField(_("what to expect (Dutch)"))
    expect_en = models.TextField(_("what to expect (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [UNIQUE_SLUG]


class Whereabouts(models.TextChoices):
    """Whether a function is found in the institution or outside it."""

    INSIDE = "inside", _("in the institution")
    OUTSIDE = "outside", _("outside the institution")


class OrganisationalFunction(Permanent, OrderedPart):
    """A function people can turn to (functie): what it does, what it does not do, and how confidential it is.

    The sources behind it stand in ``knowledge.FunctionSource``.
    """

    KIND = "function"
    ADDRESS = "wie-doet-wat"

    guide = models.ForeignKey(RouteGuide, models.CASCADE, related_name="functions")
    where = models.CharField(_("where"), max_length=CODE_LENGTH, choices=Whereabouts)
    name_nl = models.CharField(_("name (Dutch)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    does_nl = models.TextField(_("does (Dutch)"))
    does_en = models.TextField(_("does (English)"))
    does_not_nl = models.TextField(_("does not (Dutch)"))
    does_not_en = models.TextField(_("does not (English)"))
    confidentiality_nl = models.TextField(_("confidentiality (Dutch)"))
    confidentiality_en = models.TextField(_("confidentiality (English)"))
    also_seen = TextsField(verbose_name=_("also seen at"))
    note_nl = models.TextField(_("note (Dutch)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    class Meta(OrderedPart.Meta):
        constraints = [UNIQUE_SLUG, known("where", Whereabouts)]


class RoleRoute(Permanent, OrderedPart):
    """Where to go with a need in a kind of institution (route), and always what is uncertain about it.

    Its status and review date are those of the guide; its sources stand in ``knowledge.RouteSource``.
    """

    KIND = "route"
    ADDRESS = "wie-doet-wat"
    PERMANENT_ADDRESS = "route"

    guide = models.ForeignKey(RouteGuide, models.CASCADE, related_name="routes")
    institution_kind = models.CharField(_("kind"), max_length=CODE_LENGTH, choices=InstitutionKind)
    need = models.ForeignKey(Need, models.CASCADE, related_name="routes")
    note_nl = models.TextField(_("note (Dutch)"))
    note_en = models.TextField(_("note (English)"))
    uncertainty_nl = models.TextField(_("what is uncertain (Dutch)"))
    uncertainty_en = models.TextField(_("what is uncertain (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [
            UNIQUE_SLUG,
            known("institution_kind", InstitutionKind),
            models.UniqueConstraint(name="network_route_once", fields=["institution_kind", "need"]),
        ]

    @property
    def is_public(self) -> bool:
        """Whether visitors may see it: with the guide it stands in."""
        return self.guide.is_public


class RouteStage(models.TextChoices):
    """When in a route a function comes."""

    FIRST = "first", _("first")
    THEN = "then", _("then")
    OUTSIDE = "outside", _("outside the institution")


class RouteStep(OrderedPart):
    """A function in a route."""

    route = models.ForeignKey(RoleRoute, models.CASCADE, related_name="steps")
    function = models.ForeignKey(OrganisationalFunction, models.CASCADE, related_name="route_steps")
    stage = models.CharField(_("stage"), max_length=CODE_LENGTH, choices=RouteStage)

    class Meta(OrderedPart.Meta):
        constraints = [
            known("stage", RouteStage),
            models.UniqueConstraint(name="network_routestep_once", fields=["route", "stage", "function"]),
        ]

    def __str__(self) -> str:
        return f"{self.route_id} {self.stage} {self.function_id}"
