"""Pictures of the key pages: ``bin/screenshots`` serves the product and writes them to ``var/screenshots``.

Each page is taken at 320, 768 and 1440 pixels, light and dark, in Dutch and English; ``--only WORD`` takes the pages
that have the word in their name. They are for looking at: no test compares them.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BROWSER = ROOT / "var" / "browser"
FOLDER = ROOT / "var" / "screenshots"
WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
SECONDS_TO_START = 120
PAGES = {
    "home": "/",
    "search": "/zoeken/",
    "results": "/zoeken/?vraag=Hoe+richten+we+nazorg+in+na+een+melding%3F",
    "nothing": "/zoeken/?vraag=Hoe+bak+ik+een+appeltaart%3F",
    "correction": "/zoeken/?vraag=klachten+commissie+intimdatie",
    "error": "/zoeken/?vraag=",
    "perspectives": "/handelingsperspectieven/",
    "perspective": "/handelingsperspectieven/gedragscode-levend-houden/",
    "sources": "/bronnen/",
    "themes": "/themas/",
    "theme": "/themas/vertrouwenspersoon/",
    "concepts": "/begrippen/",
    "figure": "/cijfers/unisafe-gbv-62/",
    "dilemma": "/dilemmas/grap-in-de-vergadering/",
    "who-does-what": "/wie-doet-wat/",
    "help": "/hulplijnen/",
    "about": "/over/",
    "styleguide": "/stijlgids/",
    "not-here": "/deze-pagina-is-er-niet/",
}


def main() -> None:
    """Serve, take the pictures, stop."""
    parser = argparse.ArgumentParser(prog="bin/screenshots", description="Take pictures of the key pages.")
    parser.add_argument("--only", default="", help="only pages with this word in their name")
    word = parser.parse_args().only
    pages = {name: path for name, path in PAGES.items() if word in name}
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _served() as site, sync_playwright() as playwright:
        libraries = (BROWSER / "library-path").read_text(encoding="utf-8").strip()
        browser = playwright.chromium.launch(
            executable_path=BROWSER / "chromium",
            args=["--no-sandbox", "--disable-gpu"],
            env={**os.environ, **({"LD_LIBRARY_PATH": libraries} if libraries else {})},
        )
        for width, scheme in product(WIDTHS, SCHEMES):
            _take(browser, site, pages, width, scheme)
    print(f"{len(pages) * len(WIDTHS) * len(SCHEMES) * 2} pictures in {FOLDER}")


def _take(browser: Browser, site: str, pages: dict[str, str], width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    for (name, path), language in product(pages.items(), ("nl", "en")):
        page.goto(f"{site}{'/en' if language == 'en' else ''}{path}")
        page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}-{language}.png", full_page=True)
    context.close()


@contextmanager
def _served() -> Iterator[str]:
    """Serve on a free port for as long as the pictures take."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "house.serve", "--port", str(port)], cwd=ROOT)
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the site answers.

    Raises:
        SystemExit: it stopped, or did not answer in time.
    """
    until = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The site did not start; what happened stands above.")


if __name__ == "__main__":
    main()
