"""What institutions, initiatives, support channels and role routes look like in files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, StrictInt

from esv.editorial.records import (
    EntryId,
    EntryRecord,
    FileStatus,
    KeptRecord,
    Label,
    LongLabel,
    Months,
    Path,
    Record,
    ShortLabel,
    Slug,
    SourceId,
    Text,
    Url,
    Yes,
)
from esv.editorial.vocabulary import InstitutionKind, Status
from esv.glossary.records import ThemeId
from esv.network.models import (
    ChannelCategory,
    ChannelField,
    InitiativeProgress,
    NameKind,
    RouteGuide,
    SupportDirectory,
    Whereabouts,
)

Domain = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=253)]
RorAddress = Annotated[Url, Field(pattern=r"^https://ror\.org/0[a-z0-9]{8}$")]
PhoneNumber = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 -]{1,28}$")]


class NeedId(EntryId):
    """The id of a need."""

    kind = "need"


class FunctionId(EntryId):
    """The id of a function."""

    kind = "function"


class OtherNameRecord(Record):
    """Another name of an institution."""

    name: Label
    name_kind: NameKind = Field(alias="kind")


class InstitutionRecord(EntryRecord):
    """An organisation in ``institutions.yaml``."""

    KIND = "institution"

    name: Label
    name_en: Label | None
    short_name: Annotated[str, Field(min_length=1, max_length=50)]
    institution_kind: InstitutionKind = Field(alias="kind")
    city: ShortLabel | None
    city_source: ShortLabel | None
    domain: Domain | None
    is_domain_verified: Yes = Field(alias="domain_verified")
    email_domain: Domain | None
    is_email_domain_verified: Yes = Field(alias="email_domain_verified")
    ror: RorAddress | None
    is_ror_verified: Yes = Field(alias="ror_verified")
    note: Text | None = None
    other_names: list[OtherNameRecord] = []


class InitiativeRecord(EntryRecord):
    """An initiative in ``initiatives.yaml``, where ``status`` says how far the initiative is."""

    KIND = "initiative"

    status: FileStatus = Field(Status.UNREVIEWED, alias="editorial_status")
    name: Label
    organisation: LongLabel
    url: Url | None
    years: ShortLabel | None
    progress: InitiativeProgress = Field(alias="status")
    description_nl: Text
    description_en: Text
    themes: list[ThemeId]
    is_verified: Yes = Field(alias="verified")


class DirectoryRecord(KeptRecord):
    """What stands around the list of channels in ``support-channels.yaml``."""

    KIND = "directory"

    review_after_months: Months = 24
    introduction_nl: Text
    introduction_en: Text
    gap_nl: Text
    gap_en: Text

    @property
    def slug(self) -> str:
        """There is one."""
        return SupportDirectory.SLUG


class ChannelRecord(KeptRecord):
    """A channel in ``support-channels.yaml``."""

    KIND = "channel"

    id: Slug
    name: Label
    category: ChannelCategory
    for_nl: Text
    for_en: Text
    phone: PhoneNumber | None
    url: Url
    hours_nl: Label | None
    hours_en: Label | None
    cost_nl: Label | None
    cost_en: Label | None
    chat: Url | None
    source: SourceId | None
    verified_at: list[Url]
    is_verified: Yes = Field(alias="verified")
    verified_fields: list[ChannelField]
    is_for_acute_page: Yes = Field(alias="show_on_acute_page")
    position: Annotated[StrictInt, Field(ge=0, le=30_000)] = Field(alias="order")
    note_nl: Text | None = None
    note_en: Text | None = None
    recheck_after_days: Annotated[StrictInt, Field(ge=1, le=3650)]
    status: FileStatus

    @property
    def slug(self) -> str:
        """The id of the channel."""
        return self.id


class RouteKindRecord(Record):
    """A kind of institution in ``role-routes.yaml``."""

    institution_kind: InstitutionKind = Field(alias="id")
    label_nl: ShortLabel
    label_en: ShortLabel


class NeedRecord(Record):
    """A need in ``role-routes.yaml``."""

    id: Slug
    label_nl: ShortLabel
    label_en: ShortLabel
    expect_nl: Text
    expect_en: Text


class FunctionRecord(Record):
    """A function in ``role-routes.yaml``."""

    id: Slug
    where: Whereabouts
    name_nl: Label
    name_en: Label
    does_nl: Text
    does_en: Text
    does_not_nl: Text
    does_not_en: Text
    confidentiality_nl: Text
    confidentiality_en: Text
    sources: list[SourceId]
    also_seen: list[Url]
    note_nl: Text | None = None
    note_en: Text | None = None


class RouteRecord(Record):
    """A route in ``role-routes.yaml``: functions to go to first, then, and outside the institution."""

    institution_kind: InstitutionKind
    need: NeedId
    first: list[FunctionId] = Field(min_length=1)
    then: list[FunctionId]
    outside: list[FunctionId]
    note_nl: Text
    note_en: Text
    uncertainty_nl: Text
    uncertainty_en: Text
    sources: list[SourceId]

    @property
    def slug(self) -> str:
        """A route has no id in files: kind of institution and need are its id."""
        return f"{InstitutionKind(self.institution_kind).value.replace('_', '-')}-{self.need}"


class RouteGuideRecord(KeptRecord):
    """The whole of ``role-routes.yaml``."""

    KIND: ClassVar[str] = "guide"

    introduction_nl: Text
    introduction_en: Text
    institution_kinds: list[RouteKindRecord]
    needs: list[NeedRecord]
    functions: list[FunctionRecord]
    routes: list[RouteRecord]
    review_after_months: Months
    status: FileStatus

    @property
    def slug(self) -> str:
        """There is one."""
        return RouteGuide.SLUG

    def defined(self) -> Iterator[tuple[str, str, Path]]:
        """The guide and the ids of its needs, functions and routes."""
        yield from super().defined()
        for index, need in enumerate(self.needs):
            yield "need", need.id, ("needs", index, "id")
        for index, function in enumerate(self.functions):
            yield "function", function.id, ("functions", index, "id")
        for index, route in enumerate(self.routes):
            yield "route", route.slug, ("routes", index, "need")
