"""Concepts and themes (SKOS-shaped), and terms whose meaning is disputed."""

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
    Permanent,
    TextsField,
    known,
)


class Scheme(models.TextChoices):
    """The two concept schemes; their codes are the ids of ``ConceptScheme``."""

    GLOSSARY = "begrippen", _("glossary")
    THEMES = "themas", _("themes")


class ConceptScheme(models.Model):
    """A set of concepts that belong together (begrippenkader)."""

    slug = models.CharField(_("id"), max_length=CODE_LENGTH, primary_key=True, choices=Scheme)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    def __str__(self) -> str:
        return str(self.get_slug_display())


class ConceptQuerySet(CatalogueQuerySet["Concept"]):
    """Ways to choose concepts."""

    def in_glossary(self) -> ConceptQuerySet:
        """The concepts of the glossary, themes not among them."""
        return self.filter(scheme=Scheme.GLOSSARY)

    def themes(self) -> ConceptQuerySet:
        """The themes."""
        return self.filter(scheme=Scheme.THEMES)

    def top(self) -> ConceptQuerySet:
        """Those with nothing broader above them."""
        return self.filter(broader=None)


class Concept(CatalogueEntry):
    """An idea with one preferred name in each language (begrip), or a theme (thema).

    A concept of the glossary has definitions and a source; a theme has scope notes. ``source`` is as the editors
    wrote it: a law with its article, an address, or both (see ``source_text`` and ``source_url``). Ids are unique
    within a scheme: the theme ``pesten`` and the concept ``pesten`` are two things.
    """

    scheme = models.ForeignKey(ConceptScheme, models.PROTECT, related_name="concepts")
    pref_label_nl = models.CharField(_("preferred label (Dutch)"), max_length=200)
    pref_label_en = models.CharField(_("preferred label (English)"), max_length=200)
    alt_labels_nl = TextsField(verbose_name=_("alternative labels (Dutch)"))
    alt_labels_en = TextsField(verbose_name=_("alternative labels (English)"))
    definition_nl = models.TextField(_("definition (Dutch)"), blank=True)
    definition_en = models.TextField(_("definition (English)"), blank=True)
    scope_note_nl = models.TextField(_("scope note (Dutch)"), blank=True)
    scope_note_en = models.TextField(_("scope note (English)"), blank=True)
    broader = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="narrower")
    related: models.ManyToManyField[Concept, ConceptRelation] = models.ManyToManyField(
        "self", through="ConceptRelation", symmetrical=False, related_name="related_from"
    )
    source = models.TextField(_("source"), blank=True)
    is_verified = models.BooleanField(_("source seen"), default=False)
    verification_note = models.TextField(_("what is still to be checked"), blank=True)

    objects = ConceptQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [
            *ENTRY_CONSTRAINTS,
            models.UniqueConstraint(name="glossary_concept_unique_in_scheme", fields=["scheme", "slug"]),
            models.CheckConstraint(name="glossary_concept_not_under_itself", condition=~Q(broader=F("id"))),
            models.CheckConstraint(
                name="glossary_concept_defined",
                condition=~Q(scheme=Scheme.GLOSSARY) | ~Q(definition_nl="") & ~Q(definition_en=""),
            ),
        ]

    @property
    def is_theme(self) -> bool:
        """Whether this is a theme, not a concept of the glossary."""
        return self.scheme_id == Scheme.THEMES

    @property
    def kind(self) -> str:
        """``theme`` or ``concept``."""
        return "theme" if self.is_theme else "concept"

    @property
    def path(self) -> str:
        """The address of its page, without the prefix of a language."""
        return f"/{'themas' if self.is_theme else 'begrippen'}/{self.slug}/"

    @property
    def permanent_path(self) -> str:
        """The short address that goes on leading to it."""
        return f"/id/{'thema' if self.is_theme else 'begrip'}/{self.reference}"

    @property
    def source_url(self) -> str:
        """The address in ``source``, or an empty text."""
        return next((word for word in self.source.split() if word.startswith(("http://", "https://"))), "")

    @property
    def source_text(self) -> str:
        """What ``source`` says beside the address, for instance a law and its article."""
        return self.source.replace(self.source_url, "").strip().rstrip(";") if self.source_url else self.source


class ConceptRelation(OrderedPart):
    """One concept points at another as related, as the editors gave it: not always the other way round as well."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="relations")
    other = models.ForeignKey(Concept, models.PROTECT, related_name="relations_from")

    class Meta(OrderedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="glossary_relation_once", fields=["concept", "other"]),
            models.CheckConstraint(name="glossary_relation_not_to_itself", condition=~Q(concept=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} → {self.other_id}"


class DisputedTermQuerySet(CatalogueQuerySet["DisputedTerm"]):
    """Ways to choose disputed terms."""


class DisputedTerm(CatalogueEntry):
    """A term that people use with different meanings (betwist begrip), with who holds which."""

    KIND = "term"
    ADDRESS = "betwiste-begrippen"
    PERMANENT_ADDRESS = "betwist-begrip"

    concept = models.ForeignKey(Concept, models.PROTECT, related_name="disputes")
    why_contested_nl = models.TextField(_("why contested (Dutch)"))
    why_contested_en = models.TextField(_("why contested (English)"))
    how_we_use_it_nl = models.TextField(_("how we use it (Dutch)"))
    how_we_use_it_en = models.TextField(_("how we use it (English)"))

    objects = DisputedTermQuerySet.as_manager()

    class Meta(CatalogueEntry.Meta):
        constraints = [*ENTRY_CONSTRAINTS, UNIQUE_SLUG]


class DefinitionBasis(models.TextChoices):
    """What a definition was taken from; from a summary only, it must be checked against the text first."""

    TEXT_SEEN = "text-seen", _("read in the text itself")
    SUMMARY_ONLY = "summary-only", _("from a summary only, to be checked against the text")


class DisputedDefinition(Permanent, OrderedPart):
    """What one holder means by a disputed term; its source stands in ``knowledge.DefinitionSource``."""

    KIND = "definition"

    term = models.ForeignKey(DisputedTerm, models.CASCADE, related_name="definitions")
    holder_nl = models.CharField(_("holder (Dutch)"), max_length=300)
    holder_en = models.CharField(_("holder (English)"), max_length=300)
    definition_nl = models.TextField(_("definition (Dutch)"))
    definition_en = models.TextField(_("definition (English)"))
    purpose_nl = models.TextField(_("purpose (Dutch)"))
    purpose_en = models.TextField(_("purpose (English)"))
    includes_nl = TextsField(verbose_name=_("includes (Dutch)"))
    includes_en = TextsField(verbose_name=_("includes (English)"))
    excludes_nl = TextsField(verbose_name=_("excludes (Dutch)"))
    excludes_en = TextsField(verbose_name=_("excludes (English)"))
    since = models.PositiveSmallIntegerField(_("since (year)"), null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=CODE_LENGTH, choices=DefinitionBasis)
    note_nl = models.TextField(_("note (Dutch)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    class Meta(OrderedPart.Meta):
        constraints = [
            UNIQUE_SLUG,
            known("basis", DefinitionBasis),
            models.CheckConstraint(
                name="glossary_definition_year_plausible", condition=Q(since=None) | Q(since__range=(1800, 2100))
            ),
        ]

    @property
    def path(self) -> str:
        """Its place on the page of its term."""
        return f"{self.term.path}#{self.slug}"
