"""The translations are complete, and a fault in them is named."""

import polib
import pytest

from house import translations
from house.translations import Text


@pytest.fixture
def dutch(tmp_path, monkeypatch):
    """A file of translations of a folder that is not the product's, and a way to say what the sources hold."""
    path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    monkeypatch.setattr(translations, "ROOT", tmp_path)

    def set_up(sources, **translated):
        file = polib.POFile()
        file.metadata = {"Language": "nl"}
        file.extend(polib.POEntry(msgid=source, msgstr=text) for source, text in translated.items())
        file.save(str(path))
        monkeypatch.setattr(translations, "_found", lambda: {Text(source): ["esv/a.py"] for source in sources})
        return path

    return set_up


def test_the_translations_of_the_product_are_complete():
    assert translations.check() == 0


@pytest.mark.parametrize(
    ("sources", "translated", "fault"),
    [
        (["Search"], {}, "missing: 'Search'"),
        (["Search"], {"Search": ""}, "missing: 'Search'"),
        ([], {"Search": "Zoeken"}, "no longer used: 'Search'"),
        (["%(n)s found"], {"%(n)s found": "%(m)s gevonden"}, "other placeholders"),
    ],
)
def test_a_fault_is_named(dutch, capsys, sources, translated, fault):
    dutch(sources, **translated)

    assert translations.check() == 1
    assert fault in capsys.readouterr().out


def test_collecting_adds_what_is_new_keeps_what_is_translated_and_drops_what_is_gone(dutch):
    path = dutch(["Search", "Themes"], Search="Zoeken", Old="Oud")

    translations.collect()

    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    assert entries == {"Search": "Zoeken", "Themes": ""}


def test_texts_of_templates_are_found_with_their_plurals(tmp_path):
    template = tmp_path / "page.html"
    count = "{% blocktranslate count n=n %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}"
    template.write_text(f'  {{% translate "Search" %}}\n{count}')

    assert set(translations._texts_in(template)) == {Text("Search"), Text("%(n)s page", "%(n)s pages")}
