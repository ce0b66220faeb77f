"""Run a command with the database it needs: ``python -m house.with_database COMMAND …``.

``DATABASE_URL`` names the server to use; without it the embedded one is started, and stopped again afterwards
when nobody else uses it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from house import postgres


def main() -> int:
    """Start what is needed, run the command, stop what was started; return the command's own exit code."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(sys.argv[1:])
    with postgres.running() as address:
        return _run({**os.environ, "DATABASE_URL": address})


def _run(environment: dict[str, str]) -> int:
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command decides what Ctrl-C means
    try:
        with subprocess.Popen(sys.argv[1:], env=environment, preexec_fn=_listen_to_interrupts) as command:  # noqa: PLW1509 - no threads here
            return command.wait()
    finally:
        signal.signal(signal.SIGINT, handler)


def _listen_to_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(main())
