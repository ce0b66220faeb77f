"""What themes, concepts and disputed terms look like in files."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from esv.editorial.records import (
    EntryId,
    EntryRecord,
    Label,
    LongLabel,
    Path,
    RatedRecord,
    Record,
    Slug,
    SourceId,
    Text,
    Year,
    Yes,
)
from esv.glossary.models import DefinitionBasis


class ThemeId(EntryId):
    """The id of a theme."""

    kind = "theme"


class ConceptId(EntryId):
    """The id of a concept of the glossary."""

    kind = "concept"


class DefinitionId(EntryId):
    """The id of a disputed definition."""

    kind = "definition"


class ThemeRecord(EntryRecord):
    """A theme in ``themes.yaml``."""

    KIND = "theme"

    pref_label_nl: Label = Field(alias="label_nl")
    pref_label_en: Label = Field(alias="label_en")
    scope_note_nl: Text
    scope_note_en: Text
    broader: ThemeId | None


class ConceptRecord(EntryRecord):
    """A concept in ``glossary.yaml``."""

    KIND = "concept"
    UNPAIRED = frozenset({"alt_labels_en"})

    pref_label_nl: Label
    pref_label_en: Label
    alt_labels_nl: list[Label]
    alt_labels_en: list[Label]
    definition_nl: Text
    definition_en: Text
    broader: ConceptId | None
    related: list[ConceptId]
    source: Text
    is_verified: Yes = Field(alias="verified")
    verification_note: Text | None = None


class DefinitionRecord(Record):
    """What one holder means by a disputed term."""

    id: Slug
    holder_nl: LongLabel
    holder_en: LongLabel
    definition_nl: Text
    definition_en: Text
    purpose_nl: Text
    purpose_en: Text
    includes_nl: list[Text]
    includes_en: list[Text]
    excludes_nl: list[Text]
    excludes_en: list[Text]
    source: SourceId
    since: Year | None
    basis: DefinitionBasis
    note_nl: Text | None = None
    note_en: Text | None = None


class DisputedTermRecord(RatedRecord):
    """A term in ``disputed-terms.yaml``."""

    KIND = "term"

    concept: ConceptId
    why_contested_nl: Text
    why_contested_en: Text
    how_we_use_it_nl: Text
    how_we_use_it_en: Text
    definitions: list[DefinitionRecord] = Field(min_length=1)

    def defined(self) -> Iterator[tuple[str, str, Path]]:
        """The term and its definitions."""
        yield from super().defined()
        for index, definition in enumerate(self.definitions):
            yield "definition", definition.id, ("definitions", index, "id")
