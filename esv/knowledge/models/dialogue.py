"""Invented situations to talk about and to practise with (dilemma's, oefeningen). No answers are ever stored."""

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
    CodesField,
    OrderedPart,
    TextsField,
    all_known,
    known,
)
from esv.editorial.vocabulary import Phase, Role
from esv.glossary.models import Concept
from esv.knowledge.models.perspectives import ActionPerspective


class DilemmaQuerySet(CatalogueQuerySet["Dilemma"]):
    """Ways to choose dilemmas."""


class Dilemma(CatalogueEntry):
    """An invented situation with four ways to act, none of which is the right one (dilemma)."""

    KIND = "dilemma"
    ADDRESS = "dilemmas"
    PERMANENT_ADDRESS = "dilemma"

    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    situation_nl = models.TextField(_("situation (Dutch)"))
    situation_en = models.TextField(_("situation (English)"))
    discussion_nl = TextsField(verbose_name=_("questions to discuss (Dutch)"))
    discussion_en = TextsField(verbose_name=_("questions to discuss (English)"))
    themes = models.ManyToManyField(Concept, through="DilemmaTheme", related_name="dilemmas")
    roles = CodesField(verbose_name=_("roles"))
    phases = CodesField(verbose_name=_("phases"))
    perspectives = models.ManyToManyField(ActionPerspective, through="DilemmaPerspective", related_name="dilemmas")
    note_nl = models.TextField(_("note (Dutch)"))
    note_en = models.TextField(_("note (English)"))

    objects = DilemmaQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG, all_known("roles", Role), all_known("phases", Phase)]


class DilemmaOption(OrderedPart):
    """One way to act, and what can be said about it. ``letter`` is its id within the dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="options")
    letter = models.CharField(_("letter"), max_length=CODE_LENGTH)
    text_nl = models.TextField(_("text (Dutch)"))
    text_en = models.TextField(_("text (English)"))
    considerations_nl = models.TextField(_("considerations (Dutch)"))
    considerations_en = models.TextField(_("considerations (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_option_once", fields=["dilemma", "letter"])]

    def __str__(self) -> str:
        return self.letter


class DilemmaTheme(OrderedPart):
    """A theme of a dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Concept, models.PROTECT, related_name="dilemma_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_dilemmatheme_once", fields=["dilemma", "theme"])]

    def __str__(self) -> str:
        return f"{self.dilemma_id} → {self.theme_id}"


class DilemmaPerspective(OrderedPart):
    """A perspective to read after the conversation about a dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.CASCADE, related_name="perspective_links")
    perspective = models.ForeignKey(ActionPerspective, models.PROTECT, related_name="dilemma_links")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="knowledge_dilemmaperspective_once", fields=["dilemma", "perspective"])
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id} → {self.perspective_id}"


class ExerciseType(models.TextChoices):
    """In which form people practise."""

    TABLE_TOP = "table-top", _("table-top exercise")


class ExerciseQuerySet(CatalogueQuerySet["Exercise"]):
    """Ways to choose exercises."""


class Exercise(CatalogueEntry):
    """A situation that unfolds in steps, in which each role knows something else (oefening)."""

    KIND = "exercise"
    ADDRESS = "oefeningen"
    PERMANENT_ADDRESS = "oefening"

    exercise_type = models.CharField(_("type"), max_length=CODE_LENGTH, choices=ExerciseType)
    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    introduction_nl = models.TextField(_("introduction (Dutch)"))
    introduction_en = models.TextField(_("introduction (English)"))
    duration_minutes = models.PositiveSmallIntegerField(_("duration (minutes)"))
    smallest_group = models.PositiveSmallIntegerField(_("smallest group"))
    largest_group = models.PositiveSmallIntegerField(_("largest group"))
    closing_question_nl = models.TextField(_("closing question (Dutch)"))
    closing_question_en = models.TextField(_("closing question (English)"))
    themes = models.ManyToManyField(Concept, through="ExerciseTheme", related_name="exercises")
    perspectives = models.ManyToManyField(ActionPerspective, through="ExercisePerspective", related_name="exercises")
    safety_note_nl = models.TextField(_("safety note (Dutch)"))
    safety_note_en = models.TextField(_("safety note (English)"))

    objects = ExerciseQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            known("exercise_type", ExerciseType),
            models.CheckConstraint(
                name="knowledge_exercise_group_size",
                condition=Q(smallest_group__gte=1, largest_group__gte=F("smallest_group")),
            ),
        ]


class ExerciseRole(OrderedPart):
    """A role that somebody plays."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="roles")
    name_nl = models.CharField(_("name (Dutch)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_exerciserole_once", fields=["exercise", "name_nl"])]

    def __str__(self) -> str:
        return self.name_nl


class ExerciseStep(OrderedPart):
    """A step: what happens, what to decide, and what to look back on. Numbered from one."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="steps")
    title_nl = models.CharField(_("title (Dutch)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    scene_nl = models.TextField(_("scene (Dutch)"))
    scene_en = models.TextField(_("scene (English)"))
    task_nl = models.TextField(_("task (Dutch)"))
    task_en = models.TextField(_("task (English)"))
    debrief_question_nl = models.TextField(_("question to look back on (Dutch)"))
    debrief_question_en = models.TextField(_("question to look back on (English)"))

    def __str__(self) -> str:
        return self.title_nl

    @property
    def number(self) -> int:
        """Its number for readers, from one."""
        return self.position + 1


class RoleInformation(OrderedPart):
    """What only one role knows in a step."""

    step = models.ForeignKey(ExerciseStep, models.CASCADE, related_name="role_information")
    role = models.ForeignKey(ExerciseRole, models.CASCADE, related_name="information")
    information_nl = models.TextField(_("information (Dutch)"))
    information_en = models.TextField(_("information (English)"))

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_roleinformation_once", fields=["step", "role"])]

    def __str__(self) -> str:
        return f"{self.step_id} {self.role_id}"


class ExerciseTheme(OrderedPart):
    """A theme of an exercise."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Concept, models.PROTECT, related_name="exercise_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_exercisetheme_once", fields=["exercise", "theme"])]

    def __str__(self) -> str:
        return f"{self.exercise_id} → {self.theme_id}"


class ExercisePerspective(OrderedPart):
    """A perspective to read after an exercise."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="perspective_links")
    perspective = models.ForeignKey(ActionPerspective, models.PROTECT, related_name="exercise_links")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="knowledge_exerciseperspective_once", fields=["exercise", "perspective"])
        ]

    def __str__(self) -> str:
        return f"{self.exercise_id} → {self.perspective_id}"
