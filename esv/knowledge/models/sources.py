"""What has been published: studies, guidelines, laws, instruments."""

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
    all_known,
    known,
)
from esv.editorial.vocabulary import Language, Level, Role
from esv.glossary.models import Concept


class SourceType(models.TextChoices):
    """What kind of publication a source is."""

    STUDY = "study", _("study")
    REPORT = "report", _("report")
    GUIDELINE = "guideline", _("guideline")
    INSTRUMENT = "instrument", _("instrument")
    TRAINING = "training", _("training")
    POLICY = "policy", _("policy")
    LAW = "law", _("law")
    CODE = "code", _("code")
    WEB_PAGE = "web-page", _("web page")


INSTRUMENT_TYPES = (SourceType.INSTRUMENT, SourceType.GUIDELINE)


class SourceQuerySet(CatalogueQuerySet["Source"]):
    """Ways to choose sources."""

    def instruments(self) -> SourceQuerySet:
        """Those that can be used in practice: instruments and guidelines."""
        return self.filter(source_type__in=INSTRUMENT_TYPES)


class Source(CatalogueEntry):
    """Something published that others can look up (bron).

    ``title`` is in the language of the source, ``summary_*`` are our own words. No ``year`` means that the source
    does not show one. The address may be of a news item about it where only that was seen.
    """

    KIND = "source"
    ADDRESS = "bronnen"
    PERMANENT_ADDRESS = "bron"

    title = models.CharField(_("title"), max_length=300)
    title_en = models.CharField(_("English title"), max_length=300)
    authors = models.CharField(_("authors"), max_length=300)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=Language)
    source_type = models.CharField(_("type"), max_length=CODE_LENGTH, choices=SourceType)
    summary_nl = models.TextField(_("summary (Dutch)"))
    summary_en = models.TextField(_("summary (English)"))
    themes = models.ManyToManyField(Concept, through="SourceTheme", related_name="sources")
    audience = CodesField(verbose_name=_("for whom"))
    levels = CodesField(verbose_name=_("levels"))
    is_verified = models.BooleanField(_("address seen"), default=False)

    objects = SourceQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            UNIQUE_SLUG,
            known("language", Language),
            known("source_type", SourceType),
            all_known("audience", Role),
            all_known("levels", Level),
            models.CheckConstraint(
                name="knowledge_source_year_plausible", condition=Q(year=None) | Q(year__range=(1800, 2100))
            ),
        ]

    @property
    def title_nl(self) -> str:
        """The Dutch title; empty where the source is in another language."""
        return self.title if self.language == Language.DUTCH else ""

    @property
    def is_instrument(self) -> bool:
        """Whether it can be used in practice: an instrument or a guideline."""
        return self.source_type in INSTRUMENT_TYPES

    @property
    def path(self) -> str:
        """The address of its page, without the prefix of a language; instruments have a shelf of their own."""
        return f"/{'instrumenten' if self.is_instrument else self.ADDRESS}/{self.slug}/"


class InstrumentManager(models.Manager["Instrument"]):
    """Finds instruments among the sources."""

    def get_queryset(self) -> models.QuerySet[Instrument]:
        """Only instruments and guidelines."""
        return super().get_queryset().filter(source_type__in=INSTRUMENT_TYPES)


class Instrument(Source):
    """A source that can be used in practice (instrument): its type is instrument or guideline."""

    objects = InstrumentManager()  # type: ignore[assignment,misc] # narrower than that of all sources

    class Meta:
        proxy = True


class SourceTheme(OrderedPart):
    """A theme of a source; the first fits best."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Concept, models.PROTECT, related_name="source_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_sourcetheme_once", fields=["source", "theme"])]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.theme_id}"
