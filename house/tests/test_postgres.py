"""The embedded server survives being killed, and two checkouts do not meet."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from house import postgres


@pytest.fixture
def other_checkout(tmp_path, monkeypatch):
    """A server of its own, in another folder; stopped afterwards."""
    tmp_path.chmod(0o755)
    monkeypatch.setattr(postgres, "DATA", tmp_path / "a folder" / "postgres")
    yield postgres
    postgres.stop()


def test_a_killed_server_starts_again_with_what_was_kept(other_checkout):
    with other_checkout.running() as address:
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE kept (what text)")
            connection.execute("INSERT INTO kept VALUES ('this')")
        server = int((postgres.DATA / "postmaster.pid").read_text().split()[0])
        os.kill(server, signal.SIGKILL)
        while Path(f"/proc/{server}").exists():
            time.sleep(0.05)

    with other_checkout.running() as address, psycopg.connect(address) as connection:
        assert connection.execute("SELECT what FROM kept").fetchone() == ("this",)


def test_the_last_to_leave_stops_the_server(other_checkout):
    with other_checkout.running() as address:
        with other_checkout.running() as same_address:
            assert same_address == address

        assert other_checkout.is_running()

    assert not other_checkout.is_running()


def test_the_server_stops_also_when_the_work_is_interrupted(other_checkout):
    with pytest.raises(KeyboardInterrupt), other_checkout.running():
        raise KeyboardInterrupt

    assert not other_checkout.is_running()


def test_a_script_that_was_killed_holds_nobody_up(other_checkout):
    code = f"""
from pathlib import Path
from house import postgres
postgres.DATA = Path({str(postgres.DATA)!r})
with postgres.running():
    print("running", flush=True)
    input()
"""
    script = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert script.stdout is not None
    assert script.stdout.readline() == "running\n"

    with other_checkout.running():
        script.kill()
        script.communicate()

    assert not other_checkout.is_running()


def test_each_checkout_has_an_address_of_its_own(tmp_path, monkeypatch):
    here = postgres.url()

    monkeypatch.setattr(postgres, "DATA", tmp_path / "postgres")

    assert postgres.url() != here
    assert len(str(postgres.socket_folder())) < 90
