import copy

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from esv.exchange import services
from esv.exchange.kinds import LAYOUTS
from esv.exchange.tests.conftest import SOURCE, THEME, CatalogueFolder
from esv.knowledge.models import Source

pytestmark = pytest.mark.django_db


def contents(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def lost(original, exported, path=""):
    """Every place in the original that is not the same in the export; fields may have been added."""
    if isinstance(original, dict) and isinstance(exported, dict):
        return [
            place for name, value in original.items() for place in lost(value, exported.get(name), f"{path}.{name}")
        ]
    if isinstance(original, list) and isinstance(exported, list) and len(original) == len(exported):
        pairs = enumerate(zip(original, exported, strict=True))
        return [place for index, (one, other) in pairs for place in lost(one, other, f"{path}[{index}]")]
    return [] if original == exported else [path]


def test_nothing_of_the_starter_edition_is_lost_on_the_way_in_and_out(tmp_path):
    services.import_catalogue([settings.STARTER_EDITION_DIR], now=timezone.now())

    services.export_catalogue(tmp_path)

    for name in LAYOUTS:
        original = yaml.safe_load((settings.STARTER_EDITION_DIR / name).read_bytes())
        assert lost(original, yaml.safe_load((tmp_path / name).read_bytes())) == []


def test_an_export_imported_into_an_empty_catalogue_gives_the_same_files(tmp_path):
    services.import_catalogue([settings.STARTER_EDITION_DIR], now=timezone.now())
    services.export_catalogue(tmp_path / "once")
    empty_the_catalogue()

    services.import_catalogue([tmp_path / "once"], now=timezone.now())
    services.export_catalogue(tmp_path / "twice")

    assert Source.objects.count() == 221
    assert contents(tmp_path / "once") == contents(tmp_path / "twice")


def empty_the_catalogue():
    labels = ("glossary", "network", "knowledge", "evaluation", "exchange")
    tables = [model._meta.db_table for label in labels for model in apps.get_app_config(label).get_models()]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {', '.join(dict.fromkeys(tables))} CASCADE")


WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=("C", "Z")), min_size=1, max_size=40)


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(title=WORDS, summary=WORDS, year=st.none() | st.integers(1800, 2100), verified=st.booleans())
def test_whatever_is_in_a_source_comes_out_the_same(tmp_path, title, summary, year, verified):
    folder = CatalogueFolder(tmp_path)
    source = {**copy.deepcopy(SOURCE), "title": title, "summary_nl": summary, "year": year, "verified": verified}
    folder.write("themes", [THEME])
    folder.write("sources", [source])

    folder.run()
    services.export_catalogue(tmp_path / "out")

    exported = CatalogueFolder(tmp_path / "out").read("sources")
    assert lost([source], exported) == []
