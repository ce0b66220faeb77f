"""What the platform promises in public, each with a check that a program can run (beloften)."""

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
    known,
)


class PromiseKind(models.TextChoices):
    """What a promise is about."""

    INDEPENDENCE = "independence", _("independence")
    FIGURES = "figures", _("figures")
    PRIVACY = "privacy", _("privacy")
    KNOWLEDGE = "knowledge", _("knowledge")
    ACCESSIBILITY = "accessibility", _("accessibility")
    SERVICE = "service", _("service")
    OPENNESS = "openness", _("openness")


class PromiseState(models.TextChoices):
    """Whether a promise is in force."""

    PROPOSED = "proposed", _("proposed, not in force until the check runs")
    IN_FORCE = "in-force", _("in force")


class PromiseQuerySet(CatalogueQuerySet["Promise"]):
    """Ways to choose promises."""

    def in_force(self) -> PromiseQuerySet:
        """Those whose check runs; only these may be shown, and only while it passes."""
        return self.filter(state=PromiseState.IN_FORCE)


class Promise(CatalogueEntry):
    """A public promise (belofte) and how it is checked."""

    KIND = "promise"
    ADDRESS = "beloften"
    PERMANENT_ADDRESS = "belofte"

    promise_kind = models.CharField(_("kind"), max_length=CODE_LENGTH, choices=PromiseKind)
    promise_nl = models.TextField(_("promise (Dutch)"))
    promise_en = models.TextField(_("promise (English)"))
    check_nl = models.TextField(_("check (Dutch)"))
    check_en = models.TextField(_("check (English)"))
    state = models.CharField(_("state"), max_length=CODE_LENGTH, choices=PromiseState, default=PromiseState.PROPOSED)

    objects = PromiseQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            known("promise_kind", PromiseKind),
            known("state", PromiseState),
        ]


class PromiseParameter(OrderedPart):
    """A number in a promise that somebody still has to decide on."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="parameters")
    name = models.CharField(_("name"), max_length=100)
    proposed = models.IntegerField(_("proposed value"))
    note_nl = models.TextField(_("note (Dutch)"))
    note_en = models.TextField(_("note (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="evaluation_parameter_once", fields=["promise", "name"])]

    def __str__(self) -> str:
        return self.name
