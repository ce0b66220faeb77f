from xml.etree import ElementTree

from house import picture


def test_the_committed_picture_is_what_the_code_gives_now():
    committed = picture.PICTURE.read_text(encoding="utf-8")

    assert committed == picture.picture(), "Draw it again: .venv/bin/python -m house.picture"


def test_the_picture_says_in_words_what_it_shows():
    drawn = [
        picture.App("portal", "What a visitor sees first.", ("search",)),
        picture.App("search", "Finds <anything>.", ()),
    ]

    svg = ElementTree.fromstring(picture.draw([("portal",), ("search",)], drawn))

    words = {element.tag.rpartition("}")[2]: element.text for element in svg}
    assert svg.get("aria-labelledby") == "title description"
    assert words["title"]
    assert words["desc"] == "From top to bottom. portal uses search. search uses no other app."


def test_every_app_has_its_place_in_the_picture():
    folders = {path.parent.name for path in (picture.ROOT / "esv").glob("*/apps.py")}

    assert folders == {name for layer in picture.layers() for name in layer}
