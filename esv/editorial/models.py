"""What the tables of everything that editors keep have in common."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from esv.editorial import states
from esv.editorial.references import reference_for
from esv.editorial.vocabulary import PUBLIC_STATUSES, Status

SLUG_LENGTH = 80
CODE_LENGTH = 30

Entry = TypeVar("Entry", bound="CatalogueEntry")


def known(field: str, codes: type[models.TextChoices]) -> models.CheckConstraint:
    """A constraint: the field holds one of the codes."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_known", condition=Q(**{f"{field}__in": codes.values})
    )


def all_known(field: str, codes: type[models.TextChoices]) -> models.CheckConstraint:
    """A constraint: the list holds nothing but these codes."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_known", condition=Q(**{f"{field}__contained_by": codes.values})
    )


class CodesField(ArrayField[Any, Any]):
    """A list of codes of a vocabulary, in the order in which the editors gave them."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("base_field", models.CharField(max_length=CODE_LENGTH))
        options.setdefault("default", list)
        options.setdefault("blank", True)
        super().__init__(**options)


class TextsField(ArrayField[Any, Any]):
    """A list of short texts, in order."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("base_field", models.TextField())
        options.setdefault("default", list)
        options.setdefault("blank", True)
        super().__init__(**options)


class Permanent(models.Model):
    """Something with an id that never changes and is never used again, and so with addresses that last.

    Class attributes of what inherits: ``KIND`` (the part of the key before the colon), ``ADDRESS`` (first part of
    its page's address) and ``PERMANENT_ADDRESS`` (word in the address that lasts).
    """

    KIND: ClassVar[str]
    ADDRESS: ClassVar[str] = ""
    PERMANENT_ADDRESS: ClassVar[str] = ""

    slug = models.SlugField(_("id"), max_length=SLUG_LENGTH, help_text=_("As in files: permanent, never used again."))
    reference = models.CharField(_("reference"), max_length=12, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    def save(self, *args: Any, **options: Any) -> None:
        """Save; the first time with the reference that belongs to kind and id."""
        if not self.reference:
            self.reference = reference_for(self.kind, self.slug)
        super().save(*args, **options)

    @property
    def kind(self) -> str:
        """The kind of thing, the part of the key before the colon."""
        return self.KIND

    @property
    def key(self) -> str:
        """Kind and id, unique in the whole catalogue: ``source:knaw-advies``."""
        return f"{self.kind}:{self.slug}"

    @property
    def path(self) -> str:
        """The address of its page, without the prefix of a language."""
        return f"/{self.ADDRESS}/{self.slug}/"

    @property
    def permanent_path(self) -> str:
        """The short address that goes on leading to it, whatever happens to the site."""
        return f"/id/{self.PERMANENT_ADDRESS}/{self.reference}"


class CatalogueQuerySet(models.QuerySet[Entry]):
    """Ways to choose entries that are the same for every kind."""

    def public(self) -> Self:
        """What visitors may see; that not everything in it has been reviewed is shown with it."""
        return self.filter(status__in=PUBLIC_STATUSES)

    def reviewed(self) -> Self:
        """What two mandated editors have reviewed."""
        return self.filter(status=Status.PUBLISHED)

    def overdue(self, *, on: date) -> Self:
        """What should have been reviewed before this day."""
        return self.filter(review_due_on__lt=on)

    def suggestable(self, *, on: date) -> Self:
        """What may be suggested on this day: public, and not long overdue."""
        oldest = on - timedelta(days=states.DAYS_UNTIL_OUT_OF_SUGGESTIONS)
        return self.public().filter(review_due_on__gte=oldest)


ENTRY_CONSTRAINTS: list[models.BaseConstraint] = [
    known("status", Status),
    models.CheckConstraint(
        name="%(app_label)s_%(class)s_review_within_ten_years",
        condition=Q(review_after_months__gte=1, review_after_months__lte=120),
    ),
]
UNIQUE_SLUG = models.UniqueConstraint(name="%(app_label)s_%(class)s_slug_unique", fields=["slug"])


class OrderedPart(models.Model):
    """A part of something larger, or a link to something else, at its place in a list (counted from nought)."""

    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position", "pk"]


class CatalogueEntry(Permanent):
    """What every entry that editors keep has: a status, an owner, a day for review and a provenance.

    Written through the services of each app only.
    """

    status = models.CharField(_("status"), max_length=CODE_LENGTH, choices=Status, default=Status.UNREVIEWED)
    owner = models.CharField(
        _("owner"), max_length=200, blank=True, help_text=_("The team or person that keeps this up to date.")
    )
    review_after_months = models.PositiveSmallIntegerField(
        _("review after (months)"), default=states.MONTHS_FOR_BACKGROUND
    )
    review_due_on = models.DateField(_("review due on"))

    imported_from = models.CharField(
        _("imported from"), max_length=200, blank=True, help_text=_("Folder and file; empty when written here.")
    )
    imported_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    licence = models.CharField(_("licence"), max_length=50, default="CC-BY-4.0", help_text=_("SPDX code."))
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = ENTRY_CONSTRAINTS

    def first_review_due(self, published_on: date) -> date:
        """When it has to be reviewed for the first time after it came out."""
        return states.review_due(published_on, after_months=self.review_after_months)

    @property
    def is_public(self) -> bool:
        """Whether visitors may see it."""
        return self.status in PUBLIC_STATUSES

    @property
    def is_reviewed(self) -> bool:
        """Whether two mandated editors have reviewed it; if not, every page made from it must say so."""
        return self.status == Status.PUBLISHED

    def freshness(self, *, on: date) -> states.Freshness:
        """How it stands against the day on which it had to be reviewed."""
        return states.freshness(self.review_due_on, on=on)

    @property
    def last_day_of_suggestions(self) -> date:
        """The last day on which it may be suggested without a new review."""
        return states.last_day_of_suggestions(self.review_due_on)
