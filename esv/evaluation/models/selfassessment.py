"""A mirror for an institution (zelfbeeld): no total score, no ranking, and no answers are stored."""

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
)
from esv.knowledge.models import ActionPerspective, Source


class SelfAssessmentQuerySet(CatalogueQuerySet["SelfAssessment"]):
    """Ways to choose self-assessments."""


class SelfAssessment(CatalogueEntry):
    """The whole self-assessment, reviewed as one; one row, ``SLUG``."""

    KIND = "self-assessment"
    ADDRESS = "zelfbeeld"
    SLUG = "zelfbeeld"

    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    introduction_nl = models.TextField(_("introduction (Dutch)"))
    introduction_en = models.TextField(_("introduction (English)"))
    how_to_use_nl = TextsField(verbose_name=_("how to use it (Dutch)"))
    how_to_use_en = TextsField(verbose_name=_("how to use it (English)"))
    not_for_nl = models.TextField(_("what it is not for (Dutch)"))
    not_for_en = models.TextField(_("what it is not for (English)"))
    evidence_note_nl = models.TextField(_("note on the evidence (Dutch)"))
    evidence_note_en = models.TextField(_("note on the evidence (English)"))

    objects = SelfAssessmentQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG]

    @property
    def path(self) -> str:
        """The address of its page, without the prefix of a language."""
        return f"/{self.ADDRESS}/"


class AnswerOption(OrderedPart):
    """A possible answer: one of the stages, or that it is unknown or does not apply."""

    assessment = models.ForeignKey(SelfAssessment, models.CASCADE, related_name="answer_options")
    code = models.CharField(_("code"), max_length=CODE_LENGTH)
    label_nl = models.CharField(_("label (Dutch)"), max_length=100)
    label_en = models.CharField(_("label (English)"), max_length=100)

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="evaluation_answer_once", fields=["assessment", "code"])]

    def __str__(self) -> str:
        return self.code


class AssessmentArea(Permanent, OrderedPart):
    """A part of the self-assessment (gebied)."""

    KIND = "area"

    assessment = models.ForeignKey(SelfAssessment, models.CASCADE, related_name="areas")
    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)

    class Meta(OrderedPart.Meta):
        constraints = [UNIQUE_SLUG]


class AssessmentStatement(Permanent, OrderedPart):
    """A statement an institution can hold against itself (uitspraak), with four stages."""

    KIND = "statement"

    area = models.ForeignKey(AssessmentArea, models.CASCADE, related_name="statements")
    statement_nl = models.TextField(_("statement (Dutch)"))
    statement_en = models.TextField(_("statement (English)"))
    perspectives = models.ManyToManyField(ActionPerspective, through="StatementPerspective", related_name="statements")
    sources = models.ManyToManyField(Source, through="StatementSource", related_name="statements")

    class Meta(OrderedPart.Meta):
        constraints = [UNIQUE_SLUG]


class AssessmentStage(OrderedPart):
    """What a statement looks like at a stage; the order of stages is an editorial judgement. Numbered from one."""

    statement = models.ForeignKey(AssessmentStatement, models.CASCADE, related_name="stages")
    text_nl = models.TextField(_("text (Dutch)"))
    text_en = models.TextField(_("text (English)"))

    def __str__(self) -> str:
        return str(self.number)

    @property
    def number(self) -> int:
        """Its number for readers, from one."""
        return self.position + 1


class StatementPerspective(OrderedPart):
    """A perspective that helps to reach the next stage."""

    statement = models.ForeignKey(AssessmentStatement, models.CASCADE, related_name="perspective_links")
    perspective = models.ForeignKey(ActionPerspective, models.PROTECT, related_name="statement_links")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="evaluation_statementperspective_once", fields=["statement", "perspective"])
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} → {self.perspective_id}"


class StatementSource(OrderedPart):
    """A source behind a statement."""

    statement = models.ForeignKey(AssessmentStatement, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="statement_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="evaluation_statementsource_once", fields=["statement", "source"])]

    def __str__(self) -> str:
        return f"{self.statement_id} ← {self.source_id}"
