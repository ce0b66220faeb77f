"""The running product: started on a free port for as long as the checks last, or one that already runs."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from house import setup

STARTING_SECONDS = 600
LOG = setup.VAR / "log" / "conformance-site.log"


class SiteError(RuntimeError):
    """The product could not be started or reached; the message says where to look."""


@contextmanager
def running(address: str | None) -> Iterator[str]:
    """The address of the product without a slash at the end; it is started when none is given, and stopped after.

    Raises:
        SiteError: it does not answer.
    """
    if address:
        address = address.rstrip("/")
        if not _answers(address):
            raise SiteError(f"{address} does not answer.")
        yield address
        return
    port = _free_port()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "house.serve", "--port", str(port)],
            cwd=setup.ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield _wait_for(server, f"http://127.0.0.1:{port}")
        finally:
            _stop(server)


def _wait_for(server: subprocess.Popen[bytes], address: str) -> str:
    end = time.monotonic() + STARTING_SECONDS
    while server.poll() is None and time.monotonic() < end:
        if _answers(address):
            return address
        time.sleep(0.3)
    raise SiteError(f"The product did not start. What it said stands in {LOG.relative_to(setup.ROOT)}.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10):  # noqa: S310 - an address the user gave, or ours
            return True
    except urllib.error.HTTPError:
        return True  # an error page is an answer; the checks look at it
    except (OSError, http.client.HTTPException):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask it to stop what it started; when it does not, end it with everything it started."""
    server.terminate()
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
