"""National help outside the institution (hulplijnen)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
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


class SupportDirectory(CatalogueEntry):
    """What stands above and below the list of channels; one row, ``SLUG``."""

    KIND = "directory"
    ADDRESS = "hulplijnen"
    SLUG = "hulplijnen"

    introduction_nl = models.TextField(_("introduction (Dutch)"))
    introduction_en = models.TextField(_("introduction (English)"))
    gap_nl = models.TextField(_("what is missing (Dutch)"))
    gap_en = models.TextField(_("what is missing (English)"))

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG]

    @property
    def path(self) -> str:
        """The address of the list, without the prefix of a language."""
        return f"/{self.ADDRESS}/"


class ChannelCategory(models.TextChoices):
    """For what a channel is there."""

    ACUTE_DANGER = "acute-danger", _("acute danger")
    POLICE = "police", _("police")
    SEXUAL_VIOLENCE = "sexual-violence", _("sexual violence")
    DOMESTIC_VIOLENCE = "domestic-violence", _("domestic violence")
    MENTAL_HEALTH = "mental-health", _("mental health")
    SUPPORT = "support", _("support for victims")
    LISTENING = "listening", _("a listening ear")
    THREATS_TO_RESEARCHERS = "threats-to-researchers", _("threats to researchers")
    DISCRIMINATION = "discrimination", _("discrimination")
    EDUCATION = "education", _("education")
    WHISTLEBLOWING = "whistleblowing", _("whistleblowing")
    COMPLAINTS = "complaints", _("complaints")
    LEGAL = "legal", _("legal advice")


class ChannelField(models.TextChoices):
    """What of a channel was seen in a source."""

    PURPOSE = "purpose", _("purpose")
    PHONE = "phone", _("phone number")
    URL = "url", _("address")
    HOURS = "hours", _("hours")
    COST = "cost", _("cost")
    CHAT = "chat", _("chat")


class SupportChannelQuerySet(CatalogueQuerySet["SupportChannel"]):
    """Ways to choose channels."""

    def for_acute_page(self) -> SupportChannelQuerySet:
        """Those that may be shown to somebody who needs help now: verified, meant for it, in order."""
        return self.public().filter(is_verified=True, is_for_acute_page=True).order_by("position", "pk")


class SupportChannel(CatalogueEntry, OrderedPart):
    """A place outside the institution where people find help (hulplijn).

    What is not in ``verified_fields`` was not seen anywhere. Instead of months, ``recheck_after_days`` says when
    a person has to call or open it again; ``verified_at`` are the addresses where it was seen.
    """

    KIND = "channel"
    ADDRESS = "hulplijnen"
    PERMANENT_ADDRESS = "hulplijn"

    review_after_months = None  # type: ignore[assignment] # days instead of months, see recheck_after_days
    name = models.CharField(_("name"), max_length=200)
    category = models.CharField(_("category"), max_length=CODE_LENGTH, choices=ChannelCategory)
    for_nl = models.TextField(_("for (Dutch)"))
    for_en = models.TextField(_("for (English)"))
    phone = models.CharField(_("phone number"), max_length=30, blank=True)
    url = models.URLField(_("address"), max_length=500)
    chat = models.URLField(_("address of the chat"), max_length=500, blank=True)
    hours_nl = models.CharField(_("hours (Dutch)"), max_length=200, blank=True)
    hours_en = models.CharField(_("hours (English)"), max_length=200, blank=True)
    cost_nl = models.CharField(_("cost (Dutch)"), max_length=200, blank=True)
    cost_en = models.CharField(_("cost (English)"), max_length=200, blank=True)
    verified_at = TextsField(verbose_name=_("where it was seen"))
    is_verified = models.BooleanField(_("seen in a source"), default=False)
    verified_fields = CodesField(verbose_name=_("what was seen"))
    is_for_acute_page = models.BooleanField(_("may stand on the acute page"), default=False)
    note_nl = models.TextField(_("note (Dutch)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    recheck_after_days = models.PositiveSmallIntegerField(_("check again after (days)"), default=90)

    objects = SupportChannelQuerySet.as_manager()

    class Meta(OrderedPart.Meta):
        constraints = [
            ENTRY_CONSTRAINTS[0],
            UNIQUE_SLUG,
            known("category", ChannelCategory),
            all_known("verified_fields", ChannelField),
        ]

    def first_review_due(self, published_on: date) -> date:
        """When a person has to call or open it again."""
        return published_on + timedelta(days=self.recheck_after_days)
