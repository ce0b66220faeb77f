"""What can be done, step by step, with what is known about it (handelingsperspectieven)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from esv.editorial.models import (
    CODE_LENGTH,
    ENTRY_CONSTRAINTS,
    UNIQUE_SLUG,
    CatalogueEntry,
    CatalogueQuerySet,
    CodesField,
    OrderedPart,
    TextsField,
    all_known,
    known,
)
from esv.editorial.vocabulary import Certainty, Effect, EvidenceType, Harm, Impact, InstitutionKind, Level, Phase, Role
from esv.glossary.models import Concept
from esv.knowledge.models.sources import Source


class Basis(models.TextChoices):
    """What a part of a perspective rests on."""

    SOURCES = "sources", _("the sources")
    PRACTICE = "practice", _("practice knowledge of the editors")
    INFORMED_PRACTICE = "informed-practice", _("practice knowledge of the editors, informed by the sources")
    SUMMARY = "summary", _("summary of what follows")
    JUDGEMENT = "judgement", _("editorial judgement on the sources")


class PerspectiveQuerySet(CatalogueQuerySet["ActionPerspective"]):
    """Ways to choose perspectives."""


class ActionPerspective(CatalogueEntry):
    """Something an institution can do, with conditions, limits and sources (handelingsperspectief).

    ``short_*`` is plain language of at most sixty words. The ratings are a proposal of one rater until two named
    ``raters`` have rated independently, and may only be shown with those words. ``basis_*`` says what each part
    rests on. Steps, findings and harm checks are rows of their own.
    """

    KIND = "perspective"
    ADDRESS = "handelingsperspectieven"
    PERMANENT_ADDRESS = "handelingsperspectief"

    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    short_nl = models.TextField(_("in short (Dutch)"))
    short_en = models.TextField(_("in short (English)"))
    problem_nl = models.TextField(_("problem (Dutch)"))
    problem_en = models.TextField(_("problem (English)"))
    interpretation_nl = models.TextField(_("interpretation (Dutch)"))
    interpretation_en = models.TextField(_("interpretation (English)"))
    conditions_nl = models.TextField(_("conditions (Dutch)"))
    conditions_en = models.TextField(_("conditions (English)"))
    limits_nl = models.TextField(_("limits (Dutch)"))
    limits_en = models.TextField(_("limits (English)"))

    institution_kinds = CodesField(verbose_name=_("kinds of institution"))
    roles = CodesField(verbose_name=_("roles"))
    levels = CodesField(verbose_name=_("levels"))
    phases = CodesField(verbose_name=_("phases"))
    impact = CodesField(verbose_name=_("impact"))
    evidence_types = CodesField(verbose_name=_("types of evidence"))

    effect = models.CharField(_("effect"), max_length=CODE_LENGTH, choices=Effect)
    effect_reason_nl = models.TextField(_("reason for the effect (Dutch)"))
    effect_reason_en = models.TextField(_("reason for the effect (English)"))
    certainty = models.CharField(_("certainty"), max_length=CODE_LENGTH, choices=Certainty)
    certainty_reason_nl = models.TextField(_("reason for the certainty (Dutch)"))
    certainty_reason_en = models.TextField(_("reason for the certainty (English)"))
    harm = models.CharField(_("harm"), max_length=CODE_LENGTH, choices=Harm)
    harm_reason_nl = models.TextField(_("reason for the harm (Dutch)"))
    harm_reason_en = models.TextField(_("reason for the harm (English)"))
    raters = TextsField(verbose_name=_("raters"))
    rated_on = models.DateField(_("rated on"), null=True, blank=True)

    basis_problem = models.CharField(_("basis of the problem"), max_length=CODE_LENGTH, choices=Basis)
    basis_short = models.CharField(_("basis of the short text"), max_length=CODE_LENGTH, choices=Basis)
    basis_interpretation = models.CharField(_("basis of the interpretation"), max_length=CODE_LENGTH, choices=Basis)
    basis_emmie = models.CharField(_("basis of the findings"), max_length=CODE_LENGTH, choices=Basis)
    basis_steps = models.CharField(_("basis of the steps"), max_length=CODE_LENGTH, choices=Basis)
    basis_conditions = models.CharField(_("basis of the conditions"), max_length=CODE_LENGTH, choices=Basis)
    basis_limits = models.CharField(_("basis of the limits"), max_length=CODE_LENGTH, choices=Basis)
    basis_harm_check = models.CharField(_("basis of the harm check"), max_length=CODE_LENGTH, choices=Basis)
    basis_ratings = models.CharField(_("basis of the ratings"), max_length=CODE_LENGTH, choices=Basis)

    sources = models.ManyToManyField(Source, through="PerspectiveSource", related_name="perspectives")
    instruments = models.ManyToManyField(
        Source, through="PerspectiveInstrument", related_name="perspectives_as_instrument"
    )
    concepts = models.ManyToManyField(Concept, through="PerspectiveConcept", related_name="perspectives")
    themes = models.ManyToManyField(Concept, through="PerspectiveTheme", related_name="theme_perspectives")

    objects = PerspectiveQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            all_known("institution_kinds", InstitutionKind),
            all_known("roles", Role),
            all_known("levels", Level),
            all_known("phases", Phase),
            all_known("impact", Impact),
            all_known("evidence_types", EvidenceType),
            known("effect", Effect),
            known("certainty", Certainty),
            known("harm", Harm),
        ]

    @property
    def is_rated_by_two(self) -> bool:
        """Whether two named people have rated; if not, the ratings are shown as the proposal of one rater."""
        return len(set(self.raters)) >= 2


class PerspectiveStep(OrderedPart):
    """Who does what."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="steps")
    who_nl = models.CharField(_("who (Dutch)"), max_length=200)
    who_en = models.CharField(_("who (English)"), max_length=200)
    what_nl = models.TextField(_("what (Dutch)"))
    what_en = models.TextField(_("what (English)"))

    def __str__(self) -> str:
        return self.who_nl


class EvidenceDimension(models.TextChoices):
    """The five things to know about a measure (EMMIE)."""

    EFFECT = "effect", _("effect")
    MECHANISM = "mechanism", _("mechanism")
    MODERATOR = "moderator", _("for whom and when")
    IMPLEMENTATION = "implementation", _("implementation")
    ECONOMICS = "economics", _("costs and benefits")


class EvidenceFinding(OrderedPart):
    """What the sources say on one of the five dimensions; every perspective has all five.

    Where ``is_studied`` is false there is no text: show "Not studied in the sources we read", never leave it out.
    """

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="findings")
    dimension = models.CharField(_("dimension"), max_length=CODE_LENGTH, choices=EvidenceDimension)
    is_studied = models.BooleanField(_("studied in the sources"))
    text_nl = models.TextField(_("text (Dutch)"), blank=True)
    text_en = models.TextField(_("text (English)"), blank=True)
    sources = models.ManyToManyField(Source, through="EvidenceFindingSource", related_name="findings")

    class Meta(OrderedPart.Meta):
        constraints = [
            known("dimension", EvidenceDimension),
            models.UniqueConstraint(name="knowledge_finding_once", fields=["perspective", "dimension"]),
            models.CheckConstraint(
                name="knowledge_finding_text_if_studied",
                condition=Q(is_studied=True) & ~Q(text_nl="") & ~Q(text_en="")
                | Q(is_studied=False, text_nl="", text_en=""),
            ),
        ]

    def __str__(self) -> str:
        return self.dimension


class EvidenceFindingSource(OrderedPart):
    """A source of a finding."""

    finding = models.ForeignKey(EvidenceFinding, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="finding_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_findingsource_once", fields=["finding", "source"])]

    def __str__(self) -> str:
        return f"{self.finding_id} ← {self.source_id}"


class Chair(models.TextChoices):
    """The five chairs from which a perspective is looked at for harm."""

    HARMED_PERSON = "harmed_person", _("the person harmed")
    ACCUSED = "accused", _("the person accused")
    BYSTANDER_TEAM = "bystander_team", _("bystanders and team")
    ADVISER_PROFESSIONAL = "adviser_professional", _("adviser or professional")
    MARGINALISED_POSITIONS = "marginalised_positions", _("people in marginalised positions")


class HarmCheck(OrderedPart):
    """What a perspective means, and may cost, seen from one chair; every perspective has all five."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="harm_checks")
    chair = models.CharField(_("chair"), max_length=CODE_LENGTH, choices=Chair)
    text_nl = models.TextField(_("text (Dutch)"))
    text_en = models.TextField(_("text (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [
            known("chair", Chair),
            models.UniqueConstraint(name="knowledge_harmcheck_once", fields=["perspective", "chair"]),
        ]

    def __str__(self) -> str:
        return self.chair


class SourceUse(models.TextChoices):
    """What a source does for a perspective."""

    SUPPORTS = "supports", _("supports")
    NUANCES = "nuances", _("nuances")
    CONTRADICTS = "contradicts", _("contradicts")


class PerspectiveSource(OrderedPart):
    """A source of a perspective, and whether it supports, nuances or contradicts it."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="perspective_links")
    use = models.CharField(_("use"), max_length=CODE_LENGTH, choices=SourceUse)

    class Meta(OrderedPart.Meta):
        constraints = [
            known("use", SourceUse),
            models.UniqueConstraint(name="knowledge_perspectivesource_once", fields=["perspective", "source"]),
        ]

    def __str__(self) -> str:
        return f"{self.perspective_id} ← {self.source_id}"


class PerspectiveInstrument(OrderedPart):
    """An instrument that helps to carry out a perspective."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="instrument_links")
    instrument = models.ForeignKey(Source, models.PROTECT, related_name="perspective_instrument_links")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="knowledge_perspectiveinstrument_once", fields=["perspective", "instrument"])
        ]

    def __str__(self) -> str:
        return f"{self.perspective_id} ← {self.instrument_id}"


class PerspectiveConcept(OrderedPart):
    """A concept that a perspective is about."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="concept_links")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="perspective_links")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="knowledge_perspectiveconcept_once", fields=["perspective", "concept"])
        ]

    def __str__(self) -> str:
        return f"{self.perspective_id} → {self.concept_id}"


class PerspectiveTheme(OrderedPart):
    """A theme of a perspective."""

    perspective = models.ForeignKey(ActionPerspective, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Concept, models.PROTECT, related_name="perspective_theme_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_perspectivetheme_once", fields=["perspective", "theme"])]

    def __str__(self) -> str:
        return f"{self.perspective_id} → {self.theme_id}"
