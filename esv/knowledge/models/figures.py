"""Published figures, with what they do not say (cijfers). Never a trend, never a ranking."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from esv.editorial.models import (
    CODE_LENGTH,
    ENTRY_CONSTRAINTS,
    UNIQUE_SLUG,
    CatalogueEntry,
    CatalogueQuerySet,
    OrderedPart,
    TextsField,
    known,
)
from esv.glossary.models import Concept, DisputedDefinition
from esv.knowledge.models.sources import Source


class Unit(models.TextChoices):
    """What a figure counts."""

    PERCENT = "percent", _("per cent")
    REPORTS = "reports", _("reports")


class FigureQuerySet(CatalogueQuerySet["Figure"]):
    """Ways to choose figures."""


class Figure(CatalogueEntry):
    """A figure that somebody published (cijfer): of what, among whom, when, and what it does not say."""

    KIND = "figure"
    ADDRESS = "cijfers"
    PERMANENT_ADDRESS = "cijfer"

    value = models.DecimalField(_("value"), max_digits=12, decimal_places=3)
    unit = models.CharField(_("unit"), max_length=CODE_LENGTH, choices=Unit)
    what_nl = models.TextField(_("of what (Dutch)"))
    what_en = models.TextField(_("of what (English)"))
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="figures")
    definition = models.ForeignKey(DisputedDefinition, models.PROTECT, null=True, blank=True, related_name="figures")
    population_nl = models.TextField(_("among whom (Dutch)"))
    population_en = models.TextField(_("among whom (English)"))
    period_nl = models.TextField(_("over which period (Dutch)"))
    period_en = models.TextField(_("over which period (English)"))
    response_nl = models.TextField(_("response (Dutch)"))
    response_en = models.TextField(_("response (English)"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="figures")
    also_seen = TextsField(verbose_name=_("also seen at"))
    interpretation_nl = models.TextField(_("what it says and does not say (Dutch)"))
    interpretation_en = models.TextField(_("what it says and does not say (English)"))

    objects = FigureQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            known("unit", Unit),
            models.CheckConstraint(
                name="knowledge_figure_value_possible",
                condition=Q(value__gte=0) & (~Q(unit=Unit.PERCENT) | Q(value__lte=100)),
            ),
        ]


class FigureComparison(OrderedPart):
    """Whether two figures may stand side by side, and if not why; a row for each of the two.

    A pair without rows has not been judged: do not put those figures side by side.
    """

    figure = models.ForeignKey(Figure, models.CASCADE, related_name="comparisons")
    other = models.ForeignKey(Figure, models.CASCADE, related_name="comparisons_from")
    is_comparable = models.BooleanField(_("may stand in one table"))
    reason_nl = models.TextField(_("reason (Dutch)"), blank=True)
    reason_en = models.TextField(_("reason (English)"), blank=True)

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="knowledge_comparison_once", fields=["figure", "other"]),
            models.CheckConstraint(name="knowledge_comparison_of_two", condition=~Q(figure=F("other"))),
            models.CheckConstraint(
                name="knowledge_comparison_reason_if_not",
                condition=Q(is_comparable=True) | ~Q(reason_nl="") & ~Q(reason_en=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} {'≈' if self.is_comparable else '≠'} {self.other_id}"
