"""Draw the apps and who uses whom: ``python -m house.picture`` writes ``docs/images/architecture.svg``.

The order comes from the layers contract in ``pyproject.toml``, the arrows from the imports in the code, the words
from the first line of each app's docstring. The same code gives the same picture, byte for byte; a test compares.
"""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "architecture.svg"

WIDTH = 1000
BOX_LEFT, BOX_WIDTH, BOX_HEIGHT = 24, 560, 84
TOP, GAP = 92, 26
LANES_LEFT, LANE_WIDTH = 672, 38
TEXT_COLUMNS = 66
#: Dark enough on white (at least 4.5 : 1); every lane also has its name, so colour carries nothing alone.
COLOURS = ("#1d4f91", "#8a3b12", "#2c6e49", "#7b2d6b", "#5b5b00", "#a1203a", "#00677f", "#4b3fa7", "#444444")


@dataclass(frozen=True, slots=True)
class App:
    """An app, its one-line purpose, and the apps it imports from in the order of the picture."""

    name: str
    purpose: str
    uses: tuple[str, ...]


def layers() -> list[tuple[str, ...]]:
    """The apps from top to bottom, as the contract has them; apps on one line are unaware of each other."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers" and contract["containers"] == ["esv"]:
            return [tuple(name.strip() for name in layer.split("|")) for layer in contract["layers"]]
    raise LookupError("pyproject.toml has no contract with the layers of esv.")


def imports() -> dict[str, set[str]]:
    """By app the other apps it imports from, tests left out."""
    graph = grimp.build_graph("esv", cache_dir=None)
    found: dict[str, set[str]] = {}
    for module in graph.modules:
        importer = module.split(".")
        if len(importer) < 2 or "tests" in importer:
            continue
        for imported in graph.find_modules_directly_imported_by(module):
            name = imported.split(".")[1] if "." in imported else importer[1]
            if name != importer[1]:
                found.setdefault(importer[1], set()).add(name)
    return found


def apps(order: Iterable[tuple[str, ...]], used: Mapping[str, set[str]]) -> list[App]:
    """The apps in the order of the picture."""
    names = [name for layer in order for name in layer]
    return [
        App(name, _purpose(name), tuple(other for other in names if other in used.get(name, set()))) for name in names
    ]


def _purpose(name: str) -> str:
    docstring = import_module(f"esv.{name}").__doc__ or ""
    return docstring.strip().splitlines()[0] if docstring.strip() else ""


def draw(order: list[tuple[str, ...]], drawn: list[App]) -> str:
    """The picture as SVG: a box for each app, a lane for each app that uses others, an arrow into what it uses."""
    places = _places(order)
    height = TOP + len(order) * (BOX_HEIGHT + GAP) + 20
    lanes = [app for app in reversed(drawn) if app.uses]  # the shortest nearest to the boxes
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title description">',
        '<title id="title">The apps of the platform and which uses which</title>',
        f'<desc id="description">{escape(describe(drawn))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(BOX_LEFT, 36, "The apps, and which uses which", size=22, weight=700),
        _text(
            BOX_LEFT, 62, "An arrow means: imports from. Every arrow points down; a check refuses the rest.", size=15
        ),
        *(_box(app, *places[app.name]) for app in drawn),
        *(_lane(app, number, places) for number, app in enumerate(lanes)),
        "</svg>\n",
    ]
    return "\n".join(parts)


def describe(drawn: Iterable[App]) -> str:
    """The picture in words."""
    sentences = [
        f"{app.name} uses {', '.join(app.uses)}." if app.uses else f"{app.name} uses no other app." for app in drawn
    ]
    return " ".join(["From top to bottom.", *sentences])


def _places(order: list[tuple[str, ...]]) -> dict[str, tuple[int, int, int]]:
    """Left, top and width of the box of each app."""
    places = {}
    for row, layer in enumerate(order):
        width = (BOX_WIDTH - (len(layer) - 1) * 16) // len(layer)
        for column, name in enumerate(layer):
            places[name] = (BOX_LEFT + column * (width + 16), TOP + row * (BOX_HEIGHT + GAP), width)
    return places


def _box(app: App, left: int, top: int, width: int) -> str:
    lines = textwrap.wrap(app.purpose, TEXT_COLUMNS * width // BOX_WIDTH)[:2]
    size = f'width="{width}" height="{BOX_HEIGHT}" rx="6"'
    return "\n".join(
        [
            f'<rect x="{left}" y="{top}" {size} fill="#f3f5f7" stroke="#5f6b76"/>',
            _text(left + 16, top + 28, app.name, size=19, weight=700),
            *(_text(left + 16, top + 51 + 20 * number, line, size=15) for number, line in enumerate(lines)),
        ]
    )


def _lane(app: App, number: int, places: Mapping[str, tuple[int, int, int]]) -> str:
    """One line out of the app's box, down its own lane, with an arrow into every app it uses."""
    colour = COLOURS[number % len(COLOURS)]
    x = LANES_LEFT + number * LANE_WIDTH
    start = places[app.name][1] + 14
    ends = [places[name][1] + 24 + 7 * number for name in app.uses]
    box_right = BOX_LEFT + BOX_WIDTH
    line = f'fill="none" stroke="{colour}" stroke-width="2"'
    return "\n".join(
        [
            f'<path d="M{places[app.name][0] + places[app.name][2]} {start}H{x}V{max(ends)}" {line}/>',
            *(f'<path d="M{x} {end}H{box_right + 9}" {line}/>' for end in ends),
            *(f'<path d="M{box_right} {end}l10 -5v10z" fill="{colour}"/>' for end in ends),
            _text(box_right + 10, start - 6, app.name, size=14, colour=colour),
        ]
    )


def _text(x: int, y: int, words: str, *, size: int, weight: int = 400, colour: str = "#1b2227") -> str:
    font = f'font-family="system-ui, sans-serif" font-size="{size}" font-weight="{weight}"'
    return f'<text x="{x}" y="{y}" {font} fill="{colour}">{escape(words)}</text>'


def picture() -> str:
    """The picture of the code as it is now."""
    order = layers()
    return draw(order, apps(order, imports()))


if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")
