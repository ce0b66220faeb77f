"""A small catalogue on disk that tests change in one place."""

import copy
import shutil

import pytest
import yaml
from django.conf import settings
from django.utils import timezone

from esv.exchange import services, writing


class CatalogueFolder:
    """A folder with files of the catalogue, by the name of the file without its ending."""

    def __init__(self, path):
        self.path = path

    def write(self, name, data):
        (self.path / f"{name}.yaml").write_text(writing.as_yaml(data), encoding="utf-8")

    def read(self, name):
        return yaml.safe_load((self.path / f"{name}.yaml").read_text(encoding="utf-8"))

    def change(self, name, change):
        data = self.read(name)
        change(data)
        self.write(name, data)

    def run(self, **options):
        return services.import_catalogue([self.path], now=timezone.now(), **options)

    def problems(self):
        with pytest.raises(services.ImportRefusedError) as caught:
            self.run()
        return caught.value.problems


THEME = {
    "id": "nazorg",
    "label_nl": "Nazorg",
    "label_en": "Aftercare",
    "scope_note_nl": "Na een melding.",
    "scope_note_en": "After a report.",
    "broader": None,
}
SOURCE = {
    "id": "een-studie",
    "title": "A study",
    "title_en": "A study",
    "authors": "Een onderzoeker",
    "year": 2024,
    "url": "https://voorbeeld.nl/studie",
    "language": "en",
    "type": "study",
    "summary_nl": "Waar het over gaat.",
    "summary_en": "What it is about.",
    "themes": ["nazorg"],
    "audience": ["hr"],
    "level": ["team"],
    "verified": True,
}


@pytest.fixture
def small(tmp_path):
    """One theme and one source."""
    folder = CatalogueFolder(tmp_path)
    folder.write("themes", [copy.deepcopy(THEME)])
    folder.write("sources", [copy.deepcopy(SOURCE)])
    return folder


@pytest.fixture
def starter(tmp_path):
    """A copy of the starter edition."""
    shutil.copytree(settings.STARTER_EDITION_DIR, tmp_path / "starter")
    return CatalogueFolder(tmp_path / "starter")
