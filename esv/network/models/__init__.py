"""The tables, by subject."""

from esv.network.models.channels import ChannelCategory, ChannelField, SupportChannel, SupportDirectory
from esv.network.models.institutions import (
    Initiative,
    InitiativeProgress,
    InitiativeTheme,
    Institution,
    InstitutionName,
    NameKind,
)
from esv.network.models.routes import (
    Need,
    OrganisationalFunction,
    RoleRoute,
    RouteGuide,
    RouteInstitutionKind,
    RouteStage,
    RouteStep,
    Whereabouts,
)

__all__ = [
    "ChannelCategory",
    "ChannelField",
    "Initiative",
    "InitiativeProgress",
    "InitiativeTheme",
    "Institution",
    "InstitutionName",
    "NameKind",
    "Need",
    "OrganisationalFunction",
    "RoleRoute",
    "RouteGuide",
    "RouteInstitutionKind",
    "RouteStage",
    "RouteStep",
    "SupportChannel",
    "SupportDirectory",
    "Whereabouts",
]
