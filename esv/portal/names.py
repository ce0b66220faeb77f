"""What codes are called in the reader's language: kinds of things, facets and the values of facets."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from esv.editorial import vocabulary
from esv.glossary.models import Concept

KINDS: dict[str, Promise] = {
    "perspective": _("action perspective"),
    "source": _("source"),
    "instrument": _("instrument"),
    "initiative": _("initiative"),
    "concept": _("concept"),
    "theme": _("theme"),
    "term": _("disputed term"),
    "definition": _("disputed term"),
    "figure": _("figure"),
    "dilemma": _("dilemma"),
    "exercise": _("exercise"),
    "institution": _("institution"),
    "channel": _("help line"),
    "guide": _("who does what"),
    "need": _("who does what"),
    "function": _("who does what"),
    "route": _("who does what"),
    "promise": _("promise"),
    "self-assessment": _("self-assessment"),
    "statement": _("self-assessment"),
}
FACETS: dict[str, Promise] = {
    "kind": _("Kind"),
    "theme": _("Theme"),
    "level": _("Level"),
    "phase": _("Phase"),
    "role": _("Role"),
    "institution_kind": _("Kind of institution"),
    "language": _("Language"),
    "evidence": _("Evidence"),
}
VOCABULARIES: dict[str, type[TextChoices]] = {
    "level": vocabulary.Level,
    "phase": vocabulary.Phase,
    "role": vocabulary.Role,
    "institution_kind": vocabulary.InstitutionKind,
    "language": vocabulary.Language,
    "evidence": vocabulary.EvidenceType,
}


def kind(code: str) -> str:
    """What a kind of thing is called; a kind without a name keeps its code."""
    return str(KINDS.get(code, code))


def of_codes(language: str) -> Mapping[str, Mapping[str, str]]:
    """The names of the values of every facet."""
    names = {facet: {code: str(label) for code, label in codes.choices} for facet, codes in VOCABULARIES.items()}
    themes = Concept.objects.themes().values_list("slug", f"pref_label_{language}")
    return {**names, "kind": {code: str(name) for code, name in KINDS.items()}, "theme": dict(themes)}
