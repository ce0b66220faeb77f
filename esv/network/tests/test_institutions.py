import pytest
from django.db import IntegrityError

from esv.network import indexing
from esv.network.models import InstitutionName, NameKind
from esv.network.tests.factories import InstitutionFactory

pytestmark = pytest.mark.django_db


def test_an_institution_is_found_by_its_short_and_former_names():
    institution = InstitutionFactory(name="Erasmus Universiteit Rotterdam", short_name="EUR")
    InstitutionName.objects.create(
        institution=institution, name="Nederlandse Economische Hogeschool", name_kind=NameKind.FORMER, position=0
    )

    entry = indexing.entry_of_institution(institution)

    assert entry.texts["nl"].labels == ("EUR", "Nederlandse Economische Hogeschool")


def test_two_institutions_do_not_share_a_ror():
    InstitutionFactory(ror="https://ror.org/04dkp9463")

    with pytest.raises(IntegrityError, match="ror_once"):
        InstitutionFactory(ror="https://ror.org/04dkp9463")


def test_institutions_without_a_ror_do_not_clash():
    InstitutionFactory()
    InstitutionFactory()
