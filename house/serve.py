"""Serve the product on this machine: database, web server and worker; Ctrl-C stops them all.

Set-up has been done when this runs. A worker that dies is started again; when the web server dies, everything
stops and says so.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from house import postgres

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Start everything, wait, stop everything; return 0 when it was stopped on purpose."""
    options = _options()
    port = _free_port(options.host, options.port, is_wish=options.port_given)
    _stop_like_an_interrupt(signal.SIGTERM)
    try:
        with _database() as address:
            os.environ["DATABASE_URL"] = address
            _run("prepare")
            return _serve(options.host, port)
    except KeyboardInterrupt:
        print("\nStopped. Everything is kept; bin/serve starts it again.", flush=True)
        return 0
    except (postgres.ServerError, subprocess.CalledProcessError) as error:
        print(f"{error}", file=sys.stderr)
        return 1


@contextmanager
def _database() -> Iterator[str]:
    """The database named in ``DATABASE_URL``, or the embedded one for as long as it is needed."""
    if address := os.environ.get("DATABASE_URL"):
        yield address
        return
    print("Starting the database …", flush=True)
    with postgres.running() as address:
        yield address


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/serve", description="Serve the product on this machine.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, help="without it: 8000, or the next one that is free")
    options = parser.parse_args()
    options.port_given = options.port is not None
    options.port = options.port or 8000
    return options


def _free_port(host: str, port: int, *, is_wish: bool) -> int:
    """The port to use; a wish that cannot be met is refused with one that can."""
    if _is_free(host, port):
        return port
    other = next(number for number in range(port + 1, port + 200) if _is_free(host, number))
    if is_wish:
        raise SystemExit(f"Port {port} is in use. This one is free: bin/serve --port {other}")
    print(f"Port {port} is in use; using {other}.", flush=True)
    return other


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _stop_like_an_interrupt(number: int) -> None:
    signal.signal(number, signal.default_int_handler)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "config.commandline", *arguments], check=True)


def _serve(host: str, port: int) -> int:
    site = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    os.environ.setdefault("ESV_SITE_URL", site)
    web = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "config" / "gunicorn.py"), "--bind", f"{host}:{port}"]
    )
    worker = _start_worker()
    try:
        _say_when_ready(web, host, port, site)
        while web.poll() is None:
            if worker.poll() is not None:
                worker = _start_worker()
            time.sleep(1)
        print("The web server has stopped by itself; what happened stands above.", file=sys.stderr)
        return 1
    finally:
        for process in (worker, web):
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end; after a few seconds end it. Work cut off is taken up at the next start."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "config.commandline", "worker"])


def _say_when_ready(web: subprocess.Popen[bytes], host: str, port: int, site: str) -> None:
    while web.poll() is None:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if probe.connect_ex((host, port)) == 0:
                print(f"\nOpen {site} in a browser (English: {site}/en/). Ctrl-C stops.\n", flush=True)
                return
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
