"""Institutions, initiatives and channels to test with."""

import factory

from esv.editorial.tests.factories import EntryFactory
from esv.editorial.vocabulary import InstitutionKind
from esv.network.models import ChannelCategory, Initiative, InitiativeProgress, Institution, SupportChannel


class InstitutionFactory(EntryFactory):
    class Meta:
        model = Institution

    name = factory.Sequence(lambda number: f"Instelling {number}")
    institution_kind = InstitutionKind.HBO


class InitiativeFactory(EntryFactory):
    class Meta:
        model = Initiative

    name = factory.Sequence(lambda number: f"Initiatief {number}")
    organisation = "Een samenwerking"
    progress = InitiativeProgress.RUNNING
    description_nl = "Wat er gebeurt."
    description_en = "What happens."


class SupportChannelFactory(EntryFactory):
    class Meta:
        model = SupportChannel

    position = factory.Sequence(int)
    name = factory.Sequence(lambda number: f"Hulplijn {number}")
    category = ChannelCategory.LISTENING
    for_nl = "Voor wie wil praten."
    for_en = "For whoever wants to talk."
    url = "https://voorbeeld.nl"
    is_verified = True
    is_for_acute_page = True
