"""Run the outside validators against the running product; see ``bin/conformance --help``."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from house import setup
from house.conformance import checks, site
from house.conformance.pages import key_pages
from house.conformance.verdicts import Verdict, not_run, summary, tell

DEFAULT_FOLDER = setup.ROOT.parent / "shared" / "validators"


def main() -> int:
    """Run every check and say its verdict; return 1 when one failed."""
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        verdicts = tell(_all(options.validators.resolve(), options.site), lambda line: print(line, flush=True))
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
    print(f"\n{summary(verdicts)}.")
    return any(verdict.outcome == "failed" for verdict in verdicts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/conformance", description="What instruments of others say about the running product."
    )
    parser.add_argument(
        "--validators", type=Path, default=DEFAULT_FOLDER, help="folder of the validators (default: %(default)s)"
    )
    parser.add_argument("--site", help="address of a running product; without it, it is started on a free port")
    return parser.parse_args()


def _all(validators: Path, address: str | None) -> Iterator[Verdict]:
    yield checks.licences()
    yield checks.citation()
    yield checks.publiccode(validators)
    if not validators.is_dir():
        yield not_run("pages", "all pages", f"there is no folder {validators}; name it with --validators")
        return
    try:
        with site.running(address) as running:
            yield from _pages(validators, running)
    except site.SiteError as error:
        yield Verdict("pages", "all pages", "failed", (str(error),))


def _pages(validators: Path, running: str) -> Iterator[Verdict]:
    pages = key_pages(running)
    yield from checks.answers(pages)
    there = [page for page in pages if page.status == 200]
    yield from checks.headers(validators, running, there)
    yield from checks.reading(validators, there)
    yield from checks.in_browser(validators, running, there)


if __name__ == "__main__":
    sys.exit(main())
