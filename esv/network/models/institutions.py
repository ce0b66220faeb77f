"""Who there is in the sector, and what they have under way."""

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
    OrderedPart,
    known,
)
from esv.editorial.vocabulary import InstitutionKind
from esv.glossary.models import Concept


class InstitutionQuerySet(CatalogueQuerySet["Institution"]):
    """Ways to choose institutions."""


class Institution(CatalogueEntry):
    """An organisation in or around the sector (instelling).

    What is marked as not verified was not seen anywhere: an e-mail domain then is a proposal, no proof of who
    works there. ``city_source`` says where the city comes from. ``ror`` is a whole address.
    """

    KIND = "institution"
    ADDRESS = "instellingen"
    PERMANENT_ADDRESS = "instelling"

    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=50, blank=True)
    institution_kind = models.CharField(_("kind"), max_length=CODE_LENGTH, choices=InstitutionKind)
    city = models.CharField(_("city"), max_length=100, blank=True)
    city_source = models.CharField(_("where the city comes from"), max_length=100, blank=True)
    domain = models.CharField(_("domain"), max_length=253, blank=True)
    is_domain_verified = models.BooleanField(_("domain seen"), default=False)
    email_domain = models.CharField(_("e-mail domain"), max_length=253, blank=True)
    is_email_domain_verified = models.BooleanField(_("e-mail domain seen"), default=False)
    ror = models.URLField(_("ROR"), blank=True, help_text=_("Research Organization Registry."))
    is_ror_verified = models.BooleanField(_("ROR seen"), default=False)
    note = models.TextField(_("note"), blank=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            known("institution_kind", InstitutionKind),
            models.CheckConstraint(
                name="network_institution_ror_shape", condition=Q(ror="") | Q(ror__startswith="https://ror.org/")
            ),
            models.UniqueConstraint(name="network_institution_ror_once", fields=["ror"], condition=~Q(ror="")),
        ]

    @property
    def name_nl(self) -> str:
        """The name as the institution itself gives it, which is the Dutch one."""
        return self.name


class NameKind(models.TextChoices):
    """What another name of an institution is."""

    ABBREVIATION = "abbreviation", _("abbreviation")
    FORMER = "former", _("former name")
    OTHER = "other", _("other name")


class InstitutionName(OrderedPart):
    """Another name by which people know an institution: a former name or an abbreviation."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=200)
    name_kind = models.CharField(_("what this name is"), max_length=CODE_LENGTH, choices=NameKind)

    class Meta(OrderedPart.Meta):
        constraints = [
            known("name_kind", NameKind),
            models.UniqueConstraint(name="network_institutionname_once", fields=["institution", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class InitiativeProgress(models.TextChoices):
    """How far an initiative is, as far as its source tells; the codes are those of the files."""

    RUNNING = "lopend", _("running")
    FINISHED = "afgerond", _("finished")
    ANNOUNCED = "aangekondigd", _("announced")
    UNKNOWN = "onbekend", _("unknown whether it still runs")


class InitiativeQuerySet(CatalogueQuerySet["Initiative"]):
    """Ways to choose initiatives."""

    def running(self) -> InitiativeQuerySet:
        """Those that run, as far as is known."""
        return self.filter(progress=InitiativeProgress.RUNNING)


class Initiative(CatalogueEntry):
    """Something that is done about social safety (initiatief). ``years`` is as the source says it."""

    KIND = "initiative"
    ADDRESS = "initiatieven"
    PERMANENT_ADDRESS = "initiatief"

    name = models.CharField(_("name"), max_length=200)
    organisation = models.CharField(_("organisation"), max_length=300)
    url = models.URLField(_("address"), max_length=500, blank=True)
    years = models.CharField(_("years"), max_length=100, blank=True)
    progress = models.CharField(_("progress"), max_length=CODE_LENGTH, choices=InitiativeProgress)
    description_nl = models.TextField(_("description (Dutch)"))
    description_en = models.TextField(_("description (English)"))
    themes = models.ManyToManyField(Concept, through="InitiativeTheme", related_name="initiatives")
    is_verified = models.BooleanField(_("source seen"), default=False)

    objects = InitiativeQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG, known("progress", InitiativeProgress)]


class InitiativeTheme(OrderedPart):
    """A theme of an initiative."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Concept, models.PROTECT, related_name="initiative_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="network_initiativetheme_once", fields=["initiative", "theme"])]

    def __str__(self) -> str:
        return f"{self.initiative_id} → {self.theme_id}"
