"""Which source is behind what the glossary and the network say; those apps do not know sources."""

from __future__ import annotations

from django.db import models

from esv.editorial.models import OrderedPart
from esv.glossary.models import DisputedDefinition
from esv.knowledge.models.sources import Source
from esv.network.models import OrganisationalFunction, RoleRoute, SupportChannel


class DefinitionSource(OrderedPart):
    """The source of a disputed definition."""

    citing = models.ForeignKey(DisputedDefinition, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="definition_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_definitionsource_once", fields=["citing", "source"])]

    def __str__(self) -> str:
        return f"{self.citing_id} ← {self.source_id}"


class ChannelSource(OrderedPart):
    """The source that describes a support channel."""

    citing = models.ForeignKey(SupportChannel, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="channel_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_channelsource_once", fields=["citing", "source"])]

    def __str__(self) -> str:
        return f"{self.citing_id} ← {self.source_id}"


class FunctionSource(OrderedPart):
    """A source about what a function does."""

    citing = models.ForeignKey(OrganisationalFunction, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="function_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_functionsource_once", fields=["citing", "source"])]

    def __str__(self) -> str:
        return f"{self.citing_id} ← {self.source_id}"


class RouteSource(OrderedPart):
    """A source about a route."""

    citing = models.ForeignKey(RoleRoute, models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, models.PROTECT, related_name="route_links")

    class Meta(OrderedPart.Meta):
        constraints = [models.UniqueConstraint(name="knowledge_routesource_once", fields=["citing", "source"])]

    def __str__(self) -> str:
        return f"{self.citing_id} ← {self.source_id}"
